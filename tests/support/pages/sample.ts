// The sample workshop, opened from Home as a first user does.
import type { Page } from '@playwright/test';
import { whenReady } from '../app.ts';

const words = { en: 'Try the sample', fr: 'Essayer l’exemple' } as const;

/** @returns the id of the workshop, for addresses */
export async function openSample(page: Page, language: keyof typeof words = 'en'): Promise<string> {
  await page.getByRole('button', { name: words[language] }).click();
  await page.waitForURL(/#\/w\/[^/]+/);
  await whenReady(page);
  const id = /#\/w\/([^/]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`No workshop in ${page.url()}`);
  // It opens in Run, since its second day is today; tests begin at its basics.
  await goTo(page, id, 'prepare/basics');
  return id;
}

/** Goes to a screen of the workshop by its address: `plans`, `hand-out`. */
export async function goTo(page: Page, workshopId: string, screen: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/w/${workshopId}/${screen}`);
  await whenReady(page);
}
