// People who can be named in a plan: how they are shown, who is offered, who belongs to the team.
import { useMemo } from 'react';
import type { Participant, ParticipantId, Team } from '../../../shared/domain/people/model.ts';
import { useCollection } from '../../state/workshop-context.tsx';
import type { Candidate } from './find-people.ts';

export interface PlanPerson extends Candidate {
  readonly id: ParticipantId;
  /** Role and team: tells two people of one name apart. */
  readonly caption: string;
  /** Name of the person who came instead; what was promised before stays with the first name. */
  readonly replacedBy: string | null;
}

export interface PlanPeople {
  readonly byId: ReadonlyMap<string, PlanPerson>;
  /** Who can be chosen: everybody but those who were replaced. */
  readonly offered: readonly PlanPerson[];
}

/** The same value until people or teams change. */
export function usePlanPeople(teamId: string): PlanPeople {
  const participants = useCollection('participants');
  const teams = useCollection('teams');
  return useMemo(() => planPeople(participants, teams, teamId), [participants, teams, teamId]);
}

function planPeople(participants: readonly Participant[], teams: readonly Team[], teamId: string): PlanPeople {
  const teamNames = new Map<string, string>(teams.map((team) => [team.id, team.name]));
  const names = new Map<string, string>(participants.map((person) => [person.id, person.fullName]));
  const people = participants.map((person): PlanPerson => ({
    id: person.id,
    fullName: person.fullName,
    isTeamMember: person.teamId === teamId,
    caption: [person.role, teamNames.get(person.teamId ?? '') ?? ''].filter((part) => part !== '').join(' · '),
    replacedBy: person.replacedById === null ? null : (names.get(person.replacedById) ?? null),
  }));
  return { byId: new Map(people.map((person) => [person.id, person])), offered: people.filter((person) => person.replacedBy === null) };
}
