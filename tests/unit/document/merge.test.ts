// Two laptops, one workshop: what each does, and what comes out when one brings the other’s copy in.
import { describe, expect, test } from 'vitest';
import { applyCommit, fromStored, isProblem, nextStamp, toStored, type WorkshopDocument } from '../../../shared/document/envelope.ts';
import { bringsNothing, mergeDocuments } from '../../../shared/document/merge.ts';
import { mergeCommit } from '../../../shared/document/merge-commit.ts';
import { differencesOf, type Difference } from '../../../shared/document/merge-differences.ts';
import type { MergeDecision } from '../../../shared/document/merge-choices.ts';
import { migrate } from '../../../shared/document/migrations.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { outsideEdit } from '../../../electron/store/outside-edit.ts';
import { withoutBodies } from '../../../shared/document/stamps.ts';
import { validate } from '../../../shared/document/validate.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import { conflictId, isAsked } from '../../../shared/domain/conflicts/rules.ts';
import { conflictSettle } from '../../../shared/domain/conflicts/commands.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { laptop, reread, stateOf, type Laptop } from '../../support/laptops.ts';
import { sequentialContext } from '../../support/random-commands.ts';
import { after, sampleWorkshop } from '../../support/sample-workshop.ts';

interface Two {
  readonly mine: Laptop;
  readonly theirs: Laptop;
}

/** Two laptops with the same workshop: plan-1 of team-a is signed, plan-5 of team-ntp is a draft with steps step-5-0 to step-5-2. */
function twoLaptops(prepare: (run: (command: unknown) => void) => void = () => undefined): Two {
  const sample = sampleWorkshop();
  prepare((command) => sample.run(command as Readonly<Record<string, unknown>>));
  const context = sequentialContext(Date.parse('2026-03-20T15:00:00Z'));
  return { mine: laptop(sample.document, 'mine', context), theirs: laptop(sample.document, 'theirs', context) };
}

function set(name: string, id: string, field: string, value: unknown): Command {
  return { name, id, field, value } as unknown as Command;
}

function run(one: Laptop, ...commands: readonly unknown[]): void {
  const refused = commands.filter((command) => !one.run(command as Command));
  expect(refused).toEqual([]);
}

function fieldOf({ document }: Laptop, collection: CollectionName, id: string, field: string): unknown {
  return document.records[collection].get(id)?.[field];
}

function conflicts({ document }: Laptop): readonly string[] {
  return [...viewOf(document.records).all('conflicts')].map(({ collection, recordId, field }) => `${collection} ${recordId} ${field}`);
}

function settle(one: Laptop, collection: string, id: string, field: string | null, option: 'shown' | number): boolean {
  return one.run({ name: 'conflictSettle', id: conflictId(collection, id, field), option });
}

function differences(mine: WorkshopDocument, theirs: WorkshopDocument): readonly Difference[] {
  return differencesOf({ mine, theirs, merged: mergeDocuments(mine, theirs).document });
}

describe('fields', () => {
  test('that each laptop set by itself are both there', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, set('stepSet', 'step-5-0', 'text', 'Analyse par champ'));
    run(theirs, set('stepSet', 'step-5-0', 'dueDate', after(10)));
    mine.bring(theirs.hand());
    expect(mine.document.records.steps.get('step-5-0')).toMatchObject({ text: 'Analyse par champ', dueDate: after(10) });
    expect(conflicts(mine)).toEqual([]);
  });

  test('that both set apart keep both values; the later commit is shown, and the decision reaches the other laptop', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, set('stepSet', 'step-5-0', 'text', 'Mine'));
    run(theirs, set('stepSet', 'step-5-1', 'text', 'Another'), set('stepSet', 'step-5-0', 'text', 'Theirs'));
    mine.bring(theirs.hand());
    expect(fieldOf(mine, 'steps', 'step-5-0', 'text')).toBe('Theirs');
    const [conflict] = viewOf(mine.document.records).all('conflicts');
    expect(conflict?.options.map(({ value }) => value)).toEqual(['Mine']);

    expect(settle(mine, 'steps', 'step-5-0', 'text', 0)).toBe(true);
    theirs.bring(mine.hand());
    expect(fieldOf(theirs, 'steps', 'step-5-0', 'text')).toBe('Mine');
    expect(conflicts(theirs)).toEqual([]);
  });

  test('that were settled differently on two laptops are open again: neither decision is silent', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, set('stepSet', 'step-5-0', 'text', 'Mine'));
    run(theirs, set('stepSet', 'step-5-0', 'text', 'Theirs'));
    mine.bring(theirs.hand());
    theirs.bring(mine.hand());
    expect(settle(mine, 'steps', 'step-5-0', 'text', 'shown')).toBe(true);
    expect(settle(theirs, 'steps', 'step-5-0', 'text', 0)).toBe(true);
    mine.bring(theirs.hand());
    expect(conflicts(mine)).toEqual(['steps step-5-0 text']);
  });

  test('that both set to the same value are no conflict, and one later edit replaces both', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, set('stepSet', 'step-5-0', 'text', 'Same'));
    run(theirs, set('stepSet', 'step-5-0', 'text', 'Same'));
    const before = theirs.hand();
    mine.bring(before);
    expect(conflicts(mine)).toEqual([]);
    run(mine, set('stepSet', 'step-5-0', 'text', 'Later'));
    mine.bring(before);
    expect(fieldOf(mine, 'steps', 'step-5-0', 'text')).toBe('Later');
    expect(conflicts(mine)).toEqual([]);
  });

  test('that are typed on while a conflict is open leave the other value open', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, set('stepSet', 'step-5-0', 'text', 'Mine'));
    run(theirs, set('stepSet', 'step-5-0', 'text', 'Theirs'));
    mine.bring(theirs.hand());
    run(mine, set('stepSet', 'step-5-0', 'text', 'Mine, and more'));
    theirs.bring(mine.hand());
    expect(fieldOf(theirs, 'steps', 'step-5-0', 'text')).toBe('Mine, and more');
    expect(conflicts(theirs)).toHaveLength(1);
  });

  test('that this version does not know are merged like the others', () => {
    const { mine, theirs } = twoLaptops();
    const fields = { futureField: { before: undefined, after: { deep: [1] } } };
    const { envelope } = theirs.document;
    applyCommit(theirs.document, {
      revision: envelope.revision + 1,
      stamp: nextStamp(envelope, 'theirs'),
      changes: [{ kind: 'updated', collection: 'steps', id: 'step-5-0', fields }],
    });
    const stored = toStored(theirs.document);
    const later = fromStored({ ...stored, collections: { ...stored.collections, futures: { x: { id: 'x', text: 'kept' } } } });
    if (isProblem(later)) throw new Error(later.code);
    mine.bring(later);
    expect(fieldOf(mine, 'steps', 'step-5-0', 'futureField')).toEqual({ deep: [1] });
    expect(mine.document.unknownCollections).toEqual({ futures: { x: { id: 'x', text: 'kept' } } });
    expect(toStored(reread(mine.document)).collections['futures']).toEqual({ x: { id: 'x', text: 'kept' } });
  });

  test('that somebody edited by hand under an old stamp are kept beside the value of the other copy', () => {
    const { mine, theirs } = twoLaptops();
    const stored = JSON.parse(JSON.stringify(toStored(theirs.document))) as ReturnType<typeof toStored>;
    const step = stored.collections['steps']?.['step-5-0'] as Record<string, unknown>;
    step['text'] = 'By hand';
    const edited = fromStored(stored);
    if (isProblem(edited)) throw new Error(edited.code);
    mine.bring(edited);
    const [conflict] = viewOf(mine.document.records).all('conflicts');
    const both = [fieldOf(mine, 'steps', 'step-5-0', 'text'), conflict?.options[0]?.value];
    expect(new Set(both)).toEqual(new Set(['Analyse SWOT par champ', 'By hand']));
  });
});

describe('removed records', () => {
  test('stay removed where the other side knows nothing new', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, { name: 'stepRemove', id: 'step-5-0' });
    mine.bring(theirs.hand());
    expect(fieldOf(mine, 'steps', 'step-5-0', 'text')).toBeUndefined();
    theirs.bring(mine.hand());
    expect(fieldOf(theirs, 'steps', 'step-5-0', 'text')).toBeUndefined();
  });

  test.each([
    ['kept', 'shown' as const, true],
    ['removed', 0, false],
  ])('that the other side changed are shown until it is decided: %s', (_name, option, stays) => {
    const { mine, theirs } = twoLaptops();
    run(mine, { name: 'stepRemove', id: 'step-5-0' });
    run(theirs, set('stepSet', 'step-5-0', 'text', 'Changed'));
    mine.bring(theirs.hand());
    expect(fieldOf(mine, 'steps', 'step-5-0', 'text')).toBe('Changed');
    expect(conflicts(mine)).toEqual(['steps step-5-0 null']);
    expect(settle(mine, 'steps', 'step-5-0', null, option)).toBe(true);
    theirs.bring(mine.hand());
    expect(theirs.document.records.steps.has('step-5-0')).toBe(stays);
    expect(conflicts(theirs)).toEqual([]);
    expect(stateOf(theirs.document)).toMatchObject({ entries: { 'steps step-5-0': { record: stays ? { text: 'Changed' } : undefined } } });
  });

  test('bring back what was removed together with them, and one decision settles all of it', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, { name: 'planRemove', id: 'plan-5' });
    run(theirs, set('planSet', 'plan-5', 'objective', 'Worth keeping'));
    mine.bring(theirs.hand());
    const ids = ['step-5-0', 'step-5-1', 'step-5-2'];
    expect(ids.filter((id) => mine.document.records.steps.has(id))).toEqual(ids);
    expect(settle(mine, 'plans', 'plan-5', null, 'shown')).toBe(true);
    expect(conflicts(mine)).toEqual([]);
    theirs.bring(mine.hand());
    expect(ids.filter((id) => theirs.document.records.steps.has(id))).toEqual(ids);
  });

  test('that something new refers to come back, with a conflict about it', () => {
    const { mine, theirs } = twoLaptops((each) => each({ name: 'topicGroupAdd', id: 'group-x', group: 'Retention' }));
    run(mine, { name: 'topicGroupRemove', id: 'group-x' });
    run(theirs, set('participantSet', 'dagnon', 'topicGroupId', 'group-x'));
    mine.bring(theirs.hand());
    expect(fieldOf(mine, 'topicGroups', 'group-x', 'name')).toBe('Retention');
    expect(conflicts(mine)).toEqual(['topicGroups group-x null']);
    expect(settle(mine, 'topicGroups', 'group-x', null, 0)).toBe(true);
    expect(fieldOf(mine, 'participants', 'dagnon', 'topicGroupId')).toBeNull();
  });

  test('that something new refers to stay when it refers elsewhere: nobody has decided that they go', () => {
    const { mine, theirs } = twoLaptops((each) => each({ name: 'topicGroupAdd', id: 'group-x', group: 'Retention' }));
    run(mine, { name: 'topicGroupRemove', id: 'group-x' });
    run(theirs, set('participantSet', 'dagnon', 'topicGroupId', 'group-x'));
    mine.bring(theirs.hand());
    run(mine, set('participantSet', 'dagnon', 'topicGroupId', null));
    expect(conflicts(mine)).toContain('topicGroups group-x null');
    const again = mergeDocuments(mine.document, mine.hand());
    expect(again.changes).toEqual([]);
    theirs.bring(mine.hand());
    expect(fieldOf(theirs, 'topicGroups', 'group-x', 'name')).toBe('Retention');
    expect(conflicts(theirs)).toContain('topicGroups group-x null');
  });

  test('that something new refers to stay when it is taken back, which can be taken back again whatever was typed since', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, { name: 'planRemove', id: 'plan-5' });
    run(theirs, {
      name: 'stepsAdd',
      planId: 'plan-5',
      afterId: null,
      steps: [{ id: 'step-new', text: 'New', responsibleIds: [], dueDate: null }],
    });
    mine.bring(theirs.hand());
    run(mine, { name: 'stepRemove', id: 'step-new' });
    expect(mergeDocuments(mine.document, mine.hand()).changes).toEqual([]);
    run(mine, set('planSet', 'plan-5', 'accountableId', 'dagnon'));
    expect(mine.take('undo')).toBe(true);
    run(mine, set('planSet', 'plan-5', 'agendaItem', 'Pay'));
    expect(mine.take('undo')).toBe(true);
    expect(mine.take('undo')).toBe(true);
    expect(fieldOf(mine, 'steps', 'step-new', 'text')).toBe('New');
    expect(conflicts(mine)).toContain('plans plan-5 null');
  });

  test('that stay by such a word make no conflict with an edit of theirs made elsewhere', () => {
    const { mine, theirs } = twoLaptops((each) => each({ name: 'topicGroupAdd', id: 'group-x', group: 'Retention' }));
    run(mine, { name: 'topicGroupRemove', id: 'group-x' });
    run(theirs, set('participantSet', 'dagnon', 'topicGroupId', 'group-x'));
    mine.bring(theirs.hand());
    theirs.bring(mine.hand());
    run(mine, set('participantSet', 'dagnon', 'topicGroupId', null));
    run(theirs, set('topicGroupSet', 'group-x', 'coChairIds', ['dagnon']));
    mine.bring(theirs.hand());
    expect(fieldOf(mine, 'topicGroups', 'group-x', 'coChairIds')).toEqual(['dagnon']);
    expect(conflicts(mine)).toEqual(['topicGroups group-x null']);
  });

  test('stay when a hand edit of workshop.json takes away what referred to them', () => {
    const { mine, theirs } = twoLaptops((each) => each({ name: 'topicGroupAdd', id: 'group-x', group: 'Retention' }));
    run(mine, { name: 'topicGroupRemove', id: 'group-x' });
    run(theirs, set('participantSet', 'dagnon', 'topicGroupId', 'group-x'));
    mine.bring(theirs.hand());
    const stored = toStored(mine.document);
    const dagnon = { ...(stored.collections['participants']?.['dagnon'] as object), topicGroupId: null };
    const participants = { ...stored.collections['participants'], dagnon };
    const found = fromStored({ ...stored, collections: { ...stored.collections, participants } });
    if (isProblem(found)) throw new Error(found.code);
    const edit = outsideEdit(found, mine.document, mine.document);
    if (edit.kind !== 'edit') throw new Error(edit.kind);
    const edited = mine.hand();
    applyCommit(edited, { revision: edited.envelope.revision + 1, stamp: nextStamp(edited.envelope, 'mine'), changes: edit.changes });
    expect(mergeDocuments(edited, reread(edited)).changes).toEqual([]);
  });

  test('kept by a decision that was taken back and made again are kept, whatever was decided elsewhere meanwhile', () => {
    const { mine, theirs } = twoLaptops((each) => each({ name: 'topicGroupAdd', id: 'group-x', group: 'Retention' }));
    run(mine, { name: 'topicGroupRemove', id: 'group-x' });
    run(theirs, set('participantSet', 'dagnon', 'topicGroupId', 'group-x'));
    mine.bring(theirs.hand());
    expect(settle(mine, 'topicGroups', 'group-x', null, 'shown')).toBe(true);
    expect(mine.take('undo')).toBe(true);
    theirs.bring(mine.hand());
    expect(settle(theirs, 'topicGroups', 'group-x', null, 0)).toBe(true);
    expect(mine.take('redo')).toBe(true);
    mine.bring(theirs.hand());
    expect(fieldOf(mine, 'topicGroups', 'group-x', 'name')).toBe('Retention');
  });

  test('of schema 1, which kept no body, come back with the body of the side that changed them', () => {
    const { mine, theirs } = twoLaptops();
    run(theirs, { name: 'stepRemove', id: 'step-5-0' });
    const stored = toStored(theirs.document);
    const at = stored.tombstones['steps']?.['step-5-0']?.removals[0]?.at;
    const old = fromStored(migrate({ ...stored, schemaVersion: 1, tombstones: { steps: { 'step-5-0': at } } }));
    if (isProblem(old)) throw new Error(old.code);
    run(mine, set('stepSet', 'step-5-0', 'text', 'Changed'));
    mine.bring(old);
    expect(mine.document.records.steps.get('step-5-0')).toMatchObject({ text: 'Changed', responsibleIds: ['ahmed', 'dagnon'] });
    expect(conflicts(mine)).toEqual(['steps step-5-0 null']);
  });

  test('whose past was forgotten stay removed, and the list says whose work goes with them', () => {
    const { mine, theirs } = twoLaptops();
    run(theirs, { name: 'stepRemove', id: 'step-5-0' });
    const forgotten = { ...theirs.document, stamps: withoutBodies(theirs.document.stamps) };
    run(mine, set('stepSet', 'step-5-0', 'text', 'Changed'));
    expect(differences(mine.document, forgotten)).toMatchObject([{ id: 'step-5-0', field: null, outcome: 'theirs' }]);
    mine.bring(reread(forgotten));
    expect(mine.document.records.steps.has('step-5-0')).toBe(false);
    expect(JSON.stringify(toStored(mine.document))).not.toContain('Analyse SWOT par champ');
  });

  test('made again by undo stay, also against a copy that still has the removal', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, { name: 'stepRemove', id: 'step-5-0' });
    theirs.bring(mine.hand());
    expect(mine.take('undo')).toBe(true);
    theirs.bring(mine.hand());
    expect(fieldOf(theirs, 'steps', 'step-5-0', 'text')).toBe('Analyse SWOT par champ');
    expect(conflicts(theirs)).toEqual([]);
  });
});

test('a decision about a field that was taken back and made again stands against one made elsewhere meanwhile', () => {
  const { mine, theirs } = twoLaptops();
  run(mine, set('planSet', 'plan-5', 'agendaItem', 'Pay'));
  run(theirs, set('planSet', 'plan-5', 'agendaItem', 'Housing'));
  mine.bring(theirs.hand());
  theirs.bring(mine.hand());
  expect(settle(mine, 'plans', 'plan-5', 'agendaItem', 'shown')).toBe(true);
  expect(mine.take('undo')).toBe(true);
  theirs.bring(mine.hand());
  expect(settle(theirs, 'plans', 'plan-5', 'agendaItem', 0)).toBe(true);
  expect(mine.take('redo')).toBe(true);
  mine.bring(theirs.hand());
  expect(conflicts(mine)).toEqual(['plans plan-5 agendaItem']);
});

describe('values that cannot stand together', () => {
  test('a plan that two laptops signed has two versions, and is the draft of the next', () => {
    const { mine, theirs } = twoLaptops();
    for (const [one, name] of [
      [mine, 'Here'],
      [theirs, 'There'],
    ] as const) {
      run(one, { name: 'planReopen', id: 'plan-1' }, set('planSet', 'plan-1', 'objective', name), {
        name: 'planSignOff',
        id: 'plan-1',
        by: name,
      });
    }
    mine.bring(theirs.hand());
    const versions = [...viewOf(mine.document.records).all('planVersions')].filter(({ planId }) => planId === 'plan-1');
    expect(versions.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    expect(fieldOf(mine, 'plans', 'plan-1', 'draftVersion')).toBe(4);
    expect(validate(mine.document.records)).toEqual([]);
    const number = versions.find((version) => version.number === 3);
    expect(settle(mine, 'planVersions', number?.id ?? '', 'number', 0)).toBe(false);
    expect(settle(mine, 'planVersions', number?.id ?? '', 'number', 'shown')).toBe(true);
    expect(settle(mine, 'plans', 'plan-1', 'draftVersion', 'shown')).toBe(true);
    theirs.bring(mine.hand());
    expect(fieldOf(theirs, 'plans', 'plan-1', 'draftVersion')).toBe(4);
  });

  test('a plan that was signed here and edited there keeps its signature, and the edit is a draft', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, { name: 'planReopen', id: 'plan-1' }, { name: 'planSignOff', id: 'plan-1', by: 'Here' });
    run(theirs, { name: 'planReopen', id: 'plan-1' }, set('planSet', 'plan-1', 'objective', 'Edited'));
    mine.bring(theirs.hand());
    expect(mine.document.records.plans.get('plan-1')).toMatchObject({ objective: 'Edited', draftVersion: 3 });
    expect(mine.run(set('planSet', 'plan-1', 'objective', 'Open'))).toBe(true);
  });

  test('the other value of a signed plan is refused, the signed one can be confirmed', () => {
    const { mine, theirs } = twoLaptops();
    run(mine, set('planSet', 'plan-1', 'status', 'dropped'));
    run(theirs, set('planSet', 'plan-1', 'status', 'in-review'));
    mine.bring(theirs.hand());
    // The status of a signed plan is open: both ways work.
    expect(settle(mine, 'plans', 'plan-1', 'status', 0)).toBe(true);
    const conflict = {
      id: 'x',
      collection: 'plans',
      recordId: 'plan-1',
      field: 'objective',
      options: [{ value: 'Other', stamps: [[1, 'z']] }],
      removals: [],
    };
    const view = viewOf({ ...mine.document.records, conflicts: new Map([['x', conflict as never]]) });
    const context = { now: '' as never, newId: () => '', actor: '' };
    expect(conflictSettle.decide(view, { name: 'conflictSettle', id: 'x' as never, option: 0 }, context)).toMatchObject({
      failure: { code: 'plan-locked', planId: 'plan-1' },
    });
    expect(conflictSettle.decide(view, { name: 'conflictSettle', id: 'x' as never, option: 'shown' }, context)).toMatchObject({ ok: true });
  });

  test('a beginning that one moved behind the end that the other knows: the last day is the first, until somebody decides', () => {
    const { mine, theirs } = twoLaptops();
    const move = (one: Laptop, field: string, value: string) => {
      const document = JSON.parse(JSON.stringify(toStored(one.document))) as ReturnType<typeof toStored>;
      const stamps = document.stamps['workshop']?.['workshop'] as { fields?: Record<string, unknown> };
      const workshop = document.collections['workshop']?.['workshop'] as Record<string, unknown>;
      workshop[field] = value;
      stamps.fields = { ...stamps.fields, [field]: [900, one === mine ? 'mine' : 'theirs'] };
      const read = fromStored(document);
      if (isProblem(read)) throw new Error(read.code);
      return read;
    };
    const here = move(mine, 'startDate', '2026-03-20');
    const there = move(theirs, 'endDate', '2026-03-19');
    const { document } = mergeDocuments(here, there);
    expect(document.records.workshop.get('workshop')).toMatchObject({ startDate: '2026-03-20', endDate: '2026-03-20' });
    expect(validate(document.records)).toEqual([]);
    expect(differences(here, there)).toMatchObject([
      { field: 'startDate', outcome: 'mine' },
      { field: 'endDate', outcome: 'conflict' },
    ]);
    expect(stateOf(mergeDocuments(there, here).document)).toEqual(stateOf(document));
  });
});

describe('bringing a copy in', () => {
  function commit({ mine, theirs }: Two, decisions: readonly MergeDecision[] = []) {
    const made = mergeCommit(mine.document, theirs.hand(), decisions, 'mine');
    if (!made.ok) return made.failure;
    return made.value;
  }

  const text = { collection: 'steps', id: 'step-5-0', field: 'text' } as const;

  test('twice brings nothing the second time', () => {
    const two = twoLaptops();
    run(two.theirs, set('stepSet', 'step-5-0', 'text', 'Theirs'));
    two.mine.bring(two.theirs.hand());
    expect(commit(two)).toBeNull();
    expect(bringsNothing(mergeDocuments(two.mine.document, two.theirs.hand()))).toBe(true);
  });

  test('can be taken back in one step; the copy is known from then on, and each value can still be chosen', () => {
    const two = twoLaptops();
    const { mine, theirs } = two;
    run(theirs, set('stepSet', 'step-5-0', 'text', 'Theirs'), { name: 'stepRemove', id: 'step-5-1' });
    mine.bring(theirs.hand());
    expect(mine.take('undo')).toBe(true);
    expect(fieldOf(mine, 'steps', 'step-5-0', 'text')).toBe('Analyse SWOT par champ');
    expect(mine.document.records.steps.has('step-5-1')).toBe(true);
    expect(differences(mine.document, theirs.hand())).toMatchObject([
      { id: 'step-5-0', field: 'text', outcome: 'mine' },
      { id: 'step-5-1', field: null, outcome: 'mine' },
    ]);
    const chosen = commit(two, [{ ...text, take: 'theirs' }]);
    expect(chosen).toMatchObject({ taken: 1, conflicts: 0, changes: [{ id: 'step-5-0', fields: { text: { after: 'Theirs' } } }] });
  });

  test('counts what is taken and what stays open', () => {
    const two = twoLaptops();
    run(two.mine, set('stepSet', 'step-5-0', 'text', 'Mine'));
    run(two.theirs, set('stepSet', 'step-5-0', 'text', 'Theirs'), set('stepSet', 'step-5-1', 'text', 'New'), {
      name: 'parkingAdd',
      id: 'p-1',
      text: 'Who pays?',
      raisedBy: '',
      sessionId: null,
    });
    expect(commit(two)).toMatchObject({ taken: 2, conflicts: 1 });
    expect(commit(two, [{ ...text, take: 'mine' }])).toMatchObject({ taken: 2, conflicts: 0 });
    expect(commit(two, [{ ...text, take: 'theirs' }])).toMatchObject({ taken: 3, conflicts: 0 });
  });

  test('does not count the numbers that a merge gives out: nobody is asked for them', () => {
    const two = twoLaptops();
    for (const [one, by] of [
      [two.mine, 'Here'],
      [two.theirs, 'There'],
    ] as const) {
      run(one, { name: 'planReopen', id: 'plan-1' }, { name: 'planSignOff', id: 'plan-1', by });
    }
    const open = differences(two.mine.document, two.theirs.hand()).filter(({ outcome }) => outcome === 'conflict');
    expect(open.map(({ field }) => field)).toContain('draftVersion');
    const asked = open.filter(({ collection, field }) => isAsked({ collection, field }));
    expect(asked.length).toBeLessThan(open.length);
    expect(commit(two)).toMatchObject({ conflicts: asked.length });
  });

  test('with a decision settles the conflict for the other laptop too', () => {
    const two = twoLaptops();
    run(two.mine, set('stepSet', 'step-5-0', 'text', 'Mine'));
    run(two.theirs, set('stepSet', 'step-5-0', 'text', 'Theirs'));
    two.mine.bring(two.theirs.hand(), [{ ...text, take: 'mine' }]);
    expect(fieldOf(two.mine, 'steps', 'step-5-0', 'text')).toBe('Mine');
    two.theirs.bring(two.mine.hand());
    expect(fieldOf(two.theirs, 'steps', 'step-5-0', 'text')).toBe('Mine');
    expect(conflicts(two.theirs)).toEqual([]);
  });

  test('leaves out what is not wanted: a record that is new there, a removal, a value', () => {
    const { mine, theirs } = twoLaptops();
    const parked = { name: 'parkingAdd', id: 'p-1', text: 'Who pays?', raisedBy: '', sessionId: null };
    run(theirs, parked, { name: 'stepRemove', id: 'step-5-1' }, set('stepSet', 'step-5-0', 'text', 'Theirs'));
    mine.bring(theirs.hand(), [
      { collection: 'parkingItems', id: 'p-1', field: null, take: 'mine' },
      { collection: 'steps', id: 'step-5-1', field: null, take: 'mine' },
      { ...text, take: 'mine' },
    ]);
    expect(mine.document.records.parkingItems.has('p-1')).toBe(false);
    expect(mine.document.records.steps.has('step-5-1')).toBe(true);
    expect(fieldOf(mine, 'steps', 'step-5-0', 'text')).toBe('Analyse SWOT par champ');
    theirs.bring(mine.hand());
    expect(stateOf(theirs.document)).toMatchObject({ entries: { 'steps step-5-1': { record: { id: 'step-5-1' } } } });
    expect(theirs.document.records.parkingItems.has('p-1')).toBe(false);
  });

  test('refuses a file whose numbers would leave none for others', () => {
    const { mine, theirs } = twoLaptops();
    const { envelope } = theirs.document;
    const spoiled = { ...theirs.document, envelope: { ...envelope, knows: { ...envelope.knows, evil: Number.MAX_SAFE_INTEGER } } };
    expect(mergeCommit(mine.document, spoiled, [], 'mine')).toMatchObject({ failure: { code: 'invalid-value', field: 'knows' } });
  });

  test('refuses a decision that would leave something without what it needs, and does nothing then', () => {
    const two = twoLaptops();
    run(
      two.theirs,
      { name: 'teamAdd', id: 'team-new', team: 'Chad', country: 'Chad', language: 'fr' },
      { name: 'planAdd', id: 'plan-new', teamId: 'team-new', topicId: null },
    );
    const refused = commit(two, [{ collection: 'teams', id: 'team-new', field: null, take: 'mine' }]);
    expect(refused).toMatchObject({ code: 'referred-to', by: [{ collection: 'plans', id: 'plan-new' }] });
    const both = [
      { collection: 'teams', id: 'team-new', field: null, take: 'mine' },
      { collection: 'plans', id: 'plan-new', field: null, take: 'mine' },
    ] as const;
    expect(commit(two, both)).toMatchObject({ changes: [] });
  });
});
