// The stand-in's other half, in the test: its windows as pages of a Chromium. What it does not imitate is listed in electron.mjs.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import { connectPeer } from './peer.mjs';

/** Permissions that are asked about, as Chromium and Electron both call them. */
const permissions = ['clipboard-read', 'geolocation', 'idle-detection', 'midi', 'notifications', 'window-management'];

/**
 * Gives a main process its windows, until it ends.
 * @returns asks the main process: `run` carries out a function's text there
 */
export function holdWindows(main: ChildProcess, context: BrowserContext): ReturnType<typeof connectPeer> {
  const windows = new Map<number, Promise<Page>>();
  /** What main itself loads is no navigation of the page. */
  const loads = new Map<number, string>();
  const ask = connectPeer(main, {
    open: (id: number, options: BrowserWindowConstructorOptions) => void windows.set(id, openPage(id, options)),
    load,
    send: async (id: number, ...message: readonly unknown[]) =>
      (await windows.get(id))?.evaluate((given) => Reflect.get(globalThis, 'standInHear')(...given), message),
    close: async (id: number) => (await windows.get(id))?.close(),
  });
  /** For what pages do: they wait for ever when their main process is gone, and are closed with it. */
  const tell: typeof ask = (...message) =>
    ask(...message).catch((error) => (main.connected ? Promise.reject(error) : new Promise(() => {})));
  // Pages that main has not opened load nothing.
  const isClosed = context.route('**/*', (route) => route.abort());
  main.once('exit', () => context.pages().forEach((page) => void page.close()));
  return ask;

  async function openPage(id: number, { width = 800, height = 600, webPreferences }: BrowserWindowConstructorOptions): Promise<Page> {
    await isClosed;
    const page = await context.newPage();
    await page.route('**/*', (route, request) => answer(id, route, request));
    await page.setViewportSize({ width, height });
    await page.exposeBinding('standInInvoke', (_, channel: string, args: readonly object[]) =>
      tell('invoke', id, channel, args.map(withBuffers)),
    );
    const preload = webPreferences?.preload === undefined ? '' : readFileSync(webPreferences.preload, 'utf8');
    await page.addInitScript(`(${String(runPreload)})((require) => {${preload}\n})`);
    page.on('framenavigated', (frame) => frame === page.mainFrame() && void tell('navigated', id, frame.url()));
    page.on('popup', (popup) => void popup.close());
    const chromium = await context.newCDPSession(page);
    chromium.on('Page.windowOpen', ({ url }) => void tell('openWindow', id, url));
    await chromium.send('Page.enable');
    const { browserContextId } = (await chromium.send('Target.getTargetInfo')).targetInfo;
    const browser = await context.browser()?.newBrowserCDPSession();
    for (const name of permissions) {
      const setting = (await ask('permission', id, name)) ? 'granted' : 'denied';
      await browser?.send('Browser.setPermission', { permission: { name }, setting, browserContextId });
    }
    return page;
  }

  async function load(id: number, url: string): Promise<void> {
    const page = await windows.get(id);
    loads.set(id, url);
    await page?.goto(url).catch((error: Error) => {
      throw Object.assign(error, { code: /net::(\w+)/.exec(error.message)?.[1] });
    });
  }

  async function answer(id: number, route: Route, request: Request): Promise<void> {
    const url = request.url();
    const isLoad = loads.get(id) === url && loads.delete(id);
    const navigates = request.isNavigationRequest() && !isLoad && (request.frame().parentFrame() ? 'sub' : 'main');
    const asked = { url, navigates, method: request.method(), isFetch: request.resourceType() === 'fetch' };
    const verdict = await tell('request', id, asked);
    // A page may be closed while it waits.
    if (verdict.kind === 'response') await route.fulfill({ ...verdict, body: Buffer.from(verdict.body) }).catch(() => {});
    else if (verdict.kind === 'network') await route.continue().catch(() => {});
    else await route.abort(verdict.kind === 'prevented' ? 'aborted' : 'blockedbyclient').catch(() => {});
  }
}

/** Bytes cannot leave a page as an ArrayBuffer, so the fields of a message that hold one travel as views. */
function withBuffers(message: object): object {
  const buffer = (value: unknown) => (value instanceof Uint8Array ? value.slice().buffer : value);
  return Object.fromEntries(Object.entries(message).map(([name, value]) => [name, buffer(value)]));
}

/** Runs in the page, before any script of its own: what Electron's sandboxed preload scripts find. */
function runPreload(preload: (require: () => unknown) => void): void {
  const invoke = Reflect.get(globalThis, 'standInInvoke') as (channel: string, args: readonly unknown[]) => Promise<unknown>;
  Reflect.deleteProperty(globalThis, 'standInInvoke');
  if (globalThis.top !== globalThis.self) return;
  const heard = new Map<string, Set<(event: object, ...args: readonly unknown[]) => void>>();
  const listenersOf = (channel: string) => heard.get(channel) ?? heard.set(channel, new Set()).get(channel);
  const tell = (channel: string, args: readonly unknown[]) => heard.get(channel)?.forEach((listener) => listener({}, ...args));
  Object.defineProperty(globalThis, 'standInHear', { value: tell });
  const exposeInMainWorld = (name: string, value: object) => Object.defineProperty(globalThis, name, { value: Object.freeze(value) });
  const view = (value: unknown) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);
  const withViews = (message: object) => Object.fromEntries(Object.entries(message).map(([name, value]) => [name, view(value)]));
  preload(() => ({
    contextBridge: { exposeInMainWorld },
    ipcRenderer: {
      invoke: (channel: string, ...args: readonly object[]) => invoke(channel, args.map(withViews)),
      on: (channel: string, listener: () => void) => listenersOf(channel)?.add(listener),
      off: (channel: string, listener: () => void) => listenersOf(channel)?.delete(listener),
    },
  }));
}
