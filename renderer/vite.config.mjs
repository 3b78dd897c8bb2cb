// @ts-check
// The pages: the application and the projector, built as separate entries so that the projector loads only what it shows.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  // Relative addresses: the same files are served by app:// and by the browser shell.
  base: './',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    target: ['chrome120', 'firefox121', 'safari17'],
    // Fonts and pictures stay files: the pages' policy names no data: source for fonts.
    assetsInlineLimit: 0,
    // Every supported browser preloads modules itself.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: { index: 'index.html', projector: 'projector.html' } },
  },
});
