// Who wrote each of the values that are open beside each other.
import { collectionNames } from '../domain/collection-names.ts';
import type { Conflict } from '../domain/conflicts/model.ts';
import type { StoredRecord } from '../kernel/record.ts';
import type { WorkshopDocument } from './envelope.ts';
import { stampsIn } from './stamps.ts';
import { whoWroteAny, type Wrote } from './writers.ts';

/** Null where nobody knows. */
export interface ConflictWriters {
  /** Of a removal: who changed the record last. */
  readonly shown: Wrote | null;
  /** In the order of the conflict's options. */
  readonly others: readonly (Wrote | null)[];
  /** Who removed the record. */
  readonly removed: Wrote | null;
}

/** @returns the writers of every open conflict, by its id */
export function conflictWriters({ envelope, records, stamps }: WorkshopDocument): Readonly<Record<string, ConflictWriters>> {
  const writers = envelope.writers ?? {};
  const all = [...records.conflicts.values()] as unknown as readonly (StoredRecord & Conflict)[];
  return Object.fromEntries(
    all.map(({ id, collection, recordId, field, options, removals }) => {
      const name = collectionNames.find((known) => known === collection);
      const own = name && stamps.records[name].get(recordId);
      const shown = !own ? [] : field === null ? [own.at, ...Object.values(own.fields ?? {})] : [own.fields?.[field] ?? own.at];
      return [
        id,
        {
          shown: whoWroteAny(writers, shown.flatMap(stampsIn)),
          others: options.map((option) => whoWroteAny(writers, option.stamps)),
          removed: whoWroteAny(
            writers,
            removals.map(({ at }) => at),
          ),
        },
      ];
    }),
  );
}
