// Requests of the time machine: what was changed, the workshop as it was, and bringing things back.
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Differences, Scope } from '../../shared/contract/history.ts';
import { countChanges, describeChanges } from '../../shared/document/describe.ts';
import { keptFacts } from '../../shared/document/going-back.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { overlayOf, viewOf } from '../../shared/document/records.ts';
import { bringingBack } from '../../shared/document/restore.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { View } from '../../shared/domain/collections.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { historyPages, type HistoryPages } from './history-pages.ts';
import type { OpenDocument } from './open-document.ts';
import type { Workshops } from './workshops.ts';

/** So many differences are described in a preview. */
const mostDifferences = 500;

export function historyHandlers(workshops: Workshops): HostHandlers['history'] {
  const pages = new WeakMap<OpenDocument, HistoryPages>();

  function pagesOf(document: OpenDocument): HistoryPages {
    const found = pages.get(document) ?? historyPages(document.history);
    pages.set(document, found);
    return found;
  }

  return {
    list: async ({ workshopId, ...wish }) => {
      const document = await workshops.open(workshopId);
      if (!document.ok) return document;
      const page = await pagesOf(document.value).page(wish);
      const { actors, oldestAt } = await document.value.history.overview();
      return ok({ ...page, actors, reachesBackTo: oldestAt ?? document.value.snapshot('facilitator').savedAt });
    },
    at: async ({ workshopId, revision }) => {
      const found = await pastOf(workshops, workshopId, revision);
      if (!found.ok) return found;
      const { envelope, records } = found.value.past;
      const collections = Object.fromEntries(collectionNames.map((name) => [name, [...records[name].values()]]));
      return ok({ workshopId, revision: envelope.revision, at: envelope.savedAt, collections });
    },
    compare: async ({ workshopId, revision, scope }) => {
      const found = await pastOf(workshops, workshopId, revision);
      return found.ok ? differences(found.value.document.view(), viewOf(found.value.past.records), scope) : found;
    },
    restore: async ({ workshopId, revision, scope, commandId }) => {
      const found = await pastOf(workshops, workshopId, revision);
      if (!found.ok) return found;
      const { document, past } = found.value;
      if (scope.kind === 'workshop') await document.copies.before('before-restore');
      return document.commitDifference(commandId, 'restore', (view) => bringingBack(view, viewOf(past.records), scope));
    },
  };
}

async function pastOf(
  workshops: Workshops,
  workshopId: string,
  revision: number,
): Promise<Result<{ readonly document: OpenDocument; readonly past: WorkshopDocument }, Failure>> {
  const document = await workshops.open(workshopId);
  if (!document.ok) return document;
  const past = await document.value.history.stateAt(revision);
  return past ? ok({ document: document.value, past }) : err({ code: 'past-gone' });
}

/** What bringing back would change now. Fails as it would. */
export function differences(now: View, past: View, scope: Scope): Result<Differences, Failure> {
  const decided = bringingBack(now, past, scope);
  if (!decided.ok) return decided;
  const changes = decided.value;
  const { view: after, add } = overlayOf(now);
  add(changes);
  const shown = describeChanges(now, after, changes.slice(0, mostDifferences));
  const kept = scope.kind === 'workshop' ? keptFacts(now, past) : [];
  return ok({ ...shown, more: changes.length - shown.changes.length, beyond: countChanges(changes.slice(mostDifferences)), kept });
}
