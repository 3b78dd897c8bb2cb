// The real host killed at random moments while commands stream in over its socket, also while it folds its journal.
import { randomInt } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { nodeFiles } from '../../electron/store/node-files.ts';
import { readWorkshop } from '../../electron/store/read-workshop.ts';
import { validate } from '../../shared/document/validate.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { patience, runs } from '../support/effort.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { workshopFolders } from '../support/library-folder.ts';
import { reportTrials } from '../support/soak-report.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { basics, valueOf } from '../support/test-host.ts';

const rounds = runs(30, 500);
/** Then the next workshop: a long soak is to try many kills, not large workshops. */
const roundsOfOneWorkshop = 30;
/** In every third round the kill waits for the host to fold its journal, which takes a journal of 1 MB and a second. */
const foldsEvery = 3;
const foldsWithin = 30_000;

/** Fills the journal quickly: each writes its text as it was and as it will be. */
const longText = 'Midwives stay where there is housing. '.repeat(400);
const bigItem = 'item-big';

/** Commands by number. Every third sets one long text, the others add one point to the parking lot. */
function commandOf(number: number): object {
  return number % 3 === 0
    ? { name: 'parkingSet', id: bigItem, field: 'text', value: longTextOf(number) }
    : { name: 'parkingAdd', id: itemId(number), text: textOf(number), raisedBy: 'Ama', sessionId: null };
}

function itemId(number: number): string {
  return `item-${number}`;
}

function textOf(number: number): string {
  return `Point ${number} that nobody may lose`;
}

function longTextOf(number: number): string {
  return `${number}: ${longText}`;
}

interface Ledger {
  readonly asked: Set<number>;
  readonly acknowledged: Set<number>;
}

/** Asks for one command after the other, `atOnce` on their way at a time, until nothing is answered any more. */
function stream(host: HostProcess, workshopId: string, { asked, acknowledged }: Ledger, atOnce: number): void {
  const next = async (): Promise<void> => {
    const number = asked.size + 1;
    asked.add(number);
    const result = await host.request('document', 'execute', { workshopId, commandId: `command-${number}`, command: commandOf(number) });
    if (!result.ok) throw new Error(`Command ${number} was refused: ${JSON.stringify(result.failure)}`);
    acknowledged.add(number);
    await next();
  };
  for (let lane = 0; lane < atOnce; lane += 1) void next();
}

/** Waits for the moment at which the next journal appears: from there on the one before is folded. */
async function foldingBegins(folder: string, { acknowledged }: Ledger): Promise<void> {
  const deadline = AbortSignal.timeout(foldsWithin);
  const before = new Set(readdirSync(folder));
  const answered = acknowledged.size;
  try {
    for await (const { filename } of watch(folder, { signal: deadline })) {
      if (filename !== null && isJournal(filename) && !before.has(filename)) return;
    }
  } catch (error) {
    const sizes = readdirSync(folder)
      .filter(isJournal)
      .map((name) => `${name}: ${statSync(join(folder, name)).size} bytes`);
    throw new Error(`Nothing was folded while ${acknowledged.size - answered} commands were answered; ${sizes.join(', ')}`, {
      cause: error,
    });
  }
}

function isJournal(name: string): boolean {
  return /^journal\.\d+\.jsonl$/.test(name);
}

/** What is wrong with the workshop, one sentence each. */
function problemsOf(document: WorkshopDocument, { asked, acknowledged }: Ledger): readonly string[] {
  const items = document.records.parkingItems;
  const problems: string[] = [];
  for (const number of acknowledged) {
    if (number % 3 !== 0 && !items.has(itemId(number))) problems.push(`lost: acknowledged command ${number}`);
  }
  for (const [id, item] of items) {
    if (id === bigItem) continue;
    const number = Number(id.replace('item-', ''));
    if (!asked.has(number)) problems.push(`invented: ${id}`);
    if (item['text'] !== textOf(number)) problems.push(`torn: ${id}`);
  }
  const big = String(items.get(bigItem)?.['text']);
  const written = Number.parseInt(big, 10) || 0;
  const newest = Math.max(0, ...[...acknowledged].filter((number) => number % 3 === 0));
  if (written < newest) problems.push(`lost: acknowledged command ${newest}, the text is that of ${written}`);
  if (written > 0 && (big !== longTextOf(written) || !asked.has(written))) problems.push(`torn: the long text of ${written}`);
  return [...problems, ...validate(document.records).map(({ invariant }) => `invalid: ${invariant}`)];
}

interface Row {
  runs: number;
  acknowledged: number;
  lost: number;
  unreadable: number;
  /** Kills while two journals lay there: the host was folding. */
  whileFolding: number;
}

/** Kills the hosts of one workshop, one after the other, and looks at it after each. */
async function killHosts(root: string, count: number, row: Row): Promise<void> {
  const library = join(root, 'library');
  const first = await startHostProcess(root, library);
  const { workshopId } = valueOf(await first.request('library', 'create', { basics, templateId: 'three-day' })) as {
    readonly workshopId: string;
  };
  const bigOne = { name: 'parkingAdd', id: bigItem, text: '', raisedBy: '', sessionId: null };
  valueOf(await first.request('document', 'execute', { workshopId, commandId: 'big', command: bigOne }));
  await first.kill();

  const [folder = ''] = workshopFolders(library);
  const ledger: Ledger = { asked: new Set(), acknowledged: new Set() };
  for (let round = 0; round < count; round += 1) {
    const host = await startHostProcess(root, library);
    const before = ledger.acknowledged.size;
    stream(host, workshopId, ledger, [1, 4, 16][randomInt(3)] ?? 1);
    const folds = round % foldsEvery === 0;
    if (folds) await foldingBegins(folder, ledger);
    // The moment of the kill is chosen at random on purpose: this wait is the test.
    await pause(randomInt(folds ? 12 : 200));
    await host.kill();
    row.runs += 1;
    row.acknowledged += ledger.acknowledged.size - before;
    // The journal before goes when its folding is over.
    if (folds && readdirSync(folder).filter(isJournal).length > 1) row.whileFolding += 1;
    const read = await readWorkshop(nodeFiles, folder);
    if (!read.ok) row.unreadable += 1;
    const problems = read.ok ? problemsOf(read.value.document, ledger) : [JSON.stringify(read.failure)];
    row.lost += problems.filter((problem) => problem.startsWith('lost')).length;
    expect(problems).toEqual([]);
    expect([null, 'torn-tail']).toContain(read.ok && read.value.trouble);
  }
  const last = await startHostProcess(root, library);
  expect(await last.request('document', 'open', { workshopId })).toMatchObject({ ok: true });
  expect(await last.stop()).toBe(0);
}

test(
  `the host killed ${rounds} times while commands stream in: nothing unreadable, nothing acknowledged lost, nothing half there`,
  { timeout: patience(150_000) },
  async () => {
    const root = temporaryFolder();
    const row: Row = { runs: 0, acknowledged: 0, lost: 0, unreadable: 0, whileFolding: 0 };
    onTestFinished(() => {
      const { whileFolding, ...counts } = row;
      reportTrials({ what: 'host killed while commands stream in', ...counts });
      reportTrials({ what: '  … of these while it folded its journal', ...counts, runs: whileFolding, acknowledged: null });
    });
    while (row.runs < rounds) await killHosts(join(root, String(row.runs)), Math.min(roundsOfOneWorkshop, rounds - row.runs), row);
    expect(row.acknowledged).toBeGreaterThan(rounds);
    expect(row.whileFolding).toBeGreaterThan(0);
  },
);
