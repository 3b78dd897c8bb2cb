// One build of packs at a time for an open workshop. It lives beside the page: going to another screen does not lose it.
import type { BuiltPack, HostClient, UiLanguage } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { NewId } from '../../../shared/kernel/ids.ts';
import { observable, type Observable } from '../../host/observable.ts';

export interface PackTeam {
  readonly teamId: string;
  readonly language: UiLanguage;
}

export type BuildState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'building';
      readonly done: number;
      readonly total: number;
      /** Team and plan at work; '' before the first word of the worker. */ readonly label: string;
    }
  | {
      readonly kind: 'built';
      readonly pack: BuiltPack;
      /** What the caller noted of the content when the build began. */ readonly content: number;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface PackBuild {
  readonly state: Observable<BuildState>;
  /** Begins a build; does nothing while one is at work. Settles when it has ended in any way. */
  readonly start: (teams: readonly PackTeam[], content: number) => Promise<void>;
  readonly cancel: () => void;
}

interface PackBuildInput {
  readonly client: Pick<HostClient, 'packs'>;
  readonly workshopId: string;
  readonly newId: NewId;
}

export function createPackBuild({ client, workshopId, newId }: PackBuildInput): PackBuild {
  const state = observable<BuildState>({ kind: 'idle' });
  let running: string | null = null;
  return {
    state,
    start: async (teams, content) => {
      if (running !== null) return;
      const buildId = newId();
      running = buildId;
      state.set({ kind: 'building', done: 0, total: teams.length, label: '' });
      const stop = client.packs.onProgress((progress) => {
        if (progress.buildId !== buildId) return;
        state.set({ kind: 'building', done: progress.done, total: progress.total, label: progress.label });
      });
      const answer = await client.packs.build({ workshopId, buildId, teams: [...teams] });
      stop();
      running = null;
      if (answer.ok) state.set({ kind: 'built', pack: answer.value, content });
      else if (answer.failure.code === 'pack-cancelled') state.set({ kind: 'cancelled' });
      else state.set({ kind: 'failed', failure: answer.failure });
    },
    cancel: () => {
      if (running !== null) void client.packs.cancel({ buildId: running });
    },
  };
}
