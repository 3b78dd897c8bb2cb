// Workshops that leave as one file: whole, one team's plans, or without people. Written into a temporary folder, read back, then handed over.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../shared/contract/failures.ts';
import { currentSchemaVersion, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { viewOf } from '../../shared/document/records.ts';
import { workshopTitle } from '../../shared/document/workshop-title.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { fileSafeName } from '../../shared/pack/file-safe-name.ts';
import type { DeriveWorkshopInput } from '../documents/derive-workshop.ts';
import { copyExtension } from '../store/copy-name.ts';
import { errorCode } from '../store/file-port.ts';
import { piecesOf } from '../store/json-file.ts';
import { writePacked } from '../store/packed.ts';
import { snapshotParts } from '../store/snapshot.ts';
import type { HostOptions } from './host-options.ts';
import type { OutgoingItem } from './ports.ts';
import { shellTexts } from './shell-texts.ts';

/** Longest parts of a file's name that come from the titles of workshop and team. */
const longestTitlePart = 40;
const longestTeamPart = 24;

export type WhatLeaves = { readonly kind: 'whole' | 'without-people' } | { readonly kind: 'team'; readonly teamId: string };

export interface OutgoingWorkshops {
  /** Fails with `not-found` for a team that is gone, `save-failed` when the temporary folder cannot take it. */
  readonly make: (document: WorkshopDocument, what: WhatLeaves) => Promise<Result<OutgoingItem, Failure>>;
  /** Removes everything that was made. */
  readonly close: () => Promise<void>;
}

export function outgoingWorkshops(options: HostOptions): OutgoingWorkshops {
  const { newId, clock, appVersion, settings } = options;
  let temporary: Promise<string> | null = null;

  async function newFolder(): Promise<string> {
    temporary ??= mkdtemp(join(tmpdir(), 'hrh-files-'));
    const folder = join(await temporary, newId());
    await mkdir(folder);
    return folder;
  }

  /** In pieces, beside whatever people do meanwhile. What leaves in part only is made of this file, in the worker. */
  async function writeWhole(document: WorkshopDocument, path: string): Promise<void> {
    const { files } = options;
    const schemaVersion = Math.max(currentSchemaVersion, document.envelope.schemaVersion);
    const whole = { ...document, envelope: { ...document.envelope, schemaVersion, appVersion } };
    await writePacked(files, path, piecesOf(snapshotParts(whole)));
  }

  /** `HRH-Action-Workshop-Team-North-2026-03-20-1042.hrhworkshop` */
  function fileNameOf({ records }: WorkshopDocument, what: WhatLeaves, title: string): string {
    const parts = [fileSafeName(title, longestTitlePart, 'workshop')];
    if (what.kind === 'team') parts.push(fileSafeName(viewOf(records).get('teams', what.teamId)?.name ?? '', longestTeamPart));
    if (what.kind === 'without-people') parts.push(shellTexts(settings.get().language ?? options.systemLanguage)('file.withoutPeople'));
    parts.push(clock().slice(0, 16).replace('T', '-').replace(':', ''));
    return `${parts.join('-')}${copyExtension}`;
  }

  function derived(what: WhatLeaves): DeriveWorkshopInput['what'] | null {
    switch (what.kind) {
      case 'team':
        return what;
      case 'without-people':
        // Neither the workshop nor the machine can be told from the new names.
        return { kind: what.kind, documentId: newId(), replica: newId(), appVersion, now: clock() };
      case 'whole':
        return null;
      default:
        return assertNever(what);
    }
  }

  return {
    make: async (document, what) => {
      if (what.kind === 'team' && !document.records.teams.has(what.teamId)) {
        return err({ code: 'not-found', collection: 'teams', id: what.teamId });
      }
      const folder = await newFolder();
      const whole = join(folder, 'whole');
      try {
        await writeWhole(document, whole);
      } catch (error) {
        return err({ code: 'save-failed', folder, reason: errorCode(error) });
      }
      const plan = derived(what);
      if (!plan) return ok({ kind: 'file', path: whole, fileName: fileNameOf(document, what, workshopTitle(document)) });
      const path = join(folder, what.kind);
      const made = await options.worker.deriveWorkshop({ from: whole, to: path, what: plan });
      await rm(whole);
      return made.ok ? ok({ kind: 'file', path, fileName: fileNameOf(document, what, made.value.title) }) : made;
    },
    close: async () => {
      if (temporary) await rm(await temporary, { recursive: true, force: true });
    },
  };
}
