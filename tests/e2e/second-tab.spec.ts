// The browser shell's doors: a second tab is let in by a click in the first, and no request says by a lasting secret who sends it.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { peoplePage } from '../support/pages/people-page.ts';
import { words, type TestWords } from '../support/words.ts';

const title = (page: Page, t: TestWords) => page.getByRole('main').getByLabel(t('workshop:basics.title'), { exact: true });

/** The number that both tabs show. */
async function numberIn(page: Page): Promise<string> {
  return /\b\d\d\b/.exec(await page.getByRole('main').innerText())?.[0] ?? 'none';
}

for (const systemLanguage of ['en', 'fr'] as const) {
  test.describe(`a second tab (${systemLanguage})`, () => {
    // The browser itself speaks English: the page speaks the language of the application.
    test.use({ systemLanguage });
    const t = words(systemLanguage);

    test('comes in with one click in each tab, at the address that it was opened with, and shares undo', async ({ app, page, context }) => {
      const workshop = await homePage(page, t).create({ title: 'Before', startDate: '20/04/2026' });
      const second = await context.newPage();
      await second.goto(`${new URL(page.url()).origin}/#/w/${workshop}/prepare/basics`);
      await expect(second.getByText(t('connection.no-code'))).toBeVisible();
      await second.getByRole('button', { name: t('connection.openHere') }).click();
      const number = await numberIn(second);
      await expect(second.getByText(t('connection.heard', { number }))).toBeVisible();
      await expect(page.getByText(t('connection.secondTab', { number }))).toBeVisible();
      await expect(page).toHaveTitle(t('connection.secondTabTitle'));
      await page.getByRole('button', { name: t('connection.allow'), exact: true }).click();
      await expect(title(second, t)).toHaveValue('Before');
      await expect(page.getByText(t('connection.secondTab', { number }))).toHaveCount(0);
      await expect(page).not.toHaveTitle(t('connection.secondTabTitle'));

      // One person in two tabs: what was written in one is taken back in the other.
      await framePage(second, t).fill(title(second, t), 'Written in the second tab');
      await expect(title(page, t)).toHaveValue('Written in the second tab');
      await framePage(page, t).saving(() => framePage(page, t).undo.click());
      await expect(title(second, t)).toHaveValue('Before');
      await framePage(second, t).saving(() => framePage(second, t).redo.click());
      await expect(title(page, t)).toHaveValue('Written in the second tab');
      expect(onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop']).toMatchObject({ title: 'Written in the second tab' });
      await second.reload();
      await expect(title(second, t)).toHaveValue('Written in the second tab');
    });

    test('is refused, or finds nobody, in words', async ({ page, context }) => {
      const origin = new URL(page.url()).origin;
      const second = await context.newPage();
      await second.goto(`${origin}/`);
      await second.getByRole('button', { name: t('connection.openHere') }).click();
      await page.getByRole('button', { name: t('connection.refuse'), exact: true }).click();
      await expect(second.getByText(t('connection.refused'))).toBeVisible();
      await page.close();
      await second.getByRole('button', { name: t('connection.askAgain') }).click();
      await expect(second.getByText(t('connection.silent'))).toBeVisible();
    });
  });
}

test('no request of a whole journey carries the secret of the tab: in its address, a header or its body', async ({
  app,
  page,
  context,
}) => {
  const t = words('en');
  const sent = everythingSent(context);
  // Also what was asked before this test began to listen.
  await page.goto('about:blank');
  await page.goto(await app.newAddress());
  await whenReady(page);
  const secrets = new Set<string>();
  const rememberSecret = async () => secrets.add((await page.evaluate(() => sessionStorage.getItem('hrh-token'))) ?? '');
  await rememberSecret();
  await homePage(page, t).create({ title: 'Guarded', startDate: '20/04/2026' });
  await framePage(page, t).prepare('people');
  await peoplePage(page, t).importFile('participants-38.xlsx');
  await page.getByRole('link', { name: t('frame.handOut') }).click();
  await whenReady(page);
  const handOut = handOutPage(page);
  await page.getByRole('button', { name: t('handOut:none') }).click();
  await handOut.row('Togo').getByRole('checkbox').check();
  await handOut.build.click();
  await expect(handOut.result).toBeVisible({ timeout: 60_000 });
  expect((await handOut.download(page.getByRole('button', { name: 'Download all' }))).bytes.length).toBeGreaterThan(1_000);
  await framePage(page, t).prepare('basics');
  await title(page, t).fill('Typed and left at once');
  // As when the window is covered: what a page sends after its own end is not told to a test.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.reload();
  await whenReady(page);
  await expect(title(page, t)).toHaveValue('Typed and left at once');
  await rememberSecret();

  expect([...secrets].every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
  const kinds = sent.requests.map(({ url }) => new URL(url).pathname.split('/')[1] ?? '');
  for (const kind of ['session', 'upload', 'outbox', 'download']) expect(kinds, kind).toContain(kind);
  for (const secret of secrets) {
    expect(sent.requests.filter((request) => JSON.stringify(request).includes(secret)).map(({ url }) => url)).toEqual([]);
    // Over the connection it is said once, as the first word.
    const said = sent.frames.filter(({ text }) => text.includes(secret));
    expect(said.every(({ isFirst }) => isFirst)).toBe(true);
    expect(said.length).toBeGreaterThan(0);
  }
  expect(sent.requests.flatMap(({ headers }) => Object.keys(headers)).filter((name) => /authorization|cookie/i.test(name))).toEqual([]);
});

/** Every request and every message of a socket that the pages of a browser send from now on. */
function everythingSent(context: BrowserContext) {
  const requests: { url: string; headers: Record<string, string>; body: string | null }[] = [];
  const frames: { text: string; isFirst: boolean }[] = [];
  context.on('request', (request) => requests.push({ url: request.url(), headers: request.headers(), body: request.postData() }));
  for (const page of context.pages()) {
    // A download is told of as such, not as a request.
    page.on('download', (download) => requests.push({ url: download.url(), headers: {}, body: null }));
    page.on('websocket', (socket) => {
      let isFirst = true;
      socket.on('framesent', ({ payload }) => {
        frames.push({ text: payload.toString(), isFirst });
        isFirst = false;
      });
    });
  }
  return { requests, frames };
}
