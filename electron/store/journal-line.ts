// One line of a journal: how it is written, and how it is told from a torn or foreign one.
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { instantSchema } from '../../shared/kernel/schema.ts';
import { changeSchema } from '../../shared/document/change-schema.ts';
import { mergedStampsSchema, type MergedStamps } from '../../shared/document/merged-stamps.ts';

export const journalFormat = 'hrh-action-workshop-journal';

/** What was restored when a journal was begun. As long as the journal is empty it is told again: the opening that restored it may have been cut short. */
export interface Restored {
  readonly code: 'backup-restored' | 'history-restored';
  /** True when damaged files were set aside. */
  readonly hasKept: boolean;
}

/** First line of every journal. */
export interface JournalHeader {
  readonly format: typeof journalFormat;
  readonly documentId: string;
  readonly schemaVersion: number;
  /** Revision of the document when the journal was begun. Revisions of its lines follow on. */
  readonly baseRevision: number;
  readonly restored?: Restored | undefined;
}

/** One commit. Short names, because every field save writes one of these (at most 1 KB, design §11). */
export interface JournalLine {
  /** Revision that the commit leads to. */
  readonly r: number;
  /** Number and replica of its stamp. */
  readonly l: number;
  readonly by: string;
  readonly at: Instant;
  readonly actor: string;
  /** Id of the command: a resend finds it here, also after a restart. */
  readonly id: string;
  readonly name: string;
  /** Revision of the first line that was written together with this one. */
  readonly batch: number;
  readonly changes: readonly DocumentChange[];
  /** Of a merge: the stamps it leaves. Those of its changes were made by many commits, not by this one. */
  readonly merged?: MergedStamps | undefined;
  /** Ids of the commands that this one takes back, or brings back. */
  readonly undoes?: readonly string[] | undefined;
  readonly redoes?: readonly string[] | undefined;
}

const headerSchema = z.looseObject({
  format: z.literal(journalFormat),
  documentId: z.string().min(1).max(64),
  schemaVersion: z.number().int().min(1),
  baseRevision: z.number().int().min(0),
  restored: z.looseObject({ code: z.enum(['backup-restored', 'history-restored']), hasKept: z.boolean() }).optional(),
});

const ids = z.array(z.string().min(1).max(64)).readonly().optional();

const lineSchema = z.looseObject({
  r: z.number().int().min(1),
  l: z.number().int().min(1),
  by: z.string().min(1).max(64),
  at: instantSchema,
  actor: z.string(),
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(64),
  batch: z.number().int().min(1),
  changes: z.array(changeSchema).readonly(),
  merged: mergedStampsSchema.optional(),
  undoes: ids,
  redoes: ids,
});

/** `,"crc":"0123abcd"}` at the end of a line. */
const checkLength = 18;

function checksum(content: string | Uint8Array, seed: number): string {
  return crc32(content, seed).toString(16).padStart(8, '0');
}

function withChecksum(json: string, seed: number): string {
  const content = json.slice(0, -1);
  return `${content},"crc":"${checksum(content, seed)}"}\n`;
}

/** @returns the line's JSON when its checksum holds, else undefined */
function checked(bytes: Uint8Array, seed: number): unknown {
  const contentLength = bytes.length - checkLength;
  if (contentLength < 1) return undefined;
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + contentLength, checkLength).toString('latin1');
  if (tail !== `,"crc":"${checksum(bytes.subarray(0, contentLength), seed)}"}`) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Seed of the checksums of one document's lines: a line that was copied from another document's journal does not pass. */
export function seedOf(documentId: string): number {
  return crc32(documentId);
}

/** @returns the line with its line break */
export function encodeHeader(header: JournalHeader): string {
  return withChecksum(JSON.stringify(header), 0);
}

/** @returns the line with its line break */
export function encodeLine(line: JournalLine, seed: number): string {
  return withChecksum(JSON.stringify(line), seed);
}

/** @param bytes without the line break @returns undefined when they are not a whole header */
export function decodeHeader(bytes: Uint8Array): JournalHeader | undefined {
  return headerSchema.safeParse(checked(bytes, 0)).data;
}

/** @param bytes without the line break @returns undefined when they are not a whole line of this document */
export function decodeLine(bytes: Uint8Array, seed: number): JournalLine | undefined {
  return lineSchema.safeParse(checked(bytes, seed)).data;
}
