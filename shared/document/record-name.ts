// What a record is called, for pages and host alike: by the text that people gave it and by its place. Knows no schema.
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName, Collections, View } from '../domain/collections.ts';
import { compareOrder, type OrderKey } from '../kernel/order-key.ts';
import type { StoredRecord } from '../kernel/record.ts';

/** A record as people know it: "step 3 of *Fill critical posts*". Words for the collection are the page's. */
export interface RecordName {
  readonly collection: CollectionName;
  readonly id: string;
  /** What people typed to name it, shortened; '' when it has no text of its own (yet). */
  readonly name: string;
  /** Place in its list from 1, such as the number of a step; null where order says nothing. */
  readonly number: number | null;
  /** The guide that gives a session its name while `name` is ''. */
  readonly guideId: string | null;
  /** What it is part of: a step of a plan, a plan of a team. */
  readonly of: RecordName | null;
}

const longestName = 120;

/** Collections whose records are numbered among those with the same parent. */
const numbered: ReadonlySet<CollectionName> = new Set<CollectionName>(['steps', 'indicators', 'homeIntroductions', 'topics', 'sessions']);

const parents: Readonly<Partial<Record<CollectionName, { readonly field: string; readonly collection: CollectionName }>>> = {
  sessions: { field: 'dayId', collection: 'days' },
  clockEvents: { field: 'sessionId', collection: 'sessions' },
  attendance: { field: 'participantId', collection: 'participants' },
  fieldAssessments: { field: 'teamId', collection: 'teams' },
  topics: { field: 'teamId', collection: 'teams' },
  plans: { field: 'teamId', collection: 'teams' },
  steps: { field: 'planId', collection: 'plans' },
  indicators: { field: 'planId', collection: 'plans' },
  homeIntroductions: { field: 'planId', collection: 'plans' },
  planVersions: { field: 'planId', collection: 'plans' },
  signOffs: { field: 'planId', collection: 'plans' },
  checkpoints: { field: 'planId', collection: 'plans' },
  sessionRecords: { field: 'sessionId', collection: 'sessions' },
};

/** Fields that name a record, in the order in which they are tried. */
const naming = ['fullName', 'title', 'topic', 'text', 'name', 'who', 'date', 'fieldId', 'kind', 'number'] as const;

/** A record's name as it is now, else as it was. */
export function recordName(now: View, then: View, collection: CollectionName, id: string): RecordName {
  const isThere = now.get(collection, id) !== undefined;
  const view = isThere ? now : then;
  const record = view.get(collection, id) as StoredRecord | undefined;
  const parent = parents[collection];
  const parentId = parent && record?.[parent.field];
  const about = collection === 'conflicts' ? aboutOf(record as Collections['conflicts'] | undefined) : null;
  return {
    collection,
    id,
    name: record ? nameOf(view, record, collection) : '',
    number: record && numbered.has(collection) ? placeOf(view, collection, record) : null,
    guideId: collection === 'sessions' ? ((record as Collections['sessions'] | undefined)?.guideId ?? null) : null,
    of:
      parent && typeof parentId === 'string'
        ? recordName(now, then, parent.collection, parentId)
        : about && recordName(now, then, ...about),
  };
}

/** Two values stand in a record of any collection. */
function aboutOf(conflict: Collections['conflicts'] | undefined): readonly [CollectionName, string] | null {
  const collection = collectionNames.find((name) => name === conflict?.collection && name !== 'conflicts');
  return conflict && collection ? [collection, conflict.recordId] : null;
}

/** Some records are called by what they refer to: a sign-off by the version that was signed, attendance by its half-day, two values by their field. */
function nameOf(view: View, record: StoredRecord, collection: CollectionName): string {
  if (collection === 'conflicts') return (record as Collections['conflicts']).field ?? '';
  if (collection === 'signOffs') return String(view.get('planVersions', String(record['versionId']))?.number ?? '');
  if (collection === 'attendance') {
    const date = view.get('days', String(record['dayId']))?.date;
    return date === undefined ? '' : `${date} ${String(record['half'])}`;
  }
  return ownName(record, collection);
}

/** What people typed to name a record, shortened; '' when it has no text of its own. */
export function ownName(record: StoredRecord, collection: CollectionName): string {
  for (const field of naming) {
    // A checkpoint is called by its kind, which is its number of days. Any other kind is a word of the code.
    if (field === 'kind' && collection !== 'checkpoints') continue;
    const text = plainText(record[field]);
    if (text !== '') return text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;
  }
  return '';
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return plainText(Object.values(value).find((text) => typeof text === 'string' && text.trim() !== ''));
}

function placeOf(view: View, collection: CollectionName, record: StoredRecord): number {
  const parent = parents[collection];
  const siblings = [...(view.all(collection) as Iterable<StoredRecord & { readonly order: OrderKey }>)].filter(
    (other) => parent === undefined || other[parent.field] === record[parent.field],
  );
  return siblings.toSorted(compareOrder).findIndex(({ id }) => id === record.id) + 1;
}
