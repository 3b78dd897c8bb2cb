// workshop.json: the whole workshop in one file that can be read without the application. Written a record per line, read with every doubt named.
import { collectionNames } from '../../shared/domain/collections.ts';
import { fromStored, isProblem, type StoredProblem, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { migrate } from '../../shared/document/migrations.ts';
import { withoutByteOrderMark } from './bytes.ts';

/** What a snapshot file turned out to be. */
export type Snapshot =
  | { readonly kind: 'none' }
  | { readonly kind: 'good'; readonly document: WorkshopDocument }
  | { readonly kind: 'newer'; readonly schemaVersion: number }
  | {
      readonly kind: 'bad';
      readonly detail: 'empty' | 'cut' | 'not-json' | 'null' | 'not-a-workshop' | 'bad-record';
      /** Collection, id and field of a bad record; else ''. */
      readonly place: string;
    };

/**
 * References to everything that the document holds now. Records and stamps are replaced and never changed,
 * so that the copy stands still while commits go on.
 */
export function captured(document: WorkshopDocument): WorkshopDocument {
  const copy = <Maps extends Readonly<Record<string, ReadonlyMap<string, unknown>>>>(maps: Maps): Maps =>
    Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, new Map(map)])) as unknown as Maps;
  return {
    envelope: document.envelope,
    records: copy(document.records),
    stamps: { records: copy(document.stamps.records), tombstones: copy(document.stamps.tombstones) },
    unknownCollections: document.unknownCollections,
  };
}

/** The same JSON as `toStored`, part by part, so that no part takes long. */
export function* snapshotParts(document: WorkshopDocument): Iterable<string> {
  yield `{\n${JSON.stringify(document.envelope, null, 2).slice(2, -2)}`;
  yield ',\n"collections": {';
  yield* collectionParts(document.records);
  for (const [name, records] of Object.entries(document.unknownCollections)) yield `,\n${JSON.stringify(name)}: ${JSON.stringify(records)}`;
  yield '},\n"stamps": {';
  yield* collectionParts(document.stamps.records);
  yield '},\n"tombstones": {';
  yield* collectionParts(document.stamps.tombstones);
  yield '}\n}\n';
}

function* collectionParts(collections: Readonly<Record<string, ReadonlyMap<string, unknown>>>): Iterable<string> {
  let separator = '';
  for (const name of collectionNames) {
    yield `${separator}\n"${name}": {`;
    separator = ',';
    let between = '\n';
    for (const [id, value] of collections[name] ?? []) {
      yield `${between}${JSON.stringify(id)}: ${JSON.stringify(value)}`;
      between = ',\n';
    }
    yield '}';
  }
}

/** Reads the bytes of workshop.json. Never half a document: either whole, or the reason why not. */
export function parseSnapshot(bytes: Uint8Array): Snapshot {
  const text = new TextDecoder().decode(withoutByteOrderMark(bytes));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'bad', detail: notJson(text.trim()), place: '' };
  }
  if (json === null) return { kind: 'bad', detail: 'null', place: '' };
  const read = fromStored(migrate(json));
  return isProblem(read) ? problem(read) : { kind: 'good', document: read };
}

function notJson(text: string): 'empty' | 'cut' | 'not-json' {
  if (/^\0*$/.test(text)) return 'empty';
  return text.startsWith('{') && !text.endsWith('}') ? 'cut' : 'not-json';
}

function problem(found: StoredProblem): Snapshot {
  switch (found.code) {
    case 'newer-version':
      return { kind: 'newer', schemaVersion: found.schemaVersion };
    case 'not-a-workshop':
      return { kind: 'bad', detail: 'not-a-workshop', place: '' };
    case 'bad-record':
      return { kind: 'bad', detail: 'bad-record', place: [found.collection, found.id, found.field].join(' · ') };
    default:
      return assertNever(found);
  }
}
