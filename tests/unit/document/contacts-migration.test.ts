// Contacts of schema 2, one address, one number and one consent, become contacts wherever they stand: records, stamps, open values, journals.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../electron/store/replay.ts';
import type { JournalLine } from '../../../electron/store/journal-line.ts';
import { fromStored, isProblem, toStored, type WorkshopDocument } from '../../../shared/document/envelope.ts';
import { mergeDocuments } from '../../../shared/document/merge.ts';
import { migrate, migrateLine } from '../../../shared/document/migrations.ts';
import { validate } from '../../../shared/document/validate.ts';
import type { DocumentChange } from '../../../shared/domain/collections.ts';
import type { Participant } from '../../../shared/domain/people/model.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';
import { contacts } from '../../support/contacts.ts';
import { sampleNow, sampleWorkshop } from '../../support/sample-workshop.ts';

type Loose = Record<string, unknown>;
interface Old {
  collections: Record<string, Record<string, Loose>>;
  stamps: Record<string, Record<string, Loose>>;
  tombstones: Record<string, Record<string, unknown>>;
  knows: Record<string, number>;
}

/** The sample as version 2 wrote it; `fields` are those of the person `phiri`. */
function version2(fields: Loose, change: (old: Old) => void = () => {}): WorkshopDocument {
  const old = { ...(JSON.parse(JSON.stringify(toStored(sampleWorkshop().document))) as Old), schemaVersion: 2 };
  const people = old.collections['participants'] ?? {};
  for (const person of Object.values(people)) {
    delete person['contacts'];
    Object.assign(person, { email: '', phone: '', consentContact: false });
  }
  Object.assign(people['phiri'] as Loose, fields);
  change(old);
  const document = fromStored(migrate(old));
  if (isProblem(document)) throw new Error(JSON.stringify(document));
  expect(validate(document.records)).toEqual([]);
  return document;
}

function phiri({ records }: WorkshopDocument): Participant {
  return records.participants.get('phiri') as unknown as Participant;
}

const both = { email: 'l@one.example; l@two.example', phone: '+260 977 000 111 / +260 977 000 222', consentContact: true };
const bothContacts = [
  ...contacts({ email: 'l@one.example', agrees: true }),
  ...contacts({ email: 'l@two.example', agrees: true }),
  ...contacts({ phone: '+260 977 000 111', agrees: true }),
  ...contacts({ phone: '+260 977 000 222', agrees: true }),
];

describe('a record', () => {
  test('holds one contact for each that stood in a text, with the consent that was given', () => {
    const record = phiri(version2(both));
    expect(record.contacts).toEqual(bothContacts);
    for (const field of ['email', 'phone', 'consentContact']) expect(record).not.toHaveProperty(field);
  });

  test('loses nothing that was typed, whatever it was', () => {
    const record = phiri(version2({ email: 'ask Ada / her office', phone: ' 12/03/1978', consentContact: false }));
    expect(record.contacts).toEqual(contacts({ email: 'ask Ada / her office', phone: '12/03/1978' }));
    expect(phiri(version2({})).contacts).toEqual([]);
  });

  test('is the same on two laptops: merging them brings nothing', () => {
    expect(mergeDocuments(version2(both), version2(both)).changes).toEqual([]);
  });
});

describe('stamps', () => {
  test('an address that was changed on one laptop alone arrives at the other', () => {
    const edited = version2({ ...both, email: 'new@one.example' }, (old) => {
      old.knows['other'] = 900;
      Object.assign(old.stamps['participants']?.['phiri'] as Loose, { fields: { email: [900, 'other'] } });
    });
    const merged = mergeDocuments(version2(both), edited).document;
    expect(merged.records.conflicts.size).toBe(0);
    expect(phiri(merged).contacts).toEqual([...contacts({ email: 'new@one.example', agrees: true }), ...bothContacts.slice(2)]);
  });

  test('contacts that did not travel with a team stand in for those at home, and give way to them', () => {
    const away = version2({}, (old) => {
      const none = { email: [], phone: [] };
      Object.assign(old.stamps['participants']?.['phiri'] as Loose, { fields: none, knowsOf: { email: {}, phone: {} } });
    });
    const merged = mergeDocuments(version2(both), away).document;
    expect(phiri(merged).contacts).toEqual(bothContacts);
    expect(merged.records.conflicts.size).toBe(0);
  });
});

test('open conflicts of the three fields become one, with every value whole', () => {
  const conflict = (field: string, value: unknown, number: number) => ({
    id: `participants~${field}~phiri`,
    collection: 'participants',
    recordId: 'phiri',
    field,
    options: [{ value, stamps: [[number, 'other']] }],
    removals: [],
  });
  const document = version2(both, (old) => {
    const open = [conflict('email', 'x@one.example', 900), conflict('phone', '', 901), conflict('role', 'Director', 902)];
    old.collections['conflicts'] = Object.fromEntries(open.map((one) => [one.id, one]));
    old.knows['other'] = 902;
  });
  expect([...document.records.conflicts.keys()].toSorted()).toEqual(['participants~contacts~phiri', 'participants~role~phiri']);
  expect(document.records.conflicts.get('participants~contacts~phiri')).toMatchObject({
    field: 'contacts',
    options: [
      { value: [...contacts({ email: 'x@one.example', agrees: true }), ...bothContacts.slice(2)], stamps: [[900, 'other']] },
      { value: bothContacts.slice(0, 2), stamps: [[901, 'other']] },
    ],
  });
});

describe('a line of a journal', () => {
  const line = (r: number, changes: readonly DocumentChange[]): JournalLine =>
    migrateLine({ r, l: 1_000 + r, by: 'here', at: sampleNow, actor: 'x', id: `c${r}`, name: 'participantSet', batch: r, changes }, 2);
  const set = (field: string, before: unknown, after: unknown): DocumentChange => ({
    kind: 'updated',
    collection: 'participants',
    id: 'phiri',
    fields: { [field]: { before, after } },
  });

  test('that set one of the three fields says what the contacts became, and can be taken back', () => {
    const document = version2({ ...both, consentContact: false });
    const { revision } = document.envelope;
    const { applied } = replay(document, [
      line(revision + 1, [set('phone', both.phone, '+260 977 000 333')]),
      line(revision + 2, [set('consentContact', false, true)]),
      line(revision + 3, [set('email', both.email, '')]),
    ]);
    expect(phiri(document).contacts).toEqual(contacts({ phone: '+260 977 000 333', agrees: true }));
    expect(phiri(document)).not.toHaveProperty('email');
    expect(applied.flatMap(({ changes }) => changes.map((change) => change.kind === 'updated' && Object.keys(change.fields)))).toEqual([
      ['contacts'],
      ['contacts'],
      ['contacts'],
    ]);
    expect(applied[2]?.changes).toMatchObject([
      { fields: { contacts: { before: [{ kind: 'email' }, { kind: 'email' }, { kind: 'phone' }], after: [{ kind: 'phone' }] } } },
    ]);
  });

  test('that made or removed a person holds the person as of today', () => {
    const { contacts: _contacts, ...person } = sampleWorkshop().document.records.participants.get('solo') ?? { id: '' };
    const record = { ...person, ...both, id: 'new' };
    const [change] = line(1, [{ kind: 'created', collection: 'participants', id: 'new', record }]).changes;
    expect(change).toMatchObject({ record: { contacts: bothContacts } });
    const again = migrateLine({ changes: change ? [change] : [] }, null);
    expect(again.changes).toEqual([change]);
  });

  test('that opened and settled conflicts of them does so for the contacts', () => {
    const document = version2(both);
    const { revision } = document.envelope;
    const open = (field: string, value: unknown): StoredRecord => ({
      id: `participants~${field}~phiri`,
      collection: 'participants',
      recordId: 'phiri',
      field,
      options: [{ value, stamps: [[900, 'other']] }],
      removals: [],
    });
    const change = (kind: 'created' | 'removed', record: StoredRecord): DocumentChange => ({
      kind,
      collection: 'conflicts',
      id: record.id,
      record,
    });
    replay(document, [line(revision + 1, [change('created', open('email', '')), change('created', open('phone', ''))])]);
    expect([...document.records.conflicts.values()]).toMatchObject([
      { id: 'participants~contacts~phiri', options: [{ value: bothContacts.slice(2) }, { value: bothContacts.slice(0, 2) }] },
    ]);
    replay(document, [line(revision + 2, [change('removed', open('email', '')), change('removed', open('phone', ''))])]);
    expect(document.records.conflicts.size).toBe(0);
  });
});
