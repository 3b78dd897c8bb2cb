// Workshop files as they travel, good ones and such as a stranger may send.
import { gzipSync } from 'node:zlib';
import { snapshotParts } from '../../electron/store/snapshot.ts';
import { toStored, type StoredDocument, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { sampleWorkshop } from './sample-workshop.ts';

/** workshop.json of the sample, as the store writes it. */
export function plainWorkshop(document: WorkshopDocument = sampleWorkshop().document): Buffer {
  return Buffer.from([...snapshotParts(document)].join(''));
}

/** The sample as `.hrhworkshop`. */
export function packedWorkshop(document?: WorkshopDocument): Buffer {
  return gzipSync(plainWorkshop(document));
}

/** The sample with something changed in its JSON, which no command would have done. */
export function tamperedWorkshop(tamper: (stored: Tampered) => void): Buffer {
  const stored = structuredClone(toStored(sampleWorkshop().document)) as unknown as Tampered;
  tamper(stored);
  return gzipSync(JSON.stringify(stored));
}

type Loose<T> = T extends object ? { -readonly [Key in keyof T]: Loose<T[Key]> } : T;

export type Tampered = Omit<Loose<StoredDocument>, 'collections' | 'stamps' | 'tombstones'> & {
  collections: Record<string, Record<string, Record<string, unknown>>>;
  stamps: Record<string, Record<string, unknown>>;
  tombstones: Record<string, Record<string, unknown>>;
};
