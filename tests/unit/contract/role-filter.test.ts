// What the projector may not see: people, plans, and the notes of sessions and guides.
import { describe, expect, it } from 'vitest';
import { visibleChanges, visibleGuides, visibleRecord } from '../../../shared/contract/role-filter.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';
import { shippedGuides } from '../../support/shipped-content.ts';

const session = { id: 's', title: { en: 'Recap' }, notes: { en: 'Do not hurry' }, plannedMinutes: 20 } as StoredRecord;

describe('the projector', () => {
  it('gets no notes of a session, neither in the snapshot nor in a change', () => {
    expect(visibleRecord('projector', 'sessions', session)).toEqual({ id: 's', title: { en: 'Recap' }, plannedMinutes: 20 });
    const fields = { notes: { before: null, after: { en: 'x' } }, plannedMinutes: { before: 20, after: 25 } };
    const seen = visibleChanges('projector', [{ kind: 'updated', collection: 'sessions', id: 's', fields }]);
    expect(seen).toEqual([{ kind: 'updated', collection: 'sessions', id: 's', fields: { plannedMinutes: { before: 20, after: 25 } } }]);
  });

  it('gets nobody and no plan', () => {
    const person = { id: 'p', fullName: 'A. Mensa' } as StoredRecord;
    expect(visibleRecord('projector', 'participants', person)).toBeNull();
    expect(visibleChanges('projector', [{ kind: 'created', collection: 'plans', id: 'p', record: person }])).toEqual([]);
  });

  it('gets the guides without the notes for the facilitator, who has them', () => {
    const guides = shippedGuides();
    expect(visibleGuides('facilitator', guides).some((guide) => guide.notes !== null)).toBe(true);
    expect(visibleGuides('projector', guides).filter((guide) => guide.notes !== null)).toEqual([]);
  });
});
