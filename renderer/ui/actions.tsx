// Actions of the screens that are open: one list serves the keyboard, the search "Find or do…" and the list of keys behind `?`.
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { matchesKey, ownsKey } from './keys.ts';
import { createPressGuard, isHeldPress, pressedWords } from './presses.ts';

export interface Action {
  readonly id: string;
  readonly label: string;
  /** `mod+K`, `F4`, `M`, `?`. `mod` is Ctrl, on a Mac Command. Plain letters act only while no text field has focus. */
  readonly keys?: string;
  readonly run: () => void;
  /** True leaves the key to what has the focus. */
  readonly isLeft?: (event: KeyboardEvent) => boolean;
  /** True acts again and again while the key is held down; else a held key acts once. */
  readonly isRepeated?: boolean;
  /** False keeps it out of the search, for actions that only make sense where the eye is. */
  readonly isFound?: boolean;
}

export interface ActionRegistry {
  readonly list: () => readonly Action[];
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Begins to offer. The latest offer comes first: an open drawer's keys win over its page's. It keeps its place whenever its actions change.
   * @param isBehind of the frame around every page: comes behind whatever a page offers, whichever was there first
   */
  readonly offer: (isBehind?: boolean) => Offer;
}

export interface Offer {
  readonly set: (actions: readonly Action[]) => void;
  readonly end: () => void;
}

export function createActionRegistry(): ActionRegistry {
  let offers: readonly { readonly isBehind: boolean; actions: readonly Action[] }[] = [];
  let flat: readonly Action[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    flat = [...offers.filter(({ isBehind }) => !isBehind), ...offers.filter(({ isBehind }) => isBehind)].flatMap(({ actions }) => actions);
    for (const listener of listeners) listener();
  };
  return {
    list: () => flat,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    offer: (isBehind = false) => {
      const own: (typeof offers)[number] = { isBehind, actions: [] };
      offers = [own, ...offers];
      return {
        set: (actions) => {
          own.actions = actions;
          changed();
        },
        end: () => {
          offers = offers.filter((offer) => offer !== own);
          changed();
        },
      };
    },
  };
}

const RegistryContext = createContext<ActionRegistry | null>(null);

function useRegistry(): ActionRegistry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('Actions need an ActionsProvider above them');
  return registry;
}

/** Listens to the keyboard for everything below. */
export function ActionsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState(createActionRegistry);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (isHeldPress(event)) return event.preventDefault();
      const isOwned = ownsKey(event.target, event.key);
      const found = registry.list().find((action) => action.keys !== undefined && matchesKey(event, action.keys, isOwned));
      if (!found || found.isLeft?.(event)) return;
      event.preventDefault();
      if (!event.repeat || found.isRepeated) found.run();
      return undefined;
    };
    const presses = createPressGuard();
    const onClick = (event: MouseEvent) => {
      if (presses.isSlip(event.detail, pressedWords(event.target))) event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('click', onClick, { capture: true });
    };
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Every action that is offered now. */
export function useOfferedActions(): readonly Action[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/**
 * Offers actions while the calling component is on the screen.
 * They may be written inline: a new list replaces the old one only when ids, words or keys differ; `run` is always the latest.
 * @param isBehind as in `ActionRegistry.offer`
 */
export function useActions(actions: readonly Action[], { isBehind = false }: { readonly isBehind?: boolean } = {}): void {
  const registry = useRegistry();
  const offer = useRef<Offer>(null);
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const shapes = JSON.stringify(actions.map(({ id, label, keys, isFound, isRepeated }) => ({ id, label, keys, isFound, isRepeated })));
  useEffect(() => {
    const own = registry.offer(isBehind);
    offer.current = own;
    return own.end;
  }, [registry, isBehind]);
  useEffect(() => {
    const now = (id: string) => latest.current.find((action) => action.id === id);
    const offered = (JSON.parse(shapes) as readonly Omit<Action, 'run' | 'isLeft'>[]).map((shape) => ({
      ...shape,
      isLeft: (event: KeyboardEvent) => now(shape.id)?.isLeft?.(event) ?? false,
      run: () => now(shape.id)?.run(),
    }));
    offer.current?.set(offered);
  }, [shapes]);
}
