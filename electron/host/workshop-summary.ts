// One line of Home about a workshop.
import type { WorkshopSummary } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { View } from '../../shared/domain/collections.ts';
import { signedVersion } from '../../shared/domain/plan/rules.ts';
import { workshopRecordId } from '../../shared/domain/workshop/values.ts';

export interface SummaryPlace {
  readonly workshopId: string;
  readonly folder: string;
  readonly isArchived: boolean;
  /** The workshop of the library that holds the same document. */
  readonly sameAs: string | null;
}

/** @returns the line, or undefined when the document has no workshop record */
export function workshopSummary(view: View, place: SummaryPlace): WorkshopSummary | undefined {
  const workshop = view.get('workshop', workshopRecordId);
  if (!workshop) return undefined;
  const { title, startDate, endDate, status, isSample, timezone } = workshop;
  const signed = [...view.all('plans')].filter((plan) => signedVersion(view, plan.id) !== undefined);
  const open = [...view.all('checkpoints')].filter((checkpoint) => checkpoint.doneAt === null);
  const [next] = open.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  return {
    ...place,
    title,
    place: workshop.place,
    startDate,
    endDate,
    status,
    isSample,
    timezone,
    teams: view.size('teams'),
    plans: view.size('plans'),
    signedPlans: signed.length,
    nextCheckpoint: next ? { kind: next.kind, dueDate: next.dueDate } : null,
    problem: null,
  };
}

/** The line about a folder that cannot be opened as it is; its name stands for the title. */
export function problemSummary(place: SummaryPlace, title: string, problem: Failure): WorkshopSummary {
  return {
    ...place,
    title,
    place: '',
    startDate: null,
    endDate: null,
    status: 'draft',
    isSample: false,
    timezone: 'UTC',
    teams: 0,
    plans: 0,
    signedPlans: 0,
    nextCheckpoint: null,
    problem,
  };
}
