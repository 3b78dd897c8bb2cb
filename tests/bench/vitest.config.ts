// Benches of the host: alone and one after the other, so that nothing else is measured with them.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { fontFilePlugin } from '../../electron/tasks/font-file-plugin.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [fontFilePlugin()],
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 300_000,
  },
});
