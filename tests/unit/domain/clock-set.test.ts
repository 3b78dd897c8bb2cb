// The room's clock when the computer's is set, sleeps or begins anew: the order and the elapsed time do not depend on the wall clock.
import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../../shared/domain/agenda/rules.ts';
import { clockEvents, lastAction, lastTakenBack } from '../../../shared/domain/clock/order.ts';
import type { Reading } from '../../../shared/domain/clock/reading.ts';
import { clockJump, dayProgress, sessionClock, usedMilliseconds } from '../../../shared/domain/clock/rules.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { mergeDocuments } from '../../../shared/document/merge.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { instantFromMilliseconds } from '../../../shared/kernel/instant.ts';
import { createHostClock } from '../../../renderer/state/host-clock.ts';
import { beginWorkshop, copied, runCommand, sequentialContext } from '../../support/random-commands.ts';

const minute = 60_000;
const nine = Date.parse('2026-03-17T09:00:00Z');

/** A laptop whose clocks a test moves: real time, the wall clock, and the run of the computer. */
function laptop(replica = 'replica-a', document = beginWorkshop(sequentialContext().next())) {
  let counted = 0;
  let wall = nine;
  let uptime = 600 * minute;
  let boot = `boot of ${replica}`;
  const view = viewOf(document.records);
  const reading = (): Reading => ({ at: wall, boot, uptime, replica });
  return {
    document,
    view,
    reading,
    sessions: scheduleOf(view)[0]?.sessions.map(({ session }) => session) ?? expect.fail('no day'),
    passes: (minutes: number) => {
      wall += minutes * minute;
      uptime += minutes * minute;
    },
    setClock: (minutes: number) => void (wall += minutes * minute),
    beginsAnew: (minutesOff: number) => {
      wall += minutesOff * minute;
      uptime = minute;
      boot = `${boot} again`;
    },
    run: (command: Command) => {
      const newId = () => `${replica}-${(counted += 1)}`;
      const context = { now: instantFromMilliseconds(wall), newId, actor: '', steady: { replica, boot, uptime } };
      return runCommand(document, command, context, replica) !== null;
    },
    used: (id: string) => usedMilliseconds(sessionClock(clockEvents(view), id), reading()) / minute,
    state: (id: string) => sessionClock(clockEvents(view), id).state,
    jump: (id: string) => clockJump(sessionClock(clockEvents(view), id), reading()),
    progress: () => dayProgress(scheduleOf(view)[0] ?? expect.fail('no day'), clockEvents(view), { timeZone: 'UTC', now: reading() }),
  };
}

describe('a wall clock that is set while a session runs', () => {
  it('lets every command have its effect and says how far it was set', () => {
    const { sessions, passes, setClock, run, used, state, jump } = laptop();
    const [first, second] = sessions as [(typeof sessions)[0], (typeof sessions)[0]];
    expect(run({ name: 'sessionStart', id: first.id })).toBe(true);
    passes(5);
    setClock(-60);
    passes(5);
    expect(used(first.id)).toBe(10);
    expect(jump(first.id)).toEqual({ shown: nine - 50 * minute, measured: nine + 10 * minute });
    expect(run({ name: 'sessionPause', id: first.id })).toBe(true);
    expect(state(first.id)).toBe('paused');
    expect(run({ name: 'sessionResume', id: first.id })).toBe(true);
    expect(state(first.id)).toBe('running');
    expect(run({ name: 'sessionSetElapsed', id: first.id, minutes: 12 })).toBe(true);
    expect([used(first.id), jump(first.id)]).toEqual([12, null]);
    expect(run({ name: 'sessionFinish', id: first.id })).toBe(true);
    expect(state(first.id)).toBe('finished');
    expect(run({ name: 'sessionStart', id: second.id })).toBe(true);
    expect(state(second.id)).toBe('running');
  });

  it('is corrected by up to two minutes without a word', () => {
    const { sessions, passes, setClock, run, jump } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    setClock(2);
    passes(1);
    expect(jump(id)).toBeNull();
    setClock(1);
    expect(jump(id)).not.toBeNull();
  });
});

describe('time that nobody watched', () => {
  it('counts 20 minutes asleep', () => {
    const { sessions, passes, run, used, jump } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    passes(20);
    expect([used(id), jump(id)]).toEqual([20, null]);
  });

  it('goes on after the application was killed and started again with the clock set back', () => {
    const { sessions, passes, setClock, run, used } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    passes(7);
    setClock(-90);
    passes(1);
    expect(used(id)).toBe(8);
  });

  it('loses nothing that an event proves when the computer begins anew with the clock set back, and says that it is in doubt', () => {
    const { sessions, passes, beginsAnew, run, used, jump } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    passes(7);
    run({ name: 'sessionExtend', id, minutes: 5 });
    beginsAnew(-60);
    expect(used(id)).toBe(8);
    expect(jump(id)).not.toBeNull();
    passes(3);
    expect(used(id)).toBe(11);
  });

  it('is told by the wall clock when the computer begins anew and the clock was left alone', () => {
    const { sessions, passes, beginsAnew, run, used, jump } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    passes(7);
    beginsAnew(4);
    expect([used(id), jump(id)]).toEqual([11, null]);
  });
});

describe('two laptops', () => {
  it('agree on the order and on what runs, whatever their clocks show', () => {
    const one = laptop('replica-a');
    const two = laptop('replica-b', copied(one.document));
    const [first, second] = one.sessions.map(({ id }) => id as string) as [string, string];
    two.setClock(-180);
    one.run({ name: 'sessionStart', id: first as never });
    one.passes(4);
    two.run({ name: 'sessionStart', id: second as never });
    const states = [mergeDocuments(one.document, two.document), mergeDocuments(two.document, one.document)].map(({ document }) => {
      const events = clockEvents(viewOf(document.records));
      return [first, second].map((id) => sessionClock(events, id).state);
    });
    expect(states).toEqual([
      ['finished', 'running'],
      ['finished', 'running'],
    ]);
  });
});

describe('taking back', () => {
  it('costs no minute: what is taken back and the taking back both count for nothing', () => {
    const { view, sessions, passes, run, used, state } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    passes(3);
    run({ name: 'sessionPause', id });
    passes(4);
    expect(used(id)).toBe(3);
    expect(run({ name: 'clockTakeBack', id: lastAction(view)[0]?.id ?? expect.fail() })).toBe(true);
    expect([state(id), used(id)]).toEqual(['running', 7]);
  });

  it('takes everything that one action did, and brings it again', () => {
    const { view, sessions, run, state } = laptop();
    const [first, second] = sessions.map(({ id }) => id) as [never, never];
    run({ name: 'sessionStart', id: first });
    run({ name: 'sessionStart', id: second });
    expect([state(first), state(second)]).toEqual(['finished', 'running']);
    run({ name: 'clockTakeBack', id: lastAction(view).at(-1)?.id ?? expect.fail() });
    expect([state(first), state(second)]).toEqual(['running', 'waiting']);
    run({ name: 'clockTakeBack', id: lastTakenBack(view)[0]?.id ?? expect.fail() });
    expect([state(first), state(second)]).toEqual(['finished', 'running']);
    expect(lastAction(view).map(({ kind }) => kind)).toEqual(['finished', 'started']);
  });

  it('is refused when something else happened meanwhile', () => {
    const { view, sessions, run } = laptop();
    const id = sessions[0]?.id ?? expect.fail();
    run({ name: 'sessionStart', id });
    const start = lastAction(view)[0]?.id ?? expect.fail();
    run({ name: 'sessionExtend', id, minutes: 5 });
    expect(run({ name: 'clockTakeBack', id: start })).toBe(false);
  });
});

describe('a session that is started out of order', () => {
  it('is on time by its own minutes; what was passed over comes next, and the day is not done', () => {
    const { sessions, passes, run, progress } = laptop();
    const ids = sessions.map(({ id }) => id);
    const started = sessions[7] ?? expect.fail();
    run({ name: 'sessionStart', id: ids[0] ?? expect.fail() });
    run({ name: 'sessionFinish', id: ids[0] ?? expect.fail() });
    run({ name: 'sessionStart', id: started.id });
    const now = progress();
    expect(now.minutesLate).toBe(0);
    expect(now.passedOver.map(({ id }) => id)).toEqual(ids.slice(1, 7));
    expect(now.next?.id).toBe(ids[1]);
    expect(now.expectedStarts.get(ids[1] ?? '')).toBe(now.expectedSessionEnd);
    passes(started.plannedMinutes + 4);
    expect(progress().minutesLate).toBe(4);
    run({ name: 'sessionFinish', id: started.id });
    expect(progress()).toMatchObject({ isDone: false, minutesLate: 4 });
    for (const id of ids) run({ name: 'sessionSkip', id });
    expect(progress()).toMatchObject({ isDone: true, next: null, passedOver: [] });
  });
});

describe('the clock of a page', () => {
  it('asks the host again when its own clocks part, as after a sleep or when the clock is set', async () => {
    let steady = 0;
    let wall = nine;
    let asked = 0;
    const answer = { now: instantFromMilliseconds(nine + 20 * minute), boot: 'b', uptime: 21 * minute };
    const clock = createHostClock(
      { now: instantFromMilliseconds(nine), boot: 'b', uptime: minute },
      () => ((asked += 1), Promise.resolve(answer)),
      { steady: () => steady, wall: () => wall },
    );
    steady += 1000;
    wall += 1000;
    expect(clock.read()).toEqual({ at: nine + 1000, boot: 'b', uptime: minute + 1000 });
    expect(asked).toBe(0);
    wall += 20 * minute;
    clock.read();
    clock.read();
    expect(asked).toBe(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(clock.read()).toEqual({ at: nine + 20 * minute, boot: 'b', uptime: 21 * minute });
    expect(asked).toBe(1);
  });
});
