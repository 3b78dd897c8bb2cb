import { expect, test } from 'vitest';
import { parseSync } from 'vite';
import { filesBelow, type SourceFile } from './source-imports.ts';

const theme = 'renderer/ui/theme.ts';
const files = filesBelow('renderer', ['.ts', '.tsx', '.css', '.html']);

const colour = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\w-])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi;
// Lines of one to three pixels are drawing, not sizes.
const pixels = /(?<![\w.])(?:[4-9]|\d{2,}|\d*\.\d+)px\b/g;

/** Colours and pixel sizes that a file names in strings, style sheets or markup; comments do not count. */
function namedByHand({ path, text }: SourceFile): readonly string[] {
  const spoken = /\.tsx?$/.test(path)
    ? stringsIn(parseSync(path, text).program)
    : [text.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')];
  return spoken.flatMap((part) => [...part.matchAll(colour), ...part.matchAll(pixels)]).map((match) => `${path}: ${match[0]}`);
}

/** Every string literal, piece of a template and JSX text in a syntax tree. */
function stringsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: unknown; value?: unknown };
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [value];
  if (type === 'TemplateElement') return [(value as { raw: string }).raw];
  return Object.values(node).flatMap(stringsIn);
}

test('only the theme names colours and sizes', () => {
  expect(files.filter(({ path }) => path !== theme).flatMap(namedByHand)).toEqual([]);
});

test('the guard has looked at files, and knows the theme’s own colours when it sees them', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ path }) => path === theme).flatMap(namedByHand).length).toBeGreaterThan(0);
});

test.each([
  ['renderer/app/a.tsx', `export const style = { color: '#14694A' };`],
  ['renderer/app/a.tsx', `export const border = \`1px solid #fff\`;`],
  ['renderer/app/a.tsx', `export const shade = 'rgb(0 0 0 / .16)';`],
  ['renderer/app/a.tsx', `export const height = '36px';`],
  ['renderer/app/a.module.css', `.row { color: #4b5663; }`],
  ['renderer/app/a.module.css', `.row { height: 36px; }`],
  ['renderer/index.html', `<meta name="theme-color" content="#ffffff">`],
])('the guard refuses %s with %s', (path, text) => {
  expect(namedByHand({ path, text })).toHaveLength(1);
});

test.each([
  ['renderer/app/a.tsx', `// See electron #157 and rgb(1 2 3).\nexport const address = '#/plans';`],
  ['renderer/app/a.tsx', `export const reference = 'url(#arrow-head)';`],
  ['renderer/app/a.module.css', `/* was 36px, #fff */ .row { border: 1px solid var(--line); height: var(--row-height); }`],
])('the guard accepts %s with %s', (path, text) => {
  expect(namedByHand({ path, text })).toEqual([]);
});
