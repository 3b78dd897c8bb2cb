// Opening a workshop's page in a slow browser with nothing cached, against a page of the same interface library with a single field.
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { commonHeaders } from '../../electron/host/page-response.ts';
import { buildForProduction } from '../../electron/tasks/build-for-production.mjs';
import { fragmentOf, openRoute, startBenchApp, type BenchApp } from './bench-app.ts';
import { benchFolder, removeFolder } from './bench-library.ts';
import { ordinaryShape, workshopChanges } from './large-workshop.ts';
import { reportMeasurement } from './report.ts';
import { median } from './statistics.ts';

const times = 7;
const slower = 4;
const changes = workshopChanges(ordinaryShape);

let built: string;
let app: BenchApp;
let floor: Server;

test.beforeAll(async () => {
  built = benchFolder();
  await buildForProduction({
    configFile: false,
    root: fileURLToPath(new URL('floor-page', import.meta.url)),
    plugins: [react()],
    logLevel: 'warn',
    base: './',
    build: { outDir: built, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  });
  floor = await serveFloor(built, snapshotOf(changes));
  app = await startBenchApp(changes);
});
test.afterAll(async () => {
  await app.dispose();
  floor.close();
  removeFolder(built);
});

/** The records of a workshop as a page gets them. */
function snapshotOf(created: readonly DocumentChange[]): string {
  const collections: Record<string, unknown[]> = {};
  for (const change of created) if (change.kind === 'created') (collections[change.collection] ??= []).push(change.record);
  return JSON.stringify({ collections });
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Keeps a page apart from its opener. */
const isolation = 'cross-origin-opener-policy';

/**
 * Isolated as the product's pages are: each visit of such a page begins in a new process of the browser. Without this the floor would run code
 * that its process has compiled on an earlier visit, and be anything but cold.
 */
async function serveFloor(folder: string, snapshot: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    response.setHeader(isolation, commonHeaders[isolation] ?? '');
    if (url === '/snapshot.json') return response.setHeader('content-type', 'application/json').end(snapshot);
    const path = url === '/' ? '/index.html' : url;
    return response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(readFileSync(join(folder, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

declare global {
  interface Window {
    /** Milliseconds from the beginning of the navigation to the first frame with a field that can be typed into. */
    interactiveAt?: number;
  }
}

/** Every document of the page says when a field with what is stored in it is on the screen. Its letters are taken and saved from then on. */
async function watchInteractive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const isThere = () => {
      const field = document.querySelector<HTMLInputElement>('main input');
      return field !== null && field.value !== '' && !field.disabled && !field.readOnly;
    };
    const look = new MutationObserver(() => {
      if (!isThere()) return;
      look.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => (window.interactiveAt = performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    });
    look.observe(document, { subtree: true, childList: true });
  });
}

async function slowedDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return session;
}

async function interactiveAfter(page: Page, address: string): Promise<number> {
  await page.bringToFront();
  await page.goto('about:blank');
  await page.goto(address);
  const found = await page.waitForFunction(() => window.interactiveAt);
  return found.evaluate((value) => value ?? Number.NaN);
}

test('a cold page can be used soon', async ({ context, page }) => {
  const fragment = fragmentOf('basics');
  const origin = await openRoute(app, page, fragment);
  const empty = await context.newPage();
  const emptyAddress = `http://127.0.0.1:${(floor.address() as AddressInfo).port}/`;
  for (const each of [page, empty]) {
    await watchInteractive(each);
    await slowedDown(each);
  }
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first visit warms up the programs on both sides, not the page.
  for (let time = 0; time <= times; time += 1) {
    const floorTime = await interactiveAfter(empty, emptyAddress);
    const ourTime = await interactiveAfter(page, `${origin}/${fragment}`);
    if (time === 0) continue;
    theirs.push(floorTime);
    ours.push(ourTime);
  }
  const what = `page of a workshop usable, cold, processor ${slower} × slower`;
  expect.soft(reportMeasurement({ what, measured: median(ours) / median(theirs), limit: 1.5, unit: '× empty page' })).toBe(true);
});
