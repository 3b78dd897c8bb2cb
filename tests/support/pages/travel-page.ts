// Workshops that travel as a file: out of Home or Hand out, in through "Open file…", and the page on which one decides.
import { expect, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../app.ts';
import type { TestWords } from '../words.ts';
import { handOutPage } from './hand-out-page.ts';

export interface TravelFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface TravelPage {
  /** Saves the open workshop from Hand out. */
  readonly takeAlong: (kind: 'whole' | 'without-people') => Promise<TravelFile>;
  readonly takeTeam: (team: string) => Promise<TravelFile>;
  /** Gives a file to Home's "Open file…". */
  readonly open: (file: TravelFile) => Promise<void>;
  /** Opens a file that the library does not know, and adds it. @returns the workshop's id */
  readonly add: (file: TravelFile) => Promise<string>;
  /** Drops a file onto the window. */
  readonly drop: (file: TravelFile) => Promise<void>;
  readonly conflicts: Locator;
  readonly taken: Locator;
  readonly older: Locator;
  /** Everything that the page says about the merge, folded parts opened. */
  readonly unfold: () => Promise<void>;
  /** The button that carries it out, whatever it counts. */
  readonly bringIn: Locator;
}

export function travelPage(page: Page, t: TestWords): TravelPage {
  const main = page.getByRole('main');
  const region = (key: string) => main.getByRole('region', { name: t(key), exact: true });
  const save = (kind: string) =>
    region('takeAlong:title').getByRole('button', { name: t('takeAlong:saveOf', { what: t(`takeAlong:${kind}.title`) }), exact: true });

  async function open({ fileName, bytes }: TravelFile): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await main.getByRole('button', { name: t('bringIn:open'), exact: true }).click();
    await (await chooser).setFiles({ name: fileName, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    // What was read has a page of its own; what cannot be read is said where one is. A thread of its own reads: on a busy machine that takes its time.
    await expect(
      main
        .getByRole('alert')
        .or(main.getByRole('heading', { level: 1, name: /“.*”|«.*»/ }))
        .first(),
    ).toBeVisible({ timeout: 60_000 });
    await whenReady(page);
  }
  return {
    takeAlong: (kind) => handOutPage(page).download(save(kind)),
    takeTeam: async (team) => {
      await region('takeAlong:title').getByLabel(t('takeAlong:team.which'), { exact: true }).selectOption({ label: team });
      return handOutPage(page).download(save('team'));
    },
    open,
    add: async (file) => {
      await open(file);
      await main.getByRole('button', { name: t('bringIn:add'), exact: true }).click();
      await page.waitForURL(/\/w\/[^/]+\//);
      await whenReady(page);
      return /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
    },
    drop: async ({ fileName, bytes }) => {
      const data = await page.evaluateHandle(
        ([name, content]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(content)], name));
          return transfer;
        },
        [fileName, [...bytes]] as const,
      );
      await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
      await expect(page.getByText(t('bringIn:drop'))).toBeVisible();
      await page.dispatchEvent('main', 'drop', { dataTransfer: data });
      await expect(page.getByText(t('bringIn:drop'))).toHaveCount(0);
    },
    conflicts: region('bringIn:conflicts.title'),
    taken: region('bringIn:theirs.title'),
    older: region('bringIn:mine.title'),
    unfold: async () => {
      for (const fold of await main.locator('details:not([open]) > summary').all()) await fold.click();
    },
    bringIn: main.getByRole('button', {
      name: new RegExp(`^(${t('bringIn:actNothing')}|${t('bringIn:act', { count: 1 }).split(' 1')[0]} \\d+ )`),
    }),
  };
}
