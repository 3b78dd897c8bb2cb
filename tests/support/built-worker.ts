// The worker thread as it is shipped: bundled, with its fonts beside it. Built into a folder of the test, whatever stands in dist/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { hostBundleConfig, hostBundles } from '../../electron/vite.config.mjs';

export interface BuiltWorker {
  readonly path: string;
  readonly remove: () => void;
}

export async function builtWorker(): Promise<BuiltWorker> {
  const bundle = hostBundles.find(({ output }) => output === 'dist/worker/documents.js');
  if (!bundle) throw new Error('No bundle is called dist/worker/documents.js.');
  const folder = mkdtempSync(join(tmpdir(), 'hrh-worker-'));
  const config = hostBundleConfig(bundle);
  await build({ ...config, build: { ...config.build, outDir: folder, sourcemap: false } });
  return { path: join(folder, basename(bundle.output)), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
