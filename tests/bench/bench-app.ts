// The built application with a workshop of a bench in its library, and a page at one of its routes.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { sampleAddresses, type RouteName } from '../../renderer/app/routes.ts';
import { startApp, whenReady, type RunningApp } from '../support/app.ts';
import { benchFolder, removeFolder, storeWorkshop } from './bench-library.ts';
import { benchNow } from './large-workshop.ts';

export const benchWorkshopId = 'workshop';

export interface BenchApp extends RunningApp {
  readonly dispose: () => Promise<void>;
}

/** Starts the shell on a library with one workshop. The caller ends it with `dispose`. */
export async function startBenchApp(changes: readonly DocumentChange[]): Promise<BenchApp> {
  const folder = benchFolder();
  const libraryFolder = join(folder, 'library');
  await storeWorkshop(libraryFolder, benchWorkshopId, changes);
  const app = await startApp({ systemLanguage: 'en', now: benchNow, libraryFolder });
  return {
    ...app,
    dispose: async () => {
      await app.dispose();
      removeFolder(folder);
    },
  };
}

/** The route of the workshop as the fragment of an address. */
export function fragmentOf(route: RouteName, planId = ''): string {
  const found = sampleAddresses({ workshop: benchWorkshopId, plan: planId }).find(({ name }) => name === route);
  return `#${found?.address ?? ''}`;
}

/** Opens a page of the facilitator at a route, ready. @returns the origin */
export async function openRoute(app: RunningApp, page: Page, fragment: string): Promise<string> {
  await page.goto(await app.newAddress());
  await whenReady(page);
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/${fragment}`);
  await page.locator('main').waitFor();
  await whenReady(page);
  return origin;
}
