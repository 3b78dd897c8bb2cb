// A writing process killed at random moments: nothing acknowledged is lost, nothing is half there, and the next start works.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { build } from 'vite';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { readWorkshop } from '../../electron/store/read-workshop.ts';
import { validate } from '../../shared/document/validate.ts';
import { patience, runs } from '../support/effort.ts';
import { reportTrials } from '../support/soak-report.ts';
import { names, storedWorkshop } from '../support/stored-workshop.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const rounds = runs(15, 500);
/** Then the next workshop: a long soak is to try many kills, not large workshops. */
const roundsOfOneWorkshop = 25;

/** Bundles the writer, so that it runs in a plain process that can be killed. */
async function builtWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'tests/support/streaming-writer.ts',
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'writer.mjs', codeSplitting: false } },
    },
  });
  return join(folder, 'writer.mjs');
}

interface Round {
  readonly asked: readonly number[];
  readonly acknowledged: readonly number[];
}

/** Runs the writer until `lines` lines were heard and `milliseconds` more have passed, then kills it. */
async function killedAfter(writer: string, library: string, first: number, lines: number, milliseconds: number): Promise<Round> {
  const child = spawn(process.execPath, [writer, library, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  const exit = once(child, 'exit');
  const asked: number[] = [];
  const acknowledged: number[] = [];
  let heard = 0;
  for await (const line of createInterface(child.stdout)) {
    heard += 1;
    const [what, number] = line.split(' ');
    if (what === 'asked') asked.push(Number(number));
    if (what === 'acknowledged') acknowledged.push(Number(number));
    // The moment of the kill is chosen at random on purpose: waiting here is the test, not a wait for a condition.
    if (heard === lines) void pause(milliseconds).then(() => child.kill('SIGKILL'));
  }
  const [, signal] = (await exit) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${errors.join('')}`);
  return { asked, acknowledged };
}

interface Row {
  runs: number;
  acknowledged: number;
  lost: number;
  unreadable: number;
}

/** Kills the writers of one workshop, one after the other, and looks at it after each. */
async function killWriters(writer: string, library: string, count: number, row: Row): Promise<void> {
  await nodeFiles.makeFolders(library);
  const folder = await storedWorkshop(library);
  const acknowledged = new Set<number>();
  const asked = new Set<number>();
  for (let round = 0; round < count; round += 1) {
    const next = Math.max(0, ...asked) + 1;
    const result = await killedAfter(writer, library, next, 20 + Math.floor(Math.random() * 400), Math.random() * 20);
    for (const number of result.asked) asked.add(number);
    for (const number of result.acknowledged) acknowledged.add(number);
    row.runs += 1;
    row.acknowledged += result.acknowledged.length;
    const read = await readWorkshop(nodeFiles, folder);
    if (!read.ok) row.unreadable += 1;
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect([null, 'torn-tail']).toContain(read.value.trouble);
    const found = new Set(names(read.value.document).map((name) => Number(name.replace('Person ', ''))));
    const lost = [...acknowledged].filter((number) => !found.has(number));
    row.lost += lost.length;
    expect(lost).toEqual([]);
    expect([...found].filter((number) => number !== 0 && !asked.has(number))).toEqual([]);
    expect(validate(read.value.document.records).filter(({ invariant }) => invariant !== 'one-workshop')).toEqual([]);
  }
}

test(
  `killed ${rounds} times while commits stream in: every acknowledged command is there, the others wholly or not at all`,
  { timeout: patience(120_000) },
  async () => {
    const root = temporaryFolder();
    const writer = await builtWriter(root);
    const row: Row = { runs: 0, acknowledged: 0, lost: 0, unreadable: 0 };
    onTestFinished(() => reportTrials({ what: 'store killed while commits stream in', ...row }));
    while (row.runs < rounds) {
      await killWriters(writer, join(root, `library-${row.runs}`), Math.min(roundsOfOneWorkshop, rounds - row.runs), row);
    }
    expect(row.acknowledged).toBeGreaterThan(rounds);
  },
);
