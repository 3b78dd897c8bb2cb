// Values that are fine on each side and cannot stand together: what a merge shows instead. It follows from the records alone, so that every
// laptop comes to the same; what people set stays open beside it as a conflict.
import type { CollectionName, Collections, View } from '../domain/collections.ts';
import { unitedContacts } from '../domain/people/contacts.ts';
import type { Participant } from '../domain/people/model.ts';
import { isAsSigned, nextVersionNumber, signedVersion, type WholePlan } from '../domain/plan/rules.ts';
import type { PlanVersion } from '../domain/plan/model.ts';
import { workshopRecordId } from '../domain/workshop/values.ts';
import { compareStamps, type Stamp } from '../kernel/stamp.ts';
import { viewOf, type RecordMaps } from './records.ts';

/** What the stamps of the merged records say. */
export interface Settings {
  /** The first commit that gave a version its number. */
  readonly numberedBy: (versionId: string) => Stamp;
  /** The values that are open for a field of a record, the shown one first; one where the sides agree. */
  readonly openValues: (collection: CollectionName, id: string, field: string) => readonly unknown[];
}

/** Brings standing records into an order that holds every invariant, in place. */
export function reconcile(records: RecordMaps, { numberedBy, openValues }: Settings): void {
  const view = viewOf(records);
  uniteContacts(records, view, openValues);
  orderDates(records, view);
  ownSignOffs(records, view);
  numberVersions(records, view, numberedBy);
  openDrafts(records, view);
}

function put<Name extends 'participants' | 'workshop' | 'signOffs' | 'planVersions' | 'plans'>(
  records: RecordMaps,
  collection: Name,
  record: Collections[Name],
  values: Partial<Collections[Name]>,
): void {
  records[collection].set(record.id, Object.freeze({ ...record, ...values }));
}

/** One side moved the beginning, the other the end: a workshop ends no earlier than on its first day. */
function orderDates(records: RecordMaps, view: View): void {
  const workshop = view.get('workshop', workshopRecordId);
  if (workshop && workshop.endDate < workshop.startDate) put(records, 'workshop', workshop, { endDate: workshop.startDate });
}

/**
 * Two laptops that both changed the contacts of somebody lose none of them: all stand there until somebody decides, and what only one side
 * agrees to is not shared.
 */
function uniteContacts(records: RecordMaps, view: View, openValues: Settings['openValues']): void {
  for (const person of view.all('participants')) {
    const lists = openValues('participants', person.id, 'contacts');
    if (lists.length > 1) put(records, 'participants', person, { contacts: unitedContacts(lists as readonly Participant['contacts'][]) });
  }
}

function ownSignOffs(records: RecordMaps, view: View): void {
  for (const signOff of view.all('signOffs')) {
    const planId = view.get('planVersions', signOff.versionId)?.planId;
    if (planId && planId !== signOff.planId) put(records, 'signOffs', signOff, { planId });
  }
}

/** Two sides signed one version number of a plan: the first keeps it, the others get the next free ones. */
function numberVersions(records: RecordMaps, view: View, numberedBy: (versionId: string) => Stamp): void {
  for (const versions of byPlan(view.all('planVersions')).values()) {
    const taken = new Set<number>();
    const repeated: PlanVersion[] = [];
    for (const version of versions.toSorted((a, b) => compareStamps(numberedBy(a.id), numberedBy(b.id)) || (a.id < b.id ? -1 : 1))) {
      if (taken.has(version.number)) repeated.push(version);
      else taken.add(version.number);
    }
    for (const version of repeated) {
      let number = version.number;
      while (taken.has(number)) number += 1;
      taken.add(number);
      put(records, 'planVersions', version, { number });
    }
  }
}

/**
 * A plan that was signed on one side and edited on the other says something that nobody signed: what was signed stays signed, and the plan is
 * the draft of the next version. The same when two sides signed it.
 */
function openDrafts(records: RecordMaps, view: View): void {
  const versions = byPlan(view.all('planVersions'));
  const parts = {
    steps: byPlan(view.all('steps')),
    indicators: byPlan(view.all('indicators')),
    homeIntroductions: byPlan(view.all('homeIntroductions')),
  };
  for (const id of versions.keys()) {
    const plan = view.get('plans', id);
    if (!plan) continue;
    const signed = signedVersion(view, id);
    const whole: WholePlan = {
      plan,
      steps: parts.steps.get(id) ?? [],
      indicators: parts.indicators.get(id) ?? [],
      homeIntroductions: parts.homeIntroductions.get(id) ?? [],
    };
    if (signed?.version.number === plan.draftVersion && isAsSigned(whole, signed.version.content)) continue;
    const next = nextVersionNumber(view, { ...plan, draftVersion: 0 });
    if (plan.draftVersion < next) put(records, 'plans', plan, { draftVersion: next });
  }
}

/** In no order. */
function byPlan<Part extends { readonly planId: string }>(all: Iterable<Part>): ReadonlyMap<string, readonly Part[]> {
  const grouped = new Map<string, Part[]>();
  for (const part of all) {
    const others = grouped.get(part.planId);
    if (others) others.push(part);
    else grouped.set(part.planId, [part]);
  }
  return grouped;
}
