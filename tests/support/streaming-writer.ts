// A process that writes into a workshop as fast as it can and says what was acknowledged, until somebody kills it.
// Built into one file by the test that starts it: node streaming-writer.js <library> <first number>
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { idSource } from '../../shared/kernel/ids.ts';
import { instantFromMilliseconds } from '../../shared/kernel/instant.ts';
import { takeLock } from '../../electron/store/lock.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { processWatch } from '../../electron/store/process-identity.ts';
import { addPerson, openStore } from './stored-workshop.ts';

const [library = '', first = '1'] = process.argv.slice(2);
const newId = idSource((count) => randomBytes(count));

const lock = await takeLock({
  files: nodeFiles,
  folder: library,
  watch: processWatch,
  newName: newId,
  clock: () => instantFromMilliseconds(Date.now()),
});
if (!lock.ok) throw new Error(`The library is locked: ${JSON.stringify(lock.failure)}`);
const { store } = await openStore(join(library, 'workshop'));

/** Writes synchronously: what was said is in the pipe even when the next instruction is the last. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

say('ready');
for (let number = Number(first); ;) {
  const batch = [number, number + 1, number + 2];
  number += batch.length;
  if (number % 50 < batch.length) void store.compact();
  await Promise.all(
    batch.map(async (each) => {
      say(`asked ${each}`);
      const result = await store.commit(addPerson(each));
      if (result.ok) say(`acknowledged ${each}`);
    }),
  );
}
