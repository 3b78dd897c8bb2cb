// A workshop without its people: names become initials, contacts go, and nothing of the past stays. For colleagues who may see the work only.
import { withoutTyped } from '../domain/as-typed.ts';
import { collectionNames } from '../domain/collection-names.ts';
import type { CollectionName } from '../domain/collections.ts';
import { contactValues } from '../domain/people/contacts.ts';
import type { Participant } from '../domain/people/model.ts';
import type { Workshop } from '../domain/workshop/model.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StoredRecord } from '../kernel/record.ts';
import type { Stamp } from '../kernel/stamp.ts';
import { emptyDocument, type WorkshopDocument } from './envelope.ts';

export interface WithoutPeopleInput {
  /** A new id: the copy is a workshop of its own and never merges with the one it was made of. */
  readonly documentId: string;
  readonly replica: string;
  readonly appVersion: string;
  readonly now: Instant;
}

/** Shorter names are words, or parts of words, too often to be looked for in texts. */
const shortestName = 4;

const addressPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;

/** What begins with + or 00 and goes on with digits is a number to call. */
const numberPattern = /(?<![\p{L}\p{N}])(\+|00)\d[\d\s().\-/]{5,}\d/gu;

/** What stands where something was taken out. */
const gap = '…';

/**
 * A new, independent document with the work of a workshop: participants and organisers by their initials (unique within the workshop), without
 * contacts, travel dates and self-descriptions; their names, e-mail addresses and telephone numbers are taken out of every text as well, frozen
 * versions included. No stamps, removals, conflicts or log of packs.
 * Names that appear in texts only, of people who are nowhere in the lists, cannot be known and stay.
 */
export function withoutPeople(source: WorkshopDocument, { documentId, replica, appVersion, now }: WithoutPeopleInput): WorkshopDocument {
  const copy = emptyDocument({ documentId, appVersion, now });
  const stamp: Stamp = [1, replica];
  const people = [...source.records.participants.values()] as unknown as readonly Participant[];
  const workshops = [...source.records.workshop.values()] as unknown as readonly Workshop[];
  const organisers = workshops.flatMap((workshop) => workshop.organisers.map(({ name }) => ({ ...nobody, fullName: name })));
  const everybody = [...people, ...organisers];
  const initials = initialsOf(everybody.map(({ fullName }) => fullName));
  const clean = cleaner(everybody, initials);
  for (const collection of collectionNames) {
    if (collection === 'packExports' || collection === 'conflicts') continue;
    for (const [id, record] of source.records[collection]) {
      copy.records[collection].set(id, Object.freeze({ ...cleanFields(record, clean), ...ownFields(collection, record, initials) }));
      copy.stamps.records[collection].set(id, { at: stamp });
    }
  }
  copy.envelope = { ...copy.envelope, revision: 1, knows: { [replica]: 1 } };
  return copy;
}

type Named = Pick<Participant, 'fullName' | 'givenName' | 'familyName' | 'contacts'>;

const nobody: Named = { fullName: '', givenName: '', familyName: '', contacts: [] };

type Initials = ReadonlyMap<string, string>;

/** `A.B.` for every name; a second person with the same letters is `A.B.2`. */
function initialsOf(names: readonly string[]): Initials {
  const taken = new Map<string, number>();
  const found = new Map<string, string>();
  for (const name of names) {
    if (found.has(name)) continue;
    const letters = lettersOf(name);
    const count = (taken.get(letters) ?? 0) + 1;
    taken.set(letters, count);
    found.set(name, count === 1 ? letters : `${letters}${count}`);
  }
  return found;
}

function lettersOf(name: string): string {
  const words = name.normalize('NFC').match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  return words.map((word) => `${[...word][0]?.toLocaleUpperCase('en')}.`).join('');
}

/** Fields that hold a person and nothing else. */
function ownFields(collection: CollectionName, record: StoredRecord, initials: Initials): Readonly<Record<string, unknown>> {
  const short = (name: unknown) => (typeof name === 'string' ? (initials.get(name) ?? lettersOf(name)) : '');
  switch (collection) {
    case 'participants': {
      const none = { givenName: '', familyName: '', sex: '', contacts: [], arrival: null, departure: null };
      return { fullName: short(record['fullName']), ...none, ...withoutTyped(collection, record), consentPhoto: false };
    }
    case 'workshop': {
      const organisers = record['organisers'] as Workshop['organisers'];
      return { organisers: organisers.map((organiser) => ({ ...organiser, name: short(organiser.name) })) };
    }
    case 'teams':
      return { supportContact: '' };
    case 'plans':
    case 'steps':
      // Somebody was typed there who is in no list: the name cannot be known, so all of it is one.
      return namesAsTyped(record, short);
    case 'signOffs':
      return { by: short(record['by']) };
    case 'parkingItems':
      return { raisedBy: short(record['raisedBy']) };
    default:
      return {};
  }
}

function namesAsTyped(record: StoredRecord, short: (name: unknown) => string): Readonly<Record<string, unknown>> {
  const names = ['accountableIdAsTyped', 'responsibleIdsAsTyped'].filter((name) => (record[name] ?? '') !== '');
  return Object.fromEntries(names.map((name) => [name, short(record[name])]));
}

type Clean = (text: string) => string;

/** Takes the names, addresses and numbers of these people out of a text. Longer names first: a family name is part of a full name. */
function cleaner(people: readonly Named[], initials: Initials): Clean {
  const replacements = new Map<string, string>();
  for (const { fullName, givenName, familyName, contacts } of people) {
    const short = initials.get(fullName) ?? lettersOf(fullName);
    const spellings = [fullName, `${givenName} ${familyName}`, `${familyName} ${givenName}`, familyName, givenName];
    const parts = fullName.split(/\s+/u);
    for (const name of [...spellings, ...parts].map((spelling) => spelling.trim().normalize('NFC'))) {
      if (name.length >= shortestName && !replacements.has(name)) replacements.set(name, short);
    }
    for (const phone of contactValues(contacts, 'phone')) {
      if (phone.replaceAll(/\D/g, '').length >= 6) replacements.set(phone.trim(), gap);
    }
  }
  const longestFirst = [...replacements.keys()].toSorted((a, b) => b.length - a.length);
  const names = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(asWholeWord).join('|'), 'giu');
  const byFolded = new Map([...replacements].map(([name, short]) => [folded(name), short]));
  return (text) => {
    const plain = text.normalize('NFC').replaceAll(addressPattern, gap).replaceAll(numberPattern, gap);
    return names === null ? plain : plain.replaceAll(names, (found) => byFolded.get(folded(found)) ?? gap);
  };
}

function asWholeWord(name: string): string {
  const words = name.split(/\s+/u).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`;
}

function folded(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en');
}

/** Keys whose values are ids or codes, and no text. */
const isNoText = (key: string) => key === 'id' || key.endsWith('Id') || key.endsWith('Ids') || key === 'order';

function cleanFields(record: StoredRecord, clean: Clean): StoredRecord {
  return cleanValue(record, clean) as StoredRecord;
}

function cleanValue(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isNoText(key) ? item : cleanValue(item, clean)]));
}
