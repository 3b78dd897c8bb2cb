// The host, the settings and the shipped content for every component below.
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { HostClient, Settings, StartInfo } from '../../shared/contract/contract.ts';
import type { Host } from '../host/connect-host.ts';
import { observable, type Source } from '../host/observable.ts';
import type { OutboxState } from '../host/outbox.ts';
import type { Connection } from '../host/transport.ts';
import { createHostClock, type HostClock } from './host-clock.ts';
import { useObservable } from './use-observable.ts';

interface HostParts {
  readonly host: Host;
  readonly start: StartInfo;
  readonly settings: Source<Settings>;
  readonly clock: HostClock;
}

const HostContext = createContext<HostParts | null>(null);

interface HostProviderProps {
  readonly host: Host;
  readonly start: StartInfo;
  readonly children: ReactNode;
}

export function HostProvider({ host, start, children }: HostProviderProps): ReactNode {
  const parts = useMemo(() => {
    const settings = observable(start.settings);
    host.client.app.onSettingsChanged(settings.set);
    const clock = createHostClock(start, async () => {
      const answer = await host.client.app.start({});
      return answer.ok ? answer.value : null;
    });
    return { host, start, settings, clock };
  }, [host, start]);
  useEffect(() => {
    const { renew } = parts.clock;
    const stopReturn = host.onReturn(renew);
    document.addEventListener('visibilitychange', renew);
    window.addEventListener('focus', renew);
    return () => {
      stopReturn();
      document.removeEventListener('visibilitychange', renew);
      window.removeEventListener('focus', renew);
    };
  }, [host, parts]);
  return <HostContext value={parts}>{children}</HostContext>;
}

function useParts(): HostParts {
  const parts = useContext(HostContext);
  if (parts === null) throw new Error('The host needs a HostProvider above it');
  return parts;
}

export function useHost(): Host {
  return useParts().host;
}

export function useClient(): HostClient {
  return useParts().host.client;
}

/** Facts that stay for the life of the page: version, shell, role, platform. */
export function useStart(): StartInfo {
  return useParts().start;
}

/** The settings as they are now; changed through `useSetSettings`. */
export function useSettings(): Settings {
  return useObservable(useParts().settings);
}

/** Saves some settings. The page shows them at once; the host answers with what it stored. */
export function useSetSettings(): (next: Partial<Settings>) => void {
  const { host, settings } = useParts();
  return (next) => {
    settings.set({ ...settings.get(), ...next });
    void host.client.app.setSettings(next).then((answer) => {
      if (answer.ok) settings.set(answer.value);
    });
  };
}

export function useConnection(): Connection {
  return useObservable(useParts().host.connection);
}

export function useOutboxState(): OutboxState {
  return useObservable(useParts().host.outbox.state);
}

/** The host's wall clock now, in milliseconds since 1970: tests fix it, and a laptop's own clock is the same. */
export function useNow(): () => number {
  const { clock } = useParts();
  return useMemo(() => () => clock.read().at, [clock]);
}

/** The host's clocks, from which the room's time is measured. */
export function useHostClock(): HostClock {
  return useParts().clock;
}
