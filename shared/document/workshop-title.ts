// What a document calls its workshop.
import { workshopRecordId } from '../domain/workshop/values.ts';
import { viewOf, type RecordMaps } from './records.ts';

/** '' while it has none. */
export function workshopTitle({ records }: { readonly records: RecordMaps }): string {
  return viewOf(records).get('workshop', workshopRecordId)?.title ?? '';
}
