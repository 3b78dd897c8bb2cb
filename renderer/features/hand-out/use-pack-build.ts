// The build of packs that belongs to the open workshop, and how it stands.
import type { WorkshopSession } from '../../state/workshop-session.ts';
import { useHost } from '../../state/host-context.tsx';
import { useObservable } from '../../state/use-observable.ts';
import { useSession } from '../../state/workshop-context.tsx';
import { createPackBuild, type BuildState, type PackBuild } from './pack-build.ts';

const builds = new WeakMap<WorkshopSession, PackBuild>();

export function usePackBuild(): { readonly build: PackBuild; readonly state: BuildState } {
  const session = useSession();
  const host = useHost();
  const build = builds.get(session) ?? createPackBuild({ client: host.client, workshopId: session.workshopId, newId: host.newId });
  builds.set(session, build);
  return { build, state: useObservable(build.state) };
}
