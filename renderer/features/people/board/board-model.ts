// Who stands in which column of a board: the country teams, or the topic groups. Pure; the drawing is in board.tsx.
import type { Participant } from '../../../../shared/domain/people/model.ts';
import { isHere, standsOutsideTeams } from '../../../../shared/domain/people/rules.ts';

export interface BoardColumn {
  readonly id: string;
  readonly name: string;
  /** Lead or co-chairs: they come first and carry the word. */
  readonly leadIds: readonly string[];
  readonly people: readonly Participant[];
}

export interface BoardModel {
  readonly columns: readonly BoardColumn[];
  /** Participants who belong into a column and are in none. */
  readonly unplaced: readonly Participant[];
  /** Facilitators, observers, interpreters and others who are in none. */
  readonly outside: readonly Participant[];
}

interface BoardInput {
  readonly people: readonly Participant[];
  readonly columns: readonly Omit<BoardColumn, 'people'>[];
  readonly columnIdOf: (person: Participant) => string | null;
  readonly compare: (a: string, b: string) => number;
}

/** Who was replaced or has left is on no board. */
export function boardOf({ people, columns, columnIdOf, compare }: BoardInput): BoardModel {
  const here = people.filter(isHere).toSorted((a, b) => compare(a.fullName, b.fullName) || compare(a.id, b.id));
  const byColumn = new Map<string | null, Participant[]>(columns.map(({ id }) => [id, []]));
  const loose: Participant[] = [];
  for (const person of here) (byColumn.get(columnIdOf(person)) ?? loose).push(person);
  return {
    columns: columns.map((column) => ({ ...column, people: leadsFirst(byColumn.get(column.id) ?? [], column.leadIds) })),
    unplaced: loose.filter(({ kind }) => !standsOutsideTeams(kind)),
    outside: loose.filter(({ kind }) => standsOutsideTeams(kind)),
  };
}

function leadsFirst(people: readonly Participant[], leadIds: readonly string[]): readonly Participant[] {
  const isLead = (person: Participant) => leadIds.includes(person.id);
  return [...people.filter(isLead), ...people.filter((person) => !isLead(person))];
}
