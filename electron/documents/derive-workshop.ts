// Makes another workshop file out of a whole one: one team's plans, or a copy in which people have become initials.
import { dirname } from 'node:path';
import type { PackFailure } from '../../shared/contract/failures.ts';
import type { WorkshopDocument } from '../../shared/document/envelope.ts';
import { teamPart } from '../../shared/document/team-part.ts';
import { withoutPeople, type WithoutPeopleInput } from '../../shared/document/without-people.ts';
import { workshopTitle } from '../../shared/document/workshop-title.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { errorCode } from '../store/file-port.ts';
import { piecesOf } from '../store/json-file.ts';
import { nodeFiles } from '../store/node-files.ts';
import { unpack, writePacked } from '../store/packed.ts';
import { parseSnapshot, snapshotParts } from '../store/snapshot.ts';

export interface DeriveWorkshopInput {
  /** A whole workshop of our own making, as a compressed file. */
  readonly from: string;
  readonly to: string;
  readonly what: { readonly kind: 'team'; readonly teamId: string } | ({ readonly kind: 'without-people' } & WithoutPeopleInput);
}

export interface DerivedWorkshop {
  /** As it stands in the new file. */
  readonly title: string;
}

/** Writes the file and reads it back. Fails with `save-failed` when the disk does not take it. Throws for anything but a good file to begin with. */
export async function deriveWorkshop({ from, to, what }: DeriveWorkshopInput): Promise<Result<DerivedWorkshop, PackFailure>> {
  const derived = derive(await wholeWorkshop(from), what);
  try {
    await writePacked(nodeFiles, to, piecesOf(snapshotParts(derived)));
    return ok({ title: workshopTitle(derived) });
  } catch (error) {
    return err({ code: 'save-failed', folder: dirname(to), reason: errorCode(error) });
  }
}

async function wholeWorkshop(path: string): Promise<WorkshopDocument> {
  const packed = await nodeFiles.readFile(path);
  const bytes = packed && (await unpack(packed));
  const snapshot = bytes && parseSnapshot(bytes);
  if (snapshot?.kind !== 'good') throw new Error('The workshop to derive from cannot be read');
  return snapshot.document;
}

function derive(whole: WorkshopDocument, what: DeriveWorkshopInput['what']): WorkshopDocument {
  switch (what.kind) {
    case 'team': {
      const part = teamPart(whole, what.teamId);
      if (!part) throw new Error('The team is not in the workshop');
      // Says to whoever opens the file that it is a part; a merge does not need it.
      return { ...part, envelope: Object.assign({ ...part.envelope }, { part: { kind: what.kind, teamId: what.teamId } }) };
    }
    case 'without-people':
      return withoutPeople(whole, what);
    default:
      return assertNever(what);
  }
}
