// Three ways to keep the same workshop, saved field by field on a modelled disk: our store, plain lowdb, write-file-atomic.
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { FilePort } from '../../electron/store/file-port.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { mountDisk } from '../support/mounted-disk.ts';
import { powerDisk, type DiskImage } from '../support/power-disk.ts';
import { emptyLibrary, workshopPath } from '../support/power-play.ts';
import { openStore, renamePerson, storedWorkshop } from '../support/stored-workshop.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

export interface Contender {
  readonly name: string;
  /** What lies on the disk before the first save, all of it flushed. */
  readonly start: () => Promise<DiskImage>;
  readonly open: (files: FilePort) => Promise<Opened>;
  /** The number of the last save that is found on a disk, 0 when there is none; null when the workshop cannot be read. */
  readonly read: (image: DiskImage) => Promise<number | null>;
}

export interface Opened {
  /** Saves the field with this number; acknowledged when it returns. Numbers count from 1. */
  readonly save: (number: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The folder that the published packages believe to be on the real disk. */
const modelledFolder = '/modelled-disk';
export const modelledFile = `${modelledFolder}/workshop.json`;

/** Our journal is folded once meanwhile, while the saves go on. */
const foldAt = 10;

function textOf(number: number): string {
  return number === 0 ? 'Person 0' : `Version ${number}`;
}

function numberIn(text: unknown): number | null {
  const digits = typeof text === 'string' ? /^(?:Person|Version) (\d+)$/.exec(text)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/** A workshop as a closed one lies there. */
async function closedWorkshop(): Promise<DiskImage> {
  const disk = powerDisk(emptyLibrary);
  await storedWorkshop('/library', disk.files);
  const { store } = await openStore(workshopPath, disk.files);
  await store.compact();
  await store.close();
  return disk.image();
}

const ours: Contender = {
  name: 'our journal',
  start: closedWorkshop,
  open: async (files) => {
    const { store } = await openStore(workshopPath, files);
    let folding: Promise<void> | null = null;
    return {
      save: async (number) => {
        if (number === foldAt) folding = store.compact();
        const saved = await store.commit(renamePerson(0, number, textOf(number - 1), textOf(number)));
        if (!saved.ok) throw new Error(`Not saved: ${JSON.stringify(saved.failure)}`);
      },
      close: async () => {
        await folding;
        await store.close();
      },
    };
  },
  read: async (image) => {
    let document: WorkshopDocument;
    try {
      ({
        store: { document },
      } = await openStore(workshopPath, powerDisk(image).files));
    } catch {
      return null;
    }
    return numberIn(document.records.participants.get('person-0')?.['fullName']);
  },
};

/** The one field that everybody saves. */
interface Participants {
  readonly collections: { readonly participants: Record<string, Record<string, unknown> | undefined> };
}

function parsed(bytes: Uint8Array): Participants {
  return JSON.parse(new TextDecoder().decode(bytes)) as Participants;
}

function setNumber({ collections: { participants } }: Participants, number: number): void {
  participants['person-0'] = { ...participants['person-0'], fullName: textOf(number) };
}

/** A package that keeps the whole workshop in one file. It brings its own way to the file system, so the disk is laid under it. */
function oneFile(name: string, writerOf: (data: Participants) => (number: number) => Promise<void>): Contender {
  return {
    name,
    start: async () => {
      const { files } = await closedWorkshop();
      const bytes = files.get(`${workshopPath}/workshop.json`) ?? new Uint8Array();
      return { files: new Map([[modelledFile, bytes]]), folders: new Set([modelledFolder]) };
    },
    open: async (files) => {
      const bytes = (await files.readFile(modelledFile)) ?? new Uint8Array();
      const save = writerOf(parsed(bytes));
      const unmount = mountDisk(files, modelledFolder);
      return { save, close: async () => unmount() };
    },
    read: async ({ files }) => {
      try {
        return numberIn(parsed(files.get(modelledFile) ?? new Uint8Array()).collections.participants['person-0']?.['fullName']);
      } catch {
        return null;
      }
    },
  };
}

const lowdb = oneFile('plain lowdb', (data) => {
  const low = new Low(new JSONFile<Participants>(modelledFile), data);
  return (number) => low.update((workshop) => setNumber(workshop, number));
});

const atomic = oneFile('write-file-atomic', (data) => (number) => {
  setNumber(data, number);
  return writeFileAtomic(modelledFile, JSON.stringify(data, null, 2));
});

export const contenders = { ours, lowdb, atomic } as const;
