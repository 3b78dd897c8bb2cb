// Commits as people remember them: what was typed into one field within a minute is one line.
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import type { DescribedChange } from '../../../shared/document/describe.ts';
import { millisecondsOf } from '../../../shared/kernel/instant.ts';

/** One line of the history: a commit, or several that were typed in a row. */
export interface HistoryLine extends HistoryEntry {
  /** Revision of its first commit; `revision` is that of its last. */
  readonly first: number;
  readonly commits: number;
}

/** As long as typing counts as one step of undo. */
const typingMilliseconds = 60_000;

/** @param entries newest first, as the host gives them */
export function foldEntries(entries: readonly HistoryEntry[]): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const entry of entries) {
    const newer = lines.at(-1);
    const folded = newer ? foldedWith(newer, entry) : null;
    if (folded) lines[lines.length - 1] = folded;
    else lines.push({ ...entry, first: entry.revision, commits: 1 });
  }
  return lines;
}

/** The line with an older commit in it; null when they are two things. */
function foldedWith(newer: HistoryLine, older: HistoryEntry): HistoryLine | null {
  const [next, before] = [onlyField(newer), onlyField(older)];
  if (!next || !before || newer.actor !== older.actor || newer.name !== older.name) return null;
  const isSame =
    next.record.id === before.record.id &&
    next.record.collection === before.record.collection &&
    next.fields[0]?.field === before.fields[0]?.field;
  // Whichever way the clock was set in between: moments far apart are two things.
  if (!isSame || Math.abs(millisecondsOf(newer.at) - millisecondsOf(older.at)) > typingMilliseconds) return null;
  const fields = next.fields.map((field) => ({ ...field, before: before.fields[0]?.before }));
  return { ...newer, first: older.revision, commits: newer.commits + 1, changes: [{ ...next, fields }] };
}

function onlyField({ changes, more, name }: HistoryEntry): DescribedChange | null {
  const [change] = changes;
  const isOne = changes.length === 1 && more === 0 && change?.kind === 'updated' && change.fields.length === 1;
  return isOne && name !== 'undo' && name !== 'redo' && name !== 'restore' ? change : null;
}
