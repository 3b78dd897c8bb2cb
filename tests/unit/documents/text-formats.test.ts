// Calendar files, lists and address cards with the texts that break naive writers.
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderCsv } from '../../../electron/documents/csv.ts';
import { renderIcs } from '../../../electron/documents/ics.ts';
import { renderVcf } from '../../../electron/documents/vcf.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { readCsv, unfolded } from '../../support/read-back.ts';

const card = { fullName: 'A', givenName: '', familyName: '', organisation: '', role: '', contacts: [], note: '' };

describe('the calendar', () => {
  test.each(['America/Los_Angeles', 'Africa/Nairobi', 'Pacific/Auckland'])('writes the same day on a machine in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    onTestFinished(() => void (process.env.TZ = before));
    const entry = { uid: 'a', date: '2026-04-03' as CalendarDate, summary: 's', who: '', plan: '' };
    const text = renderIcs({ name: 'x', sequence: 1, entries: [entry] }, new Date('2026-03-20T14:30:00Z'));
    expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(0);
    expect(text).toContain('DTSTART;VALUE=DATE:20260403\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20260404\r\n');
    expect(text).toContain('DTSTAMP:20260320T143000Z\r\n');
  });
});

describe('address cards', () => {
  test('escape what has a meaning of its own', () => {
    const text = renderVcf([{ ...card, fullName: 'Ngozi, Ada; Dr \\ MPH', note: 'one\ntwo' }]);
    expect(text).toContain('FN:Ngozi\\, Ada\\; Dr \\\\ MPH\r\n');
    expect(text).toContain('NOTE:one\\ntwo\r\n');
  });

  test('name each contact in a line of its own', () => {
    const contacts = [
      { kind: 'email', value: 'a@b.example' },
      { kind: 'email', value: 'c@d.example' },
      { kind: 'phone', value: '+254 700 000000' },
    ] as const;
    const lines = renderVcf([{ ...card, contacts }]).split('\r\n');
    expect(lines.filter((line) => /^(EMAIL|TEL)/.test(line))).toEqual([
      'EMAIL;TYPE=INTERNET:a@b.example',
      'EMAIL;TYPE=INTERNET:c@d.example',
      'TEL;TYPE=CELL:+254 700 000000',
    ]);
  });

  test('fold long lines between characters, never inside one', () => {
    const note = 'é'.repeat(200) + '🌍'.repeat(30);
    const text = renderVcf([{ ...card, note }]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`NOTE:${note}\r\n`);
    expect(text).not.toContain('\ufffd');
  });
});

describe('the list of participants', () => {
  test('quotes separators and quotes, and takes line feeds out of cells', () => {
    const text = renderCsv({ header: ['Nom', 'Rôle'], rows: [['D’Agnon; "Chef"', 'a\nb']] }, 'fr');
    expect(readCsv(text, ';')).toEqual([
      ['Nom', 'Rôle'],
      ['D’Agnon; "Chef"', 'a b'],
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('never lets %s compute', (cell) => {
    const [, row] = readCsv(renderCsv({ header: ['a'], rows: [[cell]] }, 'en'), ',');
    expect(row?.[0]?.startsWith("'")).toBe(true);
  });
});
