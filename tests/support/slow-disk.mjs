// @ts-check
// Loaded before the application (node --import): every flush of a file takes half a second longer, as on a worn-out stick.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const delay = 500;

for (const name of /** @type {const} */ (['fsync', 'fdatasync'])) {
  const flush = fs[name];
  const slow = (/** @type {number} */ file, /** @type {(error: Error | null) => void} */ done) =>
    void setTimeout(() => flush(file, done), delay);
  Object.assign(fs, { [name]: slow });
}
syncBuiltinESMExports();
