import { expect, test } from 'vitest';
import { formatBenchTable, parseBenchRows } from '../../../electron/tasks/bench-table.mjs';
import { closingLine, countPlaywright, countVitest } from '../../../electron/tasks/test-counts.mjs';

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
  const rows = parseBenchRows(
    '{"what":"open","measured":"12 ms","limit":"≤ 20 ms","met":true}\n{"what":"commit p95","measured":"3 ms","limit":"≤ 2 ms","met":false}\n',
  );
  expect(formatBenchTable(rows)).toBe(
    ['what        measured  limit', 'open        12 ms     ≤ 20 ms  met', 'commit p95  3 ms      ≤ 2 ms   MISSED'].join('\n'),
  );
});
