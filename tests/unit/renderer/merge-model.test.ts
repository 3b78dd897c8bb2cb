// What the page makes of the differences of a merge: sides, counts, choices for the host, and where in the workshop each belongs.
import { describe, expect, test } from 'vitest';
import { byOutcome, choicesOf, countsOf, decide, groupsOf, keyOf, sideOf } from '../../../renderer/features/bring-in/merge-model.ts';
import type { MergeDifference } from '../../../shared/contract/workshop-files.ts';
import type { RecordName } from '../../../shared/document/record-name.ts';

function named(collection: RecordName['collection'], id: string, of: RecordName | null = null): RecordName {
  return { collection, id, name: id, number: null, guideId: null, of };
}

const team = named('teams', 'kenya');
const plan = named('plans', 'posts', team);

function updated(record: RecordName, field: string, outcome: MergeDifference['outcome']): MergeDifference {
  return {
    record,
    kind: 'updated',
    outcome,
    removedBy: null,
    wrote: { mine: null, theirs: null },
    fields: [{ field, before: 'here', after: 'there' }],
  };
}

function removedThere(record: RecordName, outcome: MergeDifference['outcome']): MergeDifference {
  return { record, kind: 'removed', outcome, removedBy: 'theirs', wrote: { mine: null, theirs: null }, fields: [] };
}

const newer = updated(named('steps', 's1', plan), 'text', 'theirs');
const older = updated(named('workshop', 'workshop'), 'place', 'mine');
const open = updated(named('workshop', 'workshop'), 'title', 'conflict');
const all = [newer, older, open];

describe('decisions', () => {
  test('without any, the merge is followed and conflicts stay open', () => {
    expect(all.map((difference) => sideOf(difference, new Map()))).toEqual(['theirs', 'mine', null]);
    expect(choicesOf(all, new Map())).toEqual([]);
    expect(countsOf(all, new Map())).toEqual({ taken: 1, open: 1, kept: 0, older: 1 });
  });

  test('only what differs from the merge is told to the host', () => {
    const decisions = decide(decide(decide(new Map(), [newer], 'mine'), [older], 'mine'), [open], 'theirs');
    expect(choicesOf(all, decisions)).toEqual([
      { collection: 'steps', id: 's1', field: 'text', take: 'mine' },
      { collection: 'workshop', id: 'workshop', field: 'title', take: 'theirs' },
    ]);
    expect(countsOf(all, decisions)).toEqual({ taken: 1, open: 0, kept: 1, older: 1 });
  });

  test('a decision that is taken back is none, and leaves the others', () => {
    const decided = decide(decide(new Map(), [newer], 'mine'), [open], 'mine');
    expect([...decide(decided, [open], null).keys()]).toEqual([keyOf(newer)]);
    expect([...decide(decided, [newer], 'theirs').keys()]).toEqual([keyOf(open)]);
  });

  test('two fields of one record, and the record itself, are three differences', () => {
    const keys = [updated(plan, 'topic', 'theirs'), updated(plan, 'objective', 'theirs'), removedThere(plan, 'conflict')].map(keyOf);
    expect(new Set(keys).size).toBe(3);
    expect(choicesOf([removedThere(plan, 'conflict')], decide(new Map(), [removedThere(plan, 'conflict')], 'mine'))).toEqual([
      { collection: 'plans', id: 'posts', field: null, take: 'mine' },
    ]);
  });
});

test('what was removed together with a person is decided with the person', () => {
  const person = named('participants', 'ana');
  const differences = [
    removedThere(person, 'conflict'),
    removedThere(named('attendance', 'ana~d1', person), 'conflict'),
    updated(person, 'role', 'conflict'),
  ];
  expect(byOutcome({ workshopId: 'w', differences, names: {} }).conflict).toEqual([differences[0], differences[2]]);
  expect(countsOf(differences, new Map()).open).toBe(2);
});

test('a number that both sides gave out is nobody’s decision: it is neither asked nor counted', () => {
  const differences = [
    updated(plan, 'draftVersion', 'conflict'),
    updated(named('planVersions', 'v2', plan), 'number', 'conflict'),
    updated(plan, 'topic', 'conflict'),
  ];
  expect(byOutcome({ workshopId: 'w', differences, names: {} }).conflict).toEqual([differences[2]]);
  expect(countsOf(differences, new Map())).toEqual({ taken: 0, open: 1, kept: 0, older: 0 });
});

test('differences are grouped by plan, else by team, else by part of the workshop', () => {
  const differences = [
    newer,
    updated(plan, 'topic', 'theirs'),
    updated(named('topics', 't1', team), 'text', 'theirs'),
    updated(named('attendance', 'a', named('participants', 'ana')), 'state', 'theirs'),
    updated(named('participants', 'ana'), 'role', 'theirs'),
    updated(named('sessions', 'x', named('days', 'd1')), 'title', 'theirs'),
    older,
    updated(named('parkingItems', 'p'), 'text', 'theirs'),
    updated(named('packExports', 'e'), 'at', 'theirs'),
  ];
  const groups = groupsOf(differences);
  expect(groups.map(({ key, differences: { length } }) => [key, length])).toEqual([
    ['plans posts', 2],
    ['teams kenya', 1],
    ['people', 2],
    ['agenda', 1],
    ['basics', 1],
    ['parking', 1],
    ['other', 1],
  ]);
  expect(groups[0]?.head).toEqual({ kind: 'record', record: plan });
});
