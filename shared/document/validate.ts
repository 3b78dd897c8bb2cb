// The invariants of a workshop document, by name. A document that breaks one is damaged or was edited by hand.
import { collectionNames } from '../domain/collection-names.ts';
import { recordSchemas, type CollectionName, type View } from '../domain/collections.ts';
import { references } from '../domain/references.ts';
import type { StoredRecord } from '../kernel/record.ts';
import type { RecordMaps } from './records.ts';
import { viewOf } from './records.ts';
import { attendanceId } from '../domain/people/rules.ts';
import { fieldAssessmentId } from '../domain/analysis/rules.ts';
import { conflictId } from '../domain/conflicts/rules.ts';
import { checkpointId } from '../domain/follow-up/rules.ts';
import { notesId } from '../domain/records/rules.ts';
import { workshopRecordId } from '../domain/workshop/values.ts';

export const invariants = [
  'record-shape',
  'id-is-key',
  'one-workshop',
  'no-dangling-reference',
  'natural-key',
  'version-number-once',
  'sign-off-of-own-plan',
  'dates-in-order',
  'conflict-of-record',
] as const;

export type Invariant = (typeof invariants)[number];

export interface Violation {
  readonly invariant: Invariant;
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
}

/** Every violation of every invariant; empty for a whole document. Looks only, mends nothing. */
export function validate(records: RecordMaps): readonly Violation[] {
  const shape = shapeViolations(records);
  // The other invariants read typed fields: a record of the wrong shape would only repeat the first finding.
  if (shape.length > 0) return shape;
  const view = viewOf(records);
  return [
    ...keyViolations(records),
    ...workshopViolations(view),
    ...danglingReferences(view),
    ...naturalKeys(view),
    ...versionViolations(view),
    ...conflictViolations(view),
  ];
}

function shapeViolations(records: RecordMaps): readonly Violation[] {
  return collectionNames.flatMap((collection) =>
    [...records[collection]].flatMap(([id, record]): readonly Violation[] => {
      const parsed = recordSchemas[collection].safeParse(record);
      if (parsed.success) return [];
      return [{ invariant: 'record-shape', collection, id, field: String(parsed.error.issues[0]?.path[0] ?? '') }];
    }),
  );
}

function keyViolations(records: RecordMaps): readonly Violation[] {
  return collectionNames.flatMap((collection) =>
    [...records[collection]].flatMap(([key, record]): readonly Violation[] =>
      record.id === key ? [] : [{ invariant: 'id-is-key', collection, id: key, field: 'id' }],
    ),
  );
}

function workshopViolations(view: View): readonly Violation[] {
  const workshop = view.get('workshop', workshopRecordId);
  if (!workshop || view.size('workshop') !== 1)
    return [{ invariant: 'one-workshop', collection: 'workshop', id: workshopRecordId, field: 'id' }];
  if (workshop.endDate < workshop.startDate)
    return [{ invariant: 'dates-in-order', collection: 'workshop', id: workshop.id, field: 'endDate' }];
  return [];
}

/** References whose target does not exist. */
export function danglingReferences(view: View): readonly Violation[] {
  return references.flatMap(({ from, field, to, many }) =>
    [...(view.all(from) as Iterable<StoredRecord>)].flatMap((record): readonly Violation[] => {
      const value = record[field] as string | null | readonly string[];
      const targets = many ? (value as readonly string[]) : value === null ? [] : [value as string];
      const isWhole = targets.every((target) => view.get(to, target) !== undefined);
      return isWhole ? [] : [{ invariant: 'no-dangling-reference', collection: from, id: record.id, field }];
    }),
  );
}

function naturalKeys(view: View): readonly Violation[] {
  const wrong = (collection: CollectionName, id: string, expected: string): readonly Violation[] =>
    id === expected ? [] : [{ invariant: 'natural-key', collection, id, field: 'id' }];
  return [
    ...[...view.all('attendance')].flatMap((it) => wrong('attendance', it.id, attendanceId(it.participantId, it.dayId, it.half))),
    ...[...view.all('fieldAssessments')].flatMap((it) =>
      wrong('fieldAssessments', it.id, fieldAssessmentId(it.teamId, it.fieldId, it.round)),
    ),
    ...[...view.all('checkpoints')].flatMap((it) => wrong('checkpoints', it.id, checkpointId(it.planId, it.kind))),
    ...[...view.all('sessionRecords')].flatMap((it) => wrong('sessionRecords', it.id, notesId(it.sessionId))),
  ];
}

function conflictViolations(view: View): readonly Violation[] {
  return [...view.all('conflicts')].flatMap(({ id, collection, recordId, field }): readonly Violation[] => {
    const about = collectionNames.find((name) => name === collection);
    const isOfRecord = about !== undefined && view.get(about, recordId) !== undefined && id === conflictId(collection, recordId, field);
    return isOfRecord ? [] : [{ invariant: 'conflict-of-record', collection: 'conflicts', id, field: 'recordId' }];
  });
}

function versionViolations(view: View): readonly Violation[] {
  const seen = new Set<string>();
  const repeated = [...view.all('planVersions')].flatMap((version): readonly Violation[] => {
    const key = `${version.planId} ${version.number}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ invariant: 'version-number-once', collection: 'planVersions', id: version.id, field: 'number' }];
  });
  const foreign = [...view.all('signOffs')].flatMap((signOff): readonly Violation[] =>
    view.get('planVersions', signOff.versionId)?.planId === signOff.planId
      ? []
      : [{ invariant: 'sign-off-of-own-plan', collection: 'signOffs', id: signOff.id, field: 'versionId' }],
  );
  return [...repeated, ...foreign];
}
