// The system's dialogs: what people choose and where things are saved. Pages never name a path (checklist line 8).
import { copyFile, cp, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { app, dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Caller } from '../../shared/contract/combinators.ts';
import type { Delivery } from '../../shared/contract/answers.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { offeredLists, refusalFor } from '../../shared/contract/wire.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { BroughtFile, HostPorts, OutgoingItem } from '../host/ports.ts';
import type { ShellTexts } from '../host/shell-texts.ts';
import { freeName } from './free-name.ts';

export interface DialogParts {
  readonly windowOf: (caller: Caller) => BrowserWindow | null;
  readonly texts: ShellTexts;
  readonly newId: NewId;
}

type DialogPorts = Pick<HostPorts, 'dialogs' | 'deliver' | 'reveal'>;

const workshopFiles = ['hrhworkshop', 'json'];

export function createDialogs({ windowOf, texts, newId }: DialogParts): DialogPorts {
  const saved = new Map<string, string>();
  // Dialogs would start in Downloads each time; people work in one folder for a while.
  let lastFolder: string | undefined;

  return {
    dialogs: {
      chooseFolder: (caller) =>
        ask(caller, {
          title: texts('dialog.chooseLibrary'),
          buttonLabel: texts('dialog.chooseLibraryButton'),
          properties: ['openDirectory', 'createDirectory'],
        }),
      chooseFile: async (caller) => {
        const path = await ask(caller, {
          title: texts('dialog.chooseList'),
          properties: ['openFile'],
          filters: [{ name: texts('dialog.lists'), extensions: [...offeredLists] }],
          ...(lastFolder !== undefined && { defaultPath: lastFolder }),
        });
        if (path === null) return ok(null);
        lastFolder = dirname(path);
        return readList(path);
      },
      chooseWorkshop: async (caller) => {
        const path = await ask(caller, {
          title: texts('dialog.chooseWorkshop'),
          properties: ['openFile'],
          filters: [{ name: texts('dialog.workshops'), extensions: workshopFiles }],
          ...(lastFolder !== undefined && { defaultPath: lastFolder }),
        });
        if (path !== null) lastFolder = dirname(path);
        return path;
      },
    },
    deliver: (item, caller) => (item.kind === 'file' ? saveFile(item, caller) : saveFolder(item, caller)),
    reveal: async (revealId) => {
      const path = saved.get(revealId);
      if (path === undefined) return err({ code: 'not-allowed' });
      shell.showItemInFolder(path);
      return ok(null);
    },
  };

  async function saveFile(item: OutgoingItem, caller: Caller): Promise<Result<Delivery, Failure>> {
    const extension = extname(item.fileName).slice(1);
    const options = {
      title: texts('dialog.saveFile'),
      defaultPath: join(lastFolder ?? app.getPath('documents'), item.fileName),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    };
    const window = windowOf(caller);
    const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return canceled || filePath === '' ? ok({ kind: 'cancelled' }) : save(filePath, () => copyFile(item.path, filePath));
  }

  async function saveFolder(item: OutgoingItem, caller: Caller): Promise<Result<Delivery, Failure>> {
    const parent = await ask(caller, {
      title: texts('dialog.saveFolder'),
      buttonLabel: texts('dialog.saveFolderButton'),
      properties: ['openDirectory', 'createDirectory'],
      ...(lastFolder !== undefined && { defaultPath: lastFolder }),
    });
    if (parent === null) return ok({ kind: 'cancelled' });
    const path = freeName(parent, item.fileName);
    return save(path, () => cp(item.path, path, { recursive: true, errorOnExist: true, force: false }));
  }

  async function save(path: string, write: () => Promise<void>): Promise<Result<Delivery, Failure>> {
    try {
      await write();
    } catch (error) {
      return err({ code: 'save-failed', folder: dirname(path), reason: reasonOf(error) });
    }
    lastFolder = dirname(path);
    const revealId = newId();
    saved.set(revealId, path);
    return ok({ kind: 'saved', where: path, revealId });
  }

  async function ask(caller: Caller, options: OpenDialogOptions): Promise<string | null> {
    const window = windowOf(caller);
    const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return (!canceled && filePaths[0]) || null;
  }
}

async function readList(path: string): Promise<Result<BroughtFile, Failure>> {
  try {
    const { size } = await stat(path);
    const refusal = refusalFor('list', basename(path), size);
    if (refusal) return err(refusal);
    return ok({ fileName: basename(path), bytes: await readFile(path) });
  } catch (error) {
    return err({ code: 'disk-trouble', folder: dirname(path), reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
