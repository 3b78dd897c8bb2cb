// Pasted lines become steps; nothing that was pasted is lost.
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { pastedSteps } from '../../../renderer/features/plans/pasted-steps.ts';

const lastDay = '2026-03-20' as CalendarDate;
const people = [
  { id: 'am', fullName: 'Akosua Mensa', isTeamMember: true },
  { id: 'lp', fullName: 'Lydia Phiri', isTeamMember: true },
  { id: 'jo', fullName: 'James Otieno', isTeamMember: false },
];

function paste(text: string) {
  return pastedSteps({ text, rows: null }, { people, reference: lastDay });
}

function texts(text: string): readonly string[] | undefined {
  return paste(text)?.map((step) => step.text);
}

describe('lines', () => {
  it('leaves one line to be pasted as text', () => {
    expect(paste('List existing HR plans')).toBeNull();
    expect(paste('List existing HR plans\r\n')).toBeNull();
    expect(paste('')).toBeNull();
  });

  it('makes one step of each line, without empty ones', () => {
    expect(texts('List plans\r\n\r\nFind reports\n  Write a note  \r\n')).toEqual(['List plans', 'Find reports', 'Write a note']);
  });

  it('takes list marks and numbers off, and nothing else', () => {
    expect(texts('1. List plans\n2) Find reports\n• Interview 6 people\n– Write\na) Send\n(6) File')).toEqual([
      'List plans',
      'Find reports',
      'Interview 6 people',
      'Write',
      'Send',
      'File',
    ]);
    expect(texts('3 interviews\n2026 budget\nA plan')).toEqual(['3 interviews', '2026 budget', 'A plan']);
  });

  it('keeps quotation marks of plain lines', () => {
    expect(texts('"Train the trainers" course\nReport')).toEqual(['"Train the trainers" course', 'Report']);
  });
});

describe('rows of a spreadsheet', () => {
  it('reads who and until when, in any order of the columns', () => {
    expect(paste('List plans\tA. Mensa\t14\nFind reports\t1 May 2026\tLydia Phiri; James Otieno')).toEqual([
      { text: 'List plans', responsibleIds: ['am'], dueDate: '2026-04-03', responsibleAsTyped: '', dueAsTyped: '' },
      { text: 'Find reports', responsibleIds: ['lp', 'jo'], dueDate: '2026-05-01', responsibleAsTyped: '', dueAsTyped: '' },
    ]);
  });

  it('reads names joined by "and" or "et", each person once', () => {
    expect(paste('List\tA. Mensa and L. Phiri\nFind\tA. Mensa et Akosua Mensa')?.map((step) => step.responsibleIds)).toEqual([
      ['am', 'lp'],
      ['am'],
    ]);
  });

  it('leaves a column of mere numbers out', () => {
    expect(texts('1\tList plans\n2.\tFind reports')).toEqual(['List plans', 'Find reports']);
  });

  it('makes one step of a cell with several lines', () => {
    expect(texts('"List plans\nof all regions"\tA. Mensa\nReport\t')).toEqual(['List plans\nof all regions', 'Report']);
  });

  it('keeps what it does not understand as it was written, in the column that it stands in', () => {
    expect(paste('List plans\tPermanent Secretary\tsoon\nReport\tA. Mensa\t14')).toEqual([
      { text: 'List plans', responsibleIds: [], dueDate: null, responsibleAsTyped: 'Permanent Secretary', dueAsTyped: 'soon' },
      { text: 'Report', responsibleIds: ['am'], dueDate: '2026-04-03', responsibleAsTyped: '', dueAsTyped: '' },
    ]);
    expect(paste('Activity\tBy when\tWho\nList plans\tsoon\tMoH')?.[0]).toMatchObject({ responsibleAsTyped: 'MoH', dueAsTyped: 'soon' });
    expect(paste('List plans\tA. Mensa; MoH\tQ5 2027')?.[0]).toMatchObject({
      responsibleIds: ['am'],
      responsibleAsTyped: 'MoH',
      dueAsTyped: 'Q5 2027',
    });
  });

  it.each(['•', '·', 'o', '\uF0B7', 'a.', '1.', '(2)', 'iv.'])('takes the mark %s off that Word puts into a column of its own', (mark) => {
    expect(texts(`${mark}\tList plans\r\n${mark}\tFind reports\r\n`)).toEqual(['List plans', 'Find reports']);
    expect(texts(`${mark}\tList plans`)).toEqual(['List plans']);
  });

  it('does not let a quote that is not closed swallow the rows below', () => {
    expect(texts('"Train the trainers" course\tA. Mensa\n"Open\t\nReport\t14')).toEqual(['"Train the trainers" course', '"Open', 'Report']);
  });

  it.each(['Step\tResponsible\tDue date', 'No.\tActivity\tWho\tBy when', 'Étapes\tResponsable\tÉchéance'])(
    'leaves out the row of headings %j',
    (row) => {
      expect(texts(`${row}\nList plans\tA. Mensa\t14\nReport`)?.at(0)).not.toContain('tep');
      expect(paste(`${row}\nList plans\tA. Mensa\t04/30/2027`)?.length).toBe(1);
    },
  );

  it.each(['12-Mar-27', '12-mars-27', '12/03/2027'])('reads the date %s of another program', (date) => {
    expect(paste(`List plans\tA. Mensa\t${date}`)?.[0]?.dueDate).toBe('2027-03-12');
  });
});
