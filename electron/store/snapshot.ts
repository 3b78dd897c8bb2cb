// workshop.json: the whole workshop in one file that can be read without the application. Written a record per line, read with every doubt named.
import { crc32 } from 'node:zlib';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import {
  fromStored,
  isNewer as isFromNewer,
  isProblem,
  type StoredProblem,
  type WorkshopDocument,
} from '../../shared/document/envelope.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { migrate } from '../../shared/document/migrations.ts';
import { withoutByteOrderMark } from './bytes.ts';

/** What a snapshot file turned out to be. */
export type Snapshot =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'good';
      readonly document: WorkshopDocument;
      /** True when something else than this product has written the file: its checksum does not hold. */
      readonly isForeign: boolean;
      /** As it was written: what an older version wrote was migrated while it was read. */
      readonly schemaVersion: number;
    }
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

/** The same JSON as `toStored`, part by part, so that no part takes long, and a checksum of all that behind it. */
export function* snapshotParts(document: WorkshopDocument): Iterable<string> {
  let sum = 0;
  for (const part of contentParts(document)) {
    sum = crc32(part, sum);
    yield part;
  }
  yield ending(sum);
}

/** The end of the file. Whatever stands before it is what the checksum is of. */
function ending(sum: number): string {
  return `,\n"check": "${sum.toString(16).padStart(8, '0')}"\n}\n`;
}

const endingLength = ending(0).length;

function hasWrongChecksum(bytes: Uint8Array): boolean {
  const content = bytes.subarray(0, Math.max(0, bytes.length - endingLength));
  return Buffer.from(bytes.subarray(content.length)).toString('latin1') !== ending(crc32(content));
}

function* contentParts(document: WorkshopDocument): Iterable<string> {
  yield `{\n${JSON.stringify(document.envelope, null, 2).slice(2, -2)}`;
  yield ',\n"collections": {';
  yield* collectionParts(document.records);
  for (const [name, records] of Object.entries(document.unknownCollections)) yield `,\n${JSON.stringify(name)}: ${JSON.stringify(records)}`;
  yield '},\n"stamps": {';
  yield* collectionParts(document.stamps.records);
  yield '},\n"tombstones": {';
  yield* collectionParts(document.stamps.tombstones);
  yield '}';
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
  const content = withoutByteOrderMark(bytes);
  const text = new TextDecoder().decode(content);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'bad', detail: notJson(text.trim()), place: '' };
  }
  if (json === null) return { kind: 'bad', detail: 'null', place: '' };
  const { check, ...stored } = json as { readonly check?: unknown };
  const isForeign = check !== undefined && hasWrongChecksum(content);
  const read = fromStored(migrate(typeof json === 'object' ? stored : json));
  // A version that nobody wrote is damage too.
  const isNewer = isProblem(read) ? read.code === 'newer-version' : isFromNewer(read);
  if (isForeign && isNewer) return { kind: 'bad', detail: 'not-a-workshop', place: '' };
  if (isProblem(read)) return problem(read);
  return { kind: 'good', document: read, isForeign, schemaVersion: (json as { readonly schemaVersion: number }).schemaVersion };
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
