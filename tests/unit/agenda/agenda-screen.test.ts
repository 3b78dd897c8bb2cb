// The pure parts of the agenda screen: minutes as typed, a day against its plan, whose text a session shows, where a row lands.
import { describe, expect, it } from 'vitest';
import { dayBalance, plannedEnd } from '../../../renderer/features/agenda/day-balance.ts';
import { isSessionLength, parseMinutes, steppedMinutes } from '../../../renderer/features/agenda/minutes-text.ts';
import { placeBeside, placeOfDrop } from '../../../renderer/features/agenda/reorder.ts';
import { retitled, sessionContent } from '../../../renderer/features/agenda/session-content.ts';
import { scheduleOf } from '../../../shared/domain/agenda/rules.ts';
import { shippedGuides, shippedTemplate } from '../../support/shipped-content.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

const templates = [shippedTemplate('three-day')];

function firstDay() {
  const workshop = sampleWorkshop();
  const schedule = () => {
    const day = scheduleOf(workshop.view)[0];
    if (!day) throw new Error('No day');
    return day;
  };
  return { workshop, schedule };
}

describe('minutes as typed', () => {
  it.each([
    ['10', 10],
    ['10m', 10],
    ['10 min', 10],
    ['0:10', 10],
    ['1:15', 75],
    ['1h15', 75],
    ['1 h 15', 75],
    ['1h', 60],
    ['1H5', 65],
    ['90 mn', 90],
    ['90 minutes', 90],
    ['1.5h', 90],
    ['1,5 h', 90],
    ['1.5 hours', 90],
    ['1 hour and 30 minutes', 90],
    ['une heure et demie', 90],
    ['half an hour', 30],
    ['14h30', 870],
  ])('%s is %d', (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes);
  });

  it.each(['', 'ten', '1:', '1:75', '-5', '1.5', '10:10:10'])('%j is not a number of minutes', (text) => {
    expect(parseMinutes(text)).toBeNull();
  });

  it('knows the limits of a session, and stays within them by steps of five', () => {
    expect([4, 5, 240, 241].map(isSessionLength)).toEqual([false, true, true, false]);
    expect(steppedMinutes(12, 1)).toBe(17);
    expect(steppedMinutes(7, -1)).toBe(5);
    expect(steppedMinutes(238, 1)).toBe(240);
  });
});

describe('a day against its plan', () => {
  it('fills the template’s day exactly when nothing was changed', () => {
    expect(dayBalance(firstDay().schedule(), templates)).toEqual({ plannedEnd: 17 * 60, over: 0 });
  });

  it('is over by what was added and by a later start, and has free time when it is shorter', () => {
    const { workshop, schedule } = firstDay();
    const { session } = schedule().sessions[0] ?? expect.fail('no session');
    workshop.run({ name: 'sessionSet', id: session.id, field: 'plannedMinutes', value: session.plannedMinutes + 15 });
    expect(dayBalance(schedule(), templates).over).toBe(15);
    workshop.run({ name: 'daySet', id: schedule().day.id, field: 'startTime', value: '08:00' });
    expect(dayBalance(schedule(), templates).over).toBe(-15);
  });

  it('takes 17:00 for a day that no template knows', () => {
    expect(plannedEnd({ ...firstDay().schedule().day, templateDay: null }, templates)).toBe(17 * 60);
  });
});

describe('whose text a session shows', () => {
  const guides = shippedGuides();
  const session = () => firstDay().schedule().sessions[0]?.session ?? expect.fail('no session');

  it('is the guide’s until somebody edits it, field by field', () => {
    const guide = guides.find(({ id }) => id === session().guideId);
    expect(sessionContent(session(), guides).purpose).toEqual(guide?.purpose);
    const edited = sessionContent({ ...session(), purpose: { en: 'Ours' } }, guides);
    expect(edited.purpose).toEqual({ en: 'Ours' });
    expect(edited.steps).toEqual(guide?.steps);
  });

  it('does not keep the guide’s French for a title that was changed in English, but keeps what people wrote', () => {
    expect(retitled(null, 'en', 'Speech of the minister')).toEqual({ en: 'Speech of the minister' });
    expect(retitled({ en: 'Speech', fr: 'Discours' }, 'en', 'Speeches')).toEqual({ en: 'Speeches', fr: 'Discours' });
  });
});

describe('where a row lands', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

  it('moves by one place and stops at the ends', () => {
    expect(placeBeside(rows, 'c', -1)).toBe('a');
    expect(placeBeside(rows, 'b', -1)).toBeNull();
    expect(placeBeside(rows, 'a', -1)).toBeUndefined();
    expect(placeBeside(rows, 'b', 1)).toBe('c');
    expect(placeBeside(rows, 'd', 1)).toBeUndefined();
  });

  it('takes the place of the row it is dropped on', () => {
    expect(placeOfDrop(rows, 'a', 'c')).toBe('c');
    expect(placeOfDrop(rows, 'd', 'b')).toBe('a');
    expect(placeOfDrop(rows, 'd', 'a')).toBeNull();
    expect(placeOfDrop(rows, 'b', 'b')).toBeUndefined();
    expect(placeOfDrop(rows, 'from another day', 'b')).toBe('a');
  });
});
