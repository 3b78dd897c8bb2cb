// The levels that need a browser: whole journeys and accessibility, in Chromium against the built browser shell.

import { defineConfig } from '@playwright/test';
import { findBrowser } from '../electron/tasks/find-browser.mjs';

export default defineConfig({
  outputDir: '../test-results',
  projects: [
    { name: 'e2e', testDir: './e2e' },
    { name: 'a11y', testDir: './a11y' },
    { name: 'desktop', testDir: './desktop' },
  ],
  fullyParallel: false,
  // Journeys wait for the host, the disk and timers as much as they compute: one more than the cores of a small machine.
  workers: 3,
  forbidOnly: true,
  // A machine that is busy with something else may hold a journey up once; one that fails twice has failed. The report names it.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // An element that is not there is a failure within seconds, not at the end of the test's time.
    actionTimeout: 20_000,
    // A trace costs every journey a sixth of its time: written when a journey is tried again, or with `--trace on`.
    trace: 'on-first-retry',
    // Pages are drawn by the processor anyway where tests run; imitating a graphics card for that takes a third more of it.
    launchOptions: { executablePath: findBrowser(), args: ['--disable-gpu', '--disable-gpu-compositing'] },
  },
});
