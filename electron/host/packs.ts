// Requests about follow-up packs: build them in the worker, hand them over through the shell, and remember what was handed out.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '../../shared/contract/answers.ts';
import type { BuiltPack, HostHandlers, UiLanguage } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { PackExport } from '../../shared/domain/follow-up/model.ts';
import { signedVersion } from '../../shared/domain/plan/rules.ts';
import type { View } from '../../shared/domain/collections.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { PackContent } from '../../shared/pack/content.ts';
import { packContent } from '../../shared/pack/pack-content.ts';
import type { BuiltFile, BuiltPacks } from '../documents/protocol.ts';
import type { ContentService } from './content.ts';
import type { HostOptions } from './host-options.ts';
import type { OpenDocument } from './open-document.ts';
import type { OutgoingItem } from './ports.ts';
import type { Workshops } from './workshops.ts';

/** Builds that can still be handed over; older ones are removed from the disk. */
const mostBuilds = 3;

interface Build {
  readonly workshopId: string;
  readonly clientId: string;
  readonly folder: string;
  readonly built: BuiltPacks;
  readonly teams: readonly { readonly teamId: string; readonly language: UiLanguage }[];
  readonly revision: number;
  readonly planVersions: readonly { readonly planId: string; readonly teamId: string; readonly number: number; readonly signed: boolean }[];
}

type What = { readonly kind: 'all' | 'copying' | 'folders' } | { readonly kind: 'team'; readonly teamId: string };

export interface PackService {
  readonly handlers: HostHandlers['packs'];
  /** Cancels what runs and removes the temporary folders. */
  readonly close: () => Promise<void>;
}

export function createPackService(options: HostOptions, workshops: Workshops, content: ContentService): PackService {
  const { worker, ports, publish, clock, newId, settings } = options;
  const running = new Map<string, AbortController>();
  const builds = new Map<string, Build>();
  let temporary: Promise<string> | null = null;

  function temporaryFolder(): Promise<string> {
    temporary ??= mkdtemp(join(tmpdir(), 'hrh-packs-'));
    return temporary;
  }

  async function newFolder(): Promise<string> {
    const folder = join(await temporaryFolder(), newId());
    await mkdir(folder);
    return folder;
  }

  /** What each team's pack says. Fails with `not-found` for a team that is gone. */
  async function contents(
    document: OpenDocument,
    teams: readonly { readonly teamId: string; readonly language: UiLanguage }[],
    draftOf?: string,
  ): Promise<Result<readonly PackContent[], Failure>> {
    const loaded = await content.content();
    if (!loaded.ok) return loaded;
    const shared = {
      content: loaded.value,
      documentId: document.documentId,
      workshopRevision: document.revision(),
      now: clock(),
      appVersion: options.appVersion,
    };
    const packs: PackContent[] = [];
    for (const { teamId, language } of teams) {
      const pack = packContent(document.view(), { ...shared, teamId, language, draftOf });
      if (!pack) return err({ code: 'not-found', collection: 'teams', id: teamId });
      packs.push(pack);
    }
    return ok(packs);
  }

  const build: HostHandlers['packs']['build'] = async ({ workshopId, buildId, teams }, caller) => {
    if (running.has(buildId) || builds.has(buildId)) return err({ code: 'bad-request', place: 'buildId' });
    const controller = new AbortController();
    running.set(buildId, controller);
    try {
      const document = await workshops.open(workshopId);
      if (!document.ok) return document;
      const packs = await contents(document.value, teams);
      if (!packs.ok) return packs;
      const revision = document.value.revision();
      const planVersions = versionsOf(document.value.view(), teams);
      const folder = await newFolder();
      const result = await worker.buildPacks(
        { folder, packs: packs.value },
        {
          signal: controller.signal,
          onProgress: (progress) => publish('packs', 'progress', { buildId, ...progress }, { clientId: caller.clientId }),
        },
      );
      if (!result.ok) {
        await rm(folder, { recursive: true, force: true });
        return result;
      }
      builds.set(buildId, { workshopId, clientId: caller.clientId, folder, built: result.value, teams, revision, planVersions });
      await forgetOldest();
      return ok(shown(buildId, result.value));
    } finally {
      running.delete(buildId);
    }
  };

  async function forgetOldest(): Promise<void> {
    const [oldest] = builds;
    if (builds.size <= mostBuilds || !oldest) return;
    builds.delete(oldest[0]);
    await rm(oldest[1].folder, { recursive: true, force: true });
  }

  const deliver: HostHandlers['packs']['deliver'] = async ({ buildId, what }, caller) => {
    const found = builds.get(buildId);
    if (found?.clientId !== caller.clientId) return err({ code: 'pack-gone' });
    if (what.kind === 'folders' && options.shell === 'browser') return err({ code: 'not-allowed' });
    const outgoing = outgoingOf(found, what);
    if (!outgoing) return err({ code: 'pack-nothing-chosen' });
    const delivered = await ports.deliver(outgoing.item, caller);
    if (!delivered.ok || delivered.value.kind === 'cancelled') return delivered;
    const logged = await logPack(found, outgoing, delivered.value);
    return logged.ok ? delivered : logged;
  };

  /** The pack log says what was built from which revision, and where it went. */
  async function logPack(found: Build, { files, teamIds }: Outgoing, delivery: Delivery): Promise<Result<unknown, Failure>> {
    const document = await workshops.open(found.workshopId);
    if (!document.ok) return document;
    const teams = found.teams.filter(({ teamId }) => teamIds.includes(teamId));
    const entry: PackExport = {
      id: newId() as PackExport['id'],
      at: clock(),
      audience: teams.length === 1 ? 'team' : 'all',
      teamIds: teams.map(({ teamId }) => teamId as PackExport['teamIds'][number]),
      languages: Object.fromEntries(teams.map(({ teamId, language }) => [teamId, language])),
      files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
      by: settings.get().facilitatorName,
      workshopRevision: found.revision,
      planVersions: found.planVersions
        .filter(({ teamId }) => teamIds.includes(teamId))
        .map(({ planId, number, signed }) => ({ planId, number, signed })),
      savedTo: delivery.kind === 'saved' ? delivery.where : '',
    };
    return document.value.execute(newId(), { name: 'packLog', entry });
  }

  const printPlan: HostHandlers['packs']['printPlan'] = async ({ workshopId, planId, language, which }, caller) => {
    const document = await workshops.open(workshopId);
    if (!document.ok) return document;
    const plan = document.value.view().get('plans', planId);
    if (!plan) return err({ code: 'not-found', collection: 'plans', id: planId });
    const draftOf = which === 'draft' ? planId : undefined;
    const packs = await contents(document.value, [{ teamId: plan.teamId, language }], draftOf);
    if (!packs.ok) return packs;
    const [pack] = packs.value;
    if (!pack) return err({ code: 'pack-nothing-chosen' });
    const printed = await worker.printPlan({ content: pack, planId });
    if (!printed.ok) return printed;
    const { fileName, bytes } = printed.value;
    const path = join(await newFolder(), fileName);
    await writeFile(path, bytes);
    return ports.deliver({ kind: 'file', path, fileName }, caller);
  };

  return {
    handlers: {
      build,
      cancel: async ({ buildId }) => {
        running.get(buildId)?.abort();
        return ok(null);
      },
      deliver,
      printPlan,
    },
    close: async () => {
      for (const controller of running.values()) controller.abort();
      builds.clear();
      if (temporary) await rm(await temporary, { recursive: true, force: true });
    },
  };
}

function shown(buildId: string, { teams, bytes, unprintable }: BuiltPacks): BuiltPack {
  return {
    buildId,
    teams: teams.map(({ teamId, files, zip }) => ({ teamId, files: files.length, bytes: zip.bytes })),
    bytes,
    unprintable,
  };
}

function versionsOf(view: View, teams: readonly { readonly teamId: string }[]): Build['planVersions'] {
  const chosen = new Set(teams.map(({ teamId }) => teamId));
  return [...view.all('plans')]
    .filter(({ teamId }) => chosen.has(teamId))
    .map(({ id, teamId, draftVersion }) => {
      const signed = signedVersion(view, id)?.version.number;
      return { planId: id, teamId, number: signed ?? draftVersion, signed: signed !== undefined };
    });
}

interface Outgoing {
  readonly item: OutgoingItem;
  readonly teamIds: readonly string[];
  readonly files: readonly BuiltFile[];
}

/** What leaves for a choice of the page; null when the build holds nothing of the kind. */
function outgoingOf({ folder, built, teams }: Build, what: What): Outgoing | null {
  const teamIds = teams.map(({ teamId }) => teamId);
  const file = (found: BuiltFile | null | undefined, ids: readonly string[]): Outgoing | null =>
    found ? { item: { kind: 'file', path: found.path, fileName: found.name }, teamIds: ids, files: [found] } : null;
  switch (what.kind) {
    case 'all':
      return file(built.all, teamIds);
    case 'copying':
      return file(built.copying, teamIds);
    case 'team':
      return file(built.teams.find(({ teamId }) => teamId === what.teamId)?.zip, [what.teamId]);
    case 'folders':
      return {
        item: { kind: 'folder', path: folder, fileName: built.all.name.replace(/\.zip$/, '') },
        teamIds,
        files: built.teams.flatMap(({ files }) => files),
      };
    default:
      return assertNever(what);
  }
}
