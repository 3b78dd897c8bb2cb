// Contacts of people before schema 3: one e-mail address, one phone and one consent, as three fields. Several stood in one text.
import { conflictId } from '../domain/conflicts/rules.ts';
import type { Conflict, ConflictOption } from '../domain/conflicts/model.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import { withConsent, type ContactKind } from '../domain/people/contacts.ts';
import { contactsInCell } from '../domain/people/import-contacts.ts';
import type { Contact } from '../domain/people/model.ts';
import { sameValue, type FieldChange, type StoredRecord } from '../kernel/record.ts';
import { compareStamps, type Knowledge } from '../kernel/stamp.ts';
import { stampsIn, type RecordStamp, type Stamped } from './stamps.ts';

const oldFields = ['email', 'phone', 'consentContact'] as const;

type OldField = (typeof oldFields)[number];

function isOld(field: string | null): field is OldField {
  return oldFields.some((old) => old === field);
}

/** Two addresses or numbers become two only where each part has the shape of one; nothing that was typed is lost. */
function contactsOf(kind: ContactKind, text: unknown, agrees: boolean): readonly Contact[] {
  if (typeof text !== 'string' || text.trim() === '') return [];
  const parts = contactsInCell(kind, text);
  const values = parts.length > 1 ? parts.map(({ value }) => value) : [text.trim()];
  return values.map((value) => ({ kind, value, consent: agrees ? ['packs'] : [] }));
}

/** A participant in the form of schema 3; one that has no such field, as in part of a record, stays as it is. The consent that was given holds for packs. */
export function withContacts(record: StoredRecord): StoredRecord {
  if (!oldFields.some((field) => field in record)) return record;
  const { email, phone, consentContact, ...rest } = record;
  const agrees = consentContact === true;
  return { contacts: [...contactsOf('email', email, agrees), ...contactsOf('phone', phone, agrees)], ...rest };
}

/**
 * The stamps of a participant. The newest of the three counts for the contacts; where neither address nor number was set by anybody (they did
 * not travel), nobody set the contacts.
 */
export function stampsWithContacts(stamps: RecordStamp): RecordStamp {
  const { fields = {}, knowsOf = {}, ...whole } = stamps;
  if (!oldFields.some((field) => field in fields || field in knowsOf)) return stamps;
  const of = (field: OldField) => stampsIn(fields[field] ?? stamps.at);
  const areSet = of('email').length + of('phone').length > 0;
  const newest = areSet ? oldFields.flatMap(of).toSorted(compareStamps).at(-1) : undefined;
  const contacts: Stamped = newest ?? [];
  const known = oldFields.map((field) => knowsOf[field] ?? stamps.knowsOfFields).filter((knows) => knows !== undefined);
  const kept = { ...withoutOld(fields), ...(sameValue(contacts, stamps.at) ? {} : { contacts }) };
  const knowsOfKept = { ...withoutOld(knowsOf), ...(oldFields.some((field) => field in knowsOf) ? { contacts: known.reduce(least) } : {}) };
  return {
    ...whole,
    ...(Object.keys(kept).length > 0 ? { fields: kept } : {}),
    ...(Object.keys(knowsOfKept).length > 0 ? { knowsOf: knowsOfKept } : {}),
  };
}

/** What both know. */
function least(a: Knowledge, b: Knowledge): Knowledge {
  return Object.fromEntries(
    Object.entries(a).flatMap(([replica, number]) => {
      const other = b[replica];
      return other === undefined ? [] : [[replica, Math.min(number, other)]];
    }),
  );
}

function withoutOld<Value>(fields: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !isOld(field)));
}

/** Values that are open beside those of a participant, per field. @param record in the form that the values have, before schema 3 */
export function openWithContacts(
  record: StoredRecord,
  others: Readonly<Record<string, readonly ConflictOption[]>>,
): Readonly<Record<string, readonly ConflictOption[]>> {
  const options = oldFields.flatMap((field) =>
    (others[field] ?? []).map((option) => ({ ...option, value: contactsIn({ ...record, [field]: option.value }) })),
  );
  return options.length === 0 ? others : { ...withoutOld(others), contacts: options };
}

function contactsIn(record: StoredRecord): readonly Contact[] {
  return (withContacts(record)['contacts'] ?? []) as readonly Contact[];
}

/** Finds what a record is before a change. */
type Find = (collection: CollectionName, id: string) => StoredRecord | undefined;

/**
 * Changes of a journal before schema 3, as changes of contacts: what one of the three fields became is told by the record that it is about.
 * @param find the records before the changes, in the form of today
 * @returns the changes themselves where they name none of the three
 */
export function changesWithContacts(find: Find, changes: readonly DocumentChange[]): readonly DocumentChange[] {
  if (!changes.some(isOfOldFields)) return changes;
  const now = new Map<string, StoredRecord | undefined>();
  const key = (collection: string, id: string) => `${collection} ${id}`;
  const current: Find = (collection, id) => {
    const place = key(collection, id);
    return now.has(place) ? now.get(place) : find(collection, id);
  };
  return changes.flatMap((change): readonly DocumentChange[] => {
    const brought = isOfOldFields(change) ? broughtForward(current, change) : [change];
    for (const one of brought) {
      if (one.kind === 'created') now.set(key(one.collection, one.id), one.record);
      else if (one.kind === 'removed') now.set(key(one.collection, one.id), undefined);
      else {
        const record = current(one.collection, one.id);
        const after = Object.fromEntries(Object.entries(one.fields).map(([field, values]) => [field, values.after]));
        if (record) now.set(key(one.collection, one.id), { ...record, ...after });
      }
    }
    return brought;
  });
}

function isOfOldFields(change: DocumentChange): boolean {
  if (change.collection === 'participants') return change.kind === 'updated' && Object.keys(change.fields).some(isOld);
  if (change.collection !== 'conflicts' || change.kind === 'updated') return false;
  const { collection, field } = change.record as unknown as Conflict;
  return collection === 'participants' && isOld(field);
}

function broughtForward(current: Find, change: DocumentChange): readonly DocumentChange[] {
  if (change.kind === 'updated') return [updateOfContacts(current, change)];
  const open = change.record as unknown as Conflict;
  const id = conflictId('participants', open.recordId, 'contacts');
  const known = current('conflicts', id);
  if (change.kind === 'removed') return known ? [{ kind: 'removed', collection: 'conflicts', id, record: known }] : [];
  const contacts = (current('participants', open.recordId)?.['contacts'] ?? []) as readonly Contact[];
  const options = open.options.map((option) => ({ ...option, value: withField(contacts, open.field as OldField, option.value) }));
  if (!known) {
    const record = { ...change.record, id, field: 'contacts', options };
    return [{ kind: 'created', collection: 'conflicts', id, record }];
  }
  const before = known['options'] as Conflict['options'];
  return [{ kind: 'updated', collection: 'conflicts', id, fields: { options: { before, after: [...before, ...options] } } }];
}

function updateOfContacts(current: Find, change: Extract<DocumentChange, { readonly kind: 'updated' }>): DocumentChange {
  const before = (current('participants', change.id)?.['contacts'] ?? []) as readonly Contact[];
  const after = oldFields.reduce((contacts, field) => {
    const values: FieldChange | undefined = change.fields[field];
    return values ? withField(contacts, field, values.after) : contacts;
  }, before);
  return { ...change, fields: { ...withoutOld(change.fields), contacts: { before, after } } };
}

/** Contacts after one of the three fields was set. What somebody agreed to went for all. */
function withField(contacts: readonly Contact[], field: OldField, value: unknown): readonly Contact[] {
  if (field === 'consentContact') return contacts.map((contact) => withConsent(contact, value === true));
  const set = contactsOf(
    field,
    value,
    contacts.some(({ consent }) => consent.includes('packs')),
  );
  const others = contacts.filter(({ kind }) => kind !== field);
  return field === 'email' ? [...set, ...others] : [...others, ...set];
}
