// Requests about copies: which there are, one more, back to one, where second copies go, and deleting them all.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { viewOf } from '../../shared/document/records.ts';
import { bringingBack } from '../../shared/document/restore.ts';
import { workshopRecordId } from '../../shared/domain/workshop/values.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { fileSafeName } from '../../shared/pack/file-safe-name.ts';
import { removeConflictCopies } from '../store/conflict-copies.ts';
import { copyExtension } from '../store/copy-name.ts';
import { diskFailure } from '../store/disk-failure.ts';
import { errorCode } from '../store/file-port.ts';
import { folderChoices, libraryName } from '../store/library-folder.ts';
import { makeSecondPlace, secondPlaceIn } from '../store/second-place.ts';
import type { DraftService } from './drafts.ts';
import { differences } from './history.ts';
import type { HostOptions } from './host-options.ts';
import type { OpenDocument } from './open-document.ts';
import type { Workshops } from './workshops.ts';

/** Asks with the system's dialog instead of naming a place. */
const dialogChoice = 'dialog';

/** Longest part of a file's name that comes from the title. */
const longestTitlePart = 40;

export interface CopyService {
  readonly handlers: HostHandlers['copies'];
  /** Removes the temporary folder. */
  readonly close: () => Promise<void>;
}

export function createCopyService(options: HostOptions, workshops: Workshops, drafts: DraftService): CopyService {
  const { files, ports, settings, newId } = options;
  let temporary: Promise<string> | null = null;

  async function on<T>(workshopId: string, act: (document: OpenDocument) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const document = await workshops.open(workshopId);
    return document.ok ? act(document.value) : document;
  }

  /** The file leaves from a folder of its own: the copy itself may be removed as outlived before a page has fetched it. */
  async function outgoing(bytes: Uint8Array, fileName: string): Promise<string> {
    temporary ??= mkdtemp(join(tmpdir(), 'hrh-copies-'));
    const folder = join(await temporary, newId());
    await mkdir(folder);
    const path = join(folder, fileName);
    await writeFile(path, bytes);
    return path;
  }

  /** The place that a choice means; null when the dialog was cancelled. */
  async function chosenPlace(
    choiceId: string,
    caller: Parameters<HostHandlers['copies']['chooseSecond']>[1],
  ): Promise<Result<string | null, Failure>> {
    if (choiceId === dialogChoice) return ports.dialogs ? ok(await ports.dialogs.chooseFolder(caller)) : err({ code: 'not-allowed' });
    const choice = folderChoices(options.documentsFolder).find((each) => each.choiceId === choiceId);
    return choice ? ok(choice.path) : err({ code: 'bad-request', place: 'choiceId' });
  }

  const chooseSecond: HostHandlers['copies']['chooseSecond'] = async ({ choiceId }, caller) => {
    const chosen = choiceId === null ? ok(null) : await chosenPlace(choiceId, caller);
    if (!chosen.ok) return chosen;
    if (choiceId !== null && chosen.value === null) return ok(null);
    const place = chosen.value === null ? null : secondPlaceIn(chosen.value, libraryName);
    try {
      if (place !== null) await makeSecondPlace(files, place);
    } catch (error) {
      return err({ code: 'save-failed', folder: place ?? '', reason: errorCode(error) });
    }
    // What was brought to another place says nothing about this one.
    await settings
      .update({ secondCopyFolder: place, secondCopiedAt: {}, secondCopiedRevision: {} })
      .catch((error: unknown) => options.log('settings', error));
    return ok(null);
  };

  return {
    handlers: {
      list: ({ workshopId }) => on(workshopId, async ({ copies }) => ok(await copies.list())),
      make: ({ workshopId }) =>
        on(workshopId, async ({ copies }) => {
          const made = await copies.make('asked');
          return made.ok ? ok(await copies.list()) : made;
        }),
      compare: ({ workshopId, copyId }) =>
        on(workshopId, async ({ copies, view }) => {
          const copy = await copies.read(copyId);
          return copy.ok ? differences(view(), viewOf(copy.value.records), { kind: 'workshop' }) : copy;
        }),
      restore: ({ workshopId, copyId, commandId }) =>
        on(workshopId, async ({ copies, commitDifference }) => {
          const copy = await copies.read(copyId);
          if (!copy.ok) return copy;
          await copies.before('before-restore');
          return commitDifference(commandId, 'restore', (view) => bringingBack(view, viewOf(copy.value.records), { kind: 'workshop' }));
        }),
      deliver: ({ workshopId, copyId }, caller) =>
        on(workshopId, async ({ copies, view }) => {
          const file = await copies.file(copyId);
          if (!file.ok) return file;
          const title = view().get('workshop', workshopRecordId)?.title ?? '';
          const fileName = deliveredName(title, file.value.copy.at);
          return ports.deliver({ kind: 'file', path: await outgoing(file.value.bytes, fileName), fileName }, caller);
        }),
      chooseSecond,
      forget: ({ workshopId, conflictCopies }) =>
        on(workshopId, async ({ documentId, folder, forgetPast }) => {
          const forgotten = await forgetPast();
          if (!forgotten.ok) return forgotten;
          let inConflictCopies = 0;
          try {
            inConflictCopies = await removeConflictCopies(files, folder, conflictCopies);
          } catch (error) {
            return err(diskFailure(error, folder));
          }
          // What was typed and never saved may name whom all this is about.
          await drafts.forget(workshopId);
          const merged = await workshops.removeMerged(documentId);
          if (!merged.ok) return merged;
          const left = await workshops.conflictCopies(workshopId);
          const bytes = forgotten.value.bytes + merged.value + inConflictCopies;
          return left.ok ? ok({ ...forgotten.value, bytes, conflictCopies: left.value }) : left;
        }),
    },
    close: async () => {
      if (temporary) await rm(await temporary, { recursive: true, force: true });
    },
  };
}

/** `HRH-Action-Workshop-2026-03-20-1042.hrhworkshop` */
function deliveredName(title: string, at: Instant): string {
  const moment = at.slice(0, 16).replace('T', '-').replace(':', '');
  return `${fileSafeName(title, longestTitlePart, 'workshop')}-${moment}${copyExtension}`;
}
