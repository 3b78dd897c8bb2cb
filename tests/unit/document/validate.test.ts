// For every invariant there is a document that breaks only that one.
import { describe, expect, it } from 'vitest';
import { invariants, validate, type Invariant } from '../../../shared/document/validate.ts';
import type { RecordMaps } from '../../../shared/document/records.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';
import { populatedWorkshop, sequentialContext } from '../../support/random-commands.ts';

function first(records: RecordMaps, collection: CollectionName): StoredRecord {
  const record = [...records[collection].values()][0];
  if (!record) throw new Error(`The sample has nothing in ${collection}`);
  return record;
}

function change(records: RecordMaps, collection: CollectionName, fields: Readonly<Record<string, unknown>>): void {
  const record = first(records, collection);
  records[collection].set(record.id, { ...record, ...fields });
}

const breakers: { readonly [Name in Invariant]: (records: RecordMaps) => void } = {
  'record-shape': (records) => change(records, 'sessions', { plannedMinutes: 'long' }),
  'id-is-key': (records) => records.parkingItems.set('elsewhere', first(records, 'parkingItems')),
  'one-workshop': (records) => records.workshop.delete('workshop'),
  'no-dangling-reference': (records) => change(records, 'steps', { responsibleIds: ['nobody'] }),
  'natural-key': (records) => {
    const record = first(records, 'checkpoints');
    records.checkpoints.delete(record.id);
    records.checkpoints.set('other', { ...record, id: 'other' });
  },
  'version-number-once': (records) => {
    const record = first(records, 'planVersions');
    records.planVersions.set('twin', { ...record, id: 'twin' });
  },
  'sign-off-of-own-plan': (records) => {
    const version = first(records, 'planVersions');
    const foreign = [...records.plans.keys()].find((id) => id !== version['planId']);
    change(records, 'signOffs', { planId: foreign });
  },
  'dates-in-order': (records) => change(records, 'workshop', { endDate: '2020-01-01' }),
  'conflict-of-record': (records) => change(records, 'conflicts', { recordId: 'nobody' }),
};

describe('validate', () => {
  it('finds nothing in a whole document', () => {
    expect(validate(populatedWorkshop(sequentialContext()).records)).toEqual([]);
  });

  it.each(invariants)('finds %s, and only that, where only that is broken', (invariant) => {
    const { records } = populatedWorkshop(sequentialContext());
    breakers[invariant](records);
    const found = validate(records);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((violation) => violation.invariant))).toEqual(new Set([invariant]));
  });
});
