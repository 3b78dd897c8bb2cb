// The past of an open workshop: commits from the newest back, each with the workshop before and after it, and the state at any revision.
import type { View } from '../../shared/domain/collections.ts';
import { applyChanges, invert } from '../../shared/document/change.ts';
import { emptyDocument, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { overlayOf, storeOf, viewOf } from '../../shared/document/records.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { FilePort } from './file-port.ts';
import { listSegments, segmentStart } from './history.ts';
import type { JournalLine } from './journal-line.ts';
import { breathing, linesBackwards } from './lines-backwards.ts';
import { applyLine } from './replay.ts';
import { captured, parseSnapshot, type Snapshot } from './snapshot.ts';
import { snapshotPath } from './workshop-folder.ts';

/** States that were looked at last: comparing and bringing back ask for the same one again. */
const keptStates = 2;

/** A commit of the past. Its views hold until the next one is asked for. */
export interface PastCommit {
  readonly line: JournalLine;
  readonly before: View;
  readonly after: View;
}

export interface Overview {
  /** Everybody who ever changed something, in the order in which they first did. */
  readonly actors: readonly string[];
  /** Moment of the oldest commit that can be read; null when there is none. */
  readonly oldestAt: Instant | null;
}

export interface HistoryReader {
  /** Every commit that can be read, newest first, beginning with the durable state of this moment. */
  readonly commits: () => AsyncGenerator<PastCommit, void>;
  readonly overview: () => Promise<Overview>;
  /** The workshop as it was; null when it cannot be put together any more. To be looked at only: it is kept for the next who asks. */
  readonly stateAt: (revision: number) => Promise<WorkshopDocument | null>;
  /** Forgets what it keeps in memory, after the past was deleted. */
  readonly clear: () => void;
}

export interface HistoryReaderOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** The durable state, as the store keeps it. */
  readonly document: WorkshopDocument;
}

export function historyReader({ files, folder, document }: HistoryReaderOptions): HistoryReader {
  const { documentId } = document.envelope;
  const place = { files, folder, documentId };
  const states = new Map<number, WorkshopDocument>();
  let known: Overview & { readonly upTo: number } = { actors: [], oldestAt: null, upTo: 0 };

  async function* commits(): AsyncGenerator<PastCommit, void> {
    const { records, envelope } = captured(document);
    const store = storeOf(records);
    const after = viewOf(records);
    for await (const line of linesBackwards(place, envelope.revision)) {
      const back = invert(line.changes);
      const { view: before, add } = overlayOf(after);
      add(back);
      yield { line, before, after };
      applyChanges(store, back);
    }
  }

  /** Reads everything once, later only what has come since. */
  async function overview(): Promise<Overview> {
    const upTo = document.envelope.revision;
    const since = known.upTo;
    const actors: string[] = [];
    let { oldestAt } = known;
    for await (const line of linesBackwards(place, upTo)) {
      if (line.r <= since) break;
      actors.push(line.actor);
      if (known.oldestAt === null) oldestAt = line.at;
    }
    known = { actors: [...new Set([...known.actors, ...actors.toReversed()])], oldestAt, upTo };
    return known;
  }

  /** Everything that a state can be put together from, newest first: the snapshot in the folder, those of the history, the beginning. */
  async function* starts(revision: number): AsyncGenerator<WorkshopDocument, void> {
    const bytes = await files.readFile(snapshotPath(folder));
    const newest = bytes === null ? null : usable(parseSnapshot(bytes), revision);
    if (newest) yield newest;
    for (const { from } of await listSegments(files, folder)) {
      const start = from > revision ? null : usable(await segmentStart(files, folder, from), revision);
      if (start) yield start;
    }
    yield emptyDocument({ documentId, appVersion: '', now: document.envelope.savedAt });
  }

  function usable(snapshot: Snapshot, revision: number): WorkshopDocument | null {
    if (snapshot.kind !== 'good') return null;
    const { envelope } = snapshot.document;
    return envelope.documentId === documentId && envelope.revision <= revision ? snapshot.document : null;
  }

  async function stateFromFiles(revision: number): Promise<WorkshopDocument | null> {
    for await (const start of starts(revision)) {
      const lines = await unbrokenLines(start.envelope.revision, revision);
      if (!lines) continue;
      const breathe = breathing();
      for (const line of lines) {
        applyLine(start, line);
        await breathe();
      }
      return start;
    }
    return null;
  }

  /** Every line after one revision up to another, oldest first; null when one of them is missing. */
  async function unbrokenLines(after: number, upTo: number): Promise<readonly JournalLine[] | null> {
    const lines: JournalLine[] = [];
    let next = upTo;
    if (next === after) return lines;
    for await (const line of linesBackwards(place, upTo)) {
      if (line.r !== next) return null;
      lines.push(line);
      next -= 1;
      if (next === after) return lines.toReversed();
    }
    return null;
  }

  return {
    commits,
    overview,
    stateAt: async (revision) => {
      if (revision === 0 || revision > document.envelope.revision) return null;
      if (revision === document.envelope.revision) return captured(document);
      const found = states.get(revision) ?? (await stateFromFiles(revision));
      states.delete(revision);
      if (found) states.set(revision, found);
      const [oldest] = states.keys();
      if (states.size > keptStates && oldest !== undefined) states.delete(oldest);
      return found;
    },
    clear: () => {
      states.clear();
      known = { actors: [], oldestAt: null, upTo: document.envelope.revision };
    },
  };
}
