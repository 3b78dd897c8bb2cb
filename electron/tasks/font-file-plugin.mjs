// @ts-check
// Makes `import path from 'package/font.ttf'` mean "the path of that font file on disk", in the bundles and in tests alike.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * In a build the font is copied beside the bundle (`fonts/<name>.ttf`) and the import is a path relative to the running file; elsewhere
 * (vitest) it is the path inside node_modules.
 * @returns {import('vite').Plugin}
 */
export function fontFilePlugin() {
  let isBuild = false;
  return {
    name: 'hrh:font-file',
    enforce: 'pre',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    load: {
      filter: { id: /\.ttf$/ },
      async handler(id) {
        if (!isBuild) return `export default ${JSON.stringify(id)};`;
        const fileName = `fonts/${basename(id)}`;
        this.emitFile({ type: 'asset', fileName, source: await readFile(id) });
        return [
          `import { fileURLToPath } from 'node:url';`,
          // Joined at run time: a literal `new URL('…', import.meta.url)` would be taken for an asset of the bundler's own.
          `export default fileURLToPath(new URL(['.', ${JSON.stringify(fileName)}].join('/'), import.meta.url));`,
        ].join('\n');
      },
    },
  };
}
