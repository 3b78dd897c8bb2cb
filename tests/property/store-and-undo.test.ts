// Whatever is done in whatever order: reopening gives the same workshop, and taking everything back gives the one it began with.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { validate } from '../../shared/document/validate.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { isUndoable } from '../../shared/domain/commands.ts';
import type { StoredRecord } from '../../shared/kernel/record.ts';
import { openDocument, type OpenDocument } from '../../electron/host/open-document.ts';
import { createWorkshop } from '../../electron/store/create-workshop.ts';
import type { FilePort } from '../../electron/store/file-port.ts';
import { readWorkshop } from '../../electron/store/read-workshop.ts';
import { runs } from '../support/effort.ts';
import { manualTimers, noSecondPlace } from '../support/manual-timers.ts';
import { memoryFiles } from '../support/memory-files.ts';
import {
  allNames,
  choicesFrom,
  commandSeed,
  contentOf,
  populatedWorkshop,
  randomCommand,
  sequentialContext,
} from '../support/random-commands.ts';

const folder = '/library/workshop';
const undoableNames = allNames.filter(isUndoable);

interface Session {
  readonly files: FilePort;
  readonly context: ReturnType<typeof sequentialContext>;
}

/** A library in memory with one well-filled workshop. */
async function library(): Promise<Session> {
  const context = sequentialContext();
  const { records } = populatedWorkshop(context);
  const changes = collectionNames.flatMap((collection) =>
    [...records[collection].values()].map((record): DocumentChange => ({ kind: 'created', collection, id: record.id, record })),
  );
  const { files } = memoryFiles();
  await files.makeFolders('/library');
  const begin = { id: 'begin', name: 'workshopBegin', at: context.next().now, actor: 'Ada', changes };
  await createWorkshop({
    files,
    libraryFolder: '/library',
    folderName: 'workshop',
    documentId: 'doc',
    appVersion: '0',
    replica: 'a',
    begin,
  });
  return { files, context };
}

async function opened({ files, context }: Session): Promise<OpenDocument> {
  const result = await openDocument({
    workshopId: 'doc',
    folder,
    files,
    replica: 'a',
    appVersion: '0',
    clock: () => context.next().now,
    newId: context.newId,
    actor: () => 'Ada',
    isReadOnly: false,
    onChanged: () => undefined,
    onClock: () => undefined,
    onHealth: () => undefined,
    onError: (error) => {
      throw error;
    },
    timers: manualTimers().timers,
    second: noSecondPlace,
    onCopies: () => undefined,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function collectionsOf(document: OpenDocument): Readonly<Record<string, unknown>> {
  const { collections } = document.snapshot('facilitator');
  return Object.fromEntries(
    collectionNames.map((name) => [name, Object.fromEntries(byId(collections[name] ?? []).map((record) => [record.id, record]))]),
  );
}

function byId(records: readonly StoredRecord[]): readonly StoredRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Several commands at once, so that batches of more than one line are written; some of them are refused. */
async function act(
  document: OpenDocument,
  { context }: Session,
  names: typeof allNames,
  seeds: readonly (readonly number[])[],
): Promise<number> {
  const results = await Promise.all(
    seeds.map((seed) => {
      const choices = choicesFrom(seed);
      return document.execute(context.newId(), randomCommand(choices.one(names), document.view(), choices, context.newId));
    }),
  );
  return results.filter(({ ok }) => ok).length;
}

const rounds = fc.array(
  fc.record({ seeds: fc.array(commandSeed, { minLength: 1, maxLength: 6 }), close: fc.constantFrom('no', 'quick', 'whole') }),
  { minLength: 1, maxLength: 12 },
);

test('reopening gives the same workshop with the same steps of undo, after any commands and any way of closing', async () => {
  let carriedOut = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async (plan) => {
      const session = await library();
      let document = await opened(session);
      for (const { seeds, close } of plan) {
        carriedOut += await act(document, session, allNames, seeds);
        if (close === 'no') continue;
        const before = { collections: collectionsOf(document), undo: document.snapshot('facilitator').undo, revision: document.revision() };
        await document.close({ quick: close === 'quick' });
        document = await opened(session);
        expect(collectionsOf(document)).toEqual(before.collections);
        expect(document.snapshot('facilitator')).toMatchObject({ undo: before.undo, revision: before.revision, recovery: null });
      }
      await document.close();
      const read = await readWorkshop(session.files, folder);
      if (!read.ok) throw new Error(JSON.stringify(read.failure));
      expect(contentOf(read.value.document)).toEqual(collectionsOf(document));
      expect(validate(read.value.document.records)).toEqual([]);
    }),
    { numRuns: runs(40) },
  );
  expect(carriedOut).toBeGreaterThan(100);
});

test('taking everything back gives the workshop it began with, and bringing everything back gives the last one', async () => {
  let takenBack = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(commandSeed, { minLength: 1, maxLength: 25 }), fc.boolean(), async (seeds, reopens) => {
      const session = await library();
      let document = await opened(session);
      const start = collectionsOf(document);
      for (const seed of seeds) await act(document, session, undoableNames, [seed]);
      const end = collectionsOf(document);
      if (reopens) {
        await document.close();
        document = await opened(session);
      }
      takenBack += await repeated(() => document.undo(session.context.newId()));
      expect(collectionsOf(document)).toEqual(start);
      await repeated(() => document.redo(session.context.newId()));
      expect(collectionsOf(document)).toEqual(end);
      await document.close({ quick: true });
    }),
    { numRuns: runs(40) },
  );
  expect(takenBack).toBeGreaterThan(100);
});

/** Repeats until there is nothing left to do; any other refusal fails the test. @returns how often it was done */
async function repeated(step: () => ReturnType<OpenDocument['undo']>): Promise<number> {
  for (let count = 0; ; count += 1) {
    const result = await step();
    if (result.ok) continue;
    expect(result.failure).toEqual({ code: 'undo-nothing' });
    return count;
  }
}
