// The hard rules of a plan as a short list to tick off: what is done, what is left, and where each gap sits (domain §9.2).
import type { PlanPlace, PlanWarning, PlanWarningCode, SignOffProblem, SignOffProblemCode } from '../../../shared/domain/plan/rules.ts';

export type CheckId =
  | 'topic'
  | 'agendaItem'
  | 'expectedOutput'
  | 'steps'
  | 'responsible'
  | 'due'
  | 'home'
  | 'fields'
  | 'accountable'
  | 'lengths'
  | 'typed'
  | 'conflicts';

/** Gaps of one kind, each with its place; `number` counts from 1 where it is one of several. */
export interface GapGroup<Code extends string> {
  readonly code: Code;
  readonly places: readonly { readonly place: PlanPlace; readonly number?: number; readonly person?: string; readonly typed?: string }[];
}

export interface Check {
  readonly id: CheckId;
  /** Empty = done. */
  readonly gaps: readonly GapGroup<SignOffProblemCode>[];
}

const checkOf: Readonly<Record<SignOffProblemCode, CheckId>> = {
  'topic-missing': 'topic',
  'agenda-item-missing': 'agendaItem',
  'expected-output-missing': 'expectedOutput',
  'steps-missing': 'steps',
  'step-text-missing': 'steps',
  'step-responsible-missing': 'responsible',
  'step-due-missing': 'due',
  'step-due-before-workshop': 'due',
  'step-after-plan-end': 'due',
  'home-introduction-missing': 'home',
  'home-who-missing': 'home',
  'home-to-whom-missing': 'home',
  'home-by-missing': 'home',
  'field-missing': 'fields',
  'accountable-missing': 'accountable',
  'title-too-long': 'lengths',
  'note-too-long': 'lengths',
  'not-understood': 'typed',
  'conflict-open': 'conflicts',
};

/** In the order of the form. */
const checkIds: readonly CheckId[] = [
  'topic',
  'agendaItem',
  'expectedOutput',
  'steps',
  'responsible',
  'due',
  'home',
  'fields',
  'accountable',
  'lengths',
  'typed',
  'conflicts',
];

/** Words that were not understood stand where their value is missing. */
const checkOfField: Readonly<Record<string, CheckId>> = {
  responsibleIds: 'responsible',
  dueDate: 'due',
  byDate: 'home',
  accountableId: 'accountable',
};

function checkFor({ code, place }: SignOffProblem): CheckId {
  return (code === 'not-understood' ? checkOfField[place.field] : undefined) ?? checkOf[code];
}

const onlyWhileOpen: ReadonlySet<CheckId> = new Set(['lengths', 'typed', 'conflicts']);

/** Lengths, words that were not understood, and conflicts are checks only while there is one: nobody has to tick off what never bothers them. */
export function signOffChecks(problems: readonly SignOffProblem[]): readonly Check[] {
  const stepsMissing = problems.find((problem) => problem.code === 'steps-missing');
  return checkIds
    .map((id): Check => {
      const own = problems.filter((problem) => checkFor(problem) === id);
      // Without a step nobody is responsible for one and none is due: saying "done" there would be false.
      const isImplied = stepsMissing !== undefined && (id === 'responsible' || id === 'due');
      return { id, gaps: groupGaps<SignOffProblemCode>(isImplied ? [stepsMissing] : own) };
    })
    .filter((check) => !onlyWhileOpen.has(check.id) || check.gaps.length > 0);
}

/** Number of checks that are not done yet. */
export function checksLeft(checks: readonly Check[]): number {
  return checks.filter((check) => check.gaps.length > 0).length;
}

export function groupWarnings(warnings: readonly PlanWarning[]): readonly GapGroup<PlanWarningCode>[] {
  return groupGaps<PlanWarningCode>(warnings);
}

function groupGaps<Code extends string>(
  gaps: readonly {
    readonly code: Code;
    readonly place: PlanPlace;
    readonly number?: number;
    readonly person?: string;
    readonly typed?: string;
  }[],
): readonly GapGroup<Code>[] {
  const groups = new Map<Code, GapGroup<Code>['places'][number][]>();
  for (const { code, ...where } of gaps) groups.set(code, [...(groups.get(code) ?? []), where]);
  return [...groups].map(([code, places]) => ({ code, places }));
}
