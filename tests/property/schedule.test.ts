// Schedules: starts follow from the minutes, anchors never move, order keys keep their order.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Session } from '../../shared/domain/agenda/model.ts';
import { minutesOfTime, scheduleDay, scheduleWarnings, timeOfMinutes } from '../../shared/domain/agenda/rules.ts';
import { keysAfter } from '../../shared/domain/sorted.ts';
import { compareOrder, orderKeysBetween } from '../../shared/kernel/order-key.ts';
import { sessionKinds } from '../../shared/domain/agenda/values.ts';

const day = { id: 'd', date: '2026-03-17', startTime: '08:30', label: null, templateDay: null, order: 'a0' } as unknown as Day;

const sessions = fc.array(
  fc.record({
    plannedMinutes: fc.integer({ min: 5, max: 240 }),
    kind: fc.constantFrom(...sessionKinds),
    anchor: fc.option(fc.integer({ min: 0, max: 1439 }).map(timeOfMinutes), { freq: 5 }),
  }),
  { maxLength: 30 },
);

function asSessions(parts: readonly { plannedMinutes: number; anchor: string | null }[]): readonly Session[] {
  return parts.map((part, index) => ({ id: `s${index}`, ...part }) as unknown as Session);
}

describe('a day on the clock', () => {
  it('starts every session where the one before ends, or at its anchor', () => {
    fc.assert(
      fc.property(sessions, (parts) => {
        const schedule = scheduleDay(day, asSessions(parts));
        let clock = minutesOfTime('08:30');
        for (const [index, { session, start, end, gapBefore }] of schedule.sessions.entries()) {
          const anchor = parts[index]?.anchor ?? null;
          expect(start).toBe(anchor === null ? clock : minutesOfTime(anchor));
          expect(gapBefore).toBe(start - clock);
          expect(end - start).toBe(session.plannedMinutes);
          clock = end;
        }
        expect(schedule.end).toBe(clock);
        expect(schedule.totalMinutes).toBe(parts.reduce((sum, part) => sum + part.plannedMinutes, 0));
      }),
    );
  });

  it('warns of a lunch under 45 minutes and of more than 120 minutes without a break, and only then', () => {
    fc.assert(
      fc.property(sessions, (parts) => {
        const warnings = scheduleWarnings(scheduleDay(day, asSessions(parts)));
        const shortLunches = parts.filter((part) => part.kind === 'lunch' && part.plannedMinutes < 45).length;
        expect(warnings.filter((warning) => warning.code === 'lunch-too-short')).toHaveLength(shortLunches);
        const stretches: number[] = [0];
        for (const part of parts) {
          if (part.kind === 'break' || part.kind === 'lunch') stretches.push(0);
          else stretches[stretches.length - 1] = (stretches.at(-1) ?? 0) + part.plannedMinutes;
        }
        expect(warnings.filter((warning) => warning.code === 'long-without-break')).toHaveLength(
          stretches.filter((minutes) => minutes > 120).length,
        );
      }),
    );
  });

  it('reads and writes times of day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOfTime(timeOfMinutes(minutes)) === minutes));
  });
});

describe('order keys', () => {
  it('put a record exactly behind the one it was dropped on, in any sequence of drops', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (drops) => {
        let list = orderKeysBetween(null, null, 12).map((order, index) => ({ id: `r${index}`, order }));
        for (const [from, to] of drops) {
          const moved = list[from % list.length];
          if (!moved) continue;
          const others = list.filter((record) => record !== moved);
          const position = to % (others.length + 1);
          const after = position === 0 ? null : (others[position - 1]?.id ?? null);
          const order = keysAfter(others, after, 1)[0] as string;
          list = [...others, { id: moved.id, order }].toSorted(compareOrder);
          expect(list[position]?.id).toBe(moved.id);
        }
      }),
    );
  });

  it('never collide inside one paste, even between two equal neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const keys = orderKeysBetween('a0', 'a0', count);
        expect(new Set(keys).size).toBe(count);
        expect([...keys].toSorted()).toEqual(keys);
      }),
    );
  });
});
