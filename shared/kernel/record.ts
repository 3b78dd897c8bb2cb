// Records, changes by field and the read-only view that commands decide against. Knows no entity.

/** A stored record: an id and fields. Loose: fields of newer versions or of hand edits are kept. */
export type StoredRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** One field before and after. An absent field is `undefined`, which never appears in stored JSON. */
export interface FieldChange {
  readonly before: unknown;
  readonly after: unknown;
}

/** Changes are by field, so that two people may edit two fields of one record (design §3). */
export type Change<Collection extends string = string> =
  | { readonly kind: 'created'; readonly collection: Collection; readonly id: string; readonly record: StoredRecord }
  | { readonly kind: 'removed'; readonly collection: Collection; readonly id: string; readonly record: StoredRecord }
  | {
      readonly kind: 'updated';
      readonly collection: Collection;
      readonly id: string;
      readonly fields: Readonly<Record<string, FieldChange>>;
    };

/** Structural equality of JSON values; the order of object keys does not matter. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  const otherCount = Object.keys(right).filter((key) => right[key] !== undefined).length;
  return keys.length === otherCount && keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}
