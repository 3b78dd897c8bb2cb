// The stand-in for Electron stays what it is meant to be: small, and plain about what it does not imitate.
import { expect, test } from 'vitest';
import { filesBelow } from './source-imports.ts';

const files = filesBelow('tests/support/electron-stand-in', ['.ts', '.mjs']);

test('it has at most 400 lines', () => {
  expect(files.length).toBeGreaterThan(1);
  expect(files.reduce((lines, { text }) => lines + text.trimEnd().split('\n').length, 0)).toBeLessThanOrEqual(400);
});

test('its header lists what it does not imitate', () => {
  const header = /^(?:\/\/.*\n)+/.exec(files.find(({ path }) => path.endsWith('/electron.mjs'))?.text ?? '')?.[0] ?? '';
  expect(header).toContain('What it does NOT imitate');
  expect(header.match(/^\/\/ {1,2}\d+\. /gm)?.length).toBeGreaterThanOrEqual(10);
});

test('no product file knows it', () => {
  const product = ['shared', 'electron', 'renderer'].flatMap((realm) => filesBelow(realm, ['.ts', '.tsx', '.mjs']));
  expect(product.length).toBeGreaterThan(100);
  expect(product.filter(({ text }) => text.includes('electron-stand-in')).map(({ path }) => path)).toEqual([]);
});
