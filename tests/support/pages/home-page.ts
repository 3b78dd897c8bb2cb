// Home: the first run, the list of workshops, the form for a new one.
import { expect, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../app.ts';
import type { TestWords } from '../words.ts';

export interface WorkshopForm {
  readonly title: string;
  readonly place: string;
  readonly country: string;
  /** As one types it. */
  readonly startDate: string;
  readonly timezone: string;
  readonly hosts: readonly string[];
  readonly partners: readonly string[];
  readonly funders: readonly string[];
  readonly facilitator: string;
  readonly objectives: readonly string[];
}

export interface HomePage {
  readonly newWorkshop: Locator;
  readonly trySample: Locator;
  readonly language: Locator;
  /** Makes the sample and waits for its first screen. @returns the workshop's id */
  readonly openSample: () => Promise<string>;
  /** Fills in the form, creates the workshop and waits for its first screen. @returns the workshop's id */
  readonly create: (form: Partial<WorkshopForm> & Pick<WorkshopForm, 'title' | 'startDate'>) => Promise<string>;
  /** The row of a workshop in the list, or its panel while it runs today. */
  readonly row: (title: string) => Locator;
  /** Opens the menu of a workshop and chooses from it. */
  readonly choose: (title: string, action: 'duplicate' | 'archive' | 'unarchive') => Promise<void>;
}

export function homePage(page: Page, t: TestWords): HomePage {
  const main = page.getByRole('main');
  const newWorkshop = main.getByRole('button', { name: t('home:new') });
  const trySample = main.getByRole('button', { name: t('home:trySample') });
  const field = (key: string) => main.getByLabel(t(key), { exact: true });
  const lines = (texts: readonly string[] | undefined) => (texts ?? []).join('\n');

  async function whenOpen(): Promise<string> {
    await page.waitForURL(/\/w\/[^/]+\//);
    await whenReady(page);
    return /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
  }
  return {
    newWorkshop,
    trySample,
    language: main.getByLabel(t('home:language'), { exact: true }),
    openSample: async () => {
      await trySample.click();
      return whenOpen();
    },
    create: async (form) => {
      await newWorkshop.click();
      await whenReady(page);
      await field('workshop:basics.title').fill(form.title);
      await field('workshop:basics.place').fill(form.place ?? '');
      await field('workshop:basics.country').fill(form.country ?? '');
      await field('workshop:new.start').fill(form.startDate);
      if (form.timezone !== undefined) {
        await field('workshop:basics.timezone').fill(form.timezone);
        await page.getByRole('option', { name: form.timezone }).click();
      }
      if (form.facilitator !== undefined) await field('workshop:basics.organiserName').fill(form.facilitator);
      await field('workshop:basics.hosts').fill(lines(form.hosts));
      await field('workshop:basics.partners').fill(lines(form.partners));
      await field('workshop:basics.funders').fill(lines(form.funders));
      await field('workshop:basics.objectives').fill(lines(form.objectives));
      await main.getByRole('button', { name: t('workshop:new.create') }).click();
      return whenOpen();
    },
    row: (title) =>
      main
        .getByRole('row')
        .filter({ hasText: title })
        .or(main.getByRole('region', { name: title, exact: true })),
    choose: async (title, action) => {
      await main.getByRole('button', { name: t('home:menu', { title }), exact: true }).click();
      await page.getByRole('menuitem', { name: t(`home:${action}`) }).click();
      await expect(page.getByRole('menuitem')).toHaveCount(0);
    },
  };
}
