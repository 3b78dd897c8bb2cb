// Reads a workshop that travelled as a file. Whoever sent it is a stranger: size, depth, keys, shape, numbers and every invariant are checked
// before anything of it reaches the host, and nothing in it ever becomes a path.
import { isNewer, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { validate } from '../../shared/document/validate.ts';
import type { WorkshopFileFailure } from '../../shared/contract/failures.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { parseSnapshot, type Snapshot } from '../store/snapshot.ts';
import { highestNumber } from './highest-number.ts';
import { inflateWorkshop } from './inflate-workshop.ts';
import { jsonTrouble } from './json-guard.ts';
import { highestCommit, largestWorkshopFile, mebibyte, mostRecords, mostWorkshopBytes } from './limits.ts';
import type { SourceFile } from './read-source.ts';

/** A file's workshop, and the team that one team's plans are about; null for a whole workshop. */
export interface ReadWorkshopFile {
  readonly document: WorkshopDocument;
  readonly part: { readonly teamId: string; readonly name: string } | null;
}

type Read<T> = Result<T, WorkshopFileFailure>;
type Damage = Extract<WorkshopFileFailure, { readonly code: 'workshop-file-damaged' }>['detail'];

/**
 * Reads `.hrhworkshop` (compressed), or workshop.json as it lies in a folder: decided by content, not by name.
 * @returns the workshop, migrated to the schema of today and valid in every respect, or why it is refused. Its records are not frozen
 */
export async function readWorkshopFile({ bytes, fileName }: SourceFile): Promise<Read<ReadWorkshopFile>> {
  if (bytes.length === 0) return damaged(fileName, 'empty');
  if (bytes.length > largestWorkshopFile) {
    const megabytes = Math.ceil(bytes.length / mebibyte);
    return err({ code: 'workshop-file-too-large', fileName, megabytes, limit: largestWorkshopFile / mebibyte });
  }
  const content = await contentOf(bytes, fileName);
  if (!content.ok) return content;
  const trouble = jsonTrouble(content.value);
  return trouble ? damaged(fileName, trouble) : checked(content.value, fileName);
}

function damaged(fileName: string, detail: Damage, place = ''): Read<never> {
  return err({ code: 'workshop-file-damaged', fileName, detail, place });
}

async function contentOf(bytes: Uint8Array, fileName: string): Promise<Read<Uint8Array>> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const inflated = await inflateWorkshop(bytes, mostWorkshopBytes);
    if (inflated.ok) return inflated;
    return inflated.failure === 'cut' ? damaged(fileName, 'cut') : err({ code: 'workshop-file-inflates-too-far', fileName });
  }
  const text = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  return text.find((byte) => byte > 0x20) === 0x7b ? ok(bytes) : err({ code: 'not-a-workshop-file', fileName });
}

function checked(content: Uint8Array, fileName: string): Read<ReadWorkshopFile> {
  const snapshot = parseSnapshot(content);
  switch (snapshot.kind) {
    case 'good':
      return isNewer(snapshot.document) ? newer(fileName, snapshot.schemaVersion) : checkedDocument(snapshot.document, fileName);
    case 'newer':
      return newer(fileName, snapshot.schemaVersion);
    case 'bad':
      return refused(snapshot, fileName);
    case 'none':
      return damaged(fileName, 'empty');
    default:
      return assertNever(snapshot);
  }
}

function newer(fileName: string, schemaVersion: number): Read<never> {
  return err({ code: 'workshop-file-newer', fileName, schemaVersion });
}

function refused({ detail, place }: Extract<Snapshot, { readonly kind: 'bad' }>, fileName: string): Read<never> {
  switch (detail) {
    case 'null':
    case 'not-a-workshop':
      return err({ code: 'not-a-workshop-file', fileName });
    case 'empty':
    case 'cut':
    case 'not-json':
      return damaged(fileName, detail);
    case 'bad-record':
      return damaged(fileName, detail, shortened(place));
    default:
      return assertNever(detail);
  }
}

function checkedDocument(document: WorkshopDocument, fileName: string): Read<ReadWorkshopFile> {
  const { envelope, records } = document;
  const size = collectionNames.reduce((sum, name) => sum + records[name].size + document.stamps.tombstones[name].size, 0);
  if (size > mostRecords) return damaged(fileName, 'too-many-records');
  if (!/^[\w-]{1,64}$/.test(envelope.documentId)) return damaged(fileName, 'bad-record', 'documentId');
  if (highestNumber(document) > highestCommit) return damaged(fileName, 'bad-record', 'knows');
  const [violation] = validate(records);
  if (violation) {
    const { collection, id, field } = violation;
    return damaged(fileName, 'bad-record', shortened([collection, id, field].join(' · ')));
  }
  return ok({ document, part: partOf(document) });
}

/** A place is shown to people: names of records may be as long as a stranger likes. */
function shortened(place: string): string {
  return place.length > 120 ? `${place.slice(0, 119)}…` : place;
}

/** What `teamFile` has written beside the envelope. */
function partOf({ envelope, records }: WorkshopDocument): ReadWorkshopFile['part'] {
  const { part } = envelope as { readonly part?: { readonly kind?: unknown; readonly teamId?: unknown } | null };
  if (part?.kind !== 'team' || typeof part.teamId !== 'string') return null;
  const name = records.teams.get(part.teamId)?.['name'];
  return { teamId: part.teamId, name: typeof name === 'string' ? name : '' };
}
