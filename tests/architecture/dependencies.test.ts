import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root, runtimeImportsOf } from './source-imports.ts';

interface Manifest {
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest = readManifest('package.json');
const rows = dependencyRows(readFileSync(join(root, 'README.md'), 'utf8'));

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
}

/** The rows of the README's dependency table: package name to its other cells. */
function dependencyRows(readme: string): ReadonlyMap<string, readonly string[]> {
  const section = /^## Dependencies$([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(lines.map((line) => cellsOf(line)).map(([name = '', ...rest]) => [name.replaceAll('`', ''), rest]));
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/** The package that a bare import belongs to. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

test.each(Object.keys(manifest.dependencies))('%s has its row: what for, why not by hand, licence', (name) => {
  const [purpose, reason, licence] = rows.get(name) ?? [];
  expect(purpose, 'what for').toBeTruthy();
  expect(reason, 'why not by hand').toBeTruthy();
  expect(licence, 'licence').toBe(readManifest(`node_modules/${name}/package.json`).license);
});

test('the table names nothing that is not a dependency', () => {
  expect([...rows.keys()].filter((name) => !(name in manifest.dependencies))).toEqual([]);
});

test('every version is pinned exactly', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file names the tools of every system that develops or packs the application', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: object }>;
  };
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const systems = wanted.filter((name) => /\b(?:darwin-arm64|darwin-x64|linux-x64(?:-gnu)?|win32-x64(?:-msvc)?)$/.test(name));
  expect(systems.length).toBeGreaterThan(0);
  const present = Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ''));
  expect(systems.filter((name) => !present.includes(name))).toEqual([]);
});

test('electron is a development dependency: as an optional one it would be dropped in silence on Node 20', () => {
  expect(manifest.devDependencies).toHaveProperty('electron');
  expect(manifest.optionalDependencies).toBeUndefined();
});

test('all Mantine packages have one version', () => {
  const versions = Object.entries(manifest.dependencies).filter(([name]) => name.startsWith('@mantine/'));
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
});

test('an import for its types alone needs no dependency, a mixed one does', () => {
  const text = `import type { A } from 'a'; export type { B } from 'b'; import { type C, c } from 'c'; import 'd'; await import('e');`;
  expect(runtimeImportsOf({ path: 'shared/sample.ts', text })).toEqual(['c', 'd', 'e']);
});

test('the product imports only what is declared as a dependency', () => {
  const product = ['shared', 'electron', 'renderer'].flatMap((realm) => filesBelow(realm, ['.ts', '.tsx']));
  const bare = product.flatMap(runtimeImportsOf).filter((target) => !target.startsWith('node:') && !target.startsWith('./'));
  expect(bare.length).toBeGreaterThan(0);
  const undeclared = bare.map(packageOf).filter((name) => name !== 'electron' && !(name in manifest.dependencies));
  expect([...new Set(undeclared)]).toEqual([]);
});
