// The pure parts of Run: where the room is, and time left as digits.
import { describe, expect, it } from 'vitest';
import { remainingMinutes, remainingText } from '../../../renderer/features/run/clock-text.ts';
import { dayOfSession, isOfRoom, roomOf, sessionInFocus } from '../../../renderer/features/run/room.ts';
import { scheduleOf } from '../../../shared/domain/agenda/rules.ts';
import { clockEvents } from '../../../shared/domain/clock/rules.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { emptyWorkshop, sampleStart } from '../../support/sample-workshop.ts';
import { shippedTemplate } from '../../support/shipped-content.ts';

const secondDay = '2026-03-19' as CalendarDate;

function workshopRoom() {
  const workshop = emptyWorkshop();
  const basics = {
    title: 'Workshop',
    place: '',
    country: '',
    hosts: [],
    partners: [],
    funders: [],
    organisers: [],
    objectives: [],
    startDate: sampleStart,
    languages: ['en'],
    timezone: 'UTC',
  };
  workshop.run({ name: 'workshopBegin', isSample: false, template: shippedTemplate('three-day'), basics });
  const ids = (day: number) => scheduleOf(workshop.view)[day]?.sessions.map(({ session }) => session.id) ?? [];
  const room = (today: CalendarDate) => roomOf(scheduleOf(workshop.view), clockEvents(workshop.view), today) ?? expect.fail('no room');
  return { workshop, ids, room };
}

describe('where the room is', () => {
  it('begins with the first session of today, before anything was started', () => {
    const { room, ids } = workshopRoom();
    const now = room(secondDay);
    expect(now).toMatchObject({ current: null, previous: null, isBeforeStart: true });
    expect(now.day.number).toBe(2);
    expect(now.next?.session.id).toBe(ids(1)[0]);
    expect(sessionInFocus(now, null)?.session.id).toBe(ids(1)[0]);
  });

  it('shows the first day with something left on a day that is not of the workshop', () => {
    const { workshop, room, ids } = workshopRoom();
    for (const id of ids(0)) workshop.run({ name: 'sessionSkip', id });
    expect(room('2030-01-01' as CalendarDate).day.number).toBe(2);
  });

  it('follows what runs, whatever the date', () => {
    const { workshop, room, ids } = workshopRoom();
    const [first, second, third] = ids(0);
    workshop.run({ name: 'sessionStart', id: first });
    workshop.run({ name: 'sessionStart', id: second });
    const now = room(secondDay);
    expect(now.day.number).toBe(1);
    expect([now.previous, now.current, now.next].map((each) => each?.session.id)).toEqual([first, second, third]);
  });

  it('goes back to the session before, and the one that ran comes next again', () => {
    const { workshop, room, ids } = workshopRoom();
    const [first, second] = ids(0);
    workshop.run({ name: 'sessionStart', id: first });
    workshop.run({ name: 'sessionStart', id: second });
    workshop.run({ name: 'sessionReopen', id: first });
    const now = room(secondDay);
    expect(now.current?.session.id).toBe(first);
    expect(now.next?.session.id).toBe(second);
  });

  it('keeps the chosen session in focus and knows its day', () => {
    const { room, ids } = workshopRoom();
    const now = room(secondDay);
    const focus = sessionInFocus(now, ids(2)[3] ?? '');
    expect(focus?.session.id).toBe(ids(2)[3]);
    expect(dayOfSession(now, focus?.session).number).toBe(3);
    expect(sessionInFocus(now, 'removed meanwhile')?.session.id).toBe(ids(1)[0]);
  });

  it('is about what was done in its own day, and about all of it while something runs', () => {
    const { workshop, room, ids } = workshopRoom();
    const [yesterdays] = ids(0);
    workshop.run({ name: 'sessionStart', id: yesterdays });
    workshop.run({ name: 'sessionFinish', id: yesterdays });
    const morning = room(secondDay);
    const isOf = (now: typeof morning, chosen: string | null) => isOfRoom(now, sessionInFocus(now, chosen), yesterdays ?? '');
    expect(isOf(morning, null)).toBe(false);
    expect(isOf(morning, ids(0)[1] ?? '')).toBe(true);
    workshop.run({ name: 'sessionStart', id: ids(1)[0] ?? '' });
    expect(isOf(room(secondDay), null)).toBe(true);
    expect(isOfRoom(morning, null, 'removed meanwhile')).toBe(false);
  });

  it('has nothing to say about a workshop without days', () => {
    expect(roomOf([], [], secondDay)).toBeUndefined();
  });
});

describe('time left', () => {
  it.each([
    [2_530_000, '42:10'],
    [4_325_000, '1:12:05'],
    [999, '00:01'],
    [0, '00:00'],
    [-1, '+00:00'],
    [-130_000, '+02:10'],
  ])('%d ms reads %s', (milliseconds, text) => {
    expect(remainingText(milliseconds)).toBe(text);
  });

  it('counts minutes past 59 on the projector', () => {
    expect(remainingText(4_325_000, 100)).toBe('72:05');
    expect(remainingText(-86_400_000, 100)).toBe('+24:00:00');
  });

  it('says minutes that agree with the digits', () => {
    expect([4_201_000, 960_001, 960_000, 120_000, 1, 0, -130_000].map(remainingMinutes)).toEqual([70, 16, 16, 2, 1, 0, 2]);
  });
});
