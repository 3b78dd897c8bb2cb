import { describe, expect, test } from 'vitest';
import { fileSafeName, uniqueFileNames } from '../../../shared/pack/file-safe-name.ts';

describe('file-safe names', () => {
  test.each([
    ['Country A', 'Country-A'],
    ['Côte d’Ivoire', 'Côte-d’Ivoire'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['  ...Team.  ', 'Team'],
    ['CON', 'CON_'],
    ['lpt1', 'lpt1_'],
    ['السودان', 'السودان'],
    ['\u202eevil\u0000', 'evil'],
    ['', 'team'],
    ['???', 'team'],
  ])('%s becomes %s', (text, name) => {
    expect(fileSafeName(text)).toBe(name);
  });

  test('composes letters and marks, so that one name has one spelling', () => {
    expect(fileSafeName('Cote\u0302')).toBe('Cot\u00ea');
  });

  test('is cut at whole characters', () => {
    const name = fileSafeName('🌍'.repeat(50));
    expect([...name]).toHaveLength(40);
    expect(name).toBe('🌍'.repeat(40));
  });

  test('stays unique where a file system ignores case, also after cutting', () => {
    const long = 'x'.repeat(60);
    const names = uniqueFileNames(['Team', 'team', 'TEAM', long, `${long}y`], 36);
    expect(names.slice(0, 3)).toEqual(['Team', 'team-2', 'TEAM-3']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(36);
  });
});
