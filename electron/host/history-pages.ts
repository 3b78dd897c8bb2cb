// Pages of the history: commits that a filter lets through, newest first, each in words that a page can say.
import type { HistoryEntry, HistoryPage } from '../../shared/contract/history.ts';
import { countChanges, describeChanges } from '../../shared/document/describe.ts';
import type { CollectionName, DocumentChange } from '../../shared/domain/collections.ts';
import { references } from '../../shared/domain/references.ts';
import type { StoredRecord } from '../../shared/kernel/record.ts';
import type { HistoryReader, PastCommit } from '../store/history-reader.ts';

/** So many changes of one commit are described; an import or a merge can have thousands. */
export const mostChanges = 100;

export interface HistoryFilter {
  readonly planId: string | null;
  readonly actor: string | null;
  readonly sessionId: string | null;
}

export interface PageWish {
  readonly before: number | null;
  readonly limit: number;
  readonly filter: HistoryFilter;
}

type Page = Pick<HistoryPage, 'entries' | 'names' | 'next'>;

export interface HistoryPages {
  readonly page: (wish: PageWish) => Promise<Page>;
}

/** A walk back through the history that stands still before a commit nobody has seen yet. */
interface Walk {
  readonly key: string;
  readonly commits: AsyncGenerator<PastCommit, void>;
  readonly ahead: Found;
}

interface Found {
  readonly commit: PastCommit;
  readonly changes: readonly DocumentChange[];
}

export function historyPages(reader: HistoryReader): HistoryPages {
  /** Where the last page ended: who reads on does not begin again at the present. */
  let resting: Walk | null = null;

  function taken(key: string): Walk | null {
    const walk = resting?.key === key ? resting : null;
    if (walk) resting = null;
    return walk;
  }

  async function page({ before, limit, filter }: PageWish): Promise<Page> {
    const walk = before === null ? null : taken(keyOf(filter, before));
    const commits = walk?.commits ?? reader.commits();
    const entries: HistoryEntry[] = [];
    const names: Record<string, string> = {};
    let found = walk?.ahead ?? (await nextFound(commits, filter, before));
    for (; found && entries.length < limit; found = await nextFound(commits, filter, before)) {
      const { entry, names: own } = described(found);
      entries.push(entry);
      Object.assign(names, own);
    }
    const next = found ? (entries.at(-1)?.revision ?? null) : null;
    if (found && next !== null) {
      await resting?.commits.return();
      resting = { key: keyOf(filter, next), commits, ahead: found };
    }
    return { entries, names, next };
  }

  return { page };
}

function keyOf(filter: HistoryFilter, before: number): string {
  return JSON.stringify([filter.planId, filter.actor, filter.sessionId, before]);
}

/** The next commit that the filter lets through, with those of its changes that are about what is looked for. */
async function nextFound(commits: AsyncGenerator<PastCommit, void>, filter: HistoryFilter, before: number | null): Promise<Found | null> {
  for (;;) {
    const { value: commit } = await commits.next();
    if (!commit) return null;
    if (before !== null && commit.line.r >= before) continue;
    if (filter.actor !== null && commit.line.actor !== filter.actor) continue;
    const changes = commit.line.changes.filter((change) => isAbout(commit, change, filter));
    if (changes.length > 0 || isOpen(filter)) return { commit, changes };
  }
}

function isOpen({ planId, sessionId }: HistoryFilter): boolean {
  return planId === null && sessionId === null;
}

function isAbout(commit: PastCommit, change: DocumentChange, { planId, sessionId }: HistoryFilter): boolean {
  return (
    (planId === null || belongsTo(commit, change, 'plans', planId)) &&
    (sessionId === null || belongsTo(commit, change, 'sessions', sessionId))
  );
}

/** True for a change of the record itself, and of every record that refers to it, before or after. */
function belongsTo({ before, after }: PastCommit, { collection, id }: DocumentChange, owner: CollectionName, ownerId: string): boolean {
  if (collection === owner) return id === ownerId;
  const fields = references.filter(({ from, to }) => from === collection && to === owner).map(({ field }) => field);
  return fields.some((field) =>
    [before, after].some((view) => (view.get(collection, id) as StoredRecord | undefined)?.[field] === ownerId),
  );
}

function described({ commit, changes }: Found): { readonly entry: HistoryEntry; readonly names: Readonly<Record<string, string>> } {
  const { line, before, after } = commit;
  const shown = describeChanges(before, after, changes.slice(0, mostChanges));
  const { r: revision, at, actor } = line;
  const more = line.changes.length - shown.changes.length;
  const beyond = countChanges(changes.slice(mostChanges));
  return {
    entry: { revision, at, actor, name: line.name as HistoryEntry['name'], changes: shown.changes, more, beyond },
    names: shown.names,
  };
}
