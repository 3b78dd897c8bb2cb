// What a failure means in words: what happened, where, and what to do. One sentence or two per code (shared/messages/*/failures.json).
import type { Failure } from '../../shared/contract/failures.ts';
import { baseOfTyped } from '../../shared/domain/as-typed.ts';
import type { CollectionName } from '../../shared/domain/collections.ts';
import type { RecordPlace } from '../../shared/domain/command.ts';
import type { PlanWarning, SignOffProblem } from '../../shared/domain/plan/rules.ts';
import { formatsOf } from '../ui/formats.ts';
import type { Words } from '../ui/language.ts';

const sessionStates = ['waiting', 'running', 'paused', 'finished', 'skipped'] as const;

/** @param t the words of the page's language */
export function failureMessage(t: Words, failure: Failure): string {
  switch (failure.code) {
    case 'referred-to':
      return t('failures:referred-to', { by: usedBy(t, failure.by) });
    case 'plan-incomplete':
      return t('failures:plan-incomplete', { count: failure.problems.length });
    case 'not-in-this-state':
      return t('failures:not-in-this-state', {
        state: t(`failures:sessionState.${sessionStates.find((state) => state === failure.state) ?? 'other'}`),
      });
    case 'library-in-use': {
      const { folder, machine, since } = failure;
      if (failure.isThisMachine) return t(`failures:library-in-use-${failure.isCertain ? 'here' : 'maybe-here'}`, { folder });
      if (since === null) return t('failures:library-in-use', { folder, machine });
      return t('failures:library-in-use-since', { folder, machine, moment: formatsOf(languageOf(t)).moment(since) });
    }
    case 'workshop-damaged':
      return t('failures:workshop-damaged', {
        folder: failure.folder,
        detail: t(`failures:damage.${failure.detail}`, { place: failure.place }),
      });
    case 'workshop-file-damaged':
      return t('failures:workshop-file-damaged', {
        fileName: failure.fileName,
        detail: t(`failures:workshopFileDamage.${failure.detail}`, { place: failure.place }),
      });
    case 'internal':
      return failure.savedAt === null
        ? t('failures:internal', { errorId: failure.errorId })
        : t('failures:internal-saved', { errorId: failure.errorId, time: formatsOf(languageOf(t)).moment(failure.savedAt) });
    default:
      return t(`failures:${failure.code}`, { ...failure });
  }
}

/** `3 steps and 1 plan` */
function usedBy(t: Words, places: readonly RecordPlace[]): string {
  const counts = new Map<CollectionName, number>();
  for (const { collection } of places) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return formatsOf(languageOf(t)).list([...counts].map(([collection, count]) => t(`failures:used.${collection}`, { count })));
}

/** The catalogue says which language it is in. */
function languageOf(t: Words): string {
  return t('languageCode');
}

/** What blocks sign-off, as a line to follow. */
export function signOffProblemMessage(t: Words, problem: SignOffProblem): string {
  if (problem.code === 'conflict-open') return t('failures:signOff.conflict-open', { what: conflictPlaceWords(t, problem) });
  if (problem.code === 'not-understood') return typedPlaceWords(t, problem);
  return t(`failures:signOff.${problem.code}`, { number: problem.number });
}

/** `Step 2: “next Tuesdayish” is no date`. */
function typedPlaceWords(t: Words, { place, number, typed = '' }: SignOffProblem): string {
  const field = fieldName(t, place);
  const list = (['steps', 'indicators', 'homeIntroductions'] as const).find((name) => name === place.collection);
  const part = list === undefined ? field : t(`failures:typedPart.${list}`, { number });
  const kind = place.field.endsWith('Date') ? 'date' : place.field === 'budgetAmount' ? 'amount' : 'person';
  return t('failures:signOff.not-understood', { part: capitalised(part), what: t(`failures:isNo.${kind}`, { typed }) });
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

/** The word of a field; '' for a field of a later version, which has no word here. */
function fieldName(t: Words, { collection, field }: SignOffProblem['place']): string {
  const base = baseOfTyped(collection, field);
  const name = t(`changes:field.${collection}.${base ?? field}` as 'changes:nothing', { defaultValue: '' });
  return base === null || name === '' ? name : t('changes:asTyped', { field: name });
}

/** What has two values, by name: `step 3, due date`, or the person whose name it is. */
export function conflictPlaceWords(t: Words, { place, number, person }: SignOffProblem): string {
  if (person !== undefined && person !== '') return person;
  // Fields of later versions have no word here: they are called by the part they belong to.
  const part = t(`failures:conflictPart.${place.collection}`, { number });
  const field = fieldName(t, place);
  return field === '' ? part : t('failures:conflictPlace', { part, field });
}

/** What is worth a look in a plan. */
export function planWarningMessage(t: Words, warning: PlanWarning): string {
  return t(`failures:planWarning.${warning.code}`, { number: warning.number, person: warning.person });
}
