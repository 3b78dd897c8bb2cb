import { expect, test } from 'vitest';
import { filesBelow, runtimeImportsOf, type SourceFile } from './source-imports.ts';

const product = ['shared', 'renderer'].flatMap((realm) => filesBelow(realm, ['.ts', '.tsx']));

/** The files that pages run and that build schemas, each with the file that brings it. */
function schemaFilesOfPages(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [`./${file.path}`, file]));
  const broughtBy = new Map(files.filter(({ path }) => path.startsWith('renderer/')).map(({ path }) => [`./${path}`, '']));
  const found: string[] = [];
  for (const [path, by] of broughtBy) {
    const file = byPath.get(path);
    const targets = file ? runtimeImportsOf(file) : [];
    if (targets.some((target) => target === 'zod' || target.startsWith('zod/'))) found.push(by === '' ? path : `${path} by ${by}`);
    for (const target of targets) if (byPath.has(target) && !broughtBy.has(target)) broughtBy.set(target, path);
  }
  return found;
}

test('pages trust their host: they load no schema', () => {
  expect(product.some(({ path }) => path === 'renderer/app/main.tsx')).toBe(true);
  expect(schemaFilesOfPages(product)).toEqual([]);
});

test('a schema that a page would load is found, also behind another file', () => {
  const sample = [
    { path: 'renderer/app/a.ts', text: `import { limit } from '../../shared/domain/rules.ts'; console.log(limit);` },
    { path: 'shared/domain/rules.ts', text: `import { schema } from './model.ts'; export const limit = schema.limit;` },
    { path: 'shared/domain/model.ts', text: `import { z } from 'zod'; export const schema = z.object({});` },
    { path: 'shared/domain/unused.ts', text: `import { z } from 'zod'; export const other = z.object({});` },
  ];
  expect(schemaFilesOfPages(sample)).toEqual(['./shared/domain/model.ts by ./shared/domain/rules.ts']);
});
