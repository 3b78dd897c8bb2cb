// Nothing typed is ever dropped: words that a field did not understand stand in the record, and go wherever the record goes.
import { beforeEach, describe, expect, it } from 'vitest';
import { asTypedFields, readFields, type ReadCollection } from '../../../shared/domain/as-typed.ts';
import { recordSchemas } from '../../../shared/domain/collections.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { decide } from '../../../shared/domain/commands.ts';
import type { ActionStep } from '../../../shared/domain/plan/model.ts';
import { isLocked, signOffProblems, wholePlan } from '../../../shared/domain/plan/rules.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { teamPart } from '../../../shared/document/team-part.ts';
import { validate } from '../../../shared/document/validate.ts';
import { withoutPeople } from '../../../shared/document/without-people.ts';
import { packTexts } from '../../../shared/pack/texts.ts';
import { planText } from '../../../shared/pack/plan-content.ts';
import { dateWords, responsibleWords } from '../../../shared/pack/as-typed.ts';
import { frozenContent } from '../../../shared/domain/plan/rules.ts';
import { laptop, reread, type Laptop } from '../../support/laptops.ts';
import { populatedWorkshop, sequentialContext } from '../../support/random-commands.ts';
import { shippedFramework } from '../../support/shipped-content.ts';

let context: ReturnType<typeof sequentialContext>;
let start: WorkshopDocument;
let one: Laptop;
let step: ActionStep;

const typed = (field: 'dueDate' | 'responsibleIds' | 'startDate', asTyped: string, more: Partial<Command> = {}): Command =>
  ({ name: 'stepSet', id: step.id, field, value: field === 'responsibleIds' ? [] : null, asTyped, ...more }) as Command;

function stepIn(document: WorkshopDocument) {
  return document.records.steps.get(step.id);
}

beforeEach(() => {
  context = sequentialContext();
  start = populatedWorkshop(context);
  one = laptop(start, 'replica-a', context);
  const view = viewOf(start.records);
  const found = [...view.all('steps')].find(({ planId }) => {
    const plan = view.get('plans', planId);
    return plan !== undefined && !isLocked(view, plan);
  });
  if (!found) throw new Error('No step of an open plan');
  step = found;
});

describe('words that were not understood', () => {
  it('have a place beside every field that is read from typed words', () => {
    for (const collection of Object.keys(readFields) as ReadCollection[]) {
      const shape = Object.keys(recordSchemas[collection].unwrap().shape);
      for (const field of [...readFields[collection], ...asTypedFields(collection)]) expect(shape).toContain(field);
    }
  });

  it('take the place of the value, and give way to one that is understood, or to nothing', () => {
    one.run({ name: 'stepSet', id: step.id, field: 'dueDate', value: '2026-05-04' });
    one.run(typed('dueDate', ' next Tuesdayish '));
    expect(stepIn(one.document)).toMatchObject({ dueDate: null, dueDateAsTyped: 'next Tuesdayish' });
    one.run({ name: 'stepSet', id: step.id, field: 'dueDate', value: '2026-05-05' });
    expect(stepIn(one.document)).toMatchObject({ dueDate: '2026-05-05', dueDateAsTyped: '' });
    one.run(typed('dueDate', 'soon'));
    one.run({ name: 'stepSet', id: step.id, field: 'dueDate', value: null });
    expect(stepIn(one.document)).toMatchObject({ dueDate: null, dueDateAsTyped: '' });
    expect(validate(one.document.records)).toEqual([]);
  });

  it('that name somebody are named before that person is removed', () => {
    one.run({ name: 'participantAdd', id: 'leaver' as never, fullName: 'Zawadi Nkosi-Bâ', teamId: null });
    one.run(typed('responsibleIds', 'Zawadi Nkosi-Ba of the Ministry'));
    const removal: Command = { name: 'participantsRemove', ids: ['leaver' as never] };
    expect(decide(viewOf(one.document.records), removal, context.next())).toEqual({
      ok: false,
      failure: { code: 'referred-to', by: [{ collection: 'steps', id: step.id }] },
    });
    one.run(typed('responsibleIds', 'Zawadi'));
    expect(decide(viewOf(one.document.records), removal, context.next())).toMatchObject({ ok: true });
  });

  it('are undone and redone with the value that they replaced, in one step', () => {
    one.run({ name: 'stepSet', id: step.id, field: 'dueDate', value: '2026-05-04' });
    one.run(typed('dueDate', 'next Tuesdayish'));
    one.take('undo');
    expect(stepIn(one.document)).toMatchObject({ dueDate: '2026-05-04' });
    expect(stepIn(one.document)?.['dueDateAsTyped'] ?? '').toBe('');
    one.take('redo');
    expect(stepIn(one.document)).toMatchObject({ dueDate: null, dueDateAsTyped: 'next Tuesdayish' });
  });

  it('are not written over what somebody else wrote meanwhile', () => {
    one.run(typed('dueDate', 'soon'));
    const late = typed('dueDate', 'later', { was: null, wasTyped: '' });
    expect(decide(viewOf(one.document.records), late, context.next())).toMatchObject({
      ok: false,
      failure: { code: 'field-changed', field: 'dueDateAsTyped', current: 'soon' },
    });
  });

  it('are refused by a field that takes any text, and by a locked plan', () => {
    const text: Command = { name: 'stepSet', id: step.id, field: 'text', value: 'x', asTyped: 'y' };
    expect(decide(viewOf(start.records), text, context.next())).toMatchObject({ ok: false, failure: { code: 'invalid-value' } });
    const view = viewOf(start.records);
    const signed = [...view.all('steps')].find(({ planId }) => [...view.all('signOffs')].some((signOff) => signOff.planId === planId));
    if (!signed) throw new Error('No signed plan');
    const locked: Command = { name: 'stepSet', id: signed.id, field: 'dueDate', value: null, asTyped: 'soon' };
    expect(decide(view, locked, context.next())).toMatchObject({ ok: false, failure: { code: 'plan-locked' } });
  });

  it('of two laptops both stay, field by field, and a conflict where both wrote into one', () => {
    const other = laptop(start, 'replica-b', context);
    one.run(typed('dueDate', 'next Tuesdayish'));
    other.run(typed('responsibleIds', 'MoH Lusaka'));
    one.run(typed('startDate', 'in spring'));
    other.run(typed('startDate', 'in autumn'));
    one.bring(other.hand());
    other.bring(one.hand());
    for (const { document } of [one, other]) {
      expect(stepIn(document)).toMatchObject({ dueDateAsTyped: 'next Tuesdayish', responsibleIdsAsTyped: 'MoH Lusaka' });
      const open = [...document.records.conflicts.values()].find((conflict) => conflict['field'] === 'startDateAsTyped');
      const said = [
        stepIn(document)?.['startDateAsTyped'],
        ...((open?.['options'] ?? []) as readonly { value: string }[]).map(({ value }) => value),
      ];
      expect(said.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual(['in autumn', 'in spring']);
    }
  });

  it('block the signature by name, each at its own field', () => {
    one.run(typed('dueDate', 'next Tuesdayish'));
    one.run(typed('responsibleIds', 'MoH Lusaka'));
    const view = viewOf(one.document.records);
    const whole = wholePlan(view, step.planId);
    if (!whole) throw new Error('No plan');
    const number = whole.steps.findIndex(({ id }) => id === step.id) + 1;
    const problems = signOffProblems(view, whole);
    const at = (field: string) => ({ collection: 'steps', id: step.id, field });
    expect(problems).toContainEqual({ code: 'not-understood', place: at('dueDate'), typed: 'next Tuesdayish', number });
    expect(problems).toContainEqual({ code: 'not-understood', place: at('responsibleIds'), typed: 'MoH Lusaka', number });
    expect(problems.filter(({ place }) => place.id === step.id && place.field === 'dueDate')).toHaveLength(1);
  });

  it('open the draft of the next version where another laptop signed meanwhile', () => {
    const view = viewOf(start.records);
    const signOff = [...view.all('signOffs')][0];
    const part = [...view.all('steps')].find(({ planId }) => planId === signOff?.planId);
    if (!signOff || !part) throw new Error('No signed plan');
    one.run({ name: 'planWithdraw', id: signOff.planId, reason: 'again' });
    const other = laptop(reread(one.document), 'replica-b', context);
    one.run({ name: 'planSignOff', id: signOff.planId, by: 'A. Mensa' });
    other.run({ name: 'stepSet', id: part.id, field: 'startDate', value: null, asTyped: 'in spring' });
    one.bring(other.hand());
    const merged = viewOf(one.document.records);
    const plan = merged.get('plans', signOff.planId);
    expect(merged.get('steps', part.id)?.startDateAsTyped).toBe('in spring');
    expect(plan && isLocked(merged, plan)).toBe(false);
    one.run({ name: 'planDiscardDraft', id: signOff.planId });
    expect(viewOf(one.document.records).get('steps', part.id)?.startDateAsTyped).toBe('');
  });

  it('travel with the part of their team; what is known of people stays at home', () => {
    const person = [...start.records.participants.values()].find((record) => record['teamId'] !== null);
    const plan = viewOf(start.records).get('plans', step.planId);
    if (!person || !plan) throw new Error('The workshop lacks something');
    one.run(typed('dueDate', 'next Tuesdayish'));
    one.run({ name: 'participantSet', id: person.id, field: 'arrival', value: null, asTyped: 'on the night bus' });
    expect(stepIn(teamPart(one.document, plan.teamId) ?? start)).toMatchObject({ dueDateAsTyped: 'next Tuesdayish' });
    const part = teamPart(one.document, String(person['teamId']));
    expect(JSON.stringify([...(part?.records.participants.values() ?? [])])).not.toContain('night bus');
    one.bring(reread(part ?? start));
    expect(one.document.records.participants.get(person.id)?.['arrivalAsTyped']).toBe('on the night bus');
  });

  it('are personal in a copy without people', () => {
    const person = [...start.records.participants.values()][0];
    if (!person) throw new Error('Nobody there');
    one.run({ name: 'participantSet', id: person.id, field: 'fullName', value: 'Lindiwe Phiri' });
    one.run({ name: 'participantSet', id: person.id, field: 'arrival', value: null, asTyped: 'on the night bus' });
    one.run(typed('dueDate', 'when Phiri is back, call +260 977 000 111'));
    one.run(typed('responsibleIds', 'Zanele Moyo'));
    const copy = withoutPeople(one.document, { documentId: 'copy', replica: 'here', appVersion: '0.1.0', now: context.next().now });
    const text = JSON.stringify([...copy.records.steps.values(), ...copy.records.participants.values()]);
    for (const word of ['Phiri', '977', 'Zanele', 'Moyo', 'night bus']) expect(text).not.toContain(word);
    expect(stepIn(copy)).toMatchObject({ responsibleIdsAsTyped: 'Z.M.' });
    expect(validate(copy.records)).toEqual([]);
  });

  it.each([
    ['en', 'next Tuesdayish [to be clarified]'],
    ['fr', 'next Tuesdayish [à préciser]'],
  ] as const)('are printed in a draft as they were typed, with a mark (%s)', (language, words) => {
    one.run(typed('dueDate', 'next Tuesdayish'));
    one.run(typed('responsibleIds', 'MoH Lusaka'));
    const view = viewOf(one.document.records);
    const whole = wholePlan(view, step.planId);
    if (!whole) throw new Error('No plan');
    const texts = packTexts(language);
    const said = planText(frozenContent(view, whole), { framework: shippedFramework(), language }).steps.find(({ id }) => id === step.id);
    if (!said) throw new Error('The step is not printed');
    expect(dateWords(said.dueDate, said.dueTyped, texts)).toBe(words);
    expect(responsibleWords(said, texts).at(-1)).toContain('MoH Lusaka');
  });
});
