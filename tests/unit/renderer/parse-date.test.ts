// Dates as people type and paste them in English and French.
import { describe, expect, it } from 'vitest';
import { parseDate, readDate } from '../../../renderer/ui/parse-date.ts';
import { formatsOf } from '../../../renderer/ui/formats.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const reference = '2026-03-20' as CalendarDate;

describe('parseDate', () => {
  it.each([
    ['2026-06-01', '2026-06-01'],
    ['1/6/2026', '2026-06-01'],
    ['01.06.26', '2026-06-01'],
    ['1 6', '2026-06-01'],
    ['1 June', '2026-06-01'],
    ['1st June 2027', '2027-06-01'],
    ['Mon 1 June 2026', '2026-06-01'],
    ['1er juin', '2026-06-01'],
    ['15 août 2026', '2026-08-15'],
    ['15 AOUT', '2026-08-15'],
    ['3 déc.', '2026-12-03'],
    ['14 juil', '2026-07-14'],
    ['30', '2026-04-19'],
    ['+30', '2026-04-19'],
    ['0', '2026-03-20'],
  ])('reads %s', (text, date) => {
    expect(parseDate(text, reference)).toBe(date);
  });

  it.each([
    ['12-Mar-27', '2027-03-12'],
    ['12-mars-27', '2027-03-12'],
    ['12/mars/2027', '2027-03-12'],
    ['04/30/2027', '2027-04-30'],
    ['12/13/2026', '2026-12-13'],
    ['2027/03/12', '2027-03-12'],
    ['2027-03-12 00:00:00', '2027-03-12'],
    ['2027-03-12T00:00:00', '2027-03-12'],
    ['12/03/2027 00:00', '2027-03-12'],
    ['١٢/٣/٢٠٢٧', '2027-03-12'],
  ])('reads %s as other programs paste it', (text, date) => {
    expect(parseDate(text, reference)).toBe(date);
  });

  it.each([
    ['Feb 1 2027', '2027-02-01'],
    ['February 1st, 2027', '2027-02-01'],
    ['Feb. 1', '2027-02-01'],
    ['the 5th of May 2026', '2026-05-05'],
    ['Tuesday, May 5, 2026', '2026-05-05'],
    ['mardi 5 mai 2026', '2026-05-05'],
    ['mar. 5 mai', '2026-05-05'],
    ['le 1er décembre 2026', '2026-12-01'],
  ])('reads %s with its month in words', (text, date) => {
    expect(parseDate(text, reference)).toBe(date);
  });

  it.each([
    ['March 2027', '2027-03-31'],
    ['mars 2027', '2027-03-31'],
    ['Feb 2028', '2028-02-29'],
    ['03/2027', '2027-03-31'],
    ['Mar-27', '2027-03-31'],
    ['end of March', '2026-03-31'],
    ['end of February', '2027-02-28'],
    ['End March 2027', '2027-03-31'],
    ['the end of June', '2026-06-30'],
    ['fin mars', '2026-03-31'],
    ['fin de mars 2027', '2027-03-31'],
    ["fin d'avril", '2026-04-30'],
    ['fin août 2026', '2026-08-31'],
    ['mid-April', '2026-04-15'],
    ['mid May', '2026-05-15'],
    ['mi-avril 2027', '2027-04-15'],
    ['beginning of May', '2026-05-01'],
    ['début mai', '2026-05-01'],
    ['end of the month', '2026-03-31'],
    ['fin du mois', '2026-03-31'],
    ['end of the year', '2026-12-31'],
    ['fin de l’année', '2026-12-31'],
    ['end of 2027', '2027-12-31'],
    ['fin 2027', '2027-12-31'],
    ['Q2 2027', '2027-06-30'],
    ['T2 2027', '2027-06-30'],
    ['by May', '2026-05-31'],
  ])('takes %s as a day of that month', (text, date) => {
    expect(parseDate(text, reference)).toBe(date);
  });

  it('takes a month alone as its first day where something begins', () => {
    expect(parseDate('March 2027', reference, 'first')).toBe('2027-03-01');
    expect(parseDate('end of March 2027', reference, 'first')).toBe('2027-03-31');
  });

  it.each([
    ['6w', '2026-05-01'],
    ['6 weeks', '2026-05-01'],
    ['6 semaines', '2026-05-01'],
    ['6 sem', '2026-05-01'],
    ['in 3 months', '2026-06-20'],
    ['3 months', '2026-06-20'],
    ['dans 3 mois', '2026-06-20'],
    ['d’ici 3 mois', '2026-06-20'],
    ['within a month', '2026-04-20'],
    ['un mois', '2026-04-20'],
    ['10 days', '2026-03-30'],
    ['10 jours', '2026-03-30'],
    ['10j', '2026-03-30'],
    ['1 year', '2027-03-20'],
    ['1 an', '2027-03-20'],
  ])('counts %s from the reference', (text, date) => {
    expect(parseDate(text, reference)).toBe(date);
  });

  it('ends a month that is shorter on its last day', () => {
    expect(parseDate('1 month', '2027-01-31' as CalendarDate)).toBe('2027-02-28');
  });

  it('takes a day without a year as the next one from the reference on', () => {
    expect(parseDate('20 March', reference)).toBe('2026-03-20');
    expect(parseDate('19 March', reference)).toBe('2027-03-19');
  });

  it.each([
    '',
    'soon',
    '31/2/2026',
    '32 June',
    '13/13/2026',
    '1 j.p',
    '99999',
    '-5',
    'marvellous 5',
    'jui 2026',
    '5 decisions',
    '3/14',
    'as soon as possible',
  ])('does not guess at %j', (text) => {
    expect(parseDate(text, reference)).toBeNull();
  });

  it('says when the same numbers could mean another day', () => {
    expect(readDate('04/05/2027', reference)).toEqual({ date: '2027-05-04', other: '2027-04-05' });
    expect(readDate('05/05/2027', reference)).toEqual({ date: '2027-05-05', other: null });
    expect(readDate('04/30/2027', reference)).toEqual({ date: '2027-04-30', other: null });
    expect(readDate('30/04/2027', reference)).toEqual({ date: '2027-04-30', other: null });
  });

  it.each(['en', 'fr'])('reads back every day of two years in every way that the page writes it (%s)', (language) => {
    const { date, shortDate, fullDate } = formatsOf(language);
    for (let day = 0; day < 731; day += 1) {
      const meant = addDays('2026-12-30' as CalendarDate, day);
      expect(parseDate(meant, reference)).toBe(meant);
      for (const write of [date, shortDate, fullDate])
        expect(`${write(meant)} ${parseDate(write(meant), reference)}`).toBe(`${write(meant)} ${meant}`);
    }
  });
});
