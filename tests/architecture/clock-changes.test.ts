// A day on which clocks change has 23 or 25 hours: a time of the day is asked of the zone, never counted from midnight.
import { expect, test } from 'vitest';
import { filesBelow, type SourceFile } from './source-imports.ts';

const faults: readonly RegExp[] = [
  // The start of a day as a number to add minutes to, by that name …
  /\b\w*midnight\w*\b(?!')/i,
  // … or as what the zone says of minute 0.
  /millisecondsInZone\([^()]*(?:\([^()]*\)[^()]*)*,\s*0\s*,/,
  // … or of a date read as UTC.
  /T00:00(?::00)?(?:\.000)?Z?`\)\s*\+/,
];

function countsFromMidnight({ text }: SourceFile): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return faults.some((fault) => fault.test(code));
}

test('no code counts minutes from a midnight to an instant', () => {
  const product = ['shared', 'electron', 'renderer'].flatMap((realm) => filesBelow(realm, ['.ts', '.tsx']));
  expect(product.length).toBeGreaterThan(100);
  expect(product.filter(countsFromMidnight).map(({ path }) => path)).toEqual([]);
});

test.each([
  'planned = at.midnight + current.end * 60_000;',
  'const start = millisecondsInZone(day.schedule.day.date, 0, timezone);',
  'const start = millisecondsInZone(addDays(date, 1), 0, timezone);',
  'const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;',
])('the check sees: %s', (text) => {
  expect(countsFromMidnight({ path: 'shared/sample.ts', text })).toBe(true);
});
