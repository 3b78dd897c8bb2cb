// The places of a team's topics: by the sum of three scores, equal sums share a place, no sum no place.
import { expect, test } from 'vitest';
import type { Topic } from '../../../shared/domain/analysis/model.ts';
import { topicRanks } from '../../../shared/domain/analysis/rules.ts';

function topic(id: string, importance: number | null, feasibility: number | null, withinOurReach: number | null): Topic {
  return { id, text: id, importance, feasibility, withinOurReach, fieldIds: [], chosen: false, reason: '' } as unknown as Topic;
}

test('the highest sum is first; equal sums share their place and the next one counts on', () => {
  const ranks = topicRanks([topic('a', 3, 3, 3), topic('b', 5, 5, 4), topic('c', 2, 3, 4), topic('d', 1, 1, 1)]);
  expect([...ranks]).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 2],
    ['d', 4],
  ]);
});

test('a topic that lacks a score has no place and takes none', () => {
  const ranks = topicRanks([topic('a', 5, 5, null), topic('b', 1, 2, 3)]);
  expect([...ranks]).toEqual([['b', 1]]);
});

test('a list without topics has no places', () => {
  expect(topicRanks([]).size).toBe(0);
});
