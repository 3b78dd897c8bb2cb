// The desktop shell's modules over a small fake of electron: what windows may do, what pages are answered, and how the application ends.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, BrowserWindow, MenuItemConstructorOptions, Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openConfirmed } from '../../../electron/desktop/external-links.ts';
import { createDialogs } from '../../../electron/desktop/dialogs.ts';
import { filesIn, gatherGivenFiles } from '../../../electron/desktop/given-files.ts';
import { listenToPages } from '../../../electron/desktop/ipc.ts';
import { keepAwake } from '../../../electron/desktop/keep-awake.ts';
import { flushAtSessionEnd, flushBeforeQuit, type CloseHost } from '../../../electron/desktop/lifecycle.ts';
import { menuTemplate } from '../../../electron/desktop/menu.ts';
import { createDesktopPages } from '../../../electron/desktop/pages.ts';
import { declareAppScheme, servePages } from '../../../electron/desktop/protocol.ts';
import { hardenPages, hardenSession } from '../../../electron/desktop/security.ts';
import { openMainWindow, openProjectorWindow, pageHasLeft, windowOptions } from '../../../electron/desktop/windows.ts';
import { createDispatch } from '../../../electron/host/dispatch.ts';
import { shellTexts } from '../../../electron/host/shell-texts.ts';
import { createUploads } from '../../../electron/host/uploads.ts';
import { leavingEvent } from '../../../shared/contract/wire.ts';
import type { DesktopBridge, WireEvent } from '../../../shared/contract/wire.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { electron, FakeBrowserWindow, fakeEvent, FakeWebContents, resetElectron } from '../../support/fake-electron.ts';
import { testAssets } from '../../support/loopback-shell.ts';
import { stubHandlers } from '../../support/stub-handlers.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).electron);

const texts = shellTexts('en');
const facilitator = { role: 'facilitator', clientId: 'f' } as const;

beforeEach(resetElectron);

describe('windows', () => {
  it('give their pages no Node, no shared world and no way around the origin', () => {
    expect(windowOptions('/dist/preload.cjs', 'linux')).toMatchObject({
      show: false,
      webPreferences: {
        preload: '/dist/preload.cjs',
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
      },
    });
  });

  it('check spelling only where nothing is downloaded for it', () => {
    const spellcheck = (platform: NodeJS.Platform) => windowOptions('', platform).webPreferences?.spellcheck;
    expect([spellcheck('darwin'), spellcheck('win32'), spellcheck('linux')]).toEqual([true, false, false]);
  });

  it('are shown when they have something to show', async () => {
    const { window } = await openWindow();
    expect(window.calls).toEqual(['load app://workshop/index.html', 'show']);
  });

  it('wait before closing until the page has handed over what was typed', async () => {
    const { window, page } = await openWindow();
    window.close();
    expect(window.isDestroyed()).toBe(false);
    expect(window.webContents.sent).toEqual([{ channel: 'hrh-event', message: { ...leavingEvent, payload: null } }]);
    pageHasLeft(page);
    await vi.waitFor(() => expect(window.isDestroyed()).toBe(true));
  });

  it('close all the same when the page does not answer', async () => {
    const { window } = await openWindow();
    vi.useFakeTimers();
    window.close();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(window.isDestroyed()).toBe(true);
  });

  it('show the projector whole-screen on the second display, one at a time, and end with the main window', async () => {
    electron.screen.displays = [
      { id: 1, bounds: { x: 0, y: 0 } },
      { id: 2, bounds: { x: 1366, y: 0 } },
    ];
    const { window, pages, page, parts } = await openWindow();
    await openProjectorWindow(parts, 'w1');
    await openProjectorWindow(parts, 'w2');
    const [, first, second] = FakeBrowserWindow.opened;
    expect(first?.isDestroyed()).toBe(true);
    expect(second?.options).toMatchObject({ x: 1366, y: 0, fullscreen: true, webPreferences: { sandbox: true, contextIsolation: true } });
    expect(second?.calls).toEqual(['load app://workshop/projector.html', 'show']);
    expect(pages.all().map(({ caller, workshopId }) => [caller.role, workshopId])).toEqual([
      ['facilitator', null],
      ['projector', 'w2'],
    ]);
    window.close();
    pageHasLeft(page);
    await vi.waitFor(() => expect(second?.isDestroyed()).toBe(true));
    expect(pages.all()).toEqual([]);
  });
});

describe('app://', () => {
  function answers() {
    let handler: (request: Request) => Response = () => new Response();
    servePages(
      { protocol: { handle: (_scheme: string, given: typeof handler) => (handler = given) } } as unknown as Session,
      testAssets,
      () => 'fr',
    );
    return (url: string, method = 'GET') => handler({ url, method } as Request);
  }

  it('is a standard, secure scheme that fetch may use', () => {
    declareAppScheme();
    expect(electron.protocol.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });

  it('serves built files with the policy and a nonce', async () => {
    const response = answers()('app://workshop/index.html');
    const page = await response.text();
    const nonce = /nonce="([^"]+)"/.exec(page)?.[1] ?? 'none';
    expect(response.status).toBe(200);
    expect(page).not.toContain('__NONCE__');
    expect(page).toContain('<html lang="fr">');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; ` +
        `connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('serves bytes as they are', async () => {
    const response = answers()('app://workshop/assets/app.js');
    expect([await response.text(), response.headers.get('content-type')]).toEqual(['run()', 'text/javascript; charset=utf-8']);
  });

  it.each([
    ['app://workshop/../package.json', 'GET'],
    ['app://workshop/%2e%2e/package.json', 'GET'],
    ['app://workshop/package.json', 'GET'],
    ['app://other/index.html', 'GET'],
    ['app://workshop/index.html', 'POST'],
  ])('answers %s by %s with 404', async (url, method) => {
    const response = answers()(url, method);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });
});

describe('pages are denied', () => {
  type Answering<T> = (argument: never, ...rest: unknown[]) => T;

  function hardened() {
    const given: Record<string, Answering<unknown>> = {};
    const keep = (name: string) => (handler: Answering<unknown>) => (given[name] = handler);
    hardenSession({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('display'),
      webRequest: { onBeforeRequest: keep('network') },
    } as unknown as Session);
    const call = (name: string, ...values: unknown[]) => (given[name] as unknown as (...all: unknown[]) => unknown)(...values);
    return { call };
  }

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'local-network-access', 'usb', 'midi', 'unknown'])(
    'permission %s',
    (permission) => {
      const { call } = hardened();
      const answer = vi.fn<(isAllowed: boolean) => void>();
      call('request', null, permission, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(call('check', null, permission)).toBe(false);
    },
  );

  it('devices and screen capture', () => {
    const { call } = hardened();
    const answer = vi.fn<(streams: unknown) => void>();
    call('display', {}, answer);
    expect(call('device', {})).toBe(false);
    expect(answer).toHaveBeenCalledExactlyOnceWith(null);
  });

  it.each([
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['app://workshop.evil.example/', true],
    ['app://workshop/assets/app.js', false],
    ['blob:app://workshop/1', false],
    ['data:image/png;base64,AA==', false],
  ])('the network: %s is cancelled: %s', (url, cancel) => {
    const answer = vi.fn<(answered: { readonly cancel: boolean }) => void>();
    hardened().call('network', { url }, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  function hardenedPage() {
    const asked: string[] = [];
    hardenPages(electron.app as unknown as App, (address) => asked.push(address));
    const contents = new FakeWebContents();
    contents.url = 'app://workshop/index.html#/w/1/run';
    electron.app.emit('web-contents-created', {}, contents);
    return { contents, asked };
  }

  it.each(['https://example.org/', 'app://workshop/projector.html', 'file:///etc/passwd', 'app://workshop/index.html?x'])(
    'navigation to %s',
    (url) => {
      const { contents } = hardenedPage();
      const event = fakeEvent({ url });
      contents.emit('will-navigate', event);
      expect(event.isPrevented()).toBe(true);
    },
  );

  it('nothing when they only load themselves again', () => {
    const { contents } = hardenedPage();
    const event = fakeEvent({ url: 'app://workshop/index.html#/' });
    contents.emit('will-navigate', event);
    expect(event.isPrevented()).toBe(false);
  });

  it.each([
    ['will-redirect', {}],
    ['will-attach-webview', {}],
    ['will-frame-navigate', { isMainFrame: false }],
  ])('%s', (name, properties) => {
    const { contents } = hardenedPage();
    const event = fakeEvent(properties);
    contents.emit(name, event);
    expect(event.isPrevented()).toBe(true);
  });

  it('new windows; an https link is offered to the person instead', () => {
    const { contents, asked } = hardenedPage();
    for (const url of ['https://example.org/', 'http://example.org/', 'file:///etc/passwd', 'javascript:alert(1)']) {
      expect(contents.windowOpenHandler({ url })).toEqual({ action: 'deny' });
    }
    expect(asked).toEqual(['https://example.org/']);
  });

  it.each([
    [0, ['https://example.org/']],
    [1, []],
  ])('a way out that nobody confirmed (button %d)', async (response, opened) => {
    electron.dialog.answers.push({ response });
    await openConfirmed('https://example.org/', texts);
    expect(electron.dialog.asked).toMatchObject([{ detail: 'https://example.org/', defaultId: 1 }]);
    expect(electron.shell.opened).toEqual(opened);
  });
});

describe('the bridge', () => {
  async function bridged() {
    const stub = stubHandlers();
    const opened = await openWindow();
    const uploads = createUploads({ newId: () => 'handle-1', now: () => 0 });
    const left: unknown[] = [];
    const dispatch = createDispatch({ handlers: stub.handlers, log: () => {}, newId: () => 'error-1' });
    listenToPages({ pages: opened.pages, uploads, dispatch, onLeft: (page) => left.push(page) });
    const { webContents } = opened.window;
    const listener = electron.ipcMain.handlers.get('hrh');
    const ask = async (message: unknown, event: object = { sender: webContents, senderFrame: webContents.mainFrame }) =>
      listener?.(event, message);
    return { ...opened, ...stub, uploads, left, webContents, ask };
  }

  const start = { kind: 'request', area: 'app', name: 'start', input: {} };

  it('passes requests on as the role that main gave to the window', async () => {
    const { ask, asked, page } = await bridged();
    expect(await ask(start)).toEqual(ok(null));
    expect(asked).toEqual([{ place: 'app.start', input: {}, caller: page.caller }]);
  });

  it('refuses every sender but the main frame of a window of ours that shows a page of ours', async () => {
    const { ask, asked, webContents } = await bridged();
    const stranger = new FakeWebContents();
    const senders = [
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: { origin: 'app://workshop' } },
      { sender: { id: webContents.id, mainFrame: foreign }, senderFrame: foreign },
      { sender: stranger, senderFrame: stranger.mainFrame },
    ];
    for (const sender of senders) expect(await ask(start, sender)).toEqual(err({ code: 'not-allowed' }));
    expect(asked).toEqual([]);
  });

  const foreign = { origin: 'https://evil.example' };
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;

  it.each([
    null,
    42,
    'text',
    [],
    {},
    { kind: 'request' },
    { kind: 'request', area: 'app', name: 1 },
    { kind: 'file', fileName: 'a', bytes: 'text' },
    { ...start, input: cycle },
  ])('refuses malformed message %#', async (message) => {
    const { ask, asked } = await bridged();
    expect(await ask(message)).toEqual(err({ code: 'bad-request', place: '' }));
    expect(asked).toEqual([]);
  });

  it('measures what it passes on', async () => {
    const { ask } = await bridged();
    expect(await ask({ ...start, input: { padding: 'é'.repeat(600_000) } })).toEqual(err({ code: 'too-large' }));
  });

  it('takes files under handles, within their size', async () => {
    const { ask, uploads, page } = await bridged();
    expect(await ask({ kind: 'file', fileName: 'Liste.csv', bytes: new TextEncoder().encode('Nom').buffer })).toEqual(ok('handle-1'));
    expect(uploads.take('handle-1', facilitator)).toBeNull();
    expect(uploads.take('handle-1', page.caller)?.fileName).toBe('Liste.csv');
    expect(await ask({ kind: 'file', fileName: 'big.xlsx', bytes: new ArrayBuffer(51 * 1024 * 1024) })).toEqual(
      err({ code: 'file-too-large', fileName: 'big.xlsx', megabytes: 51, limit: 50 }),
    );
  });

  it('hears that a page has left, without asking the host', async () => {
    const { ask, left, asked, page } = await bridged();
    expect(await ask({ kind: 'request', area: 'shell', name: 'left', input: {} })).toEqual(ok(null));
    expect([left, asked]).toEqual([[page], []]);
  });

  it('tells events to the windows that may hear them', async () => {
    const { pages, webContents, parts } = await bridged();
    await openProjectorWindow(parts, 'w1');
    pages.publish('library', 'changed', { folder: '/somewhere', syncedBy: null, problem: null, workshops: [] });
    expect(webContents.sent).toMatchObject([{ channel: 'hrh-event', message: { area: 'library', name: 'changed' } }]);
    expect(FakeBrowserWindow.opened[1]?.webContents.sent).toEqual([]);
  });

  it('offers pages four names and nothing of electron', async () => {
    vi.resetModules();
    await import('../../../electron/preload.ts');
    const bridge = electron.contextBridge.exposed.get('hrh') as DesktopBridge;
    expect(Object.keys(bridge).toSorted()).toEqual(['receiveFile', 'request', 'shell', 'subscribe']);
    expect(await bridge.request('app', 'start', {})).toEqual(ok(['hrh', start]));
    const heard: WireEvent[] = [];
    const stop = bridge.subscribe((...told) => heard.push(...told));
    electron.ipcRenderer.emit('hrh-event', { sender: 'secret' }, { area: 'a', name: 'b', payload: 1 });
    stop();
    electron.ipcRenderer.emit('hrh-event', { sender: 'secret' }, { area: 'a', name: 'b', payload: 2 });
    expect(heard).toEqual([{ area: 'a', name: 'b', payload: 1 }]);
  });
});

describe('dialogs', () => {
  function dialogs() {
    let count = 0;
    return createDialogs({ windowOf: () => null, texts, newId: () => `id-${(count += 1)}` });
  }

  it('answer null when they are cancelled', async () => {
    const ports = dialogs();
    electron.dialog.answers.push({ canceled: true, filePaths: [] }, { canceled: true, filePaths: [] }, { canceled: true, filePath: '' });
    expect(await ports.dialogs?.chooseFolder(facilitator)).toBeNull();
    expect(await ports.dialogs?.chooseFile(facilitator)).toEqual(ok(null));
    electron.dialog.answers.unshift({ canceled: true, filePaths: [] });
    expect(await ports.dialogs?.chooseWorkshop(facilitator)).toBeNull();
    expect(await ports.deliver({ kind: 'file', path: '/tmp/none', fileName: 'pack.zip' }, facilitator)).toEqual(ok({ kind: 'cancelled' }));
  });

  it('read a chosen list, and refuse one that is too large or gone', async () => {
    const folder = temporaryFolder();
    const ports = dialogs();
    writeFileSync(join(folder, 'people.csv'), 'Name');
    writeFileSync(join(folder, 'big.csv'), Buffer.alloc(11 * 1024 * 1024));
    for (const name of ['people.csv', 'big.csv', 'gone.csv'])
      electron.dialog.answers.push({ canceled: false, filePaths: [join(folder, name)] });
    expect(await ports.dialogs?.chooseFile(facilitator)).toEqual(ok({ fileName: 'people.csv', bytes: Buffer.from('Name') }));
    expect(await ports.dialogs?.chooseFile(facilitator)).toEqual(
      err({ code: 'file-too-large', fileName: 'big.csv', megabytes: 11, limit: 10 }),
    );
    expect(await ports.dialogs?.chooseFile(facilitator)).toEqual(err({ code: 'disk-trouble', folder, reason: 'ENOENT' }));
    expect(electron.dialog.asked.at(-1)).toMatchObject({ defaultPath: folder });
  });

  it('save a file where the person says, and show it on demand', async () => {
    const folder = temporaryFolder();
    const ports = dialogs();
    writeFileSync(join(folder, 'built.zip'), 'pack');
    electron.dialog.answers.push({ canceled: false, filePath: join(folder, 'Team 1.zip') });
    const delivered = await ports.deliver({ kind: 'file', path: join(folder, 'built.zip'), fileName: 'pack.zip' }, facilitator);
    expect(delivered).toEqual(ok({ kind: 'saved', where: join(folder, 'Team 1.zip'), revealId: 'id-1' }));
    expect(readFileSync(join(folder, 'Team 1.zip'), 'utf8')).toBe('pack');
    expect(await ports.reveal('id-1')).toEqual(ok(null));
    expect(await ports.reveal('/etc/passwd')).toEqual(err({ code: 'not-allowed' }));
    expect(electron.shell.shown).toEqual([join(folder, 'Team 1.zip')]);
  });

  it('save a folder beside what is there, never into it', async () => {
    const folder = temporaryFolder();
    const ports = dialogs();
    mkdirSync(join(folder, 'built'));
    writeFileSync(join(folder, 'built', 'plan.pdf'), 'plan');
    mkdirSync(join(folder, 'packs'));
    electron.dialog.answers.push({ canceled: false, filePaths: [folder] }, { canceled: false, filePaths: [folder] });
    const item = { kind: 'folder', path: join(folder, 'built'), fileName: 'packs' } as const;
    expect(await ports.deliver(item, facilitator)).toMatchObject(ok({ where: join(folder, 'packs 2') }));
    expect(await ports.deliver(item, facilitator)).toMatchObject(ok({ where: join(folder, 'packs 3') }));
    expect(readFileSync(join(folder, 'packs 3', 'plan.pdf'), 'utf8')).toBe('plan');
  });

  it('say when saving failed', async () => {
    const folder = temporaryFolder();
    electron.dialog.answers.push({ canceled: false, filePath: join(folder, 'missing', 'pack.zip') });
    const delivered = await dialogs().deliver({ kind: 'file', path: join(folder, 'none.zip'), fileName: 'pack.zip' }, facilitator);
    expect(delivered).toEqual(err({ code: 'save-failed', folder: join(folder, 'missing'), reason: 'ENOENT' }));
  });
});

describe('the end', () => {
  it('waits for the host, once, and comes then', async () => {
    let finish = () => {};
    const closeHost = vi.fn<CloseHost>(() => new Promise<void>((resolve) => (finish = resolve)));
    flushBeforeQuit(closeHost, () => {});
    electron.app.emit('window-all-closed');
    electron.app.quit();
    expect(electron.app.quits).toBe(0);
    finish();
    await vi.waitFor(() => expect(electron.app.quits).toBe(1));
    expect(closeHost).toHaveBeenCalledTimes(1);
  });

  it('comes also when the host cannot close, which is written down', async () => {
    const logged: unknown[] = [];
    flushBeforeQuit(
      () => Promise.reject(new Error('disk full')),
      (error) => logged.push(error),
    );
    electron.powerMonitor.emit('shutdown');
    await vi.waitFor(() => expect(electron.app.quits).toBe(1));
    expect(logged).toEqual([new Error('disk full')]);
  });

  it('of a Windows session hurries, but takes what was typed last', async () => {
    const { window, page } = await openWindow();
    const closeHost = vi.fn<CloseHost>(() => Promise.resolve());
    flushAtSessionEnd(window as unknown as BrowserWindow, closeHost, () => {});
    window.emit('query-session-end', fakeEvent({}));
    expect(window.webContents.sent).toMatchObject([{ message: leavingEvent }]);
    window.emit('session-end', fakeEvent({}));
    expect(window.webContents.sent).toHaveLength(1);
    expect(closeHost).not.toHaveBeenCalled();
    pageHasLeft(page);
    await vi.waitFor(() => expect(closeHost).toHaveBeenCalledExactlyOnceWith({ quick: true }));
  });
});

it('keeps the laptop awake while any clock runs', () => {
  const clockRuns = keepAwake();
  const active = () => [...electron.powerSaveBlocker.active.values()];
  clockRuns('w1', true);
  clockRuns('w1', true);
  clockRuns('w2', true);
  expect(active()).toEqual(['prevent-display-sleep']);
  clockRuns('w1', false);
  expect(active()).toHaveLength(1);
  clockRuns('w2', false);
  clockRuns('w2', false);
  expect(active()).toEqual([]);
});

it.each(['linux', 'win32', 'darwin'] as const)('has a menu in the language of the person on %s, without undo', (platform) => {
  const openFile = vi.fn<() => void>();
  const menu = menuTemplate(shellTexts('fr'), platform, { openFile });
  const words = JSON.stringify(menu);
  expect(words).toContain('Quitter HRH Action Workshop');
  const items = menu.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);
  const open = items.find(({ label }) => label === 'Ouvrir un fichier…')?.click as (() => void) | undefined;
  open?.();
  expect(openFile).toHaveBeenCalledOnce();
  expect(words).toContain('Tout sélectionner');
  expect(words).not.toMatch(/"undo"|"redo"|toggleDevTools|\{\{/);
});

describe('workshop files that the system gives', () => {
  const ours = '/media/stick/Accra.hrhworkshop';

  it('are found among other arguments, and named from where the program was called', () => {
    const args = ['--library', '/home/ama/list.xlsx', '--enable-x=/tmp/x.hrhworkshop', 'Kampala.HRHWORKSHOP', ours, 'app.asar'];
    expect(filesIn(args, '/home/ama')).toEqual(['/home/ama/Kampala.HRHWORKSHOP', ours]);
  });

  it('wait until somebody takes them, and come at once from then on', () => {
    const given = gatherGivenFiles();
    const opened = fakeEvent({});
    electron.app.emit('open-file', opened, '/Users/ama/early.hrhworkshop');
    electron.app.emit('second-instance', {}, ['/usr/bin/hrh-action-workshop', ours], '/');
    const taken: string[] = [];
    given.giveTo((path) => void taken.push(path));
    expect(taken).toEqual(['/Users/ama/early.hrhworkshop', ours]);
    expect(opened.isPrevented()).toBe(true);
    electron.app.emit('second-instance', {}, ['/usr/bin/hrh-action-workshop', 'later.hrhworkshop'], '/home/ama');
    expect(taken.at(-1)).toBe('/home/ama/later.hrhworkshop');
    expect(taken).toHaveLength(3);
  });
});

/** A facilitator's window as main opens it. */
async function openWindow() {
  const pages = createDesktopPages();
  const parts = { pages, texts, preload: '/dist/preload.cjs' };
  const window = (await openMainWindow(parts)) as unknown as FakeBrowserWindow;
  const page = pages.all()[0];
  if (!page) throw new Error('No page was added');
  return { pages, parts, window, page };
}
