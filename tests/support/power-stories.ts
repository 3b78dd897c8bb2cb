// The stories that are played on the modelled disk. One row is one way in which the store works; every moment of it has to survive a power cut.
import * as fc from 'fast-check';
import { asVersion1Wrote } from './power-older.ts';
import { play, workshopPath, type Found, type Stage, type Story } from './power-play.ts';
import { seeded } from './power-loss.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';

async function made(stage: Stage): Promise<void> {
  await stage.create();
  await stage.open();
}

/** A closed workshop of three generations, with one file changed as damage would change it. */
async function damaged(file: string, change: (bytes: Uint8Array) => Uint8Array): Promise<Found> {
  const { end } = await play(threeGenerations, { random: seeded(1), outcomes: 0 });
  const path = `${workshopPath}/${file}`;
  const bytes = end.image.files.get(path);
  if (!bytes) throw new Error(`There is no ${path} to damage, only ${[...end.image.files.keys()].join(', ')}`);
  return { ...end, image: { ...end.image, files: new Map([...end.image.files, [path, change(bytes)]]) } };
}

const copiesWhileWorking: Story = {
  name: 'copies made while commits stream in and the journal is folded',
  play: async (stage) => {
    await made(stage);
    await stage.commit();
    await Promise.all([stage.copy(), stage.commit(1)]);
    await Promise.all([stage.compact(), stage.copy(), stage.commit()]);
    await stage.close();
  },
};

/** Nothing is left but the copies: everything else was destroyed. */
async function onlyCopies(): Promise<Found> {
  const { end } = await play(copiesWhileWorking, { random: seeded(1), outcomes: 0 });
  const files = new Map([...end.image.files].filter(([path]) => path.startsWith(`${workshopPath}/backups/`)));
  const { asked } = end.testimony;
  return { ...end, image: { ...end.image, files }, testimony: { asked, acknowledged: new Set() } };
}

const threeGenerations: Story = {
  name: 'three generations, two of them in the history',
  play: async (stage) => {
    await made(stage);
    await stage.commit(1);
    await stage.close();
    await stage.open();
    await stage.commit();
    await stage.close();
    await stage.open();
    await stage.commit(2);
    await stage.close({ quick: true });
  },
};

/** A closed workshop of three generations as an older version left it. */
async function older(): Promise<Found> {
  const { end } = await play(threeGenerations, { random: seeded(1), outcomes: 0 });
  return { ...end, image: asVersion1Wrote(end.image) };
}

/** The newest journal is there and holds nothing: what was acknowledged since workshop.json was written is lost before the story begins. */
async function emptiedJournal(): Promise<Found> {
  const found = await damaged('journal.3.jsonl', () => new Uint8Array());
  return { ...found, testimony: { ...found.testimony, acknowledged: new Set() } };
}

/** Opens what is damaged, goes on, and closes. */
async function mend(stage: Stage): Promise<void> {
  await stage.open();
  await stage.commit(1);
  await stage.close();
}

export const stories: readonly Story[] = [
  { name: 'the first creation', play: made },
  {
    name: 'commits, one by one and in batches',
    play: async (stage) => {
      await made(stage);
      await stage.commit();
      await stage.commit(2);
      void stage.commit();
      void stage.commit(3);
      await stage.settle();
    },
  },
  {
    name: 'compaction while commits stream in',
    play: async (stage) => {
      await made(stage);
      await stage.commit(1);
      void stage.commit();
      void stage.compact();
      for (let count = 0; count < 6; count += 1) await stage.commit(count % 2);
      await stage.settle();
      await stage.commit();
      await Promise.all([stage.compact(), stage.commit(2)]);
    },
  },
  threeGenerations,
  copiesWhileWorking,
  {
    name: 'a text that is typed and not sent, taken and let go, while commits stream in',
    play: async (stage) => {
      await made(stage);
      await stage.type();
      await Promise.all([stage.type(), stage.commit(1), stage.type()]);
      await stage.letGo();
      await stage.type();
      await Promise.all([stage.type(), stage.compact(), stage.commit()]);
      await stage.close();
    },
  },
  {
    name: 'forgetting the past while commits stream in',
    hasLostHistory: true,
    play: async (stage) => {
      await made(stage);
      await stage.commit(1);
      await stage.compact();
      await stage.commit();
      await Promise.all([stage.forget(), stage.commit(1)]);
      await stage.commit();
      await stage.close();
    },
  },
  {
    name: 'a workshop that comes in from a file',
    hasLostHistory: true,
    play: async (stage) => {
      await stage.bringIn();
      await stage.open();
      await stage.commit(1);
      await stage.close();
    },
  },
  {
    name: 'a workshop that is given an id of its own',
    hasLostHistory: true,
    play: async (stage) => {
      await made(stage);
      await stage.commit(1);
      await stage.close();
      await stage.open();
      await stage.commit();
      await stage.close({ quick: true });
      await stage.makeIndependent();
      await stage.open();
      await stage.commit();
      await stage.close();
    },
  },
  {
    name: 'a write that a full disk refuses',
    play: async (stage) => {
      await made(stage);
      await stage.commit();
      stage.failNext('write', 'ENOSPC');
      await stage.commit(2);
      await stage.commit(1);
      await stage.close();
    },
  },
  {
    name: 'a flush that fails, and the generation after it',
    play: async (stage) => {
      await made(stage);
      await stage.commit();
      stage.failNext('fdatasync', 'EIO');
      await stage.commit(2);
      await stage.commit(1);
      await stage.close();
    },
  },
  {
    name: 'a compaction that fails at its last step',
    play: async (stage) => {
      await made(stage);
      await stage.commit();
      stage.failNext('fsyncFolder', 'EIO', { path: /history$/ });
      await Promise.all([stage.compact(), stage.commit()]);
      stage.failNext('rename', 'EIO', { path: /workshop\.json$/ });
      await Promise.all([stage.compact(), stage.commit()]);
      await stage.commit(1);
      await stage.close();
    },
  },
  {
    name: 'an application that is killed and started again',
    play: async (stage) => {
      await made(stage);
      await stage.commit();
      void stage.commit();
      stage.kill();
      await stage.open();
      await stage.commit();
      void stage.compact();
      await stage.commit();
      stage.kill();
      await stage.open();
      await stage.commit();
      await stage.close();
    },
  },
  {
    name: 'mending a torn journal',
    start: () => damaged('journal.3.jsonl', (bytes) => Buffer.concat([bytes, Buffer.from('{"r":9,"id":"half a li')])),
    play: mend,
  },
  {
    name: 'mending a cut workshop.json',
    start: () => damaged('workshop.json', (bytes) => bytes.subarray(0, bytes.length / 2)),
    mayBeSaid: 'snapshot-rebuilt',
    play: mend,
  },
  {
    name: 'a workshop restored from its copies, since nothing else is left',
    start: onlyCopies,
    mustBeSaid: 'backup-restored',
    hasLostHistory: true,
    play: mend,
  },
  {
    name: 'a workshop whose newest journal is empty',
    start: emptiedJournal,
    mustBeSaid: 'history-restored',
    play: mend,
  },
  {
    name: 'a workshop of an older version, migrated as it is opened',
    start: older,
    startsOlder: true,
    play: async (stage) => {
      await mend(stage);
      await stage.open();
      await stage.commit();
      await stage.close({ quick: true });
    },
  },
];

type Step =
  | { readonly kind: 'commit'; readonly alongside: number; readonly waits: boolean }
  | { readonly kind: 'compact'; readonly waits: boolean }
  | { readonly kind: 'reopen'; readonly quick: boolean }
  | { readonly kind: 'kill' }
  | { readonly kind: 'fail'; readonly operation: (typeof failing)[number]; readonly code: string };

/** What may fail while the power is on. Reading is not among them: a workshop that cannot be read is not opened. */
const failing = ['write', 'fdatasync', 'fsync', 'fsyncFolder', 'ftruncate', 'rename', 'open', 'remove'] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('commit'), alongside: fc.nat(3), waits: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('compact'), waits: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen'), quick: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('fail'), operation: fc.constantFrom(...failing), code: fc.constantFrom('EIO', 'ENOSPC') }),
  },
);

async function take(stage: Stage, each: Step): Promise<void> {
  switch (each.kind) {
    case 'commit': {
      const answer = stage.commit(each.alongside);
      if (each.waits) await answer;
      return;
    }
    case 'compact': {
      const done = stage.compact();
      if (each.waits) await done;
      return;
    }
    case 'reopen':
      await stage.close(each);
      stage.heal();
      await stage.open();
      return;
    case 'kill':
      stage.kill();
      await stage.open();
      return;
    case 'fail':
      stage.failNext(each.operation, each.code);
      return;
    default:
      assertNever(each);
  }
}

/** What goes on in an open workshop; steps that do not wait overlap with those behind them. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 1, maxLength: 12 });

/** @param start where the story goes on after a power cut; a new workshop when left out */
export function storyOf(steps: readonly Step[], start?: Found): Story {
  return {
    name: steps.map(({ kind }) => kind).join(', '),
    ...(start && { start: () => Promise.resolve(start) }),
    play: async (stage) => {
      if (!start?.isMade) await stage.create();
      await stage.open();
      for (const each of steps) await take(stage, each);
      await stage.settle();
      await stage.close();
    },
  };
}
