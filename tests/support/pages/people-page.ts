// The tabs People and Teams as the end-to-end tests use them.
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../app.ts';

/** The path of a list that LibreOffice or openpyxl wrote. */
export function listPath(name: string): string {
  return fileURLToPath(new URL(`../../../data/fixtures/import/${name}`, import.meta.url));
}

/** Makes a workshop from the template and opens its tab People. */
export async function newWorkshop(page: Page, words = { title: 'Title', firstDay: 'First day', create: 'Create the workshop' }): Promise<void> {
  await page.evaluate(() => (location.hash = '#/new'));
  await page.getByLabel(words.title, { exact: true }).fill('HRH Action Workshop');
  await page.getByLabel(words.firstDay).fill('20/04/2026');
  await page.getByRole('button', { name: words.create }).click();
  await page.waitForURL(/\/prepare\/basics/);
  await openTab(page, 'people');
}

export async function openTab(page: Page, tab: 'people' | 'teams', query = ''): Promise<void> {
  await page.evaluate(([name, rest]) => (location.hash = location.hash.replace(/\/prepare\/.*/, `/prepare/${name}${rest}`)), [tab, query] as const);
  await page.waitForURL(new RegExp(`/prepare/${tab}`));
  await whenReady(page);
}

interface ListWords {
  readonly importList: string;
  readonly next: string;
  readonly importNow: string;
}

const english: ListWords = { importList: 'Import a list', next: 'Next', importNow: 'Import' };
export const french: ListWords = { importList: 'Importer une liste', next: 'Suivant', importNow: 'Importer' };

export class PeoplePage {
  readonly page: Page;
  readonly words: ListWords;

  constructor(page: Page, words: ListWords = english) {
    this.page = page;
    this.words = words;
  }

  get table(): Locator {
    return this.page.getByRole('table');
  }

  get rows(): Locator {
    return this.table.locator('tr[data-row]');
  }

  /** The row of a person, by the name that stands in it now. */
  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('button', { name: `All fields of ${name}`, exact: true }) });
  }

  get drawer(): Locator {
    return this.page.getByRole('dialog');
  }

  async openPerson(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `All fields of ${name}`, exact: true }).click();
    await expect(this.drawer).toBeVisible();
  }

  async closeDrawer(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.drawer).toBeHidden();
  }

  async addByLine(name: string): Promise<void> {
    const line = this.page.getByLabel('Name of a new person');
    await line.fill(name);
    await line.press('Enter');
    await expect(this.row(name)).toBeVisible();
  }

  /** Brings a file. The page then shows the first step that asks something, or why the file cannot be read. */
  async bringFile(name: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: this.words.importList }).click();
    await (await chooser).setFiles(listPath(name));
    await whenReady(this.page);
  }

  /** Takes every step with its guesses, to the check before the import. */
  async goToCheck(): Promise<void> {
    const next = this.page.getByRole('button', { name: this.words.next, exact: true });
    const check = this.page.getByRole('button', { name: this.words.importNow, exact: true });
    await expect(next.or(check)).toBeVisible();
    while (await next.isVisible()) await next.click();
    await expect(check).toBeVisible();
    await expect(this.rows.first()).toBeVisible();
  }

  async importNow(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.importNow, exact: true }).click();
    await expect(this.page.getByRole('button', { name: this.words.importList })).toBeVisible();
  }

  async importFile(name: string): Promise<void> {
    await this.bringFile(name);
    await this.goToCheck();
    await this.importNow();
  }
}

export class TeamsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  column(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  card(name: string): Locator {
    return this.page.locator('[data-person]').filter({ hasText: name });
  }

  /** Drags a card onto a column with the mouse. */
  async drag(name: string, column: string): Promise<void> {
    const card = this.card(name);
    await card.scrollIntoViewIfNeeded();
    await card.hover();
    await this.page.mouse.down();
    const from = await card.boundingBox();
    const to = await this.column(column).boundingBox();
    if (!from || !to) throw new Error(`${name} or ${column} is not on the screen`);
    await this.page.mouse.move(from.x + 20, from.y + 20);
    await this.page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 8 });
    await this.page.mouse.up();
  }

  async openTeam(name: string): Promise<void> {
    await this.column(name).getByRole('button', { name, exact: true }).click();
    await expect(this.page.getByRole('dialog')).toBeVisible();
  }
}
