// The library that is in use and the workshops that are open in it. Finds out which folder an id means, and opens each workshop once.
import { join } from 'node:path';
import type { LibraryState, WorkshopSummary } from '../../shared/contract/contract.ts';
import type { Failure, LockHolder, StoreFailure } from '../../shared/contract/failures.ts';
import { viewOf } from '../../shared/document/records.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { conflictCopiesIn } from '../store/conflict-copies.ts';
import { diskFailure } from '../store/disk-failure.ts';
import { defaultLibraryFolder, syncedBy } from '../store/library-folder.ts';
import { idOfFolder, openLibrary, type Library } from '../store/library.ts';
import { makeIndependent } from '../store/make-independent.ts';
import { processWatch } from '../store/process-identity.ts';
import { readWorkshop } from '../store/read-workshop.ts';
import type { HostOptions } from './host-options.ts';
import { openDocument, type OpenDocument } from './open-document.ts';
import { realTimers } from './real-timers.ts';
import { secondMemory } from './second-memory.ts';
import { stampNames } from './stamp-names.ts';
import { problemSummary, workshopSummary, type SummaryPlace } from './workshop-summary.ts';

export interface Workshops {
  readonly state: () => Promise<LibraryState>;
  /** Opens a workshop if need be. Fails with `workshop-missing`, with the library's problem, or as the store does. */
  readonly open: (workshopId: string) => Promise<Result<OpenDocument, Failure>>;
  /** Makes a workshop from its first changes. */
  readonly create: (title: string, changes: readonly DocumentChange[]) => Promise<Result<{ readonly workshopId: string }, Failure>>;
  /** Brings in a workshop of another installation as it is. */
  readonly add: (title: string, document: WorkshopDocument) => Promise<Result<{ readonly workshopId: string }, Failure>>;
  /** The workshop that holds a document, other than one of two that hold the same; null when none does. */
  readonly holderOf: (documentId: string, otherThan?: string | null) => Promise<string | null>;
  /** Gives the folder of a workshop a document id of its own. */
  readonly makeIndependent: (workshopId: string) => Promise<Result<{ readonly workshopId: string }, Failure>>;
  /**
   * Moves a folder that was merged into another out of sight, as long as it stands at the revision that was merged.
   * @returns where it lies; fails with `bad-request` when it has changed since
   */
  readonly hideMerged: (workshopId: string, revision: number) => Promise<Result<string, Failure>>;
  /** Deletes the folders that were merged into a workshop. @returns bytes */
  readonly removeMerged: (documentId: string) => Promise<Result<number, Failure>>;
  /** Names of the copies that a synchronising program has put into the folder of a workshop; none for a workshop that is not there. */
  readonly conflictCopies: (workshopId: string) => Promise<Result<readonly string[], Failure>>;
  readonly folder: () => string;
  readonly setArchived: (workshopId: string, isArchived: boolean) => Promise<Result<null, Failure>>;
  /**
   * Opens the library although another machine's lock says that it is open there: a person knows that it is not. Nothing happens when by
   * now somebody else holds it, or nobody.
   */
  readonly takeOver: (from: LockHolder) => Promise<LibraryState>;
  /** Closes every workshop and the library, and goes on in another folder, which is made when it is not there. */
  readonly moveTo: (folder: string) => Promise<LibraryState>;
  readonly close: (how?: { readonly quick?: boolean }) => Promise<void>;
}

/** A workshop's folder as last seen. */
interface Known {
  readonly workshopId: string;
  readonly folderName: string;
  /** Which workshop it is; two folders may hold the same. */
  readonly documentId: string;
  /** Null: to be read again. */
  readonly summary: WorkshopSummary | null;
}

export async function createWorkshops(options: HostOptions): Promise<Workshops> {
  const { files, settings, clock, newId, publish, log } = options;
  const stampName = stampNames(settings, newId);
  const openDocuments = new Map<string, Promise<Result<OpenDocument, Failure>>>();
  let known = new Map<string, Known>();
  let isClosed = false;
  let reopening: Promise<Library> | null = null;
  let library = await openAt(firstFolder(), options.libraryFolder !== null || settings.get().libraryFolder === null);

  function firstFolder(): string {
    return options.libraryFolder ?? settings.get().libraryFolder ?? defaultLibraryFolder(options.documentsFolder);
  }

  function openAt(folder: string, makesFolder: boolean, givenUp: LockHolder | null = null): Promise<Library> {
    return openLibrary({
      files,
      folder,
      makesFolder,
      watch: processWatch,
      newName: newId,
      clock,
      givenUp,
      log: (error) => log('library', error),
    });
  }

  /** A stick may be back, another copy of the application closed: a library with a problem is tried again. */
  async function usable(): Promise<Library> {
    return library.problem ? reopen(null) : library;
  }

  /** One attempt at a time: two would find each other's lock. */
  function reopen(givenUp: LockHolder | null): Promise<Library> {
    reopening ??= reopenNow(givenUp).finally(() => (reopening = null));
    return reopening;
  }

  async function reopenNow(givenUp: LockHolder | null): Promise<Library> {
    const again = await openAt(library.folder, false, givenUp);
    if (again.problem?.code !== library.problem?.code) {
      // What is open now was opened to be looked at only.
      known = new Map();
      openDocuments.clear();
    }
    library = again;
    return library;
  }

  /** @returns false when the library's folder is gone: a stick was pulled, a folder moved away. What was known of it is kept for its return. */
  async function scan(): Promise<boolean> {
    const names = await library.folderNames();
    if (names === null) return false;
    const before = new Map([...known.values()].map((entry) => [entry.folderName, entry]));
    const next = new Map<string, Known>();
    for (const folderName of names) {
      const entry = before.get(folderName) ?? (await look(folderName));
      const workshopId = next.has(entry.workshopId) ? idOfFolder(folderName) : entry.workshopId;
      next.set(workshopId, workshopId === entry.workshopId ? entry : { ...entry, workshopId, summary: null });
    }
    known = next;
    return true;
  }

  /** Reads a folder for the first time: which workshop it is. */
  async function look(folderName: string): Promise<Known> {
    const { documentId, summary } = await read(folderName, null);
    return { workshopId: documentId, folderName, documentId, summary: summary.problem ? null : summary };
  }

  async function read(
    folderName: string,
    workshopId: string | null,
  ): Promise<{ readonly documentId: string; readonly summary: WorkshopSummary }> {
    const folder = join(library.folder, folderName);
    const result = await readWorkshop(files, folder).catch((error: unknown) => err(diskFailure(error, folder)));
    const documentId = result.ok ? result.value.document.envelope.documentId : idOfFolder(folderName);
    const place = placeOf(workshopId ?? documentId, folder);
    const summary = result.ok ? workshopSummary(viewOf(result.value.document.records), place) : undefined;
    const problem: StoreFailure = result.ok ? { code: 'workshop-damaged', folder, detail: 'not-a-workshop', place: '' } : result.failure;
    return { documentId, summary: summary ?? problemSummary(place, folderName, problem) };
  }

  function placeOf(workshopId: string, folder: string): SummaryPlace {
    return { workshopId, folder, isArchived: library.archived().has(workshopId), sameAs: sameAs(workshopId) };
  }

  /** The first folder that holds a document stands for it; the others are the same as that one. */
  function sameAs(workshopId: string): string | null {
    const documentId = known.get(workshopId)?.documentId;
    const first = documentId === undefined ? workshopId : holderIn(documentId, null);
    return first === workshopId ? null : first;
  }

  function holderIn(documentId: string, otherThan: string | null): string | null {
    const holders = [...known.values()].filter((entry) => entry.documentId === documentId && entry.workshopId !== otherThan);
    return (holders.find(({ workshopId }) => workshopId === documentId) ?? holders[0])?.workshopId ?? null;
  }

  async function summaryOf({ workshopId, folderName, summary }: Known): Promise<WorkshopSummary> {
    const opened = await openDocuments.get(workshopId);
    const place = placeOf(workshopId, join(library.folder, folderName));
    if (opened?.ok) return workshopSummary(opened.value.view(), place) ?? problemSummary(place, folderName, missing(workshopId));
    return summary ? { ...summary, ...place } : (await read(folderName, workshopId)).summary;
  }

  function missing(workshopId: string): StoreFailure {
    return { code: 'workshop-missing', workshopId };
  }

  async function state(): Promise<LibraryState> {
    const { folder } = isClosed ? library : await usable();
    const base = { folder, syncedBy: syncedBy(folder) };
    try {
      if (!(await scan())) return { ...base, problem: { code: 'library-missing', folder }, workshops: [] };
      const workshops = await Promise.all([...known.values()].map(summaryOf));
      return { ...base, problem: library.problem, workshops };
    } catch (error) {
      return { ...base, problem: diskFailure(error, folder), workshops: [] };
    }
  }

  /** All who wait for the same opening wait for the same promise: they go on in the order in which they came. */
  function open(workshopId: string): Promise<Result<OpenDocument, Failure>> {
    if (isClosed) return Promise.resolve(err({ code: 'host-gone' }));
    const found = openDocuments.get(workshopId);
    if (found) return found;
    const opening = openNow(workshopId).then(
      (result) => {
        if (!result.ok) openDocuments.delete(workshopId);
        return result;
      },
      (error: unknown) => {
        openDocuments.delete(workshopId);
        throw error;
      },
    );
    openDocuments.set(workshopId, opening);
    return opening;
  }

  async function openNow(workshopId: string): Promise<Result<OpenDocument, Failure>> {
    const { folder, problem, isReadOnly } = await usable();
    if (problem && !isReadOnly) return err(problem);
    try {
      if (!known.has(workshopId) && !(await scan())) return err({ code: 'library-missing', folder });
    } catch (error) {
      return err(diskFailure(error, folder));
    }
    const entry = known.get(workshopId);
    if (!entry) return err(missing(workshopId));
    known.set(workshopId, { ...entry, summary: null });
    return openDocument({
      workshopId,
      folder: join(folder, entry.folderName),
      files,
      replica: settings.get().replicaId,
      stampName,
      appVersion: options.appVersion,
      clock,
      newId,
      actor: () => settings.get().facilitatorName,
      isReadOnly,
      onChanged: (role, changed) => publish('document', 'changed', changed, { role }),
      onClock: (isRunning) => options.ports.clockRuns(workshopId, isRunning),
      onHealth: (health) => publish('document', 'health', { workshopId, ...health }),
      onError: (error) => log('store', error),
      steady: options.steady,
      readUptime: options.readUptime,
      timers: options.timers ?? realTimers,
      second: secondMemory(settings),
      onCopies: (list) => publish('copies', 'changed', { workshopId, list }),
    });
  }

  async function changeLibrary<T>(change: (library: Library) => Promise<T>): Promise<Result<T, Failure>> {
    if (isClosed) return err({ code: 'host-gone' });
    const { folder, problem } = await usable();
    if (problem) return err(problem);
    try {
      // Writing would make a new library where the old one was, such as under the mount point of a stick.
      if ((await library.folderNames()) === null) return err({ code: 'library-missing', folder });
      const value = await change(library);
      publish('library', 'changed', await state());
      return ok(value);
    } catch (error) {
      return err(diskFailure(error, folder));
    }
  }

  /** Closes a workshop, if it is open, and keeps it closed while something is done to its folder. What is known of the folders is read anew then. */
  async function whileClosed<T>(
    workshopId: string,
    act: (entry: Known, closed: OpenDocument | null) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    if (!known.has(workshopId)) await state();
    const entry = known.get(workshopId);
    if (!entry) return err(missing(workshopId));
    const opened = openDocuments.get(workshopId);
    const result = closed(opened).then((document) => act(entry, document));
    const isGone = () => err(missing(workshopId));
    openDocuments.set(workshopId, result.then(isGone, isGone));
    try {
      return await result;
    } finally {
      openDocuments.delete(workshopId);
      known = new Map([...known].filter(([id]) => openDocuments.has(id)));
      publish('library', 'changed', await state());
    }
  }

  async function closed(opening: Promise<Result<OpenDocument, Failure>> | undefined): Promise<OpenDocument | null> {
    const document = await opening;
    if (!document?.ok) return null;
    await document.value.close();
    return document.value;
  }

  /** The lock goes last: nothing may be written without it. */
  async function leaveLibrary(how?: { readonly quick?: boolean }): Promise<void> {
    const opened = [...openDocuments.values()];
    openDocuments.clear();
    for (const opening of opened) {
      const document = await opening;
      if (document.ok) await document.value.close(how).catch((error: unknown) => log('store', error));
    }
    await library.close().catch((error: unknown) => log('library', error));
  }

  return {
    state,
    open,
    create: (title, changes) =>
      changeLibrary(async ({ create }) => {
        const documentId = newId();
        const begin = { id: newId(), name: 'workshopBegin', at: clock(), actor: settings.get().facilitatorName, changes };
        await create({ title, documentId, appVersion: options.appVersion, replica: settings.get().replicaId, begin });
        return { workshopId: documentId };
      }),
    add: (title, document) =>
      changeLibrary(async ({ add }) => {
        await add({ title, document, appVersion: options.appVersion });
        return { workshopId: document.envelope.documentId };
      }),
    holderOf: async (documentId, otherThan = null) => {
      await state();
      return holderIn(documentId, otherThan);
    },
    makeIndependent: async (workshopId) => {
      const { problem } = await usable();
      if (problem) return err(problem);
      const made = await whileClosed(workshopId, ({ folderName }) =>
        makeIndependent({
          files,
          folder: join(library.folder, folderName),
          replica: settings.get().replicaId,
          appVersion: options.appVersion,
          clock,
          newId,
          onError: (error) => log('store', error),
        }),
      );
      return made.ok ? ok({ workshopId: made.value }) : made;
    },
    hideMerged: (workshopId, revision) =>
      whileClosed(workshopId, async ({ folderName }, document) => {
        if (document?.revision() !== revision) return err({ code: 'bad-request', place: 'revision' });
        try {
          return ok(await library.hideMerged(folderName));
        } catch (error) {
          return err(diskFailure(error, library.folder));
        }
      }),
    removeMerged: async (documentId) => {
      try {
        return ok(await library.removeMerged(documentId));
      } catch (error) {
        return err(diskFailure(error, library.folder));
      }
    },
    conflictCopies: async (workshopId) => {
      if (!known.has(workshopId)) await state();
      const entry = known.get(workshopId);
      const folder = join(library.folder, entry?.folderName ?? '');
      try {
        return ok(entry ? await conflictCopiesIn(files, folder) : []);
      } catch (error) {
        return err(diskFailure(error, folder));
      }
    },
    folder: () => library.folder,
    setArchived: async (workshopId, isArchived) => {
      if (!known.has(workshopId)) await state();
      if (!known.has(workshopId)) return err(missing(workshopId));
      const changed = await changeLibrary(({ setArchived }) => setArchived(workshopId, isArchived));
      return changed.ok ? ok(null) : changed;
    },
    takeOver: async (from) => {
      await reopening;
      if (library.problem?.code === 'library-in-use') await reopen(from);
      const next = await state();
      publish('library', 'changed', next);
      return next;
    },
    moveTo: async (folder) => {
      await leaveLibrary();
      known = new Map();
      library = await openAt(folder, true);
      const next = await state();
      publish('library', 'changed', next);
      return next;
    },
    close: (how) => {
      isClosed = true;
      return leaveLibrary(how);
    },
  };
}
