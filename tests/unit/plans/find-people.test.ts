// Finding the responsible person by a few letters, and by a name as written on a flip chart.
import { describe, expect, it } from 'vitest';
import { findPeople, personNamed, type Candidate } from '../../../renderer/features/plans/find-people.ts';

const compare = new Intl.Collator('en').compare;

function person(fullName: string, isTeamMember = true): Candidate {
  return { id: fullName, fullName, isTeamMember };
}

function names(people: readonly Candidate[], typed: string): readonly string[] {
  return findPeople(people, typed, compare).map(({ fullName }) => fullName);
}

describe('by a few letters', () => {
  const people = [
    person('Zawadi Akinyi', false),
    person('Akosua Mensa'),
    person('Moses Akello'),
    person("Brian O'Keefe"),
    person('Élodie N’Guessan-Touré', false),
  ];

  it('finds the beginning of any word, the team first, the best answer first', () => {
    expect(names(people, 'ak')).toEqual(['Akosua Mensa', 'Moses Akello', 'Zawadi Akinyi']);
  });

  it('finds several beginnings in any order', () => {
    expect(names(people, 'men a')).toEqual(['Akosua Mensa']);
  });

  it('finds initials', () => {
    expect(names(people, 'am')).toEqual(['Akosua Mensa']);
  });

  it('leaves out accents, apostrophes, hyphens and capitals', () => {
    expect(names(people, 'elodie nguessan')).toEqual([]);
    expect(names(people, 'ELODIE n guessan toure')).toEqual(['Élodie N’Guessan-Touré']);
    expect(names(people, 'o’k')).toEqual(["Brian O'Keefe"]);
  });

  it('finds nobody by a part from within a word', () => {
    expect(names([person('Joan Banda'), person('Andrew Phiri')], 'and')).toEqual(['Andrew Phiri']);
  });

  it('finds Arabic names with and without hamza', () => {
    expect(names([person('أحمد عثمان')], 'احمد')).toEqual(['أحمد عثمان']);
  });

  it('shows everybody for nothing typed, the team first', () => {
    expect(names(people, '').slice(-2)).toEqual(['Élodie N’Guessan-Touré', 'Zawadi Akinyi']);
    expect(names(people, '')).toHaveLength(5);
  });

  it('finds nobody for letters that nobody has', () => {
    expect(names(people, 'xyz')).toEqual([]);
  });
});

describe('by a written name', () => {
  const people = [
    person('Akosua Mensa'),
    person('Lydia Phiri'),
    person('Alice Mensa', false),
    person('Grace Banda', false),
    person('Grace Banda', false),
  ];

  it.each([
    ['Lydia Phiri', 'Lydia Phiri'],
    ['phiri lydia', 'Lydia Phiri'],
    ['A. Mensa', 'Akosua Mensa'],
    ['Alice Mensa', 'Alice Mensa'],
    ['mensa alice', 'Alice Mensa'],
  ])('%s means %s', (written, meant) => {
    expect(personNamed(people, written)?.fullName).toBe(meant);
  });

  it.each(['Grace Banda', 'Peter', 'A', '', 'Lydia Phiri and others'])('%j means nobody for sure', (written) => {
    expect(personNamed(people, written)).toBeNull();
  });

  it('never takes half a word, or half a name of another team', () => {
    const delegates = [person('Mohamed Salah'), person('Amina Yusuf', false)];
    expect(personNamed(delegates, 'MoH')).toBeNull();
    expect(personNamed(delegates, 'Amina')).toBeNull();
    expect(personNamed(delegates, 'Mohamed')?.fullName).toBe('Mohamed Salah');
    expect(personNamed(delegates, 'Amina Yusuf')?.fullName).toBe('Amina Yusuf');
  });
});
