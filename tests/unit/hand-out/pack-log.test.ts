// The log of hand-outs: in the order in which packs were handed out.
import { expect, test } from 'vitest';
import { newestFirst } from '../../../renderer/features/hand-out/newest-first.ts';
import type { PackExport } from '../../../shared/domain/follow-up/model.ts';

test('a clock that was set back leaves the newest hand-out on top', () => {
  const entry = (id: string, workshopRevision: number, at: string) => ({ id, workshopRevision, at }) as PackExport;
  const log = [
    entry('b', 40, '2026-03-20T14:00:00.000Z'),
    entry('a', 40, '2026-03-20T14:00:00.000Z'),
    entry('after the clock was set back', 41, '2026-03-20T13:10:00.000Z'),
    entry('first', 12, '2026-03-20T14:30:00.000Z'),
  ];
  expect(log.toSorted(newestFirst).map(({ id }) => id)).toEqual(['after the clock was set back', 'a', 'b', 'first']);
});
