// Changes in words: every field and every choice has its words, values read as people write them, long texts show what differs.
import { baseOfTyped } from '../../../shared/domain/as-typed.ts';
import { describe, expect, test } from 'vitest';
import { changeWords, type ChangeWords } from '../../../renderer/features/changes/change-words.ts';
import { fieldKind } from '../../../renderer/features/changes/field-kinds.ts';
import { shortenedBoth, textDifference } from '../../../renderer/features/changes/text-difference.ts';
import { formatsOf } from '../../../renderer/ui/formats.ts';
import { describeChanges } from '../../../shared/document/describe.ts';
import { collectionNames } from '../../../shared/domain/collection-names.ts';
import { recordSchemas, type CollectionName, type DocumentChange } from '../../../shared/domain/collections.ts';
import { emptyWorkshop } from '../../support/sample-workshop.ts';
import { shippedFramework, shippedGuides } from '../../support/shipped-content.ts';
import { pageWords } from '../../support/page-words.ts';
import { catalogueOf, type TestLanguage } from '../../support/words.ts';

/** A schema as far as its names and choices are looked at. */
interface Shape {
  readonly shape?: Readonly<Record<string, Shape>>;
  readonly options?: readonly unknown[];
  readonly unwrap?: () => Shape;
}

function bare(schema: Shape): Shape {
  return schema.unwrap === undefined ? schema : bare(schema.unwrap());
}

const fields = collectionNames.flatMap((collection) =>
  Object.entries(bare(recordSchemas[collection] as unknown as Shape).shape ?? {})
    .filter(([field]) => field !== 'id')
    .map(([field, schema]) => ({ collection, field, schema: bare(schema) })),
);

const wordsOf = { en: await pageWords('en'), fr: await pageWords('fr') };
const content = { framework: shippedFramework(), guides: shippedGuides() };

function wordsIn(language: TestLanguage, names: Readonly<Record<string, string>> = {}): ChangeWords {
  return changeWords({ t: wordsOf[language], formats: formatsOf(language), content, names });
}

function leaf(language: TestLanguage, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (tree, key) => (tree as Readonly<Record<string, unknown>> | undefined)?.[key],
    catalogueOf(language, 'changes'),
  );
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('every field of every record has its words', () => {
    expect(fields.length).toBeGreaterThan(120);
    expect(fields.filter(({ collection, field }) => fieldKind(collection, field) === null)).toEqual([]);
    // Words that were not understood are told by the name of the field that they were typed into.
    const own = fields.filter(({ collection, field }) => baseOfTyped(collection, field) === null);
    expect(own.length).toBeLessThan(fields.length);
    expect(own.filter(({ collection, field }) => typeof leaf(language, ['field', collection, field]) !== 'string')).toEqual([]);
    const due = { field: 'dueDateAsTyped', before: undefined, after: 'soon' };
    expect(wordsIn(language).change('steps', due)).toBe(
      language === 'en' ? 'due date (not understood) “soon”' : 'échéance (texte non compris)\u00a0: «\u00a0soon\u00a0»',
    );
    const known = fields.map(({ collection, field }) => `${collection}.${field}`);
    const said = collectionNames.flatMap((name) => Object.keys(leaf(language, ['field', name]) ?? {}).map((field) => `${name}.${field}`));
    expect(said.filter((field) => !known.includes(field))).toEqual([]);
  });

  test('every choice has its word, and every record a name', () => {
    const choices = fields.filter(({ collection, field }) => fieldKind(collection, field) === 'choice');
    expect(choices.length).toBeGreaterThan(10);
    for (const { collection, field, schema } of choices) {
      expect(schema.options?.length, `${collection}.${field}`).toBeGreaterThan(1);
      for (const option of schema.options ?? []) {
        expect(leaf(language, ['choice', collection, field, String(option)]), `${collection}.${field} ${String(option)}`).toBeTypeOf(
          'string',
        );
      }
    }
    for (const name of collectionNames) expect(leaf(language, ['record', name])).toBeTypeOf('string');
  });
});

/** A plan of two steps, and what commands after it did, in words. */
function story(language: TestLanguage) {
  const made = emptyWorkshop();
  const { run } = made;
  run({ name: 'teamAdd', id: 'togo', team: 'Togo', country: 'Togo', language: 'fr' });
  run({ name: 'participantAdd', id: 'ada', fullName: 'Ada Mensa', teamId: 'togo' });
  run({ name: 'participantAdd', id: 'zoe', fullName: 'Zoé Amouzou', teamId: 'togo' });
  run({ name: 'planAdd', id: 'plan', teamId: 'togo', topicId: null });
  run({ name: 'planSet', id: 'plan', field: 'topic', value: 'Fill critical posts' });
  const steps = ['s1', 's2'].map((id) => ({ id, text: `Step ${id}`, responsibleIds: [], dueDate: '2026-03-12' }));
  run({ name: 'stepsAdd', planId: 'plan', afterId: null, steps });
  const said = (changes: readonly DocumentChange[]) => {
    const described = describeChanges(made.view, made.view, changes);
    const { line } = wordsIn(language, described.names);
    return described.changes.map(line);
  };
  const updated = (collection: CollectionName, id: string, field: string, before: unknown, after: unknown) =>
    said([{ kind: 'updated', collection, id, fields: { [field]: { before, after } } }]).join('');
  return { ...made, said, updated };
}

test('a change is one sentence: where, which field, from what to what', () => {
  const { updated } = story('en');
  expect(updated('steps', 's2', 'dueDate', '2026-03-12', '2026-03-30')).toBe(
    'Step 2 of “Fill critical posts”: due date 12 March → 30 March 2026',
  );
  expect(updated('steps', 's2', 'dueDate', '2025-12-30', '2026-03-30')).toBe(
    'Step 2 of “Fill critical posts”: due date 30 December 2025 → 30 March 2026',
  );
  expect(updated('steps', 's2', 'dueDate', '2026-03-12', null)).toBe(
    'Step 2 of “Fill critical posts”: due date cleared, was 12 March 2026',
  );
  expect(updated('steps', 's1', 'responsibleIds', ['ada'], ['zoe'])).toBe(
    'Step 1 of “Fill critical posts”: responsible: added Zoé Amouzou, taken out Ada Mensa',
  );
  expect(updated('steps', 's1', 'responsibleIds', [], ['ada', 'zoe'])).toBe(
    'Step 1 of “Fill critical posts”: responsible Ada Mensa and Zoé Amouzou',
  );
  expect(updated('steps', 's1', 'status', 'not-started', 'in-progress')).toBe(
    'Step 1 of “Fill critical posts”: progress not started → in progress',
  );
  expect(updated('steps', 's1', 'order', 'a0', 'a5')).toBe('Step 1 of “Fill critical posts”: moved in the list');
  expect(updated('plans', 'plan', 'fieldIds', [], ['hrm'])).toBe('Plan “Fill critical posts” of Togo: action fields HR management systems');
  expect(updated('plans', 'plan', 'budgetSecured', false, true)).toBe('Plan “Fill critical posts” of Togo: money secured no → yes');
  expect(updated('plans', 'plan', 'accountableId', null, 'somebody-gone')).toBe(
    'Plan “Fill critical posts” of Togo: accountable somebody or something that is not there any more',
  );
  expect(updated('plans', 'plan', 'budgetSecured', true, true)).toBe(
    'Plan “Fill critical posts” of Togo: money secured confirmed as it is',
  );
  expect(updated('participants', 'ada', 'role', '', 'Director')).toBe('Ada Mensa: function “Director”');
  expect(updated('participants', 'ada', 'fromANewerVersion', 'a', 'b')).toBe('Ada Mensa: field “fromANewerVersion” “a” → “b”');
});

test('what was added or removed says so; records that exist for a value say the value', () => {
  const { said, view, run } = story('en');
  const step = view.get('steps', 's1');
  if (step === undefined) throw new Error('The story has no step');
  expect(said([{ kind: 'removed', collection: 'steps', id: 's1', record: step }])).toEqual([
    'Step 1 of “Fill critical posts”: removed “Step s1”',
  ]);
  run({ name: 'fieldRate', teamId: 'togo', fieldId: 'hrm', round: 'baseline', part: { score: 6 } });
  const [rating] = view.all('fieldAssessments');
  if (rating === undefined) throw new Error('The story has no rating');
  expect(said([{ kind: 'created', collection: 'fieldAssessments', id: rating.id, record: rating }])).toEqual([
    'Rating of HR management systems of Togo: round at the workshop, score 6',
  ]);
});

test('in French, with its own order and typography', () => {
  const { updated } = story('fr');
  expect(updated('steps', 's2', 'dueDate', '2026-03-12', '2026-03-30')).toBe(
    'Étape 2, «\u00A0Fill critical posts\u00A0» – échéance\u00A0: 12 mars → 30 mars 2026',
  );
  expect(updated('steps', 's1', 'responsibleIds', ['ada'], ['ada', 'zoe'])).toBe(
    'Étape 1, «\u00A0Fill critical posts\u00A0» – personnes chargées de l’étape\u00A0: ajout de Zoé Amouzou',
  );
});

test('a difference of texts is by whole words, and gives both texts again', () => {
  const before = 'Fill the forty posts in the north';
  const after = 'Fill the sixty posts in the north and the east';
  const { start, end, ...middle } = textDifference(before, after);
  expect([start + middle.before + end, start + middle.after + end]).toEqual([before, after]);
  expect(textDifference('one two three', 'one 2 three')).toEqual({ start: 'one ', before: 'two', after: '2', end: ' three' });
  expect(textDifference('', 'new')).toEqual({ start: '', before: '', after: 'new', end: '' });
});

test('of long texts a line shows what differs, not how they begin', () => {
  const long = 'The ministry agrees with the districts on who pays for the houses of new staff in the first year of service';
  const shown = shortenedBoth(long, long.replace('first', 'second'));
  expect(shown.before).toContain('first year');
  expect(shown.after).toContain('second year');
  expect(shown.before.length).toBeLessThan(90);
  expect(shortenedBoth(long, `${long} and the second`)).toEqual({ before: '… year of service', after: '… year of service and the second' });
  expect(shortenedBoth('short', 'shorter')).toEqual({ before: 'short', after: 'shorter' });
});
