// Which lines bring which document forward: revisions decide, not file names (design §4).
import { changesWithContacts } from '../../shared/document/contacts-migration.ts';
import { applyCommit, type WorkshopDocument } from '../../shared/document/envelope.ts';
import type { JournalLine } from './journal-line.ts';

/** The whole lines of one journal. */
export interface JournalLines {
  /** From the header; null when it was unreadable. */
  readonly baseRevision: number | null;
  readonly lines: readonly JournalLine[];
}

/**
 * Puts the lines of several journals into one order.
 * @param journals oldest generation first. A generation that was begun after a failed flush repeats revisions of the one before, whose lines
 *   were never acknowledged: the younger generation wins, and everything of the older from there on is void.
 */
export function mergedLines(journals: readonly JournalLines[]): readonly JournalLine[] {
  const byRevision = new Map<number, JournalLine>();
  for (const { baseRevision, lines } of journals) {
    const first = lines[0];
    if (!first) continue;
    const begin = baseRevision === null ? first.r : baseRevision + 1;
    for (const revision of byRevision.keys()) if (revision >= begin) byRevision.delete(revision);
    for (const line of lines) byRevision.set(line.r, line);
  }
  return [...byRevision.values()].toSorted((a, b) => a.r - b.r);
}

/**
 * Applies one commit in place; the document counts as saved at its moment.
 * @returns the line as it was applied: what an old one says of fields that there are no more is told by the records that it is about
 */
export function applyLine(document: WorkshopDocument, line: JournalLine): JournalLine {
  const wrote = { by: line.actor, at: line.at };
  const changes = changesWithContacts((collection, id) => document.records[collection].get(id), line.changes);
  applyCommit(document, { revision: line.r, stamp: [line.l, line.by], changes, wrote, merged: line.merged });
  document.envelope = { ...document.envelope, savedAt: line.at };
  return changes === line.changes ? line : { ...line, changes };
}

export interface Replayed {
  readonly applied: readonly JournalLine[];
  /** Lines that come after a missing revision. */
  readonly stranded: readonly JournalLine[];
}

/** Applies, in place, every line that follows the document's revision without a gap. */
export function replay(document: WorkshopDocument, lines: readonly JournalLine[]): Replayed {
  const applied: JournalLine[] = [];
  const stranded: JournalLine[] = [];
  for (const line of lines) {
    const revision = document.envelope.revision;
    if (line.r <= revision) continue;
    if (line.r === revision + 1) {
      applied.push(applyLine(document, line));
    } else {
      stranded.push(line);
    }
  }
  return { applied, stranded };
}

/**
 * True when stranded lines show that something acknowledged is missing. A batch is flushed before the next is written: lines of a later
 * batch prove that the missing revision was acknowledged, lines of its own batch do not.
 */
export function hasLostAcknowledged(document: WorkshopDocument, stranded: readonly JournalLine[]): boolean {
  return stranded.some((line) => line.batch > document.envelope.revision + 1);
}
