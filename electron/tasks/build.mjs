// @ts-check
// `npm run build`: every bundle, from scratch.

import { buildStaleTargets } from './bundle-targets.mjs';

await buildStaleTargets({ force: true, say: console.log });
