import { expect, test } from 'vitest';
import { formatBenchTable } from '../../../electron/tasks/bench-table.mjs';
import { formatSoakTable } from '../../../electron/tasks/soak-table.mjs';
import { closingLine, countPlaywright, countVitest } from '../../../electron/tasks/test-counts.mjs';
import { parseRows } from '../../../electron/tasks/text-table.mjs';

test('vitest’s report becomes counts', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
  expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('Playwright’s report becomes counts', () => {
  expect(countPlaywright({ stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } }, 1)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('a runner that ends badly without a failed test has failed', () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0 }, 1).failed).toBe(1);
  expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countPlaywright(undefined, 1).failed).toBe(1);
});

test('a level in which nothing ran has failed, however it ended', () => {
  expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0).failed).toBe(1);
  expect(countPlaywright({ stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 5 } }, 0).failed).toBe(1);
});

test('the closing line adds up', () => {
  const counts = [
    { passed: 7, failed: 0, skipped: 1 },
    { passed: 5, failed: 2, skipped: 0 },
  ];
  expect(closingLine(counts)).toBe('12 passed, 2 failed');
});

test('bench rows become an aligned table', () => {
  const rows = parseRows(
    '{"what":"open","measured":"12 ms","limit":"≤ 20 ms","met":true}\n{"what":"commit p95","measured":"3 ms","limit":"≤ 2 ms","met":false}\n',
  );
  expect(formatBenchTable(rows)).toBe(
    ['what        measured  limit', 'open        12 ms     ≤ 20 ms  met', 'commit p95  3 ms      ≤ 2 ms   MISSED'].join('\n'),
  );
});

test('soak rows too, with figures that can be read and a dash where there are none', () => {
  const rows = [
    { what: 'killed', runs: 500, acknowledged: 1_234_567, lost: 0, unreadable: 0 },
    { what: 'flipped', runs: 9, acknowledged: null, lost: 0, unreadable: 1 },
  ];
  expect(formatSoakTable(rows).split('\n')).toEqual([
    'what     runs  acknowledged  lost  unreadable',
    'killed   500   1,234,567     0     0',
    'flipped  9     –             0     1',
  ]);
});
