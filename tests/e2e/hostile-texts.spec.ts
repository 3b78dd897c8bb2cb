// Markup and script in every text of a workshop, on every page: shown as it was typed, and never run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { addressOf, sampleAddresses } from '../../renderer/app/routes.ts';
import { expect, startApp, test as base, whenReady } from '../support/app.ts';
import { createHostileWorkshop, type HostileWorkshop } from '../support/hostile-workshop.ts';

interface Fixtures {
  readonly library: string;
  readonly hostile: HostileWorkshop;
  /** Dialogs, and requests for anything but the pages' own files. */
  readonly harm: string[];
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  library: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'hrh-hostile-'));
    await use(join(folder, 'library'));
    rmSync(folder, { recursive: true, force: true });
  },
  hostile: async ({ library }, use) => use(await createHostileWorkshop(library)),
  app: async ({ hostile: _ready, library, systemLanguage, now }, use) => {
    const app = await startApp({ systemLanguage, now, libraryFolder: library });
    await use(app);
    await app.dispose();
  },
  harm: async ({ context }, use) => {
    const harm: string[] = [];
    watchForHarm(context, harm);
    await use(harm);
    expect(harm).toEqual([]);
  },
});

function watchForHarm(context: BrowserContext, harm: string[]): void {
  context.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, hostname, pathname } = new URL(request.url());
    const isOwn = hostname === '127.0.0.1' && /^\/($|assets\/|session$|projector\.html$|favicon\.ico$)/.test(pathname);
    if (!isOwn && protocol !== 'data:' && protocol !== 'blob:') harm.push(`request: ${request.url()}`);
  });
}

/** Everything that the page shows or gives to a screen reader, and what of the texts has become part of the page. */
function seenOn(page: Page): Promise<{ readonly texts: string; readonly came: readonly string[] }> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('*')) {
      for (const { value } of element.attributes) texts.push(value);
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
    }
    const strange = 'img[src="x"], a[href^="javascript:" i], [onerror], [onload], script:not([src])';
    const came = [...document.querySelectorAll(strange)].map((element) => element.outerHTML);
    const ran = Reflect.get(globalThis, 'hrhRan') as number | undefined;
    return { texts: texts.join('\n\n'), came: ran === undefined ? came : [...came, `ran: ${ran}`] };
  });
}

/** The routes of the table, and what can be opened on them. */
function addresses({
  workshopId,
  planId,
  teamId,
  personId,
  sessionIds,
}: HostileWorkshop): readonly (readonly [name: string, address: string])[] {
  const at = (name: Parameters<typeof addressOf>[0], query: Readonly<Record<string, string>>) =>
    [`${name} ${Object.keys(query)[0]}`, addressOf(name, { workshopId, planId, query })] as const;
  return [
    ...sampleAddresses({ workshop: workshopId, plan: planId }).map(({ name, address }) => [name, address] as const),
    ['signed plan', addressOf('plan', { workshopId, planId: 'plan-1' })],
    at('people', { person: personId }),
    at('teams', { team: teamId }),
    at('agenda', { session: sessionIds[1] ?? '' }),
    ...sessionIds.map((session) => at('run', { session })),
    at('history', { plan: planId }),
    at('history', { entry: '1' }),
  ];
}

/** Where nothing of a workshop is shown. */
const withoutTexts: ReadonlySet<string> = new Set(['newWorkshop', 'settings', 'about', 'bringIn']);

test('markup and script in every text field shows as text, on every route', async ({ app, page, hostile, harm }) => {
  test.setTimeout(300_000);
  expect(hostile.violations).toEqual([]);
  expect(hostile.empty).toEqual([]);
  const shown = new Set<string>();
  for (const [name, address] of addresses(hostile)) {
    await page.goto(`${new URL(page.url()).origin}/#${address}`);
    await whenReady(page);
    const { texts, came } = await seenOn(page);
    expect({ name, came }).toEqual({ name, came: [] });
    const places = hostile.placesIn(texts);
    if (!withoutTexts.has(name)) expect(places.length, name).toBeGreaterThan(0);
    for (const place of places) shown.add(place);
  }
  await page.goto(`${new URL(page.url()).origin}/#${addressOf('run', { workshopId: hostile.workshopId })}`);
  await whenReady(page);
  await page.keyboard.press('F4');
  await expect.poll(async () => hostile.placesIn((await seenOn(page)).texts)).toContain('parkingItems.text');
  expect((await seenOn(page)).came).toEqual([]);
  expect(harm).toEqual([]);
  // Far more than the titles and names that every list shows.
  expect(shown.size).toBeGreaterThan(50);
  // The terminal is shown to the room now and then, and kept by whoever asks for help.
  expect(app.output()).not.toContain('hrhRan');
});

test('markup and script on the projector shows as text', async ({ app: _app, page, context, hostile, harm }) => {
  await page.goto(`${new URL(page.url()).origin}/#${addressOf('run', { workshopId: hostile.workshopId })}`);
  await whenReady(page);
  const [projector] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: 'Projector' }).click()]);
  await whenReady(projector);
  const { texts, came } = await seenOn(projector);
  expect(came).toEqual([]);
  expect(hostile.placesIn(texts)).toContain('sessions.title{}');
  expect(hostile.placesIn(await projector.title())).toEqual(['workshop.title']);
  expect(harm).toEqual([]);
});
