// Finds people by a few letters, the plan's own team first.

export interface Candidate {
  readonly id: string;
  readonly fullName: string;
  readonly isTeamMember: boolean;
}

/** Letters that people leave out: accents, dots, hyphens, apostrophes, capitals. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How well a name answers what was typed; less is better, null is not at all. */
function distance(name: string, typed: string): number | null {
  if (name.startsWith(typed)) return 0;
  const words = name.split(' ');
  const parts = typed.split(' ');
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 1;
  const initials = words.map((word) => word.slice(0, 1)).join('');
  return parts.length === 1 && typed.length > 1 && initials.startsWith(typed) ? 2 : null;
}

/**
 * People whose name answers a few letters: its beginning, the beginnings of its words in any order, or its initials.
 * @param typed an empty text finds everybody
 * @param compare order of names in the page's language
 * @returns members of the team first, in each group the best answers first
 */
export function findPeople<Person extends Candidate>(
  people: readonly Person[],
  typed: string,
  compare: (a: string, b: string) => number,
): readonly Person[] {
  const wanted = folded(typed);
  return people
    .flatMap((person) => {
      const far = distance(folded(person.fullName), wanted);
      return far === null ? [] : [{ person, far }];
    })
    .toSorted(
      (a, b) =>
        Number(b.person.isTeamMember) - Number(a.person.isTeamMember) || a.far - b.far || compare(a.person.fullName, b.person.fullName),
    )
    .map(({ person }) => person);
}

/**
 * The one person whom a written name means: the same name, else the only one of the plan's own team who has one of the written words as a name and
 * whose other names begin like the rest ("A. Mensa"). "MoH" is no Mohamed, and half a name never means somebody of another team.
 * @returns null when nobody or more than one answers, even in the plan's own team
 */
export function personNamed<Person extends Candidate>(people: readonly Person[], written: string): Person | null {
  const wanted = folded(written);
  if (wanted.length < 2) return null;
  const answering = (answers: (name: string) => boolean) => people.filter((person) => answers(folded(person.fullName)));
  return (
    onlyOne(answering((name) => name === wanted)) ??
    onlyOne(
      answering((name) => {
        const far = distance(name, wanted);
        return (far === 0 || far === 1) && wanted.split(' ').some((part) => part.length > 1 && name.split(' ').includes(part));
      }).filter((person) => person.isTeamMember || sameWords(person.fullName, wanted)),
    )
  );
}

/** The same words in another order. */
function sameWords(fullName: string, wanted: string): boolean {
  const ordered = (text: string) => text.split(' ').toSorted().join(' ');
  return ordered(folded(fullName)) === ordered(wanted);
}

function onlyOne<Person extends Candidate>(found: readonly Person[]): Person | null {
  const members = found.filter((person) => person.isTeamMember);
  if (members.length === 1) return members[0] ?? null;
  return members.length === 0 && found.length === 1 ? (found[0] ?? null) : null;
}
