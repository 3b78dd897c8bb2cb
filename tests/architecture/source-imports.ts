// Reads which modules a source file imports, with a real parser: what stands in comments and strings is no import.

import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the checkout, its path written with slashes and starting at the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All files with one of the endings below a folder of the checkout, generated folders left out. */
export function filesBelow(folder: string, endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/**
 * What a TypeScript or JavaScript file imports: static, dynamic, re-exported and in types.
 * @returns packages as written; own files as paths that start at the root of the checkout, with `./` in front
 */
export function importsOf(file: SourceFile): readonly string[] {
  const { module, program } = parse(file);
  return resolved(file, [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ...dynamicImports(file, module),
    ...typeImports(program),
  ]);
}

/** The same, without what is imported for its types alone and is gone when the program runs. */
export function runtimeImportsOf(file: SourceFile): readonly string[] {
  const { module } = parse(file);
  const isTypeOnly = (entries: readonly { readonly isType: boolean }[]) => entries.length > 0 && entries.every(({ isType }) => isType);
  return resolved(file, [
    ...module.staticImports.filter(({ entries }) => !isTypeOnly(entries)).map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.filter(({ isType }) => !isType).map(({ moduleRequest }) => moduleRequest?.value),
    ),
    ...dynamicImports(file, module),
  ]);
}

type ParsedModule = ReturnType<typeof parseSync>['module'];

function parse({ path, text }: SourceFile) {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0]?.message}`);
  return parsed;
}

function resolved({ path }: SourceFile, specifiers: readonly (string | undefined)[]): readonly string[] {
  const present = specifiers.filter((specifier) => specifier !== undefined);
  return [...new Set(present)].map((specifier) =>
    specifier.startsWith('.') ? `./${posix.join(posix.dirname(path), specifier)}` : specifier,
  );
}

function dynamicImports({ text }: SourceFile, module: ParsedModule): readonly (string | undefined)[] {
  return module.dynamicImports.map(({ moduleRequest }) => literalText(text.slice(moduleRequest.start, moduleRequest.end)));
}

/** The text of a string literal; undefined for any other expression. */
function literalText(source: string): string | undefined {
  return /^(['"`])([^'"`$]*)\1$/.exec(source)?.[2];
}

/** Specifiers of types written as `import('…').Name`, which the parser's module record leaves out. */
function typeImports(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(typeImports);
  if (!('type' in node) || node.type !== 'TSImportType') return below;
  const source = (node as { source?: { value?: unknown } }).source?.value;
  return typeof source === 'string' ? [source, ...below] : below;
}
