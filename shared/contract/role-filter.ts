// What each role may see. The projector gets clock, agenda and workshop title, never people, notes or plans.
// Law (property test): filtering then applying changes gives the same as applying then filtering.
import { assertNever } from '../kernel/assert-never.ts';
import type { FieldChange, StoredRecord } from '../kernel/record.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import type { Guide } from '../domain/agenda/template.ts';
import type { Role } from './combinators.ts';

const projectorFields: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  workshop: ['id', 'title', 'startDate', 'endDate', 'languages', 'timezone', 'status', 'isSample'],
  days: ['id', 'date', 'startTime', 'label', 'templateDay', 'order'],
  sessions: ['id', 'dayId', 'order', 'guideId', 'title', 'plannedMinutes', 'kind', 'phaseId', 'fieldIds', 'steps', 'anchor'],
  clockEvents: ['id', 'at', 'sessionId', 'kind', 'minutes', 'order', 'boot', 'uptime', 'eventId'],
};

/** The record as a role may see it, or null when it may not see it at all. */
export function visibleRecord(role: Role, collection: CollectionName, record: StoredRecord): StoredRecord | null {
  if (role === 'facilitator') return record;
  const fields = projectorFields[collection];
  return fields ? (pick(record, fields) as StoredRecord) : null;
}

/** The shipped guides as a role may see them: notes for the facilitator never reach the wall. */
export function visibleGuides(role: Role, guides: readonly Guide[]): readonly Guide[] {
  return role === 'facilitator' ? guides : guides.map((guide) => ({ ...guide, notes: null }));
}

/** The changes as a role may see them; changes of hidden records and fields are left out. */
export function visibleChanges(role: Role, changes: readonly DocumentChange[]): readonly DocumentChange[] {
  if (role === 'facilitator') return changes;
  return changes.flatMap((change): readonly DocumentChange[] => {
    const fields = projectorFields[change.collection];
    if (!fields) return [];
    switch (change.kind) {
      case 'created':
      case 'removed':
        return [{ ...change, record: pick(change.record, fields) as StoredRecord }];
      case 'updated': {
        const visible = pick(change.fields, fields) as Record<string, FieldChange>;
        return Object.keys(visible).length === 0 ? [] : [{ ...change, fields: visible }];
      }
      default:
        return assertNever(change);
    }
  });
}

function pick(record: Readonly<Record<string, unknown>>, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.filter((field) => Object.hasOwn(record, field)).map((field) => [field, record[field]]));
}
