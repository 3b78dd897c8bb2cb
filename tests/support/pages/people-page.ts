// The tabs People and Teams: the table, the way of a list into it, the boards.
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../app.ts';
import type { TestWords } from '../words.ts';

/** The path of a list that LibreOffice or openpyxl wrote. */
export function listPath(name: string): string {
  return fileURLToPath(new URL(`../../../data/fixtures/import/${name}`, import.meta.url));
}

export interface PeoplePage {
  /** Rows of the table of people, or of the list that is about to be imported. */
  readonly rows: Locator;
  /** The row of a person, by the name that is stored now. */
  readonly row: (name: string) => Locator;
  /** A cell of a person: `cell('Ana Kibet', 'team')`. */
  readonly cell: (name: string, field: string) => Locator;
  readonly drawer: Locator;
  readonly openPerson: (name: string) => Promise<void>;
  readonly closeDrawer: () => Promise<void>;
  /** Types a name into the last line of the table. */
  readonly add: (name: string) => Promise<void>;
  /** One of the groups over the table, or of the filters over a preview: `group('namesakes', 2)`. */
  readonly group: (name: string, count: number) => Locator;
  /** Brings a file. The page then shows the first step that asks something, or why the file cannot be read. */
  readonly bringFile: (name: string) => Promise<void>;
  readonly pasteCells: (text: string) => Promise<void>;
  /** Takes every step with its guesses, to the check before the import. */
  readonly goToCheck: () => Promise<void>;
  readonly importNow: () => Promise<void>;
  /** All of it with the guesses. */
  readonly importFile: (name: string) => Promise<void>;
}

export function peoplePage(page: Page, t: TestWords): PeoplePage {
  const main = page.getByRole('main');
  const drawer = page.getByRole('dialog');
  const rows = main.getByRole('table').locator('tr[data-row]');
  const button = (key: string) => main.getByRole('button', { name: t(key), exact: true });
  const opener = (name: string) => main.getByRole('button', { name: t('people:openPerson', { name }), exact: true });
  // Looked for inside of a row, so not from the main part on.
  const row = (name: string) => rows.filter({ has: page.getByRole('button', { name: t('people:openPerson', { name }), exact: true }) });
  const importList = button('people:importList');
  const next = button('people:import.next');
  const check = button('people:import.do');

  async function bringFile(name: string): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await importList.click();
    await (await chooser).setFiles(listPath(name));
    await expect(button('people:import.leave').or(button('people:import.again'))).toBeVisible();
  }
  async function goToCheck(): Promise<void> {
    await expect(next.or(check)).toBeVisible();
    while (await next.isVisible()) await next.click();
    await expect(check).toBeVisible();
    await expect(rows.first()).toBeVisible();
  }
  async function importNow(): Promise<void> {
    await check.click();
    await expect(importList).toBeVisible();
  }
  return {
    rows,
    row,
    cell: (name, field) => row(name).getByLabel(t('people:cell', { column: t(`people:field.${field}`), name }), { exact: true }),
    drawer,
    openPerson: async (name) => {
      await opener(name).click();
      await expect(drawer).toBeVisible();
    },
    closeDrawer: async () => {
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
    },
    add: async (name) => {
      const line = main.getByLabel(t('people:addLabel'));
      if (!(await line.isVisible())) await button('people:add').click();
      await line.fill(name);
      await line.press('Enter');
      await expect(line).toHaveValue('');
      await expect(row(name).first()).toBeVisible();
    },
    group: (name, count) => main.getByRole('button', { name: `${name} ${count}`, exact: true }),
    bringFile,
    pasteCells: async (text) => {
      await button('people:pasteList').click();
      await drawer.getByLabel(t('people:import.pasteLabel')).fill(text);
      await drawer.getByRole('button', { name: t('people:import.pasteRead') }).click();
      await whenReady(page);
    },
    goToCheck,
    importNow,
    importFile: async (name) => {
      await bringFile(name);
      await goToCheck();
      await importNow();
    },
  };
}

export interface TeamsPage {
  readonly column: (name: string) => Locator;
  readonly card: (name: string) => Locator;
  /** A person inside a column. */
  readonly member: (column: string, name: string) => Locator;
  /** Drags a card onto a column with the mouse. */
  readonly drag: (name: string, column: string) => Promise<void>;
  /** Moves a person by `M` and a choice from the list. */
  readonly moveByKey: (name: string, target: string) => Promise<void>;
  readonly drawer: Locator;
  /** Opens the fields of a team or a topic group. */
  readonly open: (column: string) => Promise<void>;
  /** Adds a team by its name. */
  readonly add: (name: string) => Promise<void>;
}

export function teamsPage(page: Page, t: TestWords): TeamsPage {
  const main = page.getByRole('main');
  const drawer = page.getByRole('dialog');
  const column = (name: string) => main.getByRole('region', { name, exact: true }).and(main.locator('[data-column]'));
  const card = (name: string) => main.locator('[data-person]').filter({ hasText: name });
  return {
    column,
    card,
    member: (of, name) => column(of).locator('[data-person]').filter({ hasText: name }),
    drag: async (name, target) => {
      await card(name).hover();
      const from = await card(name).boundingBox();
      await page.mouse.down();
      const to = await column(target).boundingBox();
      if (!from || !to) throw new Error(`${name} or ${target} is not on the screen`);
      // A press becomes a drag after a few pixels only.
      await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2 + 10);
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
      await page.mouse.up();
    },
    moveByKey: async (name, target) => {
      await card(name).focus();
      await page.keyboard.press('m');
      await page
        .getByRole('dialog', { name: t('people:move.one', { name }) })
        .getByRole('button')
        .filter({ hasText: target })
        .click();
    },
    drawer,
    open: async (name) => {
      await column(name).getByRole('button', { name, exact: true }).first().click();
      await expect(drawer).toBeVisible();
    },
    add: async (name) => {
      await main.getByLabel(t('people:team.newName')).fill(name);
      await main.getByLabel(t('people:team.newName')).press('Enter');
      await expect(column(name)).toBeVisible();
    },
  };
}
