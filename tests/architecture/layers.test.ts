import { expect, test } from 'vitest';
import { layerBreaches } from './layers.ts';
import { filesBelow, importsOf } from './source-imports.ts';

const sources = ['shared', 'electron', 'renderer'].map((realm) => ({
  realm,
  files: filesBelow(realm, ['.ts', '.tsx']),
}));

test.each(sources)('every import in $realm keeps to its layer', ({ files }) => {
  expect(files.flatMap(layerBreaches)).toEqual([]);
});

test.each(sources)('the guard has looked at files of $realm and at imports in them', ({ files }) => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(0);
});

test.each([
  ['shared/kernel/a.ts', `import type { Plan } from '../domain/plan/model.ts';`],
  ['shared/domain/plan/rules.ts', `import { apply } from '../../document/apply.ts';`],
  ['shared/document/a.ts', `export * from '../contract/contract.ts';`],
  ['shared/contract/a.ts', `export { pack } from '../pack/pack.ts';`],
  ['shared/pack/a.ts', `type T = import('../contract/contract.ts').Contract;`],
  ['shared/domain/a.ts', `import { readFile } from 'node:fs/promises';`],
  ['shared/domain/a.ts', `import { useState } from 'react';`],
  ['shared/domain/a.ts', `import { startHost } from '../../electron/host/host.ts';`],
  ['shared/domain/a.ts', `import words from '../../data/framework/fields.json';`],
  ['electron/store/a.ts', `import { app } from 'electron';`],
  ['electron/store/a.ts', `await import('electron/main');`],
  ['electron/host/a.ts', `import { openWindow } from '../desktop/window.ts';`],
  ['electron/store/a.ts', `import { serve } from '../browser/server.ts';`],
  ['electron/browser/a.ts', `import { openWindow } from '../desktop/window.ts';`],
  ['electron/host/a.ts', `import { theme } from '../../renderer/ui/theme.ts';`],
  ['renderer/app/a.tsx', `import { openStore } from '../../electron/store/store.ts';`],
  ['renderer/app/a.tsx', `import { join } from 'node:path';`],
  ['renderer/app/a.tsx', `import { ipcRenderer } from 'electron';`],
  ['renderer/ui/a.tsx', `import type { Plan } from '../../shared/domain/plan/model.ts';`],
  ['renderer/ui/a.tsx', `import { usePlan } from '../features/plan/use-plan.ts';`],
  ['shared/stray.ts', `export const a = 1;`],
])('the guard refuses %s with %s', (path, text) => {
  expect(layerBreaches({ path, text })).toHaveLength(1);
});

test.each([
  ['shared/document/a.ts', `import { ok } from '../kernel/result.ts'; import { z } from 'zod';`],
  ['shared/domain/a.ts', `// import 'electron'\nexport const text = "import fs from 'node:fs'";`],
  ['electron/desktop/a.ts', `import { app } from 'electron'; import { host } from '../host/host.ts';`],
  ['electron/main.ts', `import { join } from 'node:path'; import { openWindow } from './desktop/window.ts';`],
  [
    'renderer/features/plan/a.tsx',
    `import { Button } from '../../ui/button.tsx'; import type { Plan } from '../../../shared/domain/plan/model.ts';`,
  ],
])('the guard accepts %s with %s', (path, text) => {
  expect(layerBreaches({ path, text })).toEqual([]);
});
