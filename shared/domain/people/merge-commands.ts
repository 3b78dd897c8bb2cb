// Two records that are one: people, organisations, teams. What refers to the one that goes refers to the one that stays, in one undo step.
import { z } from 'zod';
import type { StoredRecord } from '../../kernel/record.ts';
import { err, ok } from '../../kernel/result.ts';
import { idSchema } from '../../kernel/schema.ts';
import { fieldAssessmentId } from '../analysis/rules.ts';
import type { Collections, DocumentChange, View } from '../collections.ts';
import { command, created, notFound, updated, type Decision } from '../command.ts';
import { isLocked } from '../plan/rules.ts';
import { references } from '../references.ts';
import { unitedContacts } from './contacts.ts';
import { naturalKeys, type Mergeable } from './merge-effects.ts';
import { participantSchema, type Participant, type ParticipantId } from './model.ts';
import { attendanceId } from './rules.ts';
import { mergeableFields } from './values.ts';

/**
 * Two entries of the list are one person: `keepId` stays, with the values of `take` from the other one and the contacts of both. Where plans
 * that are signed name the other one, it stays as well, as replaced by the one that is kept: what was signed keeps the name that signed for it.
 * Fails with `not-found`, and with `invalid-value` for a person and themself.
 */
export const participantsMerge = command({
  name: 'participantsMerge',
  input: {
    keepId: idSchema<'participant'>(),
    goneId: idSchema<'participant'>(),
    take: z.array(z.enum(mergeableFields.participants)).max(mergeableFields.participants.length),
  },
  decide: (view, { keepId, goneId, take }) => {
    const keep = view.get('participants', keepId);
    const gone = view.get('participants', goneId);
    if (!keep) return notFound('participants', keepId);
    if (!gone) return notFound('participants', goneId);
    if (keepId === goneId) return err({ code: 'invalid-value', collection: 'participants', field: 'id' });
    const taken = participantSchema.unwrap().partial().parse(valuesOf(gone, take));
    const own = { ...keep, ...taken };
    // Who came instead of the one is who came instead of both; nobody comes instead of themself.
    const replacedById = [keep.replacedById, gone.replacedById].find((id) => id !== null && id !== keepId && id !== goneId) ?? null;
    const isReplaced = replacedById !== null && own.status === 'replaced';
    const status = own.status === 'replaced' && !isReplaced ? 'expected' : own.status;
    const contacts = unitedContacts([keep.contacts, gone.contacts]);
    const next = { ...taken, contacts, status, replacedById: isReplaced ? replacedById : null };
    const locked = lockedPlans(view);
    const { changes, isStillNamed } = moved(view, {
      collection: 'participants',
      from: goneId,
      to: keepId,
      isLocked: (id) => locked.has(id),
    });
    const removed: DocumentChange = { kind: 'removed', collection: 'participants', id: goneId, record: gone };
    return ok([
      ...updated('participants', keep, next),
      ...changes,
      ...placesOf(view, own, goneId),
      ...attendanceMoved(view, goneId, keepId),
      ...(isStillNamed
        ? updated('participants', gone, { status: 'replaced', replacedById: keepId, teamId: null, topicGroupId: null })
        : [removed]),
    ]);
  },
});

/** Two entries are one organisation. Fails with `not-found`, and with `invalid-value` for an organisation and itself. */
export const organisationsMerge = command({
  name: 'organisationsMerge',
  input: {
    keepId: idSchema<'organisation'>(),
    goneId: idSchema<'organisation'>(),
    take: z.array(z.enum(mergeableFields.organisations)).max(mergeableFields.organisations.length),
  },
  decide: (view, { keepId, goneId, take }) => mergedByReferences(view, 'organisations', { keepId, goneId, take }),
});

/**
 * Two entries are one country team: people, topics, ratings and plans go over; of two ratings of one field in one round that of the kept team
 * stays. Fails with `not-found`, and with `invalid-value` for a team and itself.
 */
export const teamsMerge = command({
  name: 'teamsMerge',
  input: {
    keepId: idSchema<'team'>(),
    goneId: idSchema<'team'>(),
    take: z.array(z.enum(mergeableFields.teams)).max(mergeableFields.teams.length),
  },
  decide: (view, { keepId, goneId, take }) => {
    const gone = view.get('teams', goneId);
    const keep = view.get('teams', keepId);
    const lead = keep?.leadId === null && gone ? { leadId: gone.leadId } : {};
    const merged = mergedByReferences(view, 'teams', { keepId, goneId, take, also: lead });
    return merged.ok ? ok([...ratingsMoved(view, goneId, keepId), ...merged.value]) : merged;
  },
});

interface Pair<Name extends Mergeable> {
  readonly keepId: Collections[Name]['id'];
  readonly goneId: Collections[Name]['id'];
  readonly take: readonly string[];
  readonly also?: Partial<Collections[Name]>;
}

function mergedByReferences<Name extends 'organisations' | 'teams'>(view: View, collection: Name, pair: Pair<Name>): Decision {
  const { keepId, goneId, take, also } = pair;
  const keep = view.get(collection, keepId);
  const gone = view.get(collection, goneId);
  if (!keep) return notFound(collection, keepId);
  if (!gone) return notFound(collection, goneId);
  if (keep === gone) return err({ code: 'invalid-value', collection, field: 'id' });
  const next = { ...valuesOf(gone, take), ...also } as Partial<Collections[Name]>;
  const { changes } = moved(view, { collection, from: goneId, to: keepId, isLocked: () => false });
  return ok([...updated(collection, keep, next), ...changes, { kind: 'removed', collection, id: goneId, record: gone }]);
}

function valuesOf(record: StoredRecord, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

/** The plans that say what was signed. */
function lockedPlans(view: View): ReadonlySet<string> {
  return new Set([...view.all('plans')].filter((plan) => isLocked(view, plan)).map(({ id }) => id));
}

interface Move {
  readonly collection: Mergeable;
  readonly from: string;
  readonly to: string;
  readonly isLocked: (planId: string) => boolean;
}

/** Every reference to the one as a reference to the other, except from plans that are locked. */
function moved(
  view: View,
  { collection, from, to, isLocked: isLockedPlan }: Move,
): { readonly changes: readonly DocumentChange[]; readonly isStillNamed: boolean } {
  const changes = new Map<string, Extract<DocumentChange, { readonly kind: 'updated' }>>();
  let isStillNamed = false;
  for (const reference of references) {
    if (reference.to !== collection || naturalKeys.has(reference.from)) continue;
    // People and the places that they hold have rules of their own.
    if (
      collection === 'participants' &&
      (reference.from === 'participants' || reference.from === 'teams' || reference.from === 'topicGroups')
    )
      continue;
    for (const record of view.all(reference.from) as Iterable<StoredRecord>) {
      const before = record[reference.field];
      const isNamed = reference.many ? (before as readonly string[]).includes(from) : before === from;
      if (!isNamed) continue;
      const planId = reference.from === 'plans' ? record.id : record['planId'];
      if (typeof planId === 'string' && isLockedPlan(planId)) {
        isStillNamed = true;
        continue;
      }
      const after = reference.many ? [...new Set((before as readonly string[]).map((id) => (id === from ? to : id)))] : to;
      const key = `${reference.from} ${record.id}`;
      const fields = { ...changes.get(key)?.fields, [reference.field]: { before, after } };
      changes.set(key, { kind: 'updated', collection: reference.from, id: record.id, fields });
    }
  }
  if (collection === 'participants') {
    for (const person of view.all('participants')) {
      if (person.replacedById !== from || person.id === to || person.id === from) continue;
      const fields = { replacedById: { before: from, after: to } };
      changes.set(`participants ${person.id}`, { kind: 'updated', collection: 'participants', id: person.id, fields });
    }
  }
  return { changes: [...changes.values()], isStillNamed };
}

/** Leads and chairs go over, where the one who stays is of that team or group; of others nobody leads or chairs. */
function placesOf(view: View, keep: Participant, goneId: ParticipantId): readonly DocumentChange[] {
  const after = (id: ParticipantId) => (id === goneId ? keep.id : id);
  return [
    ...[...view.all('teams')].flatMap((team) => {
      const leadId = team.leadId === null ? null : after(team.leadId);
      return updated('teams', team, { leadId: leadId === keep.id && keep.teamId !== team.id ? null : leadId });
    }),
    ...[...view.all('topicGroups')].flatMap((group) => {
      const chairs = [...new Set(group.coChairIds.map(after))];
      return updated('topicGroups', group, { coChairIds: chairs.filter((id) => id !== keep.id || keep.topicGroupId === group.id) });
    }),
  ];
}

/** Half-days of which only the one that goes says something. */
function attendanceMoved(view: View, from: ParticipantId, to: ParticipantId): readonly DocumentChange[] {
  return [...view.all('attendance')]
    .filter(({ participantId }) => participantId === from)
    .flatMap((record): readonly DocumentChange[] => {
      const id = attendanceId(to, record.dayId, record.half);
      const removed: DocumentChange = { kind: 'removed', collection: 'attendance', id: record.id, record };
      return view.get('attendance', id) ? [removed] : [removed, created('attendance', { ...record, id, participantId: to })];
    });
}

function ratingsMoved(view: View, from: Collections['teams']['id'], to: Collections['teams']['id']): readonly DocumentChange[] {
  return [...view.all('fieldAssessments')]
    .filter(({ teamId }) => teamId === from)
    .flatMap((record): readonly DocumentChange[] => {
      const id = fieldAssessmentId(to, record.fieldId, record.round);
      const removed: DocumentChange = { kind: 'removed', collection: 'fieldAssessments', id: record.id, record };
      return view.get('fieldAssessments', id) ? [removed] : [removed, created('fieldAssessments', { ...record, id, teamId: to })];
    });
}
