// Requests about workshops that travel as a file: out, in, and together again.
import { basename } from 'node:path';
import type { Caller } from '../../shared/contract/combinators.ts';
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { GivenFile, WorkshopFileOutline } from '../../shared/contract/workshop-files.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { workshopTitle } from '../../shared/document/workshop-title.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ReadWorkshopFile } from '../intake/read-workshop-file.ts';
import { readConflictCopy, setAsideConflictCopies } from '../store/conflict-copies.ts';
import { diskFailure } from '../store/disk-failure.ts';
import type { HostOptions } from './host-options.ts';
import { readLocalFile } from './local-file.ts';
import type { OpenDocument } from './open-document.ts';
import { outgoingWorkshops } from './outgoing-workshop.ts';
import type { BroughtFile } from './ports.ts';
import { recentFiles } from './recent-files.ts';
import { waitingSources } from './waiting-sources.ts';
import type { Workshops } from './workshops.ts';

/** Files that were given from outside and that no page has asked for yet. */
const mostGiven = 5;

/** A workshop that was read and waits. */
interface Source extends ReadWorkshopFile {
  readonly fileName: string;
  /** Set when it is the second folder of two that hold the same workshop, and not a file. */
  readonly folderOf: string | null;
  /** Set when it is a synchroniser's copy in the folder of a workshop: the names of its files. */
  readonly copies?: readonly string[];
}

export interface FileService {
  readonly handlers: HostHandlers['files'];
  /** Takes a file that the system gave to the application. It waits until a page asks for it. */
  readonly give: (path: string) => void;
  /** Removes the temporary folder. */
  readonly close: () => Promise<void>;
}

export function createFileService(options: HostOptions, workshops: Workshops): FileService {
  const { ports, worker, settings, clock, publish, log } = options;
  const sources = waitingSources<Source>(options);
  const outgoing = outgoingWorkshops(options);
  const recent = recentFiles(settings);
  /** Where folders lie that were brought in, by the command that did it: for a resend. */
  const hidden = new Map<string, string>();
  let given: readonly string[] = [];

  async function take({ fileName, bytes }: BroughtFile, caller: Caller): Promise<Result<WorkshopFileOutline, Failure>> {
    const read = await worker.readWorkshopFile({ fileName, bytes });
    if (!read.ok) return read;
    const { part } = read.value;
    const source = { ...read.value, document: frozen(read.value.document), fileName, folderOf: null };
    if (part && (await holderOf(source)) === null) return err({ code: 'part-without-workshop', fileName, teamName: part.name });
    return ok(await outline(source, caller));
  }

  async function takePath(path: string, caller: Caller): Promise<Result<WorkshopFileOutline, Failure>> {
    const file = await readLocalFile(path);
    if (!file.ok) return file;
    const taken = await take(file.value, caller);
    if (taken.ok) await recent.remember(path, clock()).catch((error: unknown) => log('settings', error));
    return taken;
  }

  async function outline(source: Source, caller: Caller): Promise<WorkshopFileOutline> {
    const { fileName, part, document } = source;
    const { records, envelope } = document;
    const workshopId = await holderOf(source);
    const holder = workshopId === null ? null : await workshops.open(workshopId);
    return {
      sourceId: sources.keep(source, caller),
      fileName,
      title: workshopTitle(document),
      savedAt: envelope.savedAt,
      appVersion: envelope.appVersion,
      people: records.participants.size,
      teams: records.teams.size,
      plans: records.plans.size,
      teamName: part?.name ?? null,
      workshopId,
      isKnown: holder?.ok === true && (await holder.value.compareWith(document)).isKnown,
    };
  }

  function holderOf({ document, folderOf }: Source): Promise<string | null> {
    return workshops.holderOf(document.envelope.documentId, folderOf);
  }

  /** The workshop of the library that a source belongs to, and the source as it is now: a folder may have changed since it was read. */
  async function meeting(
    sourceId: string,
    caller: Caller,
  ): Promise<
    Result<
      { readonly source: Source; readonly workshopId: string; readonly document: OpenDocument; readonly folder: OpenDocument | null },
      Failure
    >
  > {
    const found = sources.find(sourceId, caller);
    if (!found) return err({ code: 'workshop-file-gone' });
    const workshopId = await holderOf(found);
    if (workshopId === null) return err({ code: 'workshop-file-gone' });
    const document = await workshops.open(workshopId);
    if (!document.ok) return document;
    const folder = found.folderOf === null ? null : await workshops.open(found.folderOf);
    const source = folder?.ok ? { ...found, document: folder.value.captured() } : found;
    return ok({ source, workshopId, document: document.value, folder: folder?.ok ? folder.value : null });
  }

  /** What was brought in stays findable and is no second workshop any more. A folder that cannot be moved goes on being named in the list. */
  async function hide(commandId: string, folder: OpenDocument | null, { folderOf, document }: Source): Promise<string | null> {
    const before = hidden.get(commandId);
    if (before !== undefined || !folder || folderOf === null) return before ?? null;
    const moved = await workshops.hideMerged(folderOf, document.envelope.revision);
    if (!moved.ok) return null;
    hidden.set(commandId, moved.value);
    return moved.value;
  }

  /** Copies that cannot be moved go on being named: the merge itself is done. */
  async function putAside(commandId: string, { folder }: OpenDocument, names: readonly string[]): Promise<string | null> {
    const before = hidden.get(commandId);
    if (before !== undefined) return before;
    try {
      const moved = await setAsideConflictCopies(options.files, folder, names);
      hidden.set(commandId, moved);
      return moved;
    } catch (error) {
      log('files', error);
      return null;
    }
  }

  const merge: HostHandlers['files']['merge'] = async ({ sourceId, commandId, choices }, caller) => {
    const met = await meeting(sourceId, caller);
    if (!met.ok) return met;
    const { source, document, folder } = met.value;
    await document.copies.before('before-merge');
    const merged = await document.commitMerge(commandId, source.document, choices);
    if (!merged.ok) return merged;
    const movedTo = source.copies ? await putAside(commandId, document, source.copies) : await hide(commandId, folder, source);
    return ok({ ...merged.value, movedTo });
  };

  return {
    handlers: {
      exportWorkshop: async ({ workshopId, what }, caller) => {
        const document = await workshops.open(workshopId);
        if (!document.ok) return document;
        const item = await outgoing.make(document.value.captured(), what);
        return item.ok ? ports.deliver(item.value, caller) : item;
      },
      choose: async (_input, caller) => {
        if (!ports.dialogs) return err({ code: 'not-allowed' });
        const path = await ports.dialogs.chooseWorkshop(caller);
        return path === null ? ok(null) : takePath(path, caller);
      },
      readUpload: async ({ handle }, caller) => {
        const upload = ports.takeUpload(handle, caller);
        return upload ? take(upload, caller) : err({ code: 'workshop-file-gone' });
      },
      recent: async () => ok(options.shell === 'desktop' ? recent.list() : []),
      openRecent: async ({ recentId }, caller) => {
        const path = options.shell === 'desktop' ? recent.pathOf(recentId) : null;
        return path === null ? err({ code: 'workshop-file-gone' }) : takePath(path, caller);
      },
      readFolder: async ({ workshopId }, caller) => {
        const document = await workshops.open(workshopId);
        if (!document.ok) return document;
        const captured = document.value.captured();
        const fileName = basename(document.value.folder);
        return ok(await outline({ document: captured, part: null, fileName, folderOf: workshopId }, caller));
      },
      conflictCopies: ({ workshopId }) => workshops.conflictCopies(workshopId),
      readConflictCopy: async ({ workshopId, fileName }, caller) => {
        const document = await workshops.open(workshopId);
        if (!document.ok) return document;
        const { folder, captured } = document.value;
        try {
          const read = await readConflictCopy(options.files, folder, fileName);
          if (!read.ok) return read;
          const copy = read.value;
          if (copy.document.envelope.documentId !== captured().envelope.documentId) return err({ code: 'not-a-workshop-file', fileName });
          return ok(await outline({ document: copy.document, part: null, fileName, folderOf: null, copies: copy.names }, caller));
        } catch (error) {
          return err(diskFailure(error, folder));
        }
      },
      add: async ({ sourceId }, caller) => {
        const source = sources.find(sourceId, caller);
        if (!source) return err({ code: 'workshop-file-gone' });
        const { document, part, fileName } = source;
        if (part) return err({ code: 'part-without-workshop', fileName, teamName: part.name });
        if ((await holderOf(source)) !== null || source.folderOf !== null)
          return err({ code: 'workshop-already-here', title: workshopTitle(document) });
        return workshops.add(workshopTitle(document), document);
      },
      compare: async ({ sourceId }, caller) => {
        const met = await meeting(sourceId, caller);
        if (!met.ok) return met;
        const { source, workshopId, document } = met.value;
        const { differences, names } = await document.compareWith(source.document);
        return ok({ workshopId, differences, names });
      },
      merge,
      takeGiven: async (_input, caller) => {
        const waiting = given;
        given = [];
        const taken: GivenFile[] = [];
        for (const path of waiting) taken.push({ fileName: basename(path), read: await takePath(path, caller) });
        return ok(taken);
      },
    },
    give: (path) => {
      given = [...given.filter((other) => other !== path), path].slice(-mostGiven);
      publish('files', 'given', { waiting: given.length });
    },
    close: outgoing.close,
  };
}

/** Records are never changed in place. Frozen things lose that on their way from the worker. */
function frozen(document: WorkshopDocument): WorkshopDocument {
  for (const name of collectionNames) for (const record of document.records[name].values()) Object.freeze(record);
  return document;
}
