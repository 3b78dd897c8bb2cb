// @ts-check
// `npm run dist`: packs the application for this system into release/. Arguments go to electron-builder: `npm run dist -- --dir`.

import { buildStaleTargets } from './bundle-targets.mjs';
import { runTool } from './run-command.mjs';

await buildStaleTargets({ force: true, say: console.log });
// Packing never uploads: publishing is a decision, not a side effect.
const args = ['--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)];
const { code } = await runTool('electron-builder/cli.js', args, { show: true });
process.exitCode = code;
