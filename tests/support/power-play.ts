// Plays a story on the modelled disk and keeps what would be found if the power failed at its moments.
import { writeCopy } from '../../electron/store/backups.ts';
import { addWorkshop } from '../../electron/store/create-workshop.ts';
import { openDrafts, type DraftsFile } from '../../electron/store/drafts-file.ts';
import type { FilePort } from '../../electron/store/file-port.ts';
import { makeIndependent } from '../../electron/store/make-independent.ts';
import { captured } from '../../electron/store/snapshot.ts';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import type { RecoveryNote } from '../../shared/contract/contract.ts';
import { failingFiles, type FailingFiles } from './failing-files.ts';
import { powerDisk, type DiskImage } from './power-disk.ts';
import type { Random } from './power-loss.ts';
import { documentToAdd, openStore, second, storedWorkshop, testReplica } from './stored-workshop.ts';
import { witness, type Testimony } from './witness.ts';

const library = '/library';
/** Where the text of a story is typed. */
export const typedKey = 'story';

export const workshopPath = `${library}/workshop`;

/** An empty library on an otherwise empty disk. */
export const emptyLibrary: DiskImage = { files: new Map(), folders: new Set([library]) };

/** What a story is told with. Everything that it starts and does not wait for is waited for by `settle` and at the end. */
export interface Stage {
  readonly failNext: FailingFiles['failNext'];
  readonly heal: () => void;
  /** Makes the workshop; it counts as acknowledged when this returns. */
  readonly create: () => Promise<void>;
  /** Brings the workshop in from a file instead. */
  readonly bringIn: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** Asks for one more command, and for `alongside` others in the same moment. */
  readonly commit: (alongside?: number) => Promise<void>;
  /** Folds the journal; a story tells only once it is over, not whether the disk allowed it. */
  readonly compact: () => Promise<void>;
  /** Keeps a copy of this moment; it counts as made when this returns. */
  readonly copy: () => Promise<void>;
  /** Deletes what the workshop was before this moment. */
  readonly forget: () => Promise<void>;
  /** Keeps one more state of a text that is being typed; it counts as kept when this returns. */
  readonly type: () => Promise<void>;
  /** Lets go what was typed. */
  readonly letGo: () => Promise<void>;
  /** Gives the workshop an id of its own. It must be closed. */
  readonly makeIndependent: () => Promise<void>;
  readonly close: (how?: { readonly quick?: boolean }) => Promise<void>;
  /** Ends the process at once, the power stays: what it wrote lies in the system's memory, flushed or not. */
  readonly kill: () => void;
  readonly settle: () => Promise<void>;
}

export interface Story {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<void>;
  /** What lies on the disk at first; an empty library when left out. */
  readonly start?: () => Promise<Found>;
  /** What may be said at opening beside a cut tail, where the story begins with damaged files. */
  readonly mayBeSaid?: RecoveryNote['code'];
  /** What has to be said at every opening before anybody has gone on, where something of the start is lost for good. */
  readonly mustBeSaid?: RecoveryNote['code'];
  /** An older version wrote the start: the workshop as it left it must be among the copies as soon as it was opened. */
  readonly startsOlder?: boolean;
  /** The history does not tell everything: it was destroyed before the story begins, or is forgotten in it. */
  readonly hasLostHistory?: boolean;
}

/** One thing that may be found, with what had been promised by then. */
export interface Found {
  readonly image: DiskImage;
  readonly testimony: Testimony;
  /** True when the workshop had been made. */
  readonly isMade: boolean;
  /** True when a command had been asked for in this story. */
  readonly hasGoneOn: boolean;
  /** Files of the copies that had been made. */
  readonly copies: ReadonlySet<string>;
  readonly typed: Typed;
}

/** States of one text, numbered; 0 and every even number: it was let go. */
export interface Typed {
  readonly asked: number;
  readonly kept: number;
}

export interface PlayOptions {
  readonly random: Random;
  /** Different things that may be found at one moment. */
  readonly outcomes: number;
  /** Which part of all moments is looked at, from 0 to 1. */
  readonly share?: number;
  /** Puts something between the store and the disk. */
  readonly over?: (disk: FilePort) => FilePort;
}

export interface Played {
  /** What may be found after a power cut, in the order of the moments. */
  readonly cuts: readonly Found[];
  /** What lies there when the power stays. */
  readonly end: Found;
}

/** Plays a story to its end. Fails when the story itself fails on a disk that keeps its power. */
export async function play(story: Story, { random, outcomes, share = 1, over = (disk) => disk }: PlayOptions): Promise<Played> {
  const start: Found = (await story.start?.()) ?? {
    image: emptyLibrary,
    testimony: { asked: new Set(), acknowledged: new Set() },
    isMade: false,
    hasGoneOn: false,
    copies: new Set(),
    typed: { asked: 0, kept: 0 },
  };
  const cuts: Found[] = [];
  const speaker = witness(start.testimony);
  const copies = new Set(start.copies);
  let { isMade } = start;
  let hasGoneOn = false;
  let { asked, kept } = start.typed;
  let drafts: DraftsFile | null = null;
  const foundAs = (image: DiskImage): Found => ({
    image,
    testimony: speaker.testimony(),
    isMade,
    hasGoneOn,
    copies: new Set(copies),
    typed: { asked, kept },
  });
  const keep = (): void => {
    if (random() >= share) return;
    for (let outcome = 0; outcome < outcomes; outcome += 1) cuts.push(foundAs(disk.cut(random)));
  };
  const disk = powerDisk(start.image, keep);
  const sabotaged = over(disk.files);
  let life = newLife(sabotaged);
  const started: Promise<unknown>[] = [];
  let store: WorkshopStore | null = null;

  function opened(): WorkshopStore {
    if (!store) throw new Error(`${story.name}: the story goes on in a workshop that is not open`);
    return store;
  }

  function commitOne(): Promise<void> {
    const { number, draft } = speaker.nextDraft();
    hasGoneOn = true;
    const result = opened().commit(draft);
    const heard = result.then(({ ok }) => {
      if (ok) speaker.acknowledged(number);
    });
    started.push(heard);
    return heard;
  }

  /** @param isText false: the text is let go */
  async function typeOne(isText: boolean): Promise<void> {
    // Texts have odd numbers, their absence even ones: the number alone says what has to be found.
    asked += (asked % 2 === 1) === isText ? 2 : 1;
    const number = asked;
    drafts ??= await openDrafts({ files: life.failing.files, folder: workshopPath });
    const at = second(number);
    await (isText ? drafts.put({ kind: 'typed', key: typedKey, at, value: { number } }) : drafts.remove(typedKey));
    kept = Math.max(kept, number);
  }

  async function settle(): Promise<void> {
    await Promise.allSettled(started.splice(0));
  }

  await story.play({
    failNext: (...plan) => life.failing.failNext(...plan),
    heal: () => life.failing.heal(),
    create: async () => {
      await storedWorkshop(library, life.failing.files);
      isMade = true;
    },
    bringIn: async () => {
      const document = documentToAdd();
      const newName = () => 'incoming';
      await addWorkshop({
        files: life.failing.files,
        libraryFolder: library,
        folderName: 'workshop',
        document,
        appVersion: '0.0.0',
        newName,
      });
      isMade = true;
    },
    open: async () => {
      ({ store } = await openStore(workshopPath, life.failing.files));
      speaker.seen(store.document);
    },
    commit: async (alongside = 0) => {
      await Promise.all(Array.from({ length: alongside + 1 }, commitOne));
    },
    compact: () => {
      const compaction = opened()
        .compact()
        .catch(() => undefined);
      started.push(compaction);
      return compaction;
    },
    copy: async () => {
      const { document } = opened();
      const at = second(document.envelope.revision);
      const copy = { document: captured(document), at, reason: 'asked', appVersion: '0.0.0', isStopped: () => false } as const;
      copies.add((await writeCopy(life.failing.files, workshopPath, copy)).fileName);
    },
    forget: async () => {
      const forgotten = await opened().forgetPast();
      if (!forgotten.ok) throw new Error(`The past could not be forgotten: ${forgotten.failure.code}`);
    },
    type: () => typeOne(true),
    letGo: () => typeOne(false),
    makeIndependent: async () => {
      const made = await makeIndependent({
        files: life.failing.files,
        folder: workshopPath,
        replica: testReplica,
        appVersion: '0.0.0',
        clock: () => second(100_000),
        newId: () => 'independent',
        onError: () => undefined,
      });
      if (!made.ok) throw new Error(`The workshop could not be made independent: ${made.failure.code}`);
    },
    close: async (how) => {
      await opened().close(how);
      await settle();
      store = null;
      drafts = null;
    },
    kill: () => {
      life.end();
      life = newLife(sabotaged);
      started.length = 0;
      store = null;
      drafts = null;
    },
    settle,
  });
  await settle();
  keep();
  return { cuts, end: foundAs(disk.image()) };
}

/** What one process does with the disk: after its end nothing more reaches the disk, and nothing is answered. */
function newLife(disk: FilePort): { readonly failing: FailingFiles; readonly end: () => void } {
  let isOver = false;
  const whileAlive =
    <In extends readonly unknown[], Out>(operation: (...input: In) => Promise<Out>) =>
    (...input: In): Promise<Out> =>
      isOver ? new Promise(() => undefined) : operation(...input);
  const mortal: FilePort = {
    write: (file, bytes, position, done) => void (isOver || disk.write(file, bytes, position, (error) => void (isOver || done(error)))),
    fdatasync: (file, done) => void (isOver || disk.fdatasync(file, (error) => void (isOver || done(error)))),
    isNamed: disk.isNamed,
    open: whileAlive(disk.open),
    close: whileAlive(disk.close),
    fsync: whileAlive(disk.fsync),
    ftruncate: whileAlive(disk.ftruncate),
    readFile: whileAlive(disk.readFile),
    rename: whileAlive(disk.rename),
    fsyncFolder: whileAlive(disk.fsyncFolder),
    remove: whileAlive(disk.remove),
    makeFolder: whileAlive(disk.makeFolder),
    makeFolders: whileAlive(disk.makeFolders),
    list: whileAlive(disk.list),
    wait: whileAlive(disk.wait),
  };
  return { failing: failingFiles(mortal), end: () => void (isOver = true) };
}
