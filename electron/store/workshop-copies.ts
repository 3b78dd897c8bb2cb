// The copies of one open workshop: when one is made, what is known of those that are there, and the second place they are brought to.
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Copy, CopyList, CopyReason, Forgotten, SecondCopy } from '../../shared/contract/copies.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { currentSchemaVersion, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { millisecondsOf, type Instant } from '../../shared/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { backupsPath, copiesIn, readCopy, removeOutlived, writeCopy } from './backups.ts';
import type { CopyName } from './copy-name.ts';
import { errorCode, type FilePort } from './file-port.ts';
import { fingerprintOf } from './packed.ts';
import { bringToSecondPlace, copiesInSecondPlace, deleteSecondCopies, isSecondPlaceThere } from './second-place.ts';
import { captured } from './snapshot.ts';

/** With changes, a copy is made this often (design §4). */
export const copyMilliseconds = 15 * 60_000;

/** The copy at opening waits for so long: people want to see their workshop first. */
export const firstCopyMilliseconds = 3_000;

/** A second copy is old when the workshop has changed since and this time has gone by. */
const oldMilliseconds = 24 * 60 * 60_000;

/** Runs something later, or again and again, until it is told to stop. */
export interface Timers {
  readonly after: (milliseconds: number, act: () => void) => () => void;
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

/** A copy in the second place, as far as it is known while the place is away. */
export interface LastSecond {
  readonly at: Instant;
  readonly revision: number | null;
}

/** What this installation remembers of the second place. */
export interface SecondMemory {
  /** The place; null: none was chosen. */
  readonly place: () => string | null;
  /** The newest copy of a workshop that was brought there; its revision is null where an earlier version wrote the memory. Sticks are away most of the time. */
  readonly last: (documentId: string) => LastSecond | null;
  readonly remember: (documentId: string, copy: Pick<CopyName, 'at' | 'revision'> | null) => Promise<void>;
}

export interface WorkshopCopies {
  /** Makes a copy of the durable state of this moment. Fails with what the disk makes impossible. */
  readonly make: (reason: CopyReason) => Promise<Result<CopyName, Failure>>;
  /** Sees to it that there is a good copy of this moment. What goes wrong is told by `list` and stops nobody's work. */
  readonly before: (reason: CopyReason) => Promise<void>;
  /** Looks at every copy again: one that was damaged since is not said to be verified. */
  readonly list: () => Promise<CopyList>;
  /** What a copy holds. Fails with `copy-gone` and `copy-damaged`. */
  readonly read: (copyId: string) => Promise<Result<WorkshopDocument, Failure>>;
  /** The file of a copy. Fails with `copy-gone`. */
  readonly file: (copyId: string) => Promise<Result<{ readonly copy: CopyName; readonly bytes: Uint8Array }, Failure>>;
  /**
   * Deletes every copy, here and in the second place, after everything that is under way.
   * @returns how many lay here, and what became of those in the second place. Throws what the disk of the workshop throws
   */
  readonly deleteAll: () => Promise<Pick<Forgotten, 'copies' | 'bytes' | 'second'>>;
  /** Gives up what is under way and makes no more. */
  readonly close: () => Promise<void>;
}

export interface WorkshopCopiesOptions {
  readonly files: FilePort;
  readonly folder: string;
  /** The durable state, as the store keeps it. */
  readonly document: WorkshopDocument;
  readonly appVersion: string;
  readonly isReadOnly: boolean;
  readonly clock: () => Instant;
  readonly timers: Timers;
  readonly second: SecondMemory;
  /** Told after copies were made, brought or deleted. */
  readonly onChanged: (list: CopyList) => void;
  readonly onError: (error: unknown) => void;
}

/** Begins to make copies on its own: soon after opening, and every 15 minutes, whenever the workshop has changed. */
export function workshopCopies(options: WorkshopCopiesOptions): WorkshopCopies {
  const { files, folder, document, second, timers } = options;
  const backups = backupsPath(folder);
  const { documentId } = document.envelope;
  /** Whether the bytes of a copy, by name and checksum, are whole. */
  const looked = new Map<string, { readonly sum: number; readonly isWhole: boolean }>();
  let failure: Failure | null = null;
  let secondTrouble: { readonly place: string; readonly failure: Failure } | null = null;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: two copies at once would only slow each other and everything else. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function lookedAt(copy: CopyName): Promise<Copy | null> {
    const { fileName, at, revision, reason } = copy;
    const bytes = await files.readFile(join(backups, fileName)).catch(() => new Uint8Array());
    if (bytes === null) return null;
    const sum = crc32(bytes);
    const known = looked.get(fileName);
    const isWhole = known?.sum === sum ? known.isWhole : (await fingerprintOf(bytes)) !== null;
    looked.set(fileName, { sum, isWhole });
    return { copyId: fileName, reason, at, revision, bytes: bytes.length, isVerified: isWhole };
  }

  async function allCopies(): Promise<readonly Copy[]> {
    const found: Copy[] = [];
    for (const name of (await copiesIn(files, backups)) ?? []) {
      const copy = await lookedAt(name);
      if (copy) found.push(copy);
    }
    return found;
  }

  async function newestGood(): Promise<CopyName | null> {
    for (const name of (await copiesIn(files, backups)) ?? []) {
      if ((await lookedAt(name))?.isVerified) return name;
    }
    return null;
  }

  async function hasChangedSinceCopy(): Promise<boolean> {
    const newest = await newestGood();
    return newest?.revision !== document.envelope.revision;
  }

  async function makeNow(reason: CopyReason): Promise<Result<CopyName, Failure>> {
    if (options.isReadOnly) return err({ code: 'workshop-read-only', folder });
    try {
      const isStopped = () => isClosed;
      const frozen = { document: captured(document), at: options.clock(), reason, appVersion: options.appVersion, isStopped };
      const copy = await writeCopy(files, folder, frozen);
      failure = null;
      await removeOutlived(files, backups).catch(options.onError);
      return ok(copy);
    } catch (error) {
      failure = notMade(error, backups);
      if (!isClosed) options.onError(error);
      return err(failure);
    }
  }

  function tell(): void {
    if (isClosed) return;
    list().then((now) => {
      if (!isClosed) options.onChanged(now);
    }, options.onError);
  }

  function make(reason: CopyReason): Promise<Result<CopyName, Failure>> {
    const made = inTurn(() => makeNow(reason));
    void made.then(tell);
    catchUpInBackground();
    return made;
  }

  async function before(reason: CopyReason): Promise<void> {
    if (options.isReadOnly) return;
    try {
      const isMade = await inTurn(async () => {
        if (isClosed || !(await hasChangedSinceCopy())) return false;
        await makeNow(reason);
        return true;
      });
      if (isMade) tell();
    } catch (error) {
      failure = notMade(error, backups);
      options.onError(error);
    }
    catchUpInBackground();
  }

  /** Brings the newest copy to the second place when it is there and lacks it. Nobody waits for a stick. */
  function catchUpInBackground(): void {
    if (options.isReadOnly || isClosed || second.place() === null) return;
    void inTurn(catchUp).then((isBrought) => isBrought && tell());
  }

  async function catchUp(): Promise<boolean> {
    const place = second.place();
    if (place === null || isClosed) return false;
    try {
      const there = await copiesInSecondPlace(files, place, folder);
      const copy = await newestGood();
      if (!there || !copy || there.some(({ fileName }) => fileName === copy.fileName)) return false;
      const bytes = await files.readFile(join(backups, copy.fileName));
      if (!bytes) return false;
      await bringToSecondPlace(files, { place, workshopFolder: folder, copy, bytes, isStopped: () => isClosed });
      secondTrouble = null;
      await second.remember(documentId, copy);
      return true;
    } catch (error) {
      // A stick that was pulled while it was written to is away like any other.
      secondTrouble = (await isSecondPlaceThere(files, place)) ? { place, failure: notMade(error, place) } : null;
      return true;
    }
  }

  async function secondCopy(): Promise<SecondCopy | null> {
    const place = second.place();
    if (place === null) return null;
    const there = await copiesInSecondPlace(files, place, folder).catch(() => null);
    const newest = there?.[0] ?? second.last(documentId);
    const lastAt = newest?.at ?? null;
    return { folder: place, isThere: there !== null, lastAt, isOld: isOld(newest, there !== null), failure: troubleAt(place) };
  }

  function troubleAt(place: string): Failure | null {
    return secondTrouble?.place === place ? secondTrouble.failure : null;
  }

  /** A place that has never been reached is as old as can be; one that is there gets its first copy in a moment. */
  function isOld(newest: LastSecond | null, isThere: boolean): boolean {
    if (newest === null) return !isThere;
    const { revision, savedAt } = document.envelope;
    const hasChanged = newest.revision === null ? savedAt !== newest.at : revision !== newest.revision;
    // A copy of the day after tomorrow was made under another clock: nobody knows its age, and silence would be the worse answer.
    const age = Math.abs(millisecondsOf(options.clock()) - millisecondsOf(newest.at));
    return hasChanged && age > oldMilliseconds;
  }

  async function list(): Promise<CopyList> {
    return { copies: await allCopies(), second: await secondCopy(), failure };
  }

  async function copyOf(copyId: string): Promise<Result<CopyName, Failure>> {
    const copy = (await copiesIn(files, backups))?.find(({ fileName }) => fileName === copyId);
    return copy ? ok(copy) : err({ code: 'copy-gone' });
  }

  async function deleteAll(): Promise<Pick<Forgotten, 'copies' | 'bytes' | 'second'>> {
    const copies = await allCopies();
    // The oldest go first: whatever happens in between, the newest are there.
    for (const { copyId } of copies.toReversed()) await files.remove(join(backups, copyId));
    await removeOutlived(files, backups);
    if (copies.length > 0) await files.fsyncFolder(backups);
    looked.clear();
    return { copies: copies.length, bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0), second: await deleteInSecondPlace() };
  }

  async function deleteInSecondPlace(): Promise<Forgotten['second']> {
    const place = second.place();
    if (place === null) return 'none';
    try {
      if (!(await deleteSecondCopies(files, place, folder))) return 'not-there';
      await second.remember(documentId, null);
      return 'deleted';
    } catch (error) {
      secondTrouble = { place, failure: notMade(error, place) };
      return 'not-there';
    }
  }

  const stops = options.isReadOnly
    ? []
    : [timers.after(firstCopyMilliseconds, () => void before('opened')), timers.every(copyMilliseconds, () => void before('hourly'))];

  return {
    make,
    before,
    list: async () => {
      const now = await list();
      catchUpInBackground();
      return now;
    },
    read: async (copyId) => {
      const copy = await copyOf(copyId);
      if (!copy.ok) return copy;
      const held = await readCopy(files, backups, copy.value.fileName);
      if (held.kind === 'none') return err({ code: 'copy-gone' });
      if (held.kind === 'newer') return err({ code: 'workshop-newer', folder, schemaVersion: held.schemaVersion });
      if (held.kind !== 'good' || held.isForeign) return err({ code: 'copy-damaged' });
      const { schemaVersion } = held;
      return schemaVersion > currentSchemaVersion ? err({ code: 'workshop-newer', folder, schemaVersion }) : ok(held.document);
    },
    file: async (copyId) => {
      const copy = await copyOf(copyId);
      if (!copy.ok) return copy;
      const bytes = await files.readFile(join(backups, copy.value.fileName));
      return bytes ? ok({ copy: copy.value, bytes }) : err({ code: 'copy-gone' });
    },
    deleteAll: async () => {
      const deleted = await inTurn(deleteAll);
      tell();
      return deleted;
    },
    close: async () => {
      isClosed = true;
      for (const stop of stops) stop();
      await last;
    },
  };
}

function notMade(error: unknown, folder: string): Failure {
  const code = errorCode(error);
  return { code: 'copy-not-made', folder, reason: code === '' ? 'unknown' : code };
}
