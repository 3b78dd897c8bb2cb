// @ts-check
// A stand-in for the `electron` module, the main process's half: the built main bundle runs in plain Node, its windows are pages of a Chromium that
// the test holds (chromium-windows.ts). The runtime cannot be had on every machine, Node and Chromium can. What passes here shows what our code
// asks of Electron and does with the answers, not that Electron keeps its word: for that the same specs run on the real one.
//
// What it does NOT imitate:
//  1. Processes. No sandbox of the system, no fuses, no asar, no crash of a page.
//  2. The isolated world. The preload script shares the page's world, so contextIsolation and the bridge's copying are not proven.
//  3. Own schemes. app://workshop/… is https://workshop.app.test/… to Chromium, and app:// again in all that the main process sees.
//  4. Windows of a system: no title, size, focus, minimising, full screen; `show` sets a flag, `ready-to-show` comes when a page has loaded.
//  5. Dialogs, menus, file manager, the system's browser: nobody sits here, so an unexpected one throws. Tests put answers in their place.
//  6. Permissions one by one. Both handlers are asked when a window opens, for those in chromium-windows.ts; those for devices and capture never.
//  7. A denied new window exists for a moment and is closed before it loads anything. Allowing one is not offered.
//  8. onBeforeRequest does not hear of WebSockets, blob: and data:, nor of what Chromium or the policy refuses before.
//  9. Redirects, webviews, shutdown and the end of a session come only as events that a test raises.
// 10. What the product does not use. It has no name here, and importing it fails.

import { EventEmitter, once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { connectPeer } from './peer.mjs';

const askTest = connectPeer(process, { run, request, invoke, navigated, openWindow, permission });
process.on('disconnect', () => process.exit(1));

/** @type {Map<number, BrowserWindow>} */
const windows = new Map();
/** What the application handed over. @type {{ [Name in 'handlers' | 'channels' | 'servers' | 'privileges' | 'paths' | 'switches']: Record<string, any> }} */
const given = { handlers: {}, channels: {}, servers: {}, privileges: {}, paths: {}, switches: {} };
let isReady = false;
let isQuitting = false;

export const app = Object.assign(new EventEmitter(), {
  commandLine: { hasSwitch: (/** @type {string} */ name) => name in given.switches },
  enableSandbox: () => void (isReady ? fail('app is ready already') : (given.switches['enable-sandbox'] = '')),
  whenReady: async () => void (isReady || (await once(app, 'ready'))),
  getPath: (/** @type {string} */ name) => given.paths[name] ?? join(homedir(), name),
  setPath: keepIn('paths'),
  getPreferredSystemLanguages: () => [(process.env.LANG ?? 'en').replace(/\..*/, '').replace('_', '-')],
  requestSingleInstanceLock,
  quit,
  exit: (/** @type {number} */ code = 0) => process.exit(code),
});

export class BrowserWindow extends EventEmitter {
  static count = 0;
  static getAllWindows = () => [...windows.values()];
  id = (BrowserWindow.count += 1);
  isShown = false;
  webContents = Object.assign(new EventEmitter(), {
    id: this.id,
    mainFrame: frameAt('about:blank'),
    windowOpenHandler: (/** @type {{ url: string }} */ _details) => ({ action: 'allow' }),
    getURL: () => this.webContents.mainFrame.url,
    getLastWebPreferences: () => this.options.webPreferences,
    setWindowOpenHandler: (/** @type {() => { action: string }} */ handler) => (this.webContents.windowOpenHandler = handler),
    send: (/** @type {string} */ channel, /** @type {readonly unknown[]} */ ...args) => this.tell('send', channel, args),
  });

  /** @param {{ width?: number, height?: number, webPreferences?: { preload?: string } }} options */
  constructor(options = {}) {
    super();
    if (!isReady) fail('Cannot create BrowserWindow before app is ready');
    this.options = options;
    windows.set(this.id, this);
    this.tell('open', options);
    app.emit('web-contents-created', new Event('web-contents-created'), this.webContents);
  }

  tell = (/** @type {string} */ name, /** @type {readonly unknown[]} */ ...args) => void askTest(name, this.id, ...args).catch(() => {});
  loadURL = async (/** @type {string} */ url) => {
    await askTest('load', this.id, toChromium(url));
    this.emit('ready-to-show');
  };
  show = () => void (this.isShown = true);
  hide = () => void (this.isShown = false);
  focus = () => {};
  isVisible = () => this.isShown;
  isMinimized = () => false;
  isDestroyed = () => !windows.has(this.id);
  getBounds = () => display.bounds;
  /** As a person closes it: a listener may prevent it. */
  close = () => void (raise(this, 'close') && this.destroy());
  destroy = () => {
    if (!windows.delete(this.id)) fail('Object has been destroyed');
    this.tell('close');
    this.emit('closed');
    if (windows.size === 0 && !isQuitting) app.emit('window-all-closed');
  };
}

const nobody = async () => fail('Nobody is here to see this');
export const dialog = { showOpenDialog: nobody, showSaveDialog: nobody, showMessageBox: nobody };
export const shell = { openExternal: nobody, showItemInFolder: nobody };

export const ipcMain = { handle: keepIn('channels'), _invokeHandlers: { get: (/** @type {string} */ channel) => given.channels[channel] } };
export const Menu = { buildFromTemplate: (/** @type {object} */ items) => ({ items }), setApplicationMenu: keepIn('handlers', 'menu') };
export const powerMonitor = new EventEmitter();

const blockers = new Set();
export const powerSaveBlocker = {
  start: () => blockers.add(blockers.size) && blockers.size - 1,
  stop: (/** @type {number} */ id) => blockers.delete(id),
  isStarted: (/** @type {number} */ id) => blockers.has(id),
};

export const protocol = {
  /** @param {readonly { scheme: string, privileges: object }[]} schemes */
  registerSchemesAsPrivileged: (schemes) => {
    if (isReady) fail('app is ready already');
    for (const { scheme, privileges } of schemes) given.privileges[scheme] = privileges;
  },
  handle: keepIn('servers'),
};

const display = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } };
export const screen = { getAllDisplays: () => [display], getDisplayMatching: () => display };

export const session = {
  defaultSession: {
    protocol,
    webRequest: { onBeforeRequest: keepIn('handlers', 'request') },
    setPermissionRequestHandler: keepIn('handlers', 'permissionRequest'),
    setPermissionCheckHandler: keepIn('handlers', 'permissionCheck'),
    setDevicePermissionHandler: keepIn('handlers', 'device'),
    setDisplayMediaRequestHandler: keepIn('handlers', 'displayMedia'),
  },
};

/** To be called when the main bundle has been evaluated. */
export function becomeReady() {
  isReady = true;
  app.emit('ready');
}

/** One copy per folder of user data. Later copies add their arguments to its file and are refused; a killed copy leaves it behind. */
function requestSingleInstanceLock() {
  const lock = join(app.getPath('userData'), 'stand-in.lock');
  if (existsSync(lock)) {
    appendFileSync(lock, `${JSON.stringify(process.argv)}\n`);
    return false;
  }
  writeFileSync(lock, '');
  const letters = () => readFileSync(lock, 'utf8').split('\n').slice(0, -1);
  let heard = 0;
  watch(lock, () => {
    for (; heard < letters().length; heard += 1) app.emit('second-instance', {}, JSON.parse(letters()[heard] ?? ''), process.cwd());
  }).unref();
  process.on('exit', () => rmSync(lock));
  return true;
}

/** Closes the windows, each of which may prevent the end; then `will-quit` may. */
function quit() {
  isQuitting = true;
  for (const window of windows.values()) window.close();
  isQuitting = false;
  if (windows.size === 0 && raise(app, 'will-quit')) process.exit();
}

/** Runs a function of the test with this module, as Playwright's `electronApplication.evaluate` does. @param {string} source @param {unknown} argument */
async function run(source, argument) {
  return runInThisContext(`(${source})`)(await import('./electron.mjs'), argument);
}

/**
 * What becomes of a page's request, asked in Electron's order: navigation, network, protocol.
 * @param {number} id of the window
 * @param {{ url: string, method: string, isFetch: boolean, navigates: 'main' | 'sub' | false }} asked
 */
async function request(id, { url: address, method, isFetch, navigates }) {
  const url = fromChromium(address);
  const contents = windows.get(id)?.webContents ?? fail('The window is gone');
  const isMainFrame = navigates === 'main';
  if (navigates && !raise(contents, 'will-frame-navigate', { url, isMainFrame })) return { kind: 'prevented' };
  if (isMainFrame && !raise(contents, 'will-navigate', { url, isMainFrame })) return { kind: 'prevented' };
  const ask = given.handlers.request;
  const { cancel } = ask ? await new Promise((answer) => ask({ url, method }, answer)) : {};
  const scheme = new URL(url).protocol.slice(0, -1);
  const server = given.servers[scheme];
  const { standard, secure, supportFetchAPI } = given.privileges[scheme] ?? {};
  if (cancel || (server && !(standard && secure && (supportFetchAPI || !isFetch)))) return { kind: 'cancelled' };
  if (!server) return { kind: 'network' };
  const response = await server(new Request(url, { method }));
  const body = Buffer.from(await response.arrayBuffer());
  return { kind: 'response', status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** A page's `ipcRenderer.invoke`. @param {number} id of the window @param {string} channel @param {readonly unknown[]} args */
function invoke(id, channel, args) {
  const sender = windows.get(id)?.webContents ?? fail('The window is gone');
  const listener = given.channels[channel] ?? fail(`No handler registered for '${channel}'`);
  return listener({ sender, senderFrame: sender.mainFrame }, ...args);
}

/** A page has come. @param {number} id of the window @param {string} url */
function navigated(id, url) {
  const contents = windows.get(id)?.webContents;
  if (contents) contents.mainFrame = frameAt(fromChromium(url));
}

/** A page wants a window. @param {number} id of its own @param {string} url */
function openWindow(id, url) {
  if (windows.get(id)?.webContents.windowOpenHandler({ url: fromChromium(url) }).action !== 'deny') fail('Pages open no windows here');
}

/** Whether a page is allowed something: both handlers have to agree. @param {number} id of the window @param {string} name */
async function permission(id, name) {
  const { permissionCheck: check, permissionRequest: ask } = given.handlers;
  const contents = windows.get(id)?.webContents;
  return (check?.(contents, name, '', {}) ?? true) && (!ask || new Promise((answer) => ask(contents, name, answer, {})));
}

/** @param {EventEmitter} emitter @param {string} name @param {object} [details] @returns {boolean} false when a listener prevented it */
function raise(emitter, name, details) {
  const event = Object.assign(new Event(name, { cancelable: true }), details);
  emitter.emit(name, event);
  return !event.defaultPrevented;
}

const fromChromium = (/** @type {string} */ url) => url.replace(/^https:\/\/([^/]+)\.(\w+)\.test(?=\/|$)/, '$2://$1');

function frameAt(/** @type {string} */ url) {
  const { origin, protocol: scheme, host } = new URL(url);
  return { url, origin: scheme.slice(0, -1) in given.privileges ? `${scheme}//${host}` : origin };
}

function toChromium(/** @type {string} */ url) {
  const [, scheme = '', host, rest = ''] = /^(\w+):\/\/([^/]+)(.*)$/.exec(url) ?? [];
  return scheme in given.privileges ? `https://${host}.${scheme}.test${rest}` : url;
}

/** A setter: under a fixed name, or under the one that comes with the value. @param {keyof typeof given} place @param {string} [name] */
function keepIn(place, name) {
  return (/** @type {any[]} */ ...args) => void (given[place][name ?? args[0]] = args.at(-1));
}

/** @returns {never} */
function fail(/** @type {string} */ message) {
  throw new Error(message);
}
