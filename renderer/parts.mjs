// @ts-check
// In which files the pages' code is delivered. Every file that a page asks for costs a slow machine milliseconds, whatever its size: what is
// always needed together comes together.

import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';

/** @param {string} file below this folder, as the bundler names it */
const here = (file) => normalizePath(fileURLToPath(new URL(file, import.meta.url)));

/**
 * What each of the roots imports is one file; what several import stands in the file of the first. What only one page has stays with its own
 * first steps, or the other page would take them too.
 * @type {readonly { readonly name: string, readonly root: string, readonly isOfOnePage: (id: string) => boolean }[]}
 */
const parts = [
  // Runs first and asks the host: small, and without React.
  { name: 'start', root: here('app/main.tsx'), isOfOnePage: (id) => id === here('app/main.tsx') || id.endsWith('.css') },
  { name: 'both-pages', root: here('projector/main.tsx'), isOfOnePage: (id) => id.startsWith(here('projector/')) },
  { name: 'application', root: here('app/application.tsx'), isOfOnePage: () => false },
];

/** What so many screens share is fetched with the first of them. */
const kit = { name: 'kit', minShareCount: 3 };

/**
 * Chromium compiles every function of these files while they arrive, beside the page's own thread, and not one by one when they are first called.
 * Other browsers see a comment.
 */
const eager = '//# allFunctionsCalledOnLoad\n';

/** @typedef {import('rolldown').CodeSplittingGroup} Group */

/** @returns {{ readonly groups: Group[] }} */
export function codeParts() {
  return { groups: [...parts.map(partOf), kit] };
}

/**
 * @param {(typeof parts)[number]} part
 * @param {number} index
 * @returns {Group}
 */
function partOf({ name, root, isOfOnePage }, index) {
  /** @type {ReadonlySet<string> | undefined} */
  let members;
  return {
    debugName: name,
    priority: parts.length - index,
    name: (id, chunking) => {
      if (!chunking.getModuleInfo(root)) throw new Error(`${root} is no part of the pages`);
      members ??= importedFrom(root, (each) => chunking.getModuleInfo(each)?.importedIds ?? []);
      return members.has(id) && !isOfOnePage(id) ? name : null;
    },
  };
}

/**
 * @param {string} root
 * @param {(id: string) => readonly string[]} importsOf
 * @returns {ReadonlySet<string>} the module and all that it imports statically. Mantine's index would lead to all of Mantine, of which the pages
 *   use a small part: that part goes to whoever uses it.
 */
function importedFrom(root, importsOf) {
  const found = new Set([root]);
  for (const id of found) if (!isOfMantine(id)) for (const imported of importsOf(id)) found.add(imported);
  return found;
}

/** @param {string} id */
function isOfMantine(id) {
  return /[\\/]node_modules[\\/]@mantine[\\/]/.test(id);
}

/**
 * Marks the parts that are always needed, and has the application's page name them in its head, so that they come with the first files.
 * @returns {import('vite').Plugin}
 */
export function firstParts() {
  const names = ['rolldown-runtime', ...parts.map(({ name }) => name), kit.name];
  return {
    name: 'first-parts',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk' && names.includes(output.name)) output.code = eager + output.code;
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path, bundle = {} }) => {
        if (path !== '/index.html') return [];
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk' && names.includes(output.name));
        const wanted = chunks.flatMap((chunk) => [
          { rel: 'modulepreload', file: chunk.fileName },
          ...[...('viteMetadata' in chunk ? (chunk.viteMetadata?.importedCss ?? []) : [])].map((file) => ({ rel: 'stylesheet', file })),
        ]);
        return wanted
          .filter(({ file }) => !html.includes(file))
          .map(({ rel, file }) => ({ tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: 'head' }));
      },
    },
  };
}
