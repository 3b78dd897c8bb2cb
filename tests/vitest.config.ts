// The levels that need no browser, one project each. `npm test` runs them by name and in order.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { fontFilePlugin } from '../electron/tasks/font-file-plugin.mjs';
import { patience } from './support/effort.ts';

// Dates in tests mean the same everywhere.
process.env.TZ = 'UTC';

const levels = ['architecture', 'unit', 'property', 'durability'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [fontFilePlugin()],
  test: {
    projects: levels.map((name) => ({
      extends: true,
      // Files of one process share what they import: no file leaves anything behind, and none has to load it anew.
      test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], isolate: false },
    })),
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: patience(60_000),
    restoreMocks: true,
  },
});
