// @ts-check
// `node electron/tasks/check-start.mjs` starts the application that `npm run dist -- --dir` packed and waits for its window.

import { findPackedApplication } from './packed-application.mjs';
import { fromRoot } from './paths.mjs';
import { programOf, smokeStart } from './smoke-start.mjs';

const application = findPackedApplication(fromRoot('release'));
const outcome = application === undefined ? 'nothing packed' : await smokeStart(programOf(application), { withinMs: 60_000 });
console.log(
  `${application ?? 'release'}: ${typeof outcome === 'string' ? outcome : `ended with ${outcome.exitCode} before its window came`}`,
);
process.exitCode = outcome === 'window' ? 0 : 1;
