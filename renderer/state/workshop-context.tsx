// The open workshop for every component below, and the hooks that read it.
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Executed } from '../../shared/contract/answers.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { CollectionName, Collections, View } from '../../shared/domain/collections.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Workshop } from '../../shared/domain/workshop/model.ts';
import { compareOrder, type OrderKey } from '../../shared/kernel/order-key.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { KeptTextsProvider } from '../ui/kept-text.tsx';
import { useObservable } from './use-observable.ts';
import type { Health, SessionState, WorkshopSession } from './workshop-session.ts';
import { workshopRecordId } from '../../shared/domain/workshop/values.ts';

const WorkshopContext = createContext<WorkshopSession | null>(null);

export function WorkshopProvider({ session, children }: { readonly session: WorkshopSession; readonly children: ReactNode }): ReactNode {
  return (
    <WorkshopContext value={session}>
      <KeptTextsProvider kept={session.drafts.texts}>{children}</KeptTextsProvider>
    </WorkshopContext>
  );
}

export function useSession(): WorkshopSession {
  const session = useContext(WorkshopContext);
  if (session === null) throw new Error('A workshop needs a WorkshopProvider above it');
  return session;
}

function useVersion(collections: readonly CollectionName[]): number {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => store.versionOf(collections));
}

/**
 * A view for the rules of shared/domain. Renders again, with a new view, when one of the named collections changes.
 * @param collections what the caller looks at; none = everything
 */
export function useView(...collections: readonly CollectionName[]): View {
  const { store } = useSession();
  const version = useVersion(collections.length === 0 ? collectionNames : collections);
  // The version is what makes a view new.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => ({ ...store.view }), [store, version]);
}

/** One record, or undefined when there is none with this id. */
export function useRecord<Name extends CollectionName>(collection: Name, id: string | null | undefined): Collections[Name] | undefined {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => (id === null || id === undefined ? undefined : store.view.get(collection, id)));
}

/** All records of a collection in no particular order; the same array until the collection changes. */
export function useCollection<Name extends CollectionName>(collection: Name): readonly Collections[Name][] {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => store.list(collection));
}

type OrderedCollection = {
  [Name in CollectionName]: Collections[Name] extends { readonly order: OrderKey } ? Name : never;
}[CollectionName];

/** Records in the order that people see. `keep` is asked again when its identity changes: keep it stable in long lists. */
export function useSorted<Name extends OrderedCollection>(
  collection: Name,
  keep?: (record: Collections[Name]) => boolean,
): readonly Collections[Name][] {
  const all = useCollection(collection);
  return useMemo(() => (keep ? all.filter(keep) : [...all]).toSorted(compareOrder), [all, keep]);
}

/** The workshop's own record. */
export function useWorkshop(): Workshop {
  const workshop = useRecord('workshop', workshopRecordId);
  if (workshop === undefined) throw new Error('This document has no workshop record');
  return workshop;
}

export function useSessionState(): SessionState {
  return useObservable(useSession().state);
}

/** Of the session's state only what hardly ever changes: screens are not drawn again by every save. */
export function useIsReadOnly(): boolean {
  const { state } = useSession();
  return useSyncExternalStore(state.subscribe, () => state.get().isReadOnly);
}

export function useHealth(): Health {
  return useObservable(useSession().health);
}

/** Sends a command: settles when it is durable and visible in the projection. */
export function useExecute(): (command: Command) => Promise<Result<Executed, Failure>> {
  const session = useSession();
  return useCallback((command: Command) => session.execute(command), [session]);
}
