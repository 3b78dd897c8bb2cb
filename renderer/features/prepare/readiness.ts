// What a workshop still lacks before it can begin, each with the place where it is mended.
import { scheduleOf, scheduleWarnings } from '../../../shared/domain/agenda/rules.ts';
import type { View } from '../../../shared/domain/collections.ts';
import type { RouteName } from '../../app/routes.ts';
import { workshopRecordId } from '../../../shared/domain/workshop/values.ts';

export type ReadinessCode =
  | 'title-missing'
  | 'place-missing'
  | 'objectives-missing'
  | 'facilitator-missing'
  | 'people-missing'
  | 'teams-missing'
  | 'without-team'
  | 'without-lead'
  | 'empty-team'
  | 'schedule';

export interface ReadinessGap {
  readonly code: ReadinessCode;
  /** How many, where it is about several. */
  readonly count: number;
  readonly route: RouteName;
  /** Field of that page to go to. */
  readonly field?: string;
}

/** The gaps in the order of the tabs. Empty means ready. None of them hinders the workshop from being started. */
export function readinessGaps(view: View): readonly ReadinessGap[] {
  return [...basicsGaps(view), ...peopleGaps(view), ...agendaGaps(view)];
}

function basicsGaps(view: View): readonly ReadinessGap[] {
  const workshop = view.get('workshop', workshopRecordId);
  if (!workshop) return [];
  const gap = (code: ReadinessCode, field: string): ReadinessGap => ({ code, count: 1, route: 'basics', field });
  return [
    ...(workshop.title.trim() === '' ? [gap('title-missing', 'title')] : []),
    ...(workshop.place.trim() === '' ? [gap('place-missing', 'place')] : []),
    ...(workshop.organisers.every(({ role, name }) => role !== 'facilitator' || name.trim() === '')
      ? [gap('facilitator-missing', 'organisers')]
      : []),
    ...(workshop.objectives.length === 0 ? [gap('objectives-missing', 'objectives')] : []),
  ];
}

function peopleGaps(view: View): readonly ReadinessGap[] {
  const participants = [...view.all('participants')].filter((person) => person.kind === 'participant' && isExpected(person.status));
  const teams = [...view.all('teams')];
  if (participants.length === 0) return [{ code: 'people-missing', count: 1, route: 'people' }];
  if (teams.length === 0) return [{ code: 'teams-missing', count: 1, route: 'teams' }];
  const counted = (code: ReadinessCode, count: number): readonly ReadinessGap[] => (count === 0 ? [] : [{ code, count, route: 'teams' }]);
  const filled = new Set(participants.map((person) => person.teamId));
  return [
    ...counted('without-team', participants.filter((person) => person.teamId === null).length),
    ...counted('without-lead', teams.filter((team) => team.leadId === null).length),
    ...counted('empty-team', teams.filter((team) => !filled.has(team.id)).length),
  ];
}

function isExpected(status: string): boolean {
  return status === 'expected' || status === 'present';
}

function agendaGaps(view: View): readonly ReadinessGap[] {
  const count = scheduleOf(view).flatMap(scheduleWarnings).length;
  return count === 0 ? [] : [{ code: 'schedule', count, route: 'agenda' }];
}
