// @ts-check
// `node electron/tasks/check-fuses.mjs` reads the fuses back from the application that `npm run dist -- --dir` packed.

import { getCurrentFuseWire } from '@electron/fuses';
import { findPackedApplication, wrongFuses } from './packed-application.mjs';
import { fromRoot } from './paths.mjs';

process.exitCode = await checkFuses();

/** @returns {Promise<number>} the exit code */
async function checkFuses() {
  const application = findPackedApplication(fromRoot('release'));
  if (application === undefined) {
    console.error('No packed application below release: run npm run dist -- --dir first.');
    return 1;
  }
  const wrong = wrongFuses({ ...(await getCurrentFuseWire(application)) });
  for (const line of wrong) console.error(line);
  console.log(`${application}: ${wrong.length === 0 ? 'all fuses stand as required' : `${wrong.length} wrong`}`);
  return wrong.length === 0 ? 0 : 1;
}
