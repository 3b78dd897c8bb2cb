// Random jumps of the wall clock between random commands on the room's clock: every command has its effect, and elapsed time is real time.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockEvents, sessionClock, usedMilliseconds } from '../../shared/domain/clock/rules.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { viewOf } from '../../shared/document/records.ts';
import { instantFromMilliseconds } from '../../shared/kernel/instant.ts';
import { beginWorkshop, runCommand, sequentialContext } from '../support/random-commands.ts';

const acts = ['sessionStart', 'sessionPause', 'sessionResume', 'sessionFinish', 'sessionExtend', 'sessionSkip'] as const;

const stepArbitrary = fc.record({
  act: fc.constantFrom(...acts),
  session: fc.nat({ max: 2 }),
  passes: fc.nat({ max: 3_600_000 }),
  jumps: fc.integer({ min: -7_200_000, max: 7_200_000 }),
});

/** What people see happen: a model that knows only real time. */
interface Seen {
  readonly state: 'waiting' | 'running' | 'paused' | 'finished' | 'skipped';
  readonly used: number;
}

function after(seen: Seen, act: (typeof acts)[number]): Seen | null {
  const { state } = seen;
  const isOn = state === 'running' || state === 'paused';
  switch (act) {
    case 'sessionStart':
      return isOn ? null : { state: 'running', used: 0 };
    case 'sessionPause':
      return state === 'running' ? { ...seen, state: 'paused' } : null;
    case 'sessionResume':
      return state === 'paused' ? { ...seen, state: 'running' } : null;
    case 'sessionFinish':
      return isOn ? { ...seen, state: 'finished' } : null;
    case 'sessionExtend':
      return isOn ? seen : null;
    default:
      return isOn || state === 'waiting' ? { ...seen, state: 'skipped' } : null;
  }
}

test('whatever the wall clock does, commands have their effect and elapsed time is within a second of real time', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { minLength: 1, maxLength: 25 }), (steps) => {
      const context = sequentialContext();
      const document = beginWorkshop(context.next());
      const view = viewOf(document.records);
      const ids = [...view.all('sessions')].slice(0, 3).map(({ id }) => id);
      const seen: Seen[] = ids.map(() => ({ state: 'waiting', used: 0 }));
      let real = 0;
      let wall = Date.parse('2026-03-17T08:00:00Z');
      for (const { act, session, passes, jumps } of steps) {
        real += passes;
        wall += passes + jumps;
        for (const [index, each] of seen.entries()) if (each.state === 'running') seen[index] = { ...each, used: each.used + passes };
        const id = ids[session] ?? expect.fail();
        const steady = { replica: 'replica-a', boot: 'boot', uptime: real };
        const command = (act === 'sessionExtend' ? { name: act, id, minutes: 5 } : { name: act, id }) as Command;
        const done = runCommand(document, command, { ...context.next(), now: instantFromMilliseconds(wall), steady });
        const next = after(seen[session] ?? expect.fail(), act);
        expect(done !== null, `${act} on ${seen[session]?.state}`).toBe(next !== null);
        if (next && act === 'sessionStart') {
          for (const [index, each] of seen.entries()) {
            if (each.state === 'running' || each.state === 'paused') seen[index] = { ...each, state: 'finished' };
          }
        }
        if (next) seen[session] = next;
        const events = clockEvents(view);
        for (const [index, expected] of seen.entries()) {
          const clock = sessionClock(events, ids[index] ?? '');
          expect(clock.state).toBe(expected.state);
          expect(Math.abs(usedMilliseconds(clock, { ...steady, at: wall }) - expected.used)).toBeLessThan(1000);
        }
      }
    }),
  );
});
