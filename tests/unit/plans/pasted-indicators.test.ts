// Pasted lines become indicators; every cell is accounted for.
import { describe, expect, it } from 'vitest';
import { pastedIndicators } from '../../../renderer/features/plans/pasted-indicators.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const paste = (text: string) => pastedIndicators({ text, rows: null }, '2026-03-20' as CalendarDate);
const blank = { unit: '', baselineValue: '', targetValue: '', targetDate: null, targetDateAsTyped: '' };

describe('indicators that are pasted', () => {
  it('leaves one line to be pasted as text', () => {
    expect(paste('Posts filled')).toBeNull();
    expect(paste('')).toBeNull();
  });

  it('makes one of each line, without the marks of a list', () => {
    expect(paste('•\tPosts filled\r\n•\tDays to hire')).toEqual([
      { name: 'Posts filled', ...blank },
      { name: 'Days to hire', ...blank },
    ]);
  });

  it('reads the columns in the order of the grid where nothing names them', () => {
    expect(paste('Posts filled\t%\t40\t80\t30/04/2027')).toEqual([
      { name: 'Posts filled', unit: '%', baselineValue: '40', targetValue: '80', targetDate: '2027-04-30', targetDateAsTyped: '' },
    ]);
  });

  it('reads them by their headings, French ones too, and keeps behind the name what the grid has no column for', () => {
    expect(paste('Indicateur\tCible\tSource\tÉchéance\nPostes pourvus\t80\tRapport\tbientôt')).toEqual([
      { ...blank, name: 'Postes pourvus; Rapport', targetValue: '80', targetDateAsTyped: 'bientôt' },
    ]);
  });
});
