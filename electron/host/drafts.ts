// What was typed and is not saved: kept beside its workshop until it is saved or let go. The host keeps what it refuses by itself, so that nothing is lost
// when the page that sent it is not there any more to hear why.
import type { DraftsChanged, Draft } from '../../shared/contract/drafts.ts';
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { fieldKeyOf } from '../../shared/contract/field-key.ts';
import { typedTextsOf } from '../../shared/contract/typed-texts.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { diskFailure } from '../store/disk-failure.ts';
import { openDrafts, type DraftsFile } from '../store/drafts-file.ts';
import type { HostOptions } from './host-options.ts';
import type { Workshops } from './workshops.ts';

export interface DraftService {
  readonly handlers: HostHandlers['drafts'];
  /** Fails as opening the workshop does, or as the disk does. */
  readonly list: (workshopId: string | null) => Promise<Result<readonly Draft[], Failure>>;
  /**
   * A command arrives. The returned function is told what it was answered: what it typed is kept when it was refused, and is a draft no more when
   * it was carried out, unless something for the same field that arrived later was refused or given up meanwhile: a refusal is quicker than a disk.
   */
  readonly arrived: (sent: SentCommand) => (failure: Failure | null) => Promise<void>;
  /** The past of a workshop is deleted, and everything that was typed there with it. */
  readonly forget: (workshopId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface SentCommand {
  readonly workshopId: string;
  readonly commandId: string;
  readonly command: Command;
}

export function createDraftService({ files, clock, publish, log }: HostOptions, workshops: Workshops): DraftService {
  const opened = new Map<string, Promise<DraftsFile>>();
  /** By key, the place among all arrivals of what was refused or given up last: what arrived before it has no say any more. */
  const latest = new WeakMap<DraftsFile, Map<string, number>>();
  let arrivals = 0;

  function latestIn(drafts: DraftsFile): Map<string, number> {
    const places = latest.get(drafts) ?? new Map<string, number>();
    latest.set(drafts, places);
    return places;
  }

  async function of(workshopId: string | null): Promise<Result<DraftsFile, Failure>> {
    if (workshopId === null) return openAt(workshops.folder(), false);
    const document = await workshops.open(workshopId);
    return document.ok ? openAt(document.value.folder, document.value.isReadOnly) : document;
  }

  async function openAt(folder: string, isReadOnly: boolean): Promise<Result<DraftsFile, Failure>> {
    const opening = opened.get(folder) ?? openDrafts({ files, folder, isReadOnly });
    opened.set(folder, opening);
    try {
      return ok(await opening);
    } catch (error) {
      opened.delete(folder);
      return err(diskFailure(error, folder));
    }
  }

  /** Does something to the drafts and tells the pages. What the disk refuses is still held, and written with what comes next. */
  async function change(workshopId: string | null, act: (drafts: DraftsFile) => Promise<void>): Promise<Result<null, Failure>> {
    const drafts = await of(workshopId);
    if (!drafts.ok) return drafts;
    const written = act(drafts.value);
    publish('drafts', 'changed', { workshopId, drafts: drafts.value.list() } satisfies DraftsChanged, { role: 'facilitator' });
    try {
      await written;
      return ok(null);
    } catch (error) {
      return err(diskFailure(error, workshops.folder()));
    }
  }

  return {
    handlers: {
      list: ({ workshopId }) => listOf(workshopId),
      keep: ({ workshopId, key, value }) => change(workshopId, (drafts) => drafts.put({ kind: 'typed', key, at: clock(), value })),
      letGo: ({ workshopId, key }) => {
        const place = (arrivals += 1);
        return change(workshopId, (drafts) => {
          latestIn(drafts).set(key, place);
          return drafts.remove(key);
        });
      },
    },
    list: listOf,
    arrived: ({ workshopId, commandId, command }) => {
      const key = fieldKeyOf(command) ?? commandId;
      const place = (arrivals += 1);
      return async (failure) => {
        const drafts = await of(workshopId);
        if (!drafts.ok) return;
        const places = latestIn(drafts.value);
        if ((places.get(key) ?? 0) > place) return;
        const known = drafts.value.list().find((draft) => draft.key === key);
        if (failure === null ? !known : typedTextsOf(command).length === 0) return;
        if (failure !== null) places.set(key, place);
        if (failure !== null && isSame(known, command)) return;
        const kept = await change(workshopId, (all) =>
          failure === null ? all.remove(key) : all.put({ kind: 'refused', key, at: clock(), command, why: failure.code }),
        );
        if (!kept.ok) log('drafts', new Error(kept.failure.code));
      };
    },
    forget: async (workshopId) => {
      const forgotten = await change(workshopId, (drafts) => drafts.clear());
      if (!forgotten.ok) throw new Error(forgotten.failure.code);
    },
    close: async () => {
      for (const opening of opened.values()) await opening.then((drafts) => drafts.close()).catch((error: unknown) => log('drafts', error));
    },
  };

  async function listOf(workshopId: string | null): Promise<Result<readonly Draft[], Failure>> {
    const drafts = await of(workshopId);
    return drafts.ok ? ok(drafts.value.list()) : drafts;
  }
}

/** The page sends again what the disk refuses, every two seconds: one of them is enough. */
function isSame(known: Draft | undefined, command: Command): boolean {
  return known?.kind === 'refused' && JSON.stringify(known.command) === JSON.stringify(command);
}
