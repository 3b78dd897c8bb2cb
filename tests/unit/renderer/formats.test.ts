// Dates, numbers and lists as the two languages write them.
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../../renderer/ui/formats.ts';

const en = formatsOf('en');
const fr = formatsOf('fr');

describe('formats', () => {
  it('writes dates in the language, whatever zone the machine is in', () => {
    expect(en.date('2026-03-20')).toBe('20 March 2026');
    expect(fr.date('2026-08-01')).toBe('1er août 2026');
    expect(fr.shortDate('2026-03-20')).toBe('20/03/2026');
    expect(fr.dateRange('2026-03-18', '2026-03-20')).toContain('mars 2026');
  });

  it('leaves a text that is no date as it is', () => {
    expect(en.date('')).toBe('');
    expect(en.dateRange('2026-03-20', '2026-03-18')).toBe('2026-03-20 – 2026-03-18');
  });

  it('counts bytes with the unit of the language and keeps number and unit together', () => {
    expect(en.bytes(0)).toBe('0\u00A0B');
    expect(en.bytes(239_240)).toBe('239\u00A0KB');
    expect(en.bytes(1_250_000)).toBe('1.3\u00A0MB');
    expect(fr.bytes(1_250_000)).toBe('1,3\u00A0Mo');
  });

  it('shows the clock of the room', () => {
    expect(en.time(Date.parse('2026-03-20T08:30:00Z'), 'Africa/Nairobi')).toBe('11:30');
  });

  it('sorts accents with their letters and numbers by value', () => {
    expect(['Zoé', 'Émile', 'Eve', 'Team 10', 'Team 2'].toSorted(fr.compare)).toEqual(['Émile', 'Eve', 'Team 2', 'Team 10', 'Zoé']);
  });
});
