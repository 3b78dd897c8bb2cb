// What was typed in a workshop and is not saved, as the host keeps it: shown in its fields, and listed.
import type { HostClient } from '../../shared/contract/contract.ts';
import type { Draft } from '../../shared/contract/drafts.ts';
import { fieldSetBy } from '../../shared/contract/field-key.ts';
import { observable, type Observable } from '../host/observable.ts';
import type { KeptTexts, KeptValue } from '../ui/kept-text.tsx';

export interface Drafts {
  readonly all: Observable<readonly Draft[]>;
  /** By the fields that they were typed into. */
  readonly texts: KeptTexts;
  readonly letGo: (key: string) => void;
}

export const noDrafts: Drafts = {
  all: observable([]),
  texts: { get: () => undefined, subscribe: () => () => undefined, letGo: () => undefined },
  letGo: () => undefined,
};

export interface LiveDrafts extends Drafts {
  /** Takes over what a snapshot said. */
  readonly load: (drafts: readonly Draft[]) => void;
  readonly close: () => void;
}

export function createDrafts(client: Pick<HostClient, 'drafts'>, workshopId: string): LiveDrafts {
  const all = observable<readonly Draft[]>([]);
  const stop = client.drafts.onChanged((changed) => {
    if (changed.workshopId === workshopId) all.set(changed.drafts);
  });
  const letGo = (key: string) => {
    all.set(all.get().filter((draft) => draft.key !== key));
    void client.drafts.letGo({ workshopId, key });
  };
  return {
    all,
    texts: { get: (target) => textOf(all.get(), target), subscribe: all.subscribe, letGo },
    letGo,
    load: all.set,
    close: stop,
  };
}

/** A field asks at every drawing, and is to get the same object. */
const shown = new WeakMap<Draft, KeptValue>();

function textOf(drafts: readonly Draft[], target: string): KeptValue | undefined {
  const found = drafts.find(({ key }) => key === target);
  if (found?.kind !== 'refused') return undefined;
  const known = shown.get(found);
  if (known) return known;
  const value = fieldSetBy(found.command) ?? undefined;
  if (value) shown.set(found, value);
  return value;
}
