// A small fake of the `electron` module for unit tests of the desktop shell: it records what it is told and lets a test raise events.
// It imitates no rendering, no processes and no real windows.

import { EventEmitter } from 'node:events';

export interface FakeEvent {
  readonly preventDefault: () => void;
  readonly isPrevented: () => boolean;
}

/** An event that can be prevented, with further properties. */
export function fakeEvent<T extends object>(properties?: T): FakeEvent & T {
  let isPrevented = false;
  return { ...(properties as T), preventDefault: () => (isPrevented = true), isPrevented: () => isPrevented };
}

let contentsCount = 0;

export class FakeWebContents extends EventEmitter {
  readonly id = (contentsCount += 1);
  readonly mainFrame = { origin: 'app://workshop' };
  readonly sent: { readonly channel: string; readonly message: unknown }[] = [];
  url = '';
  windowOpenHandler: (details: { readonly url: string }) => { readonly action: string } = () => ({ action: 'allow' });
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }
  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: FakeWebContents['windowOpenHandler']): void {
    this.windowOpenHandler = handler;
  }
}

export class FakeBrowserWindow extends EventEmitter {
  static readonly opened: FakeBrowserWindow[] = [];
  readonly webContents = new FakeWebContents();
  readonly options: Readonly<Record<string, unknown>>;
  readonly calls: string[] = [];
  private isGone = false;
  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    FakeBrowserWindow.opened.push(this);
    electron.app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    this.calls.push(`load ${url}`);
    queueMicrotask(() => this.emit('ready-to-show'));
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  isMinimized(): boolean {
    return true;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }
  getBounds(): object {
    return { x: 0, y: 0, width: 100, height: 100 };
  }
  /** As the person does it: may be prevented. */
  close(): void {
    const event = fakeEvent({});
    this.emit('close', event);
    if (!event.isPrevented()) this.destroy();
  }
  destroy(): void {
    if (this.isGone) throw new Error('Object has been destroyed');
    this.isGone = true;
    this.emit('closed');
  }
}

type RequestListener = (event: unknown, message: unknown) => Promise<unknown>;

export const electron = {
  app: Object.assign(new EventEmitter(), { quits: 0, getPath: (name: string) => `/home/ama/${name}`, quit }),
  BrowserWindow: FakeBrowserWindow,
  contextBridge: {
    exposed: new Map<string, unknown>(),
    exposeInMainWorld: (name: string, value: unknown) => electron.contextBridge.exposed.set(name, value),
  },
  dialog: {
    answers: [] as unknown[],
    asked: [] as unknown[],
    showOpenDialog: (...asked: unknown[]) => answerDialog(asked),
    showSaveDialog: (...asked: unknown[]) => answerDialog(asked),
    showMessageBox: (...asked: unknown[]) => answerDialog(asked),
  },
  ipcMain: {
    handlers: new Map<string, RequestListener>(),
    handle: (channel: string, listener: RequestListener) => electron.ipcMain.handlers.set(channel, listener),
  },
  ipcRenderer: Object.assign(new EventEmitter(), {
    invoke: async (...message: unknown[]): Promise<unknown> => ({ ok: true, value: message }),
  }),
  Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (): void => {} },
  powerMonitor: new EventEmitter(),
  powerSaveBlocker: {
    active: new Map<number, string>(),
    start: (kind: string) => {
      const id = electron.powerSaveBlocker.active.size + 1;
      electron.powerSaveBlocker.active.set(id, kind);
      return id;
    },
    stop: (id: number) => electron.powerSaveBlocker.active.delete(id),
  },
  protocol: { schemes: [] as unknown[], registerSchemesAsPrivileged: (schemes: unknown[]) => electron.protocol.schemes.push(...schemes) },
  screen: {
    displays: [{ id: 1, bounds: { x: 0, y: 0 } }],
    getDisplayMatching: () => ({ id: 1 }),
    getAllDisplays: () => electron.screen.displays,
  },
  shell: {
    opened: [] as string[],
    openExternal: async (url: string) => void electron.shell.opened.push(url),
    shown: [] as string[],
    showItemInFolder: (path: string) => void electron.shell.shown.push(path),
  },
};

async function answerDialog(asked: readonly unknown[]): Promise<unknown> {
  electron.dialog.asked.push(asked.at(-1));
  return electron.dialog.answers.shift();
}

/** As Electron does it: asks whether it may quit, and is done when nobody prevents it. */
function quit(): void {
  const event = fakeEvent({});
  electron.app.emit('will-quit', event);
  if (!event.isPrevented()) electron.app.quits += 1;
}

/** Forgets everything: to be called before each test. */
export function resetElectron(): void {
  electron.app.removeAllListeners();
  electron.app.quits = 0;
  electron.powerMonitor.removeAllListeners();
  electron.ipcRenderer.removeAllListeners();
  electron.ipcMain.handlers.clear();
  electron.contextBridge.exposed.clear();
  electron.powerSaveBlocker.active.clear();
  electron.dialog.answers.length = 0;
  electron.dialog.asked.length = 0;
  electron.protocol.schemes.length = 0;
  electron.shell.opened.length = 0;
  electron.shell.shown.length = 0;
  electron.screen.displays = [{ id: 1, bounds: { x: 0, y: 0 } }];
  FakeBrowserWindow.opened.length = 0;
}
