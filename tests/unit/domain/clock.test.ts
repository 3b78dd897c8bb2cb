// The room's clock: time left, tone, drift and expected end, derived from clock events.
import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../../shared/domain/agenda/rules.ts';
import { clockEvents, clockTone, dayProgress, remainingMilliseconds, sessionClock } from '../../../shared/domain/clock/rules.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { viewOf } from '../../../shared/document/records.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { instantFromMilliseconds } from '../../../shared/kernel/instant.ts';
import { beginWorkshop, runCommand, sequentialContext } from '../../support/random-commands.ts';

const minute = 60_000;
const midnight = Date.parse('2026-03-17T00:00:00Z');

function room() {
  const context = sequentialContext();
  const document = beginWorkshop(context.next());
  const view = viewOf(document.records);
  const day = scheduleOf(view)[0];
  if (!day) throw new Error('No day');
  const [registration, opening, objectives] = day.sessions.map(({ session }) => session);
  if (!registration || !opening || !objectives) throw new Error('Too few sessions');
  const run = (now: number, command: Command) => {
    const done = runCommand(document, command, { ...context.next(), now: instantFromMilliseconds(now) });
    if (!done) throw new Error(`Refused: ${command.name} at ${instantFromMilliseconds(now)}`);
  };
  const at = (time: string, command: Command) => run(Date.parse(`2026-03-17T${time}Z`), command);
  const progress = (time: string) => dayProgress(day, clockEvents(view), { timeZone: 'UTC', now: Date.parse(`2026-03-17T${time}Z`) });
  return { view, document, registration, opening, objectives, at, run, progress };
}

describe('the clock of a session', () => {
  it('counts down from the planned minutes, with what was added and without pauses', () => {
    const { view, registration, at } = room();
    at('08:40:00', { name: 'sessionStart', id: registration.id });
    at('08:45:00', { name: 'sessionPause', id: registration.id });
    at('08:50:00', { name: 'sessionResume', id: registration.id });
    at('08:51:00', { name: 'sessionExtend', id: registration.id, minutes: 5 });
    const clock = sessionClock(clockEvents(view), registration.id);
    const left = remainingMilliseconds(registration, clock, Date.parse('2026-03-17T08:55:00Z'));
    expect(left).toBe((20 + 5 - (15 - 5)) * minute);
    expect(clockTone(registration, clock, left)).toBe('calm');
    expect(clockTone(registration, clock, 5 * minute)).toBe('warning');
    expect(clockTone(registration, clock, -1)).toBe('over');
  });

  it('stands still while paused', () => {
    const { view, registration, at } = room();
    at('08:30:00', { name: 'sessionStart', id: registration.id });
    at('08:40:00', { name: 'sessionPause', id: registration.id });
    const clock = sessionClock(clockEvents(view), registration.id);
    expect(remainingMilliseconds(registration, clock, Date.parse('2026-03-17T09:30:00Z'))).toBe(10 * minute);
  });

  it('takes the time up where it was when one goes back into a finished session; the other waits again', () => {
    const { view, registration, opening, at } = room();
    at('08:30:00', { name: 'sessionStart', id: registration.id });
    at('08:40:00', { name: 'sessionStart', id: opening.id });
    at('08:41:00', { name: 'sessionReopen', id: registration.id });
    const events = clockEvents(view);
    expect(sessionClock(events, opening.id).state).toBe('waiting');
    expect(sessionClock(events, registration.id)).toMatchObject({ state: 'running', endedAt: null });
  });
});

describe('a session that was finished during a pause', () => {
  it('did not use the time of the pause, and runs on when the room goes back into it', () => {
    const { view, registration, at } = room();
    at('08:30:00', { name: 'sessionStart', id: registration.id });
    at('08:40:00', { name: 'sessionPause', id: registration.id });
    at('08:50:00', { name: 'sessionFinish', id: registration.id });
    const finished = sessionClock(clockEvents(view), registration.id);
    expect(remainingMilliseconds(registration, finished, Date.parse('2026-03-17T12:00:00Z'))).toBe(10 * minute);
    at('08:51:00', { name: 'sessionReopen', id: registration.id });
    const again = sessionClock(clockEvents(view), registration.id);
    expect(remainingMilliseconds(registration, again, Date.parse('2026-03-17T08:53:00Z'))).toBe(7 * minute);
  });
});

describe('a session that the room comes back to long after its end', () => {
  it.each([
    ['after lunch', '2026-03-17T13:00:00Z'],
    ['the next day', '2026-03-18T08:00:00Z'],
  ])('%s goes on with the time that it had left', (_, again) => {
    const { view, registration, at, run } = room();
    at('08:30:00', { name: 'sessionStart', id: registration.id });
    at('08:40:00', { name: 'sessionFinish', id: registration.id });
    const now = Date.parse(again);
    run(now, { name: 'sessionReopen', id: registration.id });
    const clock = sessionClock(clockEvents(view), registration.id);
    expect(remainingMilliseconds(registration, clock, now + 3 * minute)).toBe(7 * minute);
  });
});

describe('the day against the plan', () => {
  it('says nothing of a day that is past, however much of it was left, unless one of its sessions runs', () => {
    const { view, run, at, registration, opening } = room();
    const [day] = scheduleOf(view);
    if (!day) throw new Error('No day');
    at('08:36:00', { name: 'sessionStart', id: registration.id });
    at('08:50:00', { name: 'sessionFinish', id: registration.id });
    const nextMorning = midnight + 32 * 60 * minute;
    const progress = () => dayProgress(day, clockEvents(view), { timeZone: 'UTC', now: nextMorning });
    expect(progress()).toMatchObject({ next: opening, minutesLate: 0, expectedDayEnd: null, isDone: false });
    expect(progress().expectedStarts.size).toBe(0);
    run(nextMorning, { name: 'sessionStart', id: opening.id });
    expect(progress()).toMatchObject({ current: opening, expectedSessionEnd: nextMorning + 60 * minute });
  });

  it('says nothing before anything has started', () => {
    const { progress, registration } = room();
    expect(progress('08:00:00')).toMatchObject({ current: null, next: registration, minutesLate: 0, expectedDayEnd: null });
  });

  it('is late by what the running session started late, to the end of the day', () => {
    const { progress, at, registration, opening } = room();
    at('08:36:00', { name: 'sessionStart', id: registration.id });
    const now = progress('08:40:00');
    expect(now).toMatchObject({ current: registration, next: opening, minutesLate: 6 });
    expect(now.expectedSessionEnd).toBe(midnight + (8 * 60 + 56) * minute);
    expect(now.expectedDayEnd).toBe(midnight + (17 * 60 + 6) * minute);
  });

  it('grows late while a session runs over its time, and is early after a short one', () => {
    const { progress, at, registration } = room();
    at('08:30:00', { name: 'sessionStart', id: registration.id });
    expect(progress('09:00:00').minutesLate).toBe(10);
    at('08:40:00', { name: 'sessionFinish', id: registration.id });
    expect(progress('08:40:00')).toMatchObject({ current: null, minutesLate: -10 });
  });

  it('wins the time of a skipped session', () => {
    const { progress, at, registration, opening, objectives } = room();
    at('08:30:00', { name: 'sessionStart', id: registration.id });
    at('08:50:00', { name: 'sessionFinish', id: registration.id });
    at('08:50:00', { name: 'sessionSkip', id: opening.id });
    expect(progress('08:50:00')).toMatchObject({ next: objectives, minutesLate: -60, expectedDayEnd: midnight + 16 * 60 * minute });
  });

  it('refuses what makes no sense in the state the session is in', () => {
    const { document, registration } = room();
    expect(runCommand(document, { name: 'sessionFinish', id: registration.id }, sequentialContext().next())).toBeNull();
    expect(runCommand(document, { name: 'sessionResume', id: registration.id }, sequentialContext().next())).toBeNull();
  });
});

describe('a day on which clocks change', () => {
  it.each([
    ['Africa/Cairo', '2027-04-30', '05:30:00'],
    ['Africa/Cairo', '2026-10-30', '06:30:00'],
    ['Europe/Paris', '2027-03-28', '06:30:00'],
    ['Africa/Casablanca', '2027-02-07', '08:30:00'],
  ])('finds a session in %s on %s that was started on time neither early nor late', (timeZone, date, utc) => {
    const context = sequentialContext();
    const document = beginWorkshop(context.next());
    const view = viewOf(document.records);
    const [schedule] = scheduleOf(view);
    const first = schedule?.sessions[0]?.session;
    if (!schedule || !first) throw new Error('No session');
    const onTheDay = { ...schedule, day: { ...schedule.day, date: date as CalendarDate } };
    const now = Date.parse(`${date}T${utc}Z`);
    runCommand(document, { name: 'sessionStart', id: first.id }, { ...context.next(), now: instantFromMilliseconds(now) });
    const progress = dayProgress(onTheDay, clockEvents(view), { timeZone, now });
    expect(progress).toMatchObject({ minutesLate: 0, expectedSessionEnd: now + 20 * minute });
    expect(new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(progress.expectedDayEnd ?? 0)).toBe('17:00');
  });
});
