// One build at a time: progress of this build only, cancel by its id, and every way it can end.
import { beforeEach, describe, expect, it } from 'vitest';
import type { BuiltPack, HostClient, PackProgress } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createPackBuild, type PackBuild } from '../../../renderer/features/hand-out/pack-build.ts';
import { packLanguage } from '../../../renderer/features/hand-out/pack-language.ts';

const teams = [
  { teamId: 'kenya', language: 'en' },
  { teamId: 'togo', language: 'fr' },
] as const;

let asked: { readonly buildId: string; readonly answer: (result: Result<BuiltPack, Failure>) => void }[];
let cancelled: string[];
let listeners: Set<(progress: PackProgress) => void>;
let build: PackBuild;

beforeEach(() => {
  asked = [];
  cancelled = [];
  listeners = new Set();
  let ids = 0;
  const packs: Partial<HostClient['packs']> = {
    build: ({ buildId }) => new Promise((answer) => asked.push({ buildId, answer })),
    cancel: async ({ buildId }) => {
      cancelled.push(buildId);
      return ok(null);
    },
    onProgress: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  build = createPackBuild({ client: { packs: packs as HostClient['packs'] }, workshopId: 'w', newId: () => `build-${(ids += 1)}` });
});

function progress(buildId: string, done: number): void {
  for (const listener of listeners) listener({ buildId, done, total: 15, label: 'Kenya, plan 2' });
}

const pack: BuiltPack = { buildId: 'build-1', teams: [], bytes: 7, unprintable: [] };

describe('a build', () => {
  it('shows its own progress and nobody else’s', async () => {
    const end = build.start(teams, 3);
    expect(build.state.get()).toEqual({ kind: 'building', done: 0, total: 2, label: '' });
    progress('build-1', 7);
    progress('another', 9);
    expect(build.state.get()).toEqual({ kind: 'building', done: 7, total: 15, label: 'Kenya, plan 2' });
    asked[0]?.answer(ok(pack));
    await end;
    expect(build.state.get()).toEqual({ kind: 'built', pack, content: 3 });
    expect(listeners.size).toBe(0);
  });

  it('is alone: a second start waits for nothing and asks nothing', async () => {
    void build.start(teams, 0);
    await build.start(teams, 0);
    expect(asked).toHaveLength(1);
  });

  it('is cancelled by its id, and can be begun again', async () => {
    const end = build.start(teams, 0);
    build.cancel();
    expect(cancelled).toEqual(['build-1']);
    asked[0]?.answer(err({ code: 'pack-cancelled' }));
    await end;
    expect(build.state.get()).toEqual({ kind: 'cancelled' });
    build.cancel();
    expect(cancelled).toHaveLength(1);
    void build.start(teams, 0);
    expect(asked[1]?.buildId).toBe('build-2');
  });

  it('keeps why it failed', async () => {
    const end = build.start(teams, 0);
    asked[0]?.answer(err({ code: 'pack-failed', file: '00-cover.pdf' }));
    await end;
    expect(build.state.get()).toEqual({ kind: 'failed', failure: { code: 'pack-failed', file: '00-cover.pdf' } });
  });
});

describe('the language of a pack', () => {
  it.each([
    ['fr', ['en'], 'fr'],
    ['fr-BF', ['en'], 'fr'],
    ['pt', ['fr', 'en'], 'fr'],
    ['', ['en', 'fr'], 'en'],
    ['ar', ['pt'], 'en'],
  ] as const)('of a team that speaks %j in a room of %j is %s', (language, languages, expected) => {
    expect(packLanguage({ language }, { languages: [...languages] })).toBe(expected);
  });

  it('of a team that is gone is the room’s', () => {
    expect(packLanguage(undefined, { languages: ['fr'] })).toBe('fr');
  });
});
