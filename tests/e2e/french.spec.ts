// The sample in French, through every screen: nothing English of the product is seen or spoken, and the pack of a French-speaking team is French.
import type { Page } from '@playwright/test';
import { sampleAddresses } from '../../renderer/app/routes.ts';
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { handOutPage } from '../support/pages/hand-out-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { roomPage } from '../support/pages/room-page.ts';
import { textsOnlyIn } from '../support/product-texts.ts';
import { docxText, flat, readPdf, unzip, xlsxText } from '../support/read-back.ts';
import { words } from '../support/words.ts';

test.use({ systemLanguage: 'fr', locale: 'fr-FR' });

const t = words('fr');
const english = textsOnlyIn('en', { withContent: true });
/** Where the texts of both languages of the room are edited side by side. */
const englishInterface = textsOnlyIn('en', { withContent: false });

/** Everything that the page shows or gives to a screen reader, user's own texts included. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.checkVisibility() && !['SCRIPT', 'STYLE'].includes(parentElement.tagName)) found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-roledescription]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription']) found.push(element.getAttribute(name) ?? '');
    }
    return found.filter((text) => text.trim() !== '');
  });
}

async function expectFrench(page: Page, where: string, { foundIn } = english): Promise<void> {
  const texts = await textsOf(page);
  expect(texts.length, where).toBeGreaterThan(10);
  expect(foundIn(texts), where).toEqual([]);
}

test('every screen speaks French', async ({ app, page }) => {
  expect(english.size).toBeGreaterThan(500);
  const home = homePage(page, t);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(home.language).toHaveValue('fr');
  await expectFrench(page, 'first run');
  const workshop = await home.openSample();
  const plans = Object.values(onlyWorkshop(app.libraryFolder).collections['plans'] ?? {});
  const plan = String(plans[0]?.['id']);
  const origin = new URL(page.url()).origin;
  for (const { name, address } of sampleAddresses({ workshop, plan })) {
    await page.goto(`${origin}/#${address}`);
    await whenReady(page);
    await expectFrench(page, name);
  }
});

test('what opens over a screen speaks French too, and dates are written the French way', async ({ page }) => {
  const frame = framePage(page, t);
  await homePage(page, t).openSample();
  await expect(page.getByRole('banner')).toContainText('Jour 2 sur 3 · 18 mars');
  const dialog = page.getByRole('dialog');
  const closed = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await page.getByRole('main').focus();
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await expectFrench(page, 'keys');
  await closed();
  await page.keyboard.press('Control+k');
  await expect(dialog).toBeVisible();
  await expectFrench(page, 'find');
  await closed();
  await page.keyboard.press('F4');
  await expect(dialog.getByLabel(t('run:parking.text'), { exact: true })).toBeVisible();
  await expectFrench(page, 'parking lot');
  await closed();

  await frame.prepare('agenda');
  await page.locator('[data-row]').first().getByRole('button').last().click();
  await expect(dialog).toBeVisible();
  await expectFrench(page, 'session', englishInterface);
  await closed();
  await frame.prepare('people');
  await page.getByRole('button', { name: t('people:pasteList') }).click();
  await expect(dialog).toBeVisible();
  await expectFrench(page, 'paste');
  await closed();
  await frame.prepare('teams');
  await page.locator('[data-open-team]').first().click();
  await expect(dialog).toBeVisible();
  await expectFrench(page, 'team');
  await closed();

  await frame.goTo('run');
  const room = roomPage(page, t);
  const sessions = page.getByRole('navigation', { name: t('run:day.label') }).getByRole('button');
  for (const day of [1, 2, 3]) {
    await room.showDay(day);
    const count = await sessions.count();
    for (let index = 0; index < count; index += 1) {
      await sessions.nth(index).click();
      await expect(sessions.nth(index)).toHaveAttribute('aria-current', 'true');
      await expectFrench(page, `day ${day}, session ${index + 1}`);
    }
  }
});

test('accents and French quotation marks are kept as typed, on the page and in the folder', async ({ app, page }) => {
  const frame = framePage(page, t);
  const typed = 'Atelier d’action « Œuvre commune » : ça marche à Lomé, çà et là, naïveté, ÉÀÇ';
  await homePage(page, t).create({ title: 'Atelier', startDate: '20 avril 2026', objectives: ['Élaborer deux plans par équipe'] });
  const title = page.getByRole('main').getByLabel(t('workshop:basics.title'), { exact: true });
  await frame.saving(async () => {
    await title.fill('');
    await title.pressSequentially(typed);
    await title.blur();
  });
  // Typing takes longer than a second here, so parts of the title are saved on the way.
  const stored = () => onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop'];
  await expect.poll(() => stored()?.['title']).toBe(typed);
  expect(stored()).toMatchObject({
    startDate: '2026-04-20',
    objectives: ['Élaborer deux plans par équipe'],
    languages: ['fr'],
  });
  await expect(page.getByRole('banner')).toContainText('20–22 avril 2026');
});

test('the pack of a French-speaking team is French in every file', async ({ page }) => {
  const frame = framePage(page, t);
  const handOut = handOutPage(page);
  await homePage(page, t).openSample();
  await frame.goTo('handOut');
  await page.getByRole('button', { name: t('handOut:none') }).click();
  await handOut.row('Arzalie').getByRole('checkbox').check();
  await expect(handOut.row('Arzalie').getByRole('combobox')).toHaveValue('fr');
  await handOut.build.click();
  await expect(handOut.result).toBeVisible({ timeout: 60_000 });
  const { bytes } = await handOut.download(
    page.getByRole('button', { name: new RegExp(`^${t('handOut:result.team', { team: 'Arzalie' })}`) }),
  );
  const englishInPacks = textsOnlyIn('en', { only: ['pack'], withContent: true });
  const files = await unzip(bytes);
  let read = 0;
  for (const [name, file] of files) {
    const text = await documentText(name, file);
    if (text === null) continue;
    read += 1;
    expect(englishInPacks.foundIn(text), name).toEqual([]);
    expect(text.join(' '), name).toMatch(/\p{L}/u);
  }
  expect(read).toBeGreaterThan(10);
  const plan = [...files].find(([name]) => /10-plan-.*\.docx$/.test(name))?.[1] ?? new Uint8Array();
  const text = flat(await docxText(plan));
  expect(text).toContain(t('pack:plan.expectedOutput'));
  expect(text).toMatch(/\d{1,2} (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) 2026/);
});

/** The lines of a document; null for the kinds that machines read. */
async function documentText(name: string, bytes: Uint8Array): Promise<readonly string[] | null> {
  if (name.endsWith('.docx')) return (await docxText(bytes)).split('\n');
  if (name.endsWith('.pdf')) return (await readPdf(bytes)).pages.flatMap((page) => page.split('\n'));
  if (name.endsWith('.xlsx')) return (await xlsxText(bytes)).split('\n');
  return null;
}
