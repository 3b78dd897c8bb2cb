// @ts-check
// Lets pdfkit be bundled. At run time it looks for two things beside its own files, where no bundler can follow it: the metrics of the
// standard fonts (a `require`) and the colour profile that PDF/A asks for (a file path).

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const lazyFont = /\(\) => require\$1\('#standard-fonts\/(\w+)'\)/g;
const colourProfile = 'data/sRGB_IEC61966_2_1.icc';

/**
 * Turns pdfkit's `require$1('#standard-fonts/…')` into ordinary imports of `pdfkit/standard-fonts/…`.
 * @param {string} code the source of pdfkit.node.mjs
 * @returns {string} the same module with static imports; unchanged when it holds no such require
 */
export function inlineStandardFonts(code) {
  /** @type {string[]} */
  const imports = [];
  const body = code.replace(lazyFont, (_whole, /** @type {string} */ font) => {
    imports.push(`import standardFont${font} from 'pdfkit/standard-fonts/${font}';`);
    return `() => standardFont${font}`;
  });
  return imports.length === 0 ? code : `${imports.join('\n')}\n${body}`;
}

/**
 * The build plugin: imports for the fonts, a copy beside the bundle for the profile. A pdfkit that looks different stops the build, since
 * its bundle would crash only when the first PDF is drawn.
 * @returns {import('vite').Plugin}
 */
export function pdfkitPlugin() {
  return {
    name: 'hrh:pdfkit',
    transform: {
      filter: { id: /[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/ },
      async handler(code, id) {
        const rewritten = inlineStandardFonts(code);
        if (rewritten === code || rewritten.includes("'#standard-fonts/") || !code.includes(`'./${colourProfile}', import.meta.url`)) {
          this.error('pdfkit looks for its fonts or colour profile in a new way: update electron/tasks/pdfkit-plugin.mjs');
        }
        this.emitFile({ type: 'asset', fileName: colourProfile, source: await readFile(join(dirname(id), colourProfile)) });
        return { code: rewritten, map: null };
      },
    },
  };
}
