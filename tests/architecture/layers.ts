// The layers of the product and what each may know. The linter says the same while one types; this table is the whole truth.

import { importsOf, type SourceFile } from './source-imports.ts';

interface Layer {
  /** Path from the root of the checkout; the longest match decides. */
  readonly at: string;
  /** Layers it may import besides itself. */
  readonly knows: readonly string[];
  /** Packages it may import; a trailing * stands for anything, * alone for any package from the registry. */
  readonly packages: readonly string[];
}

const allShared = ['shared/kernel', 'shared/domain', 'shared/document', 'shared/contract', 'shared/pack', 'shared/messages'];
const purePackages = ['zod', 'fractional-indexing', 'i18next'];
const notElectron = ['node:*', '*'];
const withElectron = ['electron', ...notElectron];
const pagePackages = ['*'];

const layers: readonly Layer[] = [
  { at: 'shared/kernel', knows: [], packages: [...purePackages, 'temporal-polyfill/fns/*'] },
  { at: 'shared/domain', knows: ['shared/kernel'], packages: purePackages },
  { at: 'shared/document', knows: ['shared/kernel', 'shared/domain'], packages: purePackages },
  { at: 'shared/contract', knows: ['shared/kernel', 'shared/domain', 'shared/document'], packages: purePackages },
  { at: 'shared/pack', knows: ['shared/kernel', 'shared/domain', 'shared/document', 'shared/messages'], packages: purePackages },
  { at: 'shared/messages', knows: ['shared/kernel'], packages: purePackages },
  { at: 'electron', knows: allShared, packages: notElectron },
  { at: 'electron/browser', knows: [...allShared, 'electron'], packages: notElectron },
  { at: 'electron/desktop', knows: [...allShared, 'electron'], packages: withElectron },
  { at: 'electron/main.ts', knows: [...allShared, 'electron', 'electron/desktop'], packages: withElectron },
  { at: 'electron/preload.ts', knows: [...allShared, 'electron/desktop'], packages: withElectron },
  { at: 'renderer/ui', knows: ['shared/kernel', 'shared/messages'], packages: pagePackages },
  { at: 'renderer', knows: [...allShared, 'renderer/ui'], packages: pagePackages },
];

/**
 * What a file imports against the rules.
 * @returns one line per import that is not allowed, in the form `file → import`; a file in no layer is a breach itself
 */
export function layerBreaches(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path);
  if (layer === undefined) return [`${file.path} lies in no layer`];
  return importsOf(file)
    .filter((target) => !mayImport(layer, target))
    .map((target) => `${file.path} → ${target}`);
}

function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ at }) => path === at || path.startsWith(`${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)
    .at(0);
}

function mayImport(layer: Layer, target: string): boolean {
  if (!target.startsWith('./')) return layer.packages.some((allowed) => matches(target, allowed));
  // A file that lies in no layer (data, tests, tasks, outside the checkout) is nobody's to import.
  const place = layerOf(target.slice(2));
  return place !== undefined && (place === layer || layer.knows.includes(place.at));
}

function matches(specifier: string, allowed: string): boolean {
  if (allowed === '*') return !specifier.startsWith('node:') && specifier !== 'electron' && !specifier.startsWith('electron/');
  if (allowed.endsWith('*')) return specifier.startsWith(allowed.slice(0, -1));
  return specifier === allowed || specifier.startsWith(`${allowed}/`);
}
