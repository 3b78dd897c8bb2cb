// The terminal as the browser shell's window, and the small pieces around it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { openerFor } from '../../../electron/browser/open-browser.ts';
import { createTerminal } from '../../../electron/browser/terminal.ts';
import { createClock } from '../../../electron/host/clock.ts';
import { readPageAssets } from '../../../electron/host/page-assets.ts';
import { readShellOptions } from '../../../electron/host/shell-options.ts';
import { shellTexts, spokenLanguage } from '../../../electron/host/shell-texts.ts';
import { createUploads } from '../../../electron/host/uploads.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

afterEach(() => void vi.useRealTimers());

function testTerminal(language: 'en' | 'fr' = 'en') {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let addresses = 0;
  const openPage = async () => `http://127.0.0.1:4310/#code=${(addresses += 1)}`;
  const terminal = createTerminal({ input, output, texts: shellTexts(language), openPage });
  return { terminal, input, printed: () => String(output.read() ?? '') };
}

it('prints an address on a line of its own, and a new one on Enter', async () => {
  const { terminal, input, printed } = testTerminal();
  await terminal.start();
  const first = printed();
  expect(first).toMatch(/^ {2}http:\/\/127\.0\.0\.1:4310\/#code=1$/m);
  expect(first).toContain('Enter makes a new address.');
  input.write('\n');
  await vi.waitFor(() => expect(printed()).toMatch(/^ {2}http:\/\/127\.0\.0\.1:4310\/#code=2$/m));
});

it('says that the last page was closed, but not for a reload', async () => {
  vi.useFakeTimers();
  const { terminal, printed } = testTerminal();
  terminal.pagesOpen(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(printed()).toBe('');
  terminal.pagesOpen(1);
  terminal.pagesOpen(0);
  await vi.advanceTimersByTimeAsync(1_000);
  terminal.pagesOpen(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(printed()).toBe('');
  terminal.pagesOpen(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(printed()).toBe('The last page was closed. Everything is saved. Enter opens it again, Ctrl+C ends the application.\n');
});

it('speaks French, and says at the end whether everything is saved', () => {
  const { terminal, printed } = testTerminal('fr');
  terminal.ending();
  terminal.pagesOpen(1);
  terminal.pagesOpen(0);
  terminal.ended('saved');
  expect(printed()).toBe('Enregistrement des dernières modifications…\nTout est enregistré.\n');
  terminal.ended('page-silent');
  expect(printed()).toContain('Une page n’a pas répondu');
  terminal.ended('failed');
  expect(printed()).toContain('Tout n’a pas pu être enregistré.');
});

it.each([
  [['fr_FR.UTF-8'], 'fr'],
  [['en-GB', 'fr-FR'], 'en'],
  [['pt-PT', 'fr-CA'], 'fr'],
  [['fry', undefined, ''], 'en'],
  [[], 'en'],
] as const)('speaks with a system of %j the language %s', (locales, language) => {
  expect(spokenLanguage(locales)).toBe(language);
});

it('opens addresses by the program of the system', () => {
  const address = 'http://127.0.0.1:4310/#code=x';
  expect(openerFor('linux', address)).toEqual({ command: 'xdg-open', args: [address] });
  expect(openerFor('darwin', address)).toEqual({ command: 'open', args: [address] });
  expect(openerFor('win32', address)).toEqual({ command: 'cmd.exe', args: ['/c', 'start', '""', address] });
});

it('takes options from the command line and the environment, and leaves the rest', () => {
  expect(readShellOptions([], {})).toEqual({ libraryFolder: null, opensBrowser: true, startOfClock: null, port: null, readyFile: null });
  expect(
    readShellOptions(['/app', '--library', '/media/stick', '--no-open', '--ozone-platform=x11'], {
      HRH_NOW: '2026-03-20T08:30:00Z',
      HRH_PORT: '4310',
      HRH_READY_FILE: '/tmp/ready',
    }),
  ).toEqual({
    libraryFolder: '/media/stick',
    opensBrowser: false,
    startOfClock: '2026-03-20T08:30:00Z',
    port: 4310,
    readyFile: '/tmp/ready',
  });
  expect(readShellOptions(['--library'], { HRH_NOW: 'today', HRH_PORT: '70000', HRH_READY_FILE: '' })).toEqual(readShellOptions([], {}));
});

it('begins its clock where it is told and lets it run on', () => {
  let now = 1_000_000;
  const clock = createClock('2026-03-20T08:30:00.000Z' as Instant, () => now);
  now += 90_000;
  expect(clock()).toBe('2026-03-20T08:31:30.000Z');
  expect(createClock(null, () => now)()).toBe('1970-01-01T00:18:10.000Z');
});

it('reads the built pages and nothing else into memory', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'assets/app-1a2b.js', 'assets/app-1a2b.js.map', 'assets/inter.woff2', 'notes.txt', '.env'])
    writeFileSync(join(folder, name), name);
  const assets = readPageAssets(folder);
  expect([...assets.keys()].toSorted()).toEqual(['/assets/app-1a2b.js', '/assets/inter.woff2', '/index.html']);
  expect(assets.get('/assets/app-1a2b.js')).toMatchObject({ contentType: 'text/javascript; charset=utf-8', isImmutable: true });
  expect(assets.get('/index.html')?.isImmutable).toBe(false);
  expect(() => readPageAssets(join(folder, 'missing'))).toThrow('ENOENT');
});

it('keeps few uploads, and not for long', () => {
  let now = 0;
  let count = 0;
  const uploads = createUploads({ newId: () => `h${(count += 1)}`, now: () => now });
  const keep = () => uploads.keep({ fileName: 'a.csv', bytes: new Uint8Array() }, 'page');
  const take = (handle: string) => uploads.take(handle, { role: 'facilitator', clientId: 'page' });
  const handles = Array.from({ length: 6 }, keep);
  expect(handles.map((handle) => take(handle) !== null)).toEqual([false, true, true, true, true, true]);
  const late = keep();
  now += 5 * 60_000 + 1;
  expect(take(late)).toBeNull();
});
