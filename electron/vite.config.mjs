// @ts-check
// The host's bundles: one for each process or thread that runs without a page. Everything but Electron itself is bundled, so that a
// packed application carries no node_modules.

import { fontFilePlugin } from './tasks/font-file-plugin.mjs';
import { fromRoot } from './tasks/paths.mjs';
import { pdfkitPlugin } from './tasks/pdfkit-plugin.mjs';
import { textkitPlugin } from './tasks/textkit-plugin.mjs';

/**
 * @typedef {object} HostBundle
 * @property {string} entry source file, from the root of the checkout
 * @property {string} output bundled file, from the root of the checkout
 * @property {'es' | 'cjs'} format CommonJS only for the preload script: a sandboxed preload must be one CommonJS file
 */

/** @type {readonly HostBundle[]} */
export const hostBundles = [
  { entry: 'electron/main.ts', output: 'dist/main/main.js', format: 'es' },
  { entry: 'electron/preload.ts', output: 'dist/main/preload.cjs', format: 'cjs' },
  { entry: 'electron/browser/main.ts', output: 'dist/browser/main.js', format: 'es' },
  { entry: 'electron/documents/worker.ts', output: 'dist/worker/documents.js', format: 'es' },
];

/**
 * The vite configuration that builds one host bundle into one file.
 * @param {HostBundle} bundle
 * @param {string} [root] the checkout to build, this one when left out
 * @returns {import('vite').InlineConfig}
 */
export function hostBundleConfig(bundle, root = fromRoot()) {
  const slash = bundle.output.lastIndexOf('/');
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [pdfkitPlugin(), textkitPlugin(), fontFilePlugin()],
    ssr: { noExternal: true, external: ['electron'] },
    // As the line below: whatever NODE_ENV the build itself runs under, such as a test's.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      ssr: true,
      ssrEmitAssets: true,
      target: 'node20',
      outDir: bundle.output.slice(0, slash),
      license: { fileName: bundle.output.slice(slash + 1).replace(/\.c?js$/, '-licenses.md') },
      emptyOutDir: false,
      copyPublicDir: false,
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: bundle.entry,
        output: { format: bundle.format, entryFileNames: bundle.output.slice(slash + 1), codeSplitting: false },
      },
    },
  };
}
