// Lines of the history: typing is folded, what a command did to many is counted, and what can come back is known.
import { expect, test } from 'vitest';
import { changeWords } from '../../../renderer/features/changes/change-words.ts';
import { byDay } from '../../../renderer/features/history/by-day.ts';
import { foldEntries, type HistoryLine } from '../../../renderer/features/history/fold-entries.ts';
import { lineWords } from '../../../renderer/features/history/line-words.ts';
import { canBringRecord, planToBring, revisionAt } from '../../../renderer/features/history/ways-back.ts';
import { formatsOf } from '../../../renderer/ui/formats.ts';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import type { DescribedChange } from '../../../shared/document/describe.ts';
import type { RecordName } from '../../../shared/document/record-name.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { pageWords } from '../../support/page-words.ts';

function record(collection: RecordName['collection'], id: string, name: string, of: RecordName | null = null): RecordName {
  return { collection, id, name, number: null, guideId: null, of };
}

const t = await pageWords('en');

const plan = record('plans', 'p1', 'Fill posts');

function typed(revision: number, seconds: number, before: string, after: string, fields: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    revision,
    at: `2026-03-18T07:00:${String(seconds).padStart(2, '0')}.000Z` as Instant,
    actor: 'Ada',
    name: 'planSet',
    changes: [{ kind: 'updated', record: plan, fields: [{ field: 'topic', before, after }] }],
    more: 0,
    beyond: [],
    ...fields,
  };
}

function line(entry: Partial<HistoryEntry> & Pick<HistoryEntry, 'name' | 'changes'>): string {
  const formats = formatsOf('en');
  const said = changeWords({ t, formats, content: null, names: {} });
  return lineWords(
    { t, formats, words: said },
    { revision: 9, at: '2026-03-18T07:00:00.000Z' as Instant, actor: '', more: 0, beyond: [], ...entry },
  );
}

function people(count: number): readonly DescribedChange[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'created',
    record: record('participants', `p${index}`, `P ${index}`),
    fields: [],
  }));
}

test('typing in one field within a minute is one line, from the first letter to the last', () => {
  const entries = [typed(4, 50, 'ab', 'abc'), typed(3, 30, 'a', 'ab'), typed(2, 10, '', 'a')];
  const [folded, ...others] = foldEntries(entries);
  expect(others).toEqual([]);
  expect(folded).toMatchObject({ revision: 4, first: 2, commits: 3, at: entries[0]?.at });
  expect(folded?.changes[0]?.fields).toEqual([{ field: 'topic', before: '', after: 'abc' }]);
});

test('another person, another field, a minute later, undo: each its own line', () => {
  const otherField = typed(3, 20, '', 'x', {
    changes: [{ kind: 'updated', record: plan, fields: [{ field: 'objective', before: '', after: 'x' }] }],
  });
  const late = typed(5, 0, 'a', 'b', { at: '2026-03-18T07:01:21.000Z' as Instant });
  const entries = [
    late,
    typed(4, 20, 'a', 'b', { actor: 'Bola' }),
    otherField,
    typed(2, 10, '', 'a'),
    typed(1, 9, 'a', '', { name: 'undo' }),
  ];
  expect(foldEntries(entries).map(({ revision, commits }) => [revision, commits])).toEqual([
    [5, 1],
    [4, 1],
    [3, 1],
    [2, 1],
    [1, 1],
  ]);
});

test('an import is one line with numbers, also when not every change was sent', () => {
  expect(line({ name: 'participantsImport', changes: people(38) })).toBe('Import of people: 38 people added');
  const beyond = [
    { kind: 'created', collection: 'participants', count: 262 },
    { kind: 'created', collection: 'organisations', count: 17 },
  ] as const;
  expect(line({ name: 'participantsImport', changes: people(38), more: 279, beyond })).toBe(
    'Import of people: 300 people added and 17 organisations added',
  );
});

test('what goes along with a removed plan is not told; undo and restore say what they are', () => {
  const steps = ['a', 'b', 'c'].map((id): DescribedChange => ({ kind: 'removed', record: record('steps', id, '', plan), fields: [] }));
  const removed: readonly DescribedChange[] = [...steps, { kind: 'removed', record: plan, fields: [] }];
  expect(line({ name: 'planRemove', changes: removed })).toBe('Plan “Fill posts”: removed');
  const back: readonly DescribedChange[] = removed.map((change) => ({ ...change, kind: 'created' }));
  expect(line({ name: 'undo', changes: back })).toBe('Undone: Plan “Fill posts”: added');
  expect(line({ name: 'restore', changes: back })).toBe('Brought back: Plan “Fill posts”: added');
  expect(line({ name: 'workshopBegin', changes: people(9) })).toBe('The workshop begins');
});

test('only what was there at a moment can come back from it', () => {
  const [only] = foldEntries([typed(7, 10, '', 'a')]) as readonly [HistoryLine];
  expect([revisionAt(only, 'before'), revisionAt(only, 'after')]).toEqual([6, 7]);
  expect(planToBring(only, 'before')?.id).toBe('p1');
  const added: DescribedChange = { kind: 'created', record: plan, fields: [] };
  expect([canBringRecord(added, 'before'), canBringRecord(added, 'after')]).toEqual([false, true]);
  expect(planToBring({ ...only, changes: [added] }, 'before')).toBeNull();
  const gone: DescribedChange = { kind: 'removed', record: record('steps', 's', '', plan), fields: [] };
  expect([canBringRecord(gone, 'before'), canBringRecord(gone, 'after')]).toEqual([true, false]);
  expect(planToBring({ ...only, changes: [gone] }, 'after')?.id).toBe('p1');
  const signed: DescribedChange = { kind: 'created', record: record('signOffs', 'o', '', plan), fields: [] };
  expect(canBringRecord(signed, 'after')).toBe(false);
});

test('a clock that was set back neither joins what is far apart, nor mixes the order of the days', () => {
  const at = (moment: string) => ({ at: moment as Instant });
  const hourEarlier = typed(3, 0, 'ab', 'abc', at('2026-03-18T06:00:00.000Z'));
  expect(foldEntries([hourEarlier, typed(2, 10, '', 'ab')])).toHaveLength(2);
  const secondsEarlier = typed(3, 5, 'ab', 'abc');
  expect(foldEntries([secondsEarlier, typed(2, 10, '', 'ab')])).toHaveLength(1);
  const lines = [
    { revision: 4, ...at('2026-03-18T09:00:00.000Z') },
    { revision: 3, ...at('2026-03-17T09:00:00.000Z') },
    { revision: 2, ...at('2026-03-18T08:00:00.000Z') },
    { revision: 1, ...at('2026-03-18T07:00:00.000Z') },
  ];
  const days = byDay(lines, 'UTC').map(({ date, lines: ofDay }) => [date, ofDay.map(({ revision }) => revision)]);
  expect(days).toEqual([
    ['2026-03-18', [4]],
    ['2026-03-17', [3]],
    ['2026-03-18', [2, 1]],
  ]);
});

test('days that get another date are moved, not changed', () => {
  const days = [1, 2, 3].map((number): DescribedChange => {
    const fields = [{ field: 'date', before: `2026-03-1${number}`, after: `2026-04-1${number}` }];
    return { kind: 'updated', record: record('days', `d${number}`, `2026-04-1${number}`), fields };
  });
  expect(line({ name: 'workshopMove', changes: days })).toMatch(/: 3 days moved$/);
});

test('a merge says which field has two values, and of many how many', () => {
  const two = (id: string, field: string, of: RecordName = plan): DescribedChange => ({
    kind: 'created',
    record: record('conflicts', id, field, of),
    fields: [],
  });
  const step = { ...record('steps', 's1', 'Call for posts', plan), number: 1 };
  expect(line({ name: 'merge', changes: [two('a', 'expectedOutput')] })).toBe('Plan “Fill posts”: two values for expected output');
  expect(line({ name: 'merge', changes: [two('a', '', step)] })).toBe(
    'Step 1 of “Fill posts”: removed on one laptop, changed on the other',
  );
  const many = [two('a', 'expectedOutput'), two('b', 'dueDate', step), two('c', 'text', step)];
  expect(line({ name: 'merge', changes: many })).toBe('Bring in a file: 3 open conflicts');
  expect(canBringRecord(two('a', 'expectedOutput'), 'after')).toBe(false);
});
