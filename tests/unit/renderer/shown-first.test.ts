// A single rest needs no button.
import { expect, test } from 'vitest';
import { shownFirst } from '../../../renderer/ui/shown-first.ts';

test.each([
  [0, 0],
  [5, 5],
  [6, 6],
  [7, 5],
  [40, 5],
])('of %i, %i are shown at first', (count, shown) => {
  expect(shownFirst(count, 5)).toBe(shown);
});
