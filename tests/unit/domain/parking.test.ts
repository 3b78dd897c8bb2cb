// The parking lot keeps the order in which points were raised.
import { expect, it } from 'vitest';
import { viewOf } from '../../../shared/document/records.ts';
import type { ParkingItem } from '../../../shared/domain/parking/model.ts';
import { compareRaised } from '../../../shared/domain/parking/rules.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { beginWorkshop, runCommand, sequentialContext } from '../../support/random-commands.ts';

it('a clock that was set back leaves the points in the order in which they were raised', () => {
  const context = sequentialContext();
  const document = beginWorkshop(context.next());
  const raise = (text: string, moment: string) => {
    const id = text as ParkingItem['id'];
    const now = `2026-03-18T${moment}:00.000Z` as Instant;
    runCommand(document, { name: 'parkingAdd', id, text, raisedBy: '', sessionId: null }, { ...context.next(), now });
  };
  raise('first', '10:00');
  raise('second', '10:20');
  raise('after the clock was set back', '09:30');
  raise('last', '09:31');
  const points = [...viewOf(document.records).all('parkingItems')];
  const inOrder = ['first', 'second', 'after the clock was set back', 'last'];
  expect(points.toSorted(compareRaised).map(({ id }) => id)).toEqual(inOrder);
  expect(
    points
      .toReversed()
      .toSorted(compareRaised)
      .map(({ id }) => id),
  ).toEqual(inOrder);
});

it('points of an earlier version come first, by their moments', () => {
  const point = (id: string, raisedAt: string, order?: string) => ({ id, raisedAt, ...(order !== undefined && { order }) }) as ParkingItem;
  const points = [
    point('new', '2026-03-18T08:00:00.000Z', 'a0'),
    point('b', '2026-03-18T10:00:00.000Z'),
    point('a', '2026-03-18T09:00:00.000Z'),
  ];
  expect(points.toSorted(compareRaised).map(({ id }) => id)).toEqual(['a', 'b', 'new']);
});
