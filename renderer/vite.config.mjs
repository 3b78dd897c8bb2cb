// @ts-check
// The pages: the application and the projector, built as separate entries so that the projector loads only what it shows.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { codeParts, firstParts } from './parts.mjs';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), firstParts()],
  logLevel: 'warn',
  json: { stringify: true },
  // Relative addresses: the same files are served by app:// and by the browser shell.
  base: './',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    target: ['chrome120', 'firefox121', 'safari17'],
    // Fonts and pictures stay files: the pages' policy names no data: source for fonts.
    assetsInlineLimit: 0,
    // Every supported browser preloads modules itself. What a script asks for later is loaded by its own imports; only its styles are named.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === 'html' ? dependencies : dependencies.filter((file) => file.endsWith('.css')),
    },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', projector: 'projector.html' },
      output: { codeSplitting: codeParts() },
    },
  },
});
