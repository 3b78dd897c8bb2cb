// The agenda as tests speak about it: one day as a table, the sum under it, a session's details in the drawer.
import { expect, type Locator, type Page } from '@playwright/test';

export interface AgendaPage {
  readonly day: (number: number) => Locator;
  readonly rows: Locator;
  readonly sum: Locator;
  readonly drawer: Locator;
  readonly row: (title: string) => Locator;
  readonly minutes: (title: string) => Locator;
  readonly title: (title: string) => Locator;
  readonly handle: (title: string) => Locator;
  /** Titles of the shown day, from above. */
  readonly titles: () => Promise<readonly string[]>;
  /** Start of each session of the shown day, from above. */
  readonly starts: () => Promise<readonly string[]>;
  readonly add: (title: string) => Promise<void>;
  readonly openDetails: (title: string) => Promise<void>;
  readonly dragOnto: (title: string, target: Locator) => Promise<void>;
}

export function agendaPage(page: Page): AgendaPage {
  const rows = page.getByRole('region', { name: /^Sessions of/ }).locator('tbody tr[data-row]');
  const titleCells = rows.locator('[data-cell="title"]');
  const named = (words: string, title: string) => page.getByRole('textbox', { name: `${words} ${title}`, exact: true });
  const handle = (title: string) => page.getByRole('button', { name: `Move ${title}`, exact: true });
  const drawer = page.getByRole('dialog', { name: 'Session', exact: true });
  return {
    day: (number) => page.getByRole('navigation', { name: 'Days' }).getByRole('button', { name: new RegExp(`^Day ${number} `) }),
    rows,
    sum: page.getByTestId('day-sum'),
    drawer,
    row: (title) => rows.filter({ has: page.getByRole('button', { name: `Details of ${title}`, exact: true }) }),
    minutes: (title) => named('Minutes of', title),
    title: (title) => named('Title of', title),
    handle,
    titles: () => titleCells.evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value)),
    starts: () => rows.locator('td:nth-child(2)').allInnerTexts(),
    add: async (title) => {
      await page.getByRole('textbox', { name: 'Title of a new session' }).fill(title);
      await page.keyboard.press('Enter');
      await expect(named('Title of', title)).toBeVisible();
    },
    openDetails: async (title) => {
      await page.getByRole('button', { name: `Details of ${title}`, exact: true }).click();
      await expect(drawer).toBeVisible();
    },
    dragOnto: async (title, target) => {
      const from = await handle(title).boundingBox();
      const to = await target.boundingBox();
      if (!from || !to) throw new Error(`${title} cannot be dragged there`);
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + Math.min(40, to.width / 2), to.y + to.height / 2, { steps: 12 });
      await expect(page.locator('[data-dragging]')).toHaveCount(1);
      await page.mouse.up();
    },
  };
}
