// Who is expected in the room, team by team, and at the end those who belong to no team.
import type { Participant, Team } from '../../../shared/domain/people/model.ts';
import { isHere } from '../../../shared/domain/people/rules.ts';

export interface AttendanceGroup {
  /** Null: people outside teams, such as facilitators and interpreters. */
  readonly team: Team | null;
  readonly people: readonly Participant[];
}

/**
 * People who were replaced or left do not come; successors stand in their own right.
 * @param compare orders names as the page's language does
 */
export function attendanceGroups(
  people: readonly Participant[],
  teams: readonly Team[],
  compare: (a: string, b: string) => number,
): readonly AttendanceGroup[] {
  const expected = people.filter(isHere).toSorted((a, b) => compare(a.fullName, b.fullName));
  const known = new Set<string>(teams.map(({ id }) => id));
  const groups = [
    ...teams.map((team): AttendanceGroup => ({ team, people: expected.filter((person) => person.teamId === team.id) })),
    { team: null, people: expected.filter((person) => person.teamId === null || !known.has(person.teamId)) },
  ];
  return groups.filter((group) => group.people.length > 0);
}
