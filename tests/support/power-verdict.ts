// Looks whether what was found after a power cut is what had been promised.
import { backupsPath, copiesIn, readCopy } from '../../electron/store/backups.ts';
import { openDrafts } from '../../electron/store/drafts-file.ts';
import type { FilePort } from '../../electron/store/file-port.ts';
import type { RecoveryNote } from '../../shared/contract/contract.ts';
import { currentSchemaVersion } from '../../shared/document/envelope.ts';
import { listSegments, segmentLines, segmentStart } from '../../electron/store/history.ts';
import { mergedLines } from '../../electron/store/replay.ts';
import { parseSnapshot } from '../../electron/store/snapshot.ts';
import { powerDisk } from './power-disk.ts';
import { typedKey, workshopPath, type Found, type Story, type Typed } from './power-play.ts';
import { openStore, testDocumentId } from './stored-workshop.ts';
import { judge, witness } from './witness.ts';

/** What a story did to the files before it began. */
type Damages = Pick<Story, 'mayBeSaid' | 'mustBeSaid' | 'startsOlder' | 'hasLostHistory'>;

/** Counts what was found while many cuts are looked at. */
export interface Tally {
  /** Looks at one cut and counts it. @returns what is wrong, as `brokenPromises` says it */
  readonly look: (found: Found, story?: Damages) => Promise<readonly string[]>;
  readonly counts: () => { readonly runs: number; readonly acknowledged: number; readonly lost: number; readonly unreadable: number };
}

export function tally(): Tally {
  const counts = { runs: 0, acknowledged: 0, lost: 0, unreadable: 0 };
  return {
    look: async (found, story) => {
      const problems = await brokenPromises(found, story);
      counts.runs += 1;
      counts.acknowledged += found.testimony.acknowledged.size;
      counts.lost += problems.filter((problem) => problem.startsWith('lost')).length;
      counts.unreadable += problems.filter((problem) => problem.startsWith('unreadable')).length;
      return problems;
    },
    counts: () => ({ ...counts }),
  };
}

/**
 * Opens what was found after a power cut, works on in it and opens it again.
 * @returns what is wrong, one sentence each; empty when every promise was kept
 */
export async function brokenPromises(found: Found, damages: Damages = {}): Promise<readonly string[]> {
  const { image, testimony, isMade, copies } = found;
  if (!image.folders.has(workshopPath)) return isMade ? ['lost: the whole workshop'] : [];
  const { files } = powerDisk(image);
  const typedProblems = await wrongTyped(files, found.typed);
  const speaker = witness(testimony);
  const first = await tried(() => openStore(workshopPath, files));
  if (typeof first === 'string') return [`unreadable: ${first}`];
  const said = first.store.recovery?.code;
  const problems = [...typedProblems, ...judge(first.store.document, testimony)];
  problems.push(...wrongWords(said, found, damages));
  speaker.seen(first.store.document);
  const { number, draft } = speaker.nextDraft();
  if ((await first.store.commit(draft)).ok) speaker.acknowledged(number);
  else problems.push('stuck: no further command was taken');
  await first.store.close();
  const again = await tried(() => openStore(workshopPath, files));
  if (typeof again === 'string') return [...problems, `unreadable the second time: ${again}`];
  problems.push(...judge(again.store.document, speaker.testimony()));
  if (again.store.recovery) problems.push(`mended again: ${again.store.recovery.code}`);
  await again.store.close();
  problems.push(...[...first.errors, ...again.errors].map(String), ...(await leftovers(files)), ...(await wrongCopies(files, copies)));
  if (damages.startsOlder) problems.push(...(await wrongMigration(files)));
  return damages.hasLostHistory ? problems : [...problems, ...(await wrongHistory(files))];
}

function wrongWords(said: RecoveryNote['code'] | undefined, { hasGoneOn }: Found, { mayBeSaid, mustBeSaid }: Damages): readonly string[] {
  if (mustBeSaid !== undefined && !hasGoneOn) return said === mustBeSaid ? [] : [`said: ${said ?? 'nothing'} instead of ${mustBeSaid}`];
  const allowed = [undefined, 'torn-tail-cut', mayBeSaid, mustBeSaid];
  return allowed.includes(said) ? [] : [`said without reason: ${said}`];
}

/** The snapshot is of this version, and the one before it is among the copies, as it was. */
async function wrongMigration(files: FilePort): Promise<readonly string[]> {
  const snapshot = parseSnapshot((await files.readFile(`${workshopPath}/workshop.json`)) ?? new Uint8Array());
  const folder = backupsPath(workshopPath);
  const names = ((await copiesIn(files, folder)) ?? []).filter(({ reason }) => reason === 'before-migration');
  const copies = await Promise.all(names.map(({ fileName }) => readCopy(files, folder, fileName)));
  const isKept = copies.some((copy) => copy.kind === 'good' && copy.schemaVersion < currentSchemaVersion);
  const isMigrated = snapshot.kind === 'good' && snapshot.schemaVersion === currentSchemaVersion;
  return [...(isKept ? [] : ['lost: the workshop before its migration']), ...(isMigrated ? [] : ['not migrated'])];
}

/** The text that was typed is there as it was kept last, or as it was to be kept next; one that was let go is gone. */
async function wrongTyped(files: FilePort, { asked, kept }: Typed): Promise<readonly string[]> {
  const drafts = await openDrafts({ files, folder: workshopPath });
  const found = drafts.list().find(({ key }) => key === typedKey);
  const number = found?.kind === 'typed' ? Number(found.value['number']) : null;
  const isThere = number === null ? [kept, asked].some((each) => each % 2 === 0) : number >= kept && number <= asked;
  return isThere ? [] : [`lost: typed ${number ?? 'nothing'} where ${kept} was kept, and ${asked} asked for`];
}

async function tried<T>(run: () => Promise<T>): Promise<T | string> {
  try {
    return await run();
  } catch (error) {
    return String(error);
  }
}

async function leftovers(files: FilePort): Promise<readonly string[]> {
  const entries = (await files.list(workshopPath)) ?? [];
  return entries.filter(({ name }) => name.endsWith('.tmp')).map(({ name }) => `left over: ${name}`);
}

/** Every kept generation starts from the snapshot of just that revision, and together they tell every commit up to the snapshot of the folder. */
async function wrongHistory(files: FilePort): Promise<readonly string[]> {
  const wrong: string[] = [];
  const segments = await listSegments(files, workshopPath);
  const lines = mergedLines(
    await Promise.all(segments.toReversed().map((segment) => segmentLines(files, workshopPath, segment, testDocumentId))),
  );
  const snapshot = parseSnapshot((await files.readFile(`${workshopPath}/workshop.json`)) ?? new Uint8Array());
  const revision = snapshot.kind === 'good' ? snapshot.document.envelope.revision : 0;
  const told = lines.map(({ r }) => r).join();
  const expected = Array.from({ length: revision }, (_, index) => index + 1).join();
  if (told !== expected) wrong.push(`history: tells ${told} instead of ${expected}`);
  for (const { from } of segments) {
    const start = await segmentStart(files, workshopPath, from);
    if (start.kind === 'good' && start.document.envelope.revision !== from)
      wrong.push(`history: ${from} holds ${start.document.envelope.revision}`);
    if (start.kind === 'bad' || start.kind === 'newer') wrong.push(`history: ${from} is ${start.kind}`);
  }
  return wrong;
}

/** Every copy that has its name is good, and every one that was made has its name. */
async function wrongCopies(files: FilePort, made: ReadonlySet<string>): Promise<readonly string[]> {
  const folder = backupsPath(workshopPath);
  const listed = (await copiesIn(files, folder)) ?? [];
  const there = new Set(listed.map(({ fileName }) => fileName));
  const problems = [...made].filter((fileName) => !there.has(fileName)).map((fileName) => `lost: the copy ${fileName}`);
  for (const { fileName, revision } of listed) {
    const copy = await readCopy(files, folder, fileName);
    const isGood = copy.kind === 'good' && !copy.isForeign && copy.document.envelope.revision === revision;
    if (!isGood) problems.push(`unreadable: the copy ${fileName}`);
  }
  return problems;
}
