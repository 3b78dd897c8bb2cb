// What a workshop still lacks, on real documents.
import { describe, expect, it } from 'vitest';
import { readinessGaps } from '../../../renderer/features/prepare/readiness.ts';
import { emptyRecords, viewOf } from '../../../shared/document/records.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';

function viewWith(records: Partial<Record<CollectionName, readonly StoredRecord[]>>) {
  const maps = emptyRecords();
  for (const [collection, list] of Object.entries(records)) {
    for (const record of list) maps[collection as CollectionName].set(record.id, record);
  }
  return viewOf(maps);
}

const workshop = {
  id: 'workshop',
  title: 'Workshop',
  place: 'Accra',
  organisers: [{ name: 'A. Mensa', role: 'facilitator' }],
  objectives: ['Plans'],
};
const person = (id: string, fields: object = {}) => ({ id, kind: 'participant', status: 'expected', teamId: 't1', ...fields });
const team = (id: string, leadId: string | null) => ({ id, leadId });
const codes = (view: ReturnType<typeof viewWith>) => readinessGaps(view).map(({ code, count }) => [code, count]);

describe('readinessGaps', () => {
  it('asks for the basics that are empty, each with its field', () => {
    const view = viewWith({
      workshop: [{ ...workshop, title: ' ', place: '', objectives: [], organisers: [{ name: '', role: 'facilitator' }] }],
    });
    expect(readinessGaps(view).flatMap(({ field }) => field ?? [])).toEqual(['title', 'place', 'organisers', 'objectives']);
  });

  it('asks for people before teams, and for teams before their details', () => {
    expect(codes(viewWith({ workshop: [workshop] }))).toEqual([['people-missing', 1]]);
    expect(codes(viewWith({ workshop: [workshop], participants: [person('a')] }))).toEqual([['teams-missing', 1]]);
  });

  it('counts who has no team, and teams without lead or people; observers and replaced people do not count', () => {
    const view = viewWith({
      workshop: [workshop],
      participants: [
        person('a'),
        person('b', { teamId: null }),
        person('c', { teamId: null, kind: 'observer' }),
        person('d', { teamId: null, status: 'replaced' }),
      ],
      teams: [team('t1', 'a'), team('t2', null)],
    });
    expect(codes(view)).toEqual([
      ['without-team', 1],
      ['without-lead', 1],
      ['empty-team', 1],
    ]);
  });

  it('is empty when nothing is missing', () => {
    expect(codes(viewWith({ workshop: [workshop], participants: [person('a')], teams: [team('t1', 'a')] }))).toEqual([]);
  });
});
