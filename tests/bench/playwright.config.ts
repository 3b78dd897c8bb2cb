// Benches of the pages, in one browser, one after the other.

import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../electron/tasks/find-browser.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.page-bench.ts',
  outputDir: '../../test-results',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    // A click that finds no place to land is a failure at once.
    actionTimeout: 20_000,
    launchOptions: { executablePath: findBrowser() },
  },
});
