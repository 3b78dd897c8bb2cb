// A workshop in a folder of its own, and the shortest way to write into it and to read it back.
import { join } from 'node:path';
import type { DocumentChange } from '../../shared/domain/collections.ts';
import { applyCommit, emptyDocument, toStored, type StoredDocument, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { emptyParticipant } from '../../shared/domain/people/commands.ts';
import type { ParticipantId } from '../../shared/domain/people/model.ts';
import { instantFromMilliseconds, type Instant } from '../../shared/kernel/instant.ts';
import { createWorkshop } from '../../electron/store/create-workshop.ts';
import type { Draft } from '../../electron/store/commit-queue.ts';
import type { FilePort } from '../../electron/store/file-port.ts';
import { nodeFiles } from '../../electron/store/node-files.ts';
import type { Health, StoreEvents } from '../../electron/store/running-store.ts';
import { openWorkshopStore, type WorkshopStore } from '../../electron/store/workshop-store.ts';

export const testReplica = 'replica-a';
export const testDocumentId = 'document1';

const beginning = Date.parse('2026-03-17T08:00:00Z');

/** The moment that many seconds after the test workshop began. */
export function second(count: number): Instant {
  return instantFromMilliseconds(beginning + count * 1_000);
}

function participant(id: string, fullName: string): DocumentChange {
  return { kind: 'created', collection: 'participants', id, record: { ...emptyParticipant(id as ParticipantId), fullName } };
}

/** A draft that adds a person; `number` makes id, name and moment. */
export function addPerson(number: number): Draft {
  const id = `person-${number}`;
  return {
    id: `command-${number}`,
    name: 'participantAdd',
    at: second(number),
    actor: 'Ada',
    changes: [participant(id, `Person ${number}`)],
  };
}

/** A draft that sets the name of a person. */
export function renamePerson(number: number, commandNumber: number, before: string, after: string): Draft {
  const fields = { fullName: { before, after } };
  const changes: readonly DocumentChange[] = [{ kind: 'updated', collection: 'participants', id: `person-${number}`, fields }];
  return { id: `command-${commandNumber}`, name: 'participantSet', at: second(commandNumber), actor: 'Ada', changes };
}

/** Creates a workshop with one person (revision 1) and returns its folder. */
export async function storedWorkshop(library: string, files: FilePort = nodeFiles, documentId = testDocumentId): Promise<string> {
  const begin = addPerson(0);
  await createWorkshop({
    files,
    libraryFolder: library,
    folderName: 'workshop',
    documentId,
    appVersion: '0.0.0',
    replica: testReplica,
    begin,
  });
  return join(library, 'workshop');
}

/** The same workshop as a document that comes from elsewhere. */
export function documentToAdd(): WorkshopDocument {
  const { changes, at } = addPerson(0);
  const document = emptyDocument({ documentId: testDocumentId, appVersion: '0.0.0', now: at });
  applyCommit(document, { revision: 1, stamp: [1, testReplica], changes });
  return document;
}

export interface Reopened {
  readonly store: WorkshopStore;
  readonly health: Health[];
  readonly errors: unknown[];
}

/** Opens a workshop and fails the test with the failure when it cannot be opened. */
export async function openStore(folder: string, files: FilePort = nodeFiles, events: Partial<StoreEvents> = {}): Promise<Reopened> {
  const health: Health[] = [];
  const errors: unknown[] = [];
  const opened = await openWorkshopStore({
    files,
    folder,
    replica: testReplica,
    appVersion: '0.0.0',
    clock: () => second(100_000),
    isReadOnly: false,
    events: {
      onCommitted: () => undefined,
      onHealth: (state) => void health.push(state),
      onError: (error) => void errors.push(error),
      ...events,
    },
  });
  if (!opened.ok) throw new Error(`The workshop cannot be opened: ${JSON.stringify(opened.failure)}`);
  return { store: opened.value, health, errors };
}

/** The whole document as plain JSON, without the moment of the last save. */
export function content(document: WorkshopDocument): Omit<StoredDocument, 'savedAt'> {
  const { savedAt: _savedAt, ...rest } = JSON.parse(JSON.stringify(toStored(document))) as StoredDocument;
  return rest;
}

export function names(document: WorkshopDocument): readonly string[] {
  return [...document.records.participants.values()].map((record) => record['fullName'] as string);
}
