// A host with the sample in it, for tests that attack it.
import type { DocumentSnapshot } from '../../../shared/contract/contract.ts';
import { emptyRecords, type RecordMaps } from '../../../shared/document/records.ts';
import { collectionNames } from '../../../shared/domain/collection-names.ts';
import type { SourceSheet } from '../../../shared/domain/people/import-model.ts';
import { facilitator, testHost, valueOf, type TestHost } from '../test-host.ts';
import type { Words } from './schema-arbitrary.ts';

/** What every list contains that is brought in. */
export const sheets: readonly SourceSheet[] = [{ name: 'People', rows: [] }];

/** @returns the host, the sample's id, and words that its commands must name to reach something */
export async function sampleHost(root: string): Promise<{ readonly host: TestHost; readonly workshopId: string; readonly words: Words }> {
  const host = await testHost({ root, sheets });
  const { workshopId } = valueOf(await host.handlers.library.createSample({ language: 'en' }, facilitator));
  const snapshot = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  return { host, workshopId, words: [workshopId, ...wordsOf(snapshot)] };
}

/** Ids and short values of the sample: what a command must name to reach something. */
function wordsOf({ collections }: DocumentSnapshot): Words {
  const ids = Object.values(collections).flatMap((records) => records.slice(0, 6).map(({ id }) => id));
  return [
    ...ids,
    '2026-03-18',
    '2026-12-31',
    '08:30',
    '2026-03-18T08:00:00.000Z',
    'Africa/Accra',
    'en',
    'fr',
    '12.50',
    'a0',
    'Ama Boateng',
  ];
}

/** The records of a snapshot, for `validate`. */
export function recordsOf({ collections }: DocumentSnapshot): RecordMaps {
  const records = emptyRecords();
  for (const name of collectionNames) for (const record of collections[name] ?? []) records[name].set(record.id, record);
  return records;
}
