// Every command has its sentence in the history, in both languages: names and words, never ids, words of the code, or gaps.
import { describe, expect, test } from 'vitest';
import { mostChanges } from '../../../electron/host/history-pages.ts';
import { changeWords, fieldsToShow } from '../../../renderer/features/changes/change-words.ts';
import { lineWords } from '../../../renderer/features/history/line-words.ts';
import { formatsOf } from '../../../renderer/ui/formats.ts';
import { countChanges, describeChanges } from '../../../shared/document/describe.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { differenceSteps, type StepName } from '../../../shared/document/steps.ts';
import { collectionNames } from '../../../shared/domain/collection-names.ts';
import { recordSchemas, type DocumentChange } from '../../../shared/domain/collections.ts';
import type { Command, CommandName } from '../../../shared/domain/commands.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { pageWords } from '../../support/page-words.ts';
import {
  allNames,
  choicesFrom,
  copied,
  populatedWorkshop,
  randomCommand,
  runCommand,
  sequentialContext,
} from '../../support/random-commands.ts';
import { shippedFramework, shippedGuides } from '../../support/shipped-content.ts';
import type { TestLanguage } from '../../support/words.ts';

const content = { framework: shippedFramework(), guides: shippedGuides() };
const words = { en: await pageWords('en'), fr: await pageWords('fr') };

interface Shape {
  readonly shape?: Readonly<Record<string, Shape>>;
  readonly options?: readonly unknown[];
  readonly element?: Shape;
  readonly unwrap?: () => Shape;
}

/** Every word that a schema allows for a field. */
function choicesIn(schema: Shape): readonly string[] {
  const inner = schema.unwrap?.();
  if (inner) return choicesIn(inner);
  const own = (schema.options ?? []).filter((option): option is string => typeof option === 'string');
  return [...own, ...Object.values(schema.shape ?? {}).flatMap(choicesIn), ...(schema.element ? choicesIn(schema.element) : [])];
}

/** Composed words of the code that people say as well. */
const saidToo: ReadonlySet<string> = new Set(['sign-off']);

/** Words of the code that no language has: composed ones can only come out of a schema. */
const ofTheCode = [...new Set(collectionNames.flatMap((name) => choicesIn(recordSchemas[name] as unknown as Shape)))].filter(
  (word) => /-|[a-z][A-Z]/.test(word) && !saidToo.has(word),
);

function sentence(
  language: TestLanguage,
  name: StepName,
  before: WorkshopDocument,
  after: WorkshopDocument,
  changes: readonly DocumentChange[],
) {
  const shown = describeChanges(viewOf(before.records), viewOf(after.records), changes.slice(0, mostChanges));
  const sources = { t: words[language], formats: formatsOf(language) };
  const entry = {
    revision: 2,
    at: '2026-03-18T08:00:00.000Z' as Instant,
    actor: 'Amina Diallo',
    name,
    changes: shown.changes,
    more: changes.length - shown.changes.length,
    beyond: countChanges(changes.slice(mostChanges)),
  };
  return lineWords({ ...sources, words: changeWords({ ...sources, content, names: shown.names }) }, entry);
}

/** As the preview of a way back lists them: an event in its sentence, any other by its record and fields. */
function entriesOf(
  language: TestLanguage,
  before: WorkshopDocument,
  after: WorkshopDocument,
  changes: readonly DocumentChange[],
): readonly string[] {
  const shown = describeChanges(viewOf(before.records), viewOf(after.records), changes.slice(0, mostChanges));
  const said = changeWords({ t: words[language], formats: formatsOf(language), content, names: shown.names });
  return shown.changes.flatMap((change) => [
    said.event(change) ?? said.record(change.record),
    ...(said.event(change) === null ? fieldsToShow(change).map((field) => said.change(change.record.collection, field)) : []),
  ]);
}

function faultsIn(text: string, ids: readonly string[]): readonly string[] {
  return [
    ...ids.filter((id) => text.includes(id)).map((id) => `id ${id}`),
    ...ofTheCode
      .filter((word) => new RegExp(String.raw`(?<![\p{L}\p{N}-])${word}(?![\p{L}\p{N}-])`, 'u').test(text))
      .map((word) => `code ${word}`),
    ...(/undefined|null|NaN|\[object|\{\{|\d{4}-\d{2}-\d{2}T/.test(text) ? ['a value that is none'] : []),
    ...(/“\s*”|«\s*»|\(\s*\)|:\s*$|^\s*$/u.test(text) ? ['a gap'] : []),
    ...(/^[A-Za-z]+:[A-Za-z]/.test(text) ? ['a key'] : []),
  ];
}

/** Ids that people know as words are no fault; those of the workshop's own record and of the shipped content are words. */
function idsOf(document: WorkshopDocument): readonly string[] {
  return collectionNames.flatMap((name) => [...document.records[name].keys()]).filter((id) => id !== 'workshop');
}

/** What random commands rarely hit: each on a state in which it is accepted. */
function ready(document: WorkshopDocument): readonly Command[] {
  const view = viewOf(document.records);
  const signOff = [...view.all('signOffs')][0];
  const session = [...view.all('clockEvents')][0]?.sessionId;
  const introduction = [...view.all('homeIntroductions')].find(({ planId }) => planId === signOff?.planId);
  const step = [...view.all('steps')].find(({ planId }) => planId === signOff?.planId);
  const [one, other] = [...view.all('organisations')];
  if (!signOff || !session || !introduction || !step || !one || !other) throw new Error('The populated workshop lacks something');
  const { planId } = signOff;
  return [
    { name: 'organisationsMerge', keepId: one.id, goneId: other.id, take: [] },
    { name: 'teamAdd', id: 'lone-team' as never, team: 'Lone', country: '', language: 'en' },
    { name: 'teamRemove', id: 'lone-team' as never },
    { name: 'planReopen', id: planId },
    { name: 'planDiscardDraft', id: planId },
    { name: 'planReopen', id: planId },
    { name: 'homeIntroductionSet', id: introduction.id, field: 'meeting', value: 'Directors' },
    { name: 'stepsAdd', planId, afterId: step.id, steps: [{ id: 'second-step' as never, text: 'Call for posts' }] },
    { name: 'stepMove', id: 'second-step' as never, afterId: null },
    { name: 'stepRemove', id: 'second-step' as never },
    { name: 'planSignOff', id: planId, by: 'L. Phiri' },
    { name: 'planWithdraw', id: planId, reason: 'New minister' },
    { name: 'homeIntroductionRemove', id: introduction.id },
    { name: 'sessionResume', id: session },
    { name: 'sessionPause', id: session },
    { name: 'sessionFinish', id: session },
    { name: 'sessionReopen', id: session },
    { name: 'sessionExtend', id: session, minutes: -5 },
  ];
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('every command is told in a sentence without ids, words of the code or gaps', () => {
    expect(ofTheCode.length).toBeGreaterThan(20);
    const told = new Map<CommandName, string>();
    const faults: string[] = [];
    const tell = (document: WorkshopDocument, before: WorkshopDocument, name: CommandName, changes: readonly DocumentChange[]) => {
      const text = sentence(language, name, before, document, changes);
      told.set(name, text);
      // What undo, a merge, a way back or an edit of the file did reads like it.
      const ofDifferences = (['undo', 'redo', ...differenceSteps] as const).map((step) =>
        sentence(language, step, before, document, changes),
      );
      for (const said of [text, ...ofDifferences, ...entriesOf(language, before, document, changes)]) {
        for (const fault of faultsIn(said, [...idsOf(before), ...idsOf(document)])) faults.push(`${name}: ${said} (${fault})`);
      }
    };
    for (const name of allNames) {
      const context = sequentialContext();
      const start = populatedWorkshop(context);
      for (let seed = 1; seed <= 12; seed += 1) {
        const document = copied(start);
        const choices = choicesFrom([seed * 7 + 1, seed * 3, seed + 5, seed * 11, 2]);
        const command = randomCommand(name, viewOf(document.records), choices, context.newId);
        const changes = runCommand(document, command, context.next());
        if (changes && changes.length > 0) tell(document, start, name, changes);
      }
    }
    const context = sequentialContext();
    let document = populatedWorkshop(context);
    for (const command of ready(document)) {
      const before = document;
      document = copied(before);
      const changes = runCommand(document, command, context.next());
      if (changes && changes.length > 0) tell(document, before, command.name, changes);
    }
    expect(faults).toEqual([]);
    expect(allNames.filter((name) => !told.has(name))).toEqual([]);
  });
});

test('what happened is named, and of which plan or session', () => {
  const context = sequentialContext();
  const start = populatedWorkshop(context);
  const view = viewOf(start.records);
  const plan = [...view.all('plans')].find(({ topic }) => topic === 'Fill critical posts');
  const paused = [...view.all('clockEvents')][0]?.sessionId;
  if (!plan || !paused) throw new Error('The populated workshop lacks something');
  const say = (language: TestLanguage, ...commands: readonly Command[]): string => {
    let document = start;
    let said = '';
    const again = sequentialContext(Date.parse('2026-03-18T08:00:00Z'));
    for (const command of commands) {
      const before = document;
      document = copied(before);
      const changes = runCommand(document, command, again.next());
      if (!changes) throw new Error(`Refused: ${command.name}`);
      said = sentence(language, command.name, before, document, changes);
    }
    return said.replaceAll('\u00A0', ' ');
  };
  expect(say('en', { name: 'sessionExtend', id: paused, minutes: 5 })).toBe('“Registration”: extended by 5 minutes');
  expect(say('fr', { name: 'sessionExtend', id: paused, minutes: -5 })).toMatch(/^« .+ » – raccourcie de 5 minutes$/);
  expect(say('en', { name: 'sessionResume', id: paused })).toBe('“Registration”: resumed');
  const reopened = say('en', { name: 'planReopen', id: plan.id });
  expect(reopened).toContain('Plan “Fill critical posts” of ');
  expect(reopened).toContain('version 2 begun');
  expect(say('en', { name: 'planReopen', id: plan.id }, { name: 'planSignOff', id: plan.id, by: 'L. Phiri' })).toMatch(
    /^Plan “Fill critical posts” of .*: signed by L\. Phiri as version 2$/,
  );
  expect(say('fr', { name: 'planWithdraw', id: plan.id, reason: 'Nouveau ministre' })).toContain(
    'validation de la version 1 retirée : Nouveau ministre',
  );
});
