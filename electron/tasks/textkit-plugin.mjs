// @ts-check
// Corrects the line breaker of @react-pdf/textkit 7 while it is bundled. A letter that its font draws as base and dots (most Arabic letters)
// is two glyphs for one character; where a line or a run begins with such a letter the library takes the last of them and loses the base.

/** What stands in the library, and what it becomes: the first glyph of a character wherever a place begins. */
const corrections = /** @type {const} */ ([
  ['const startIndex = glyphIndexAt(start, run);', 'const startIndex = firstGlyphIndexAt(start, run);'],
  ['Math.max(0, glyphIndexAt(start - runStart, run))', 'Math.max(0, firstGlyphIndexAt(start - runStart, run))'],
  ['Math.max(0, glyphIndexAt(end - runStart, run))', 'Math.max(0, firstGlyphIndexAt(end - runStart, run))'],
]);

const firstGlyph = `
function firstGlyphIndexAt(index, run) {
    const { glyphIndices } = run;
    let first = glyphIndexAt(index, run);
    while (first > 0 && glyphIndices?.[first] !== undefined && glyphIndices[first - 1] === glyphIndices[first]) first -= 1;
    return first;
}
`;

/**
 * @param {string} code the source of textkit.js
 * @returns {string | null} the corrected module, or null when it is not the one that the corrections were written for
 */
export function correctTextkit(code) {
  if (corrections.some(([before]) => !code.includes(before))) return null;
  return corrections.reduce((result, [before, after]) => result.replace(before, after), code) + firstGlyph;
}

/**
 * The build plugin. A textkit that looks different stops the build: Arabic names would come out without their letters, and nobody would see it.
 * @returns {import('vite').Plugin}
 */
export function textkitPlugin() {
  return {
    name: 'hrh:textkit',
    transform: {
      filter: { id: /[\\/]@react-pdf[\\/]textkit[\\/]lib[\\/]textkit\.js$/ },
      handler(code) {
        const corrected = correctTextkit(code);
        if (corrected === null) this.error('@react-pdf/textkit has changed: see whether electron/tasks/textkit-plugin.mjs is still needed');
        return { code: corrected, map: null };
      },
    },
  };
}
