// What a command is: an imperative name, a schema and a pure decision. Also the two decisions that every area shares: set a field, remove a record.
import { z } from 'zod';
import type { Instant } from '../kernel/instant.ts';
import type { NewId } from '../kernel/ids.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { idSchema } from '../kernel/schema.ts';
import { recordSchemas, type CollectionName, type Collections, type DocumentChange, type View } from './collections.ts';
import { references } from './references.ts';
import type { SteadyReading } from './clock/reading.ts';
import type { SignOffProblem } from './plan/rules.ts';
import { asTypedField, asTypedIn } from './as-typed.ts';
import { longestText } from '../kernel/limits.ts';

/** Everything from outside that a decision may use. */
export interface DecideContext {
  readonly now: Instant;
  readonly newId: NewId;
  /** Who acts, as shown in history: the facilitator's name of this installation. */
  readonly actor: string;
  /** Clocks that nobody sets, and the replica that writes; left out where nothing is measured, such as for the past of the sample. */
  readonly steady?: SteadyReading | undefined;
}

export interface RecordPlace {
  readonly collection: CollectionName;
  readonly id: string;
}

/** Why a command was not carried out. Stable codes; every code has a message in every language. */
export type CommandFailure =
  | { readonly code: 'not-found'; readonly collection: CollectionName; readonly id: string }
  | { readonly code: 'already-exists'; readonly collection: CollectionName; readonly id: string }
  | {
      readonly code: 'field-changed';
      readonly collection: CollectionName;
      readonly id: string;
      readonly field: string;
      readonly current: unknown;
      readonly yours: unknown;
    }
  | { readonly code: 'invalid-value'; readonly collection: CollectionName; readonly field: string }
  | {
      readonly code: 'text-too-long';
      readonly collection: CollectionName;
      readonly field: string;
      readonly length: number;
      readonly limit: number;
    }
  | { readonly code: 'referred-to'; readonly by: readonly RecordPlace[] }
  | { readonly code: 'plan-locked'; readonly planId: string }
  | { readonly code: 'plan-not-signed'; readonly planId: string }
  | { readonly code: 'plan-incomplete'; readonly planId: string; readonly problems: readonly SignOffProblem[] }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'not-in-this-state'; readonly state: string }
  | { readonly code: 'undo-nothing' }
  | { readonly code: 'undo-overtaken'; readonly collection: CollectionName; readonly id: string; readonly field: string };

export type Decision = Result<readonly DocumentChange[], CommandFailure>;

export interface CommandDefinition<Name extends string = string, Input = unknown> {
  readonly name: Name;
  readonly schema: z.ZodType<Input>;
  readonly decide: (view: View, input: Input, context: DecideContext) => Decision;
  /** Clock events, sign-off and packs have their own way back and are not in undo (design §3). */
  readonly isUndoable: boolean;
}

interface CommandParts<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name;
  readonly input: Shape;
  readonly decide: (view: View, input: z.infer<z.ZodObject<Shape>>, context: DecideContext) => Decision;
  readonly isUndoable?: boolean;
}

/** Declares a command. The input is checked by `input` before `decide` sees it; `name` tells it from the others. */
export function command<const Name extends string, Shape extends z.ZodRawShape>(
  parts: CommandParts<Name, Shape>,
): CommandDefinition<Name, { readonly name: Name } & z.infer<z.ZodObject<Shape>>> {
  return {
    name: parts.name,
    schema: z.object({ name: z.literal(parts.name), ...parts.input }) as unknown as z.ZodType<
      { readonly name: Name } & z.infer<z.ZodObject<Shape>>
    >,
    decide: parts.decide,
    isUndoable: parts.isUndoable ?? true,
  };
}

/** A creation of one record. */
export function created<Name extends CollectionName>(collection: Name, record: Collections[Name]): DocumentChange {
  return { kind: 'created', collection, id: record.id, record: record };
}

/** An update by field; fields that keep their value are left out, so an update without effect is no change at all. */
export function updated<Name extends CollectionName>(
  collection: Name,
  record: Collections[Name],
  next: Partial<Collections[Name]>,
): readonly DocumentChange[] {
  const before = record as StoredRecord;
  const fields = Object.fromEntries(
    Object.entries(next)
      .filter(([name, value]) => !sameValue(before[name], value))
      .map(([name, value]) => [name, { before: before[name], after: value }]),
  );
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'updated', collection, id: record.id, fields }];
}

export function notFound(collection: CollectionName, id: string): Decision {
  return err({ code: 'not-found', collection, id });
}

type FieldName<Name extends CollectionName> = Extract<keyof Collections[Name], string>;

interface SetParts<Name extends CollectionName, CommandName extends string, Field extends string> {
  readonly name: CommandName;
  readonly collection: Name;
  readonly fields: readonly [Field, ...Field[]];
  /** Refuses the edit for a reason of the area, such as a locked plan. */
  readonly guard?: (
    view: View,
    record: Collections[Name],
    edit: { readonly field: Field; readonly value: unknown },
  ) => CommandFailure | null;
}

export interface SetInput<CommandName extends string, Field extends string> {
  readonly name: CommandName;
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  /** What the page showed before the edit. Where it differs from what is stored, somebody else was faster. */
  readonly was?: unknown;
  /** What was typed into the field and not understood; `value` is then what the field holds beside it. Left out, there is nothing such. */
  readonly asTyped?: string | undefined;
  /** The words that the page showed before the edit, as `was`. */
  readonly wasTyped?: string | undefined;
}

/**
 * Declares "set one field of a record": the value is checked by the schema of that field. A value that was understood takes away the words that
 * stood there before and were not (`asTyped`).
 * Fails with `field-changed` and both values when `was` is given and no longer holds, and with `text-too-long` above 20,000 characters.
 */
export function setCommand<Name extends CollectionName, const CommandName extends string, const Field extends FieldName<Name>>(
  parts: SetParts<Name, CommandName, Field>,
): CommandDefinition<CommandName, SetInput<CommandName, Field>> {
  const { collection } = parts;
  return {
    name: parts.name,
    isUndoable: true,
    schema: z.object({
      name: z.literal(parts.name),
      id: idSchema<string>(),
      field: z.enum(parts.fields),
      value: z.unknown(),
      was: z.unknown().optional(),
      asTyped: z.string().optional(),
      wasTyped: z.string().optional(),
    }),
    decide: (view, { id, field, value, was, asTyped = '', wasTyped }) => {
      const record = view.get(collection, id);
      if (!record) return notFound(collection, id);
      const parsed = parseField(collection, field, value);
      if (!parsed.ok) return parsed;
      const typed = typedBeside(collection, record, field, asTyped);
      if (!typed.ok) return typed;
      const current = (record as StoredRecord)[field];
      const isSame = sameValue(current, parsed.value);
      if (isSame && typed.value === null) return ok([]);
      if (was !== undefined && !isSame && !sameValue(current, was))
        return err({ code: 'field-changed', collection, id, field, current, yours: value });
      if (typed.value !== null && wasTyped !== undefined && typed.value.before !== wasTyped) {
        const { name, before, after } = typed.value;
        return err({ code: 'field-changed', collection, id, field: name, current: before, yours: after });
      }
      const missing = missingTarget(view, collection, field, parsed.value);
      if (missing) return err({ code: 'not-found', ...missing });
      const refusal = parts.guard?.(view, record, { field, value: parsed.value });
      if (refusal) return err(refusal);
      const words = typed.value === null ? {} : { [typed.value.name]: typed.value.after };
      return ok(updated(collection, record, { [field]: parsed.value, ...words } as Partial<Collections[Name]>));
    },
  };
}

/** The change of the words beside a field; null where they stay as they are. */
function typedBeside(
  collection: CollectionName,
  record: object,
  field: string,
  asTyped: string,
): Result<{ readonly name: string; readonly before: string; readonly after: string } | null, CommandFailure> {
  const name = asTypedField(collection, field);
  if (name === null) return asTyped === '' ? ok(null) : err({ code: 'invalid-value', collection, field });
  const parsed = parseField(collection, name, asTyped.trim());
  if (!parsed.ok) return parsed;
  const [before, after] = [asTypedIn(record, field), parsed.value as string];
  return ok(before === after ? null : { name, before, after });
}

/** Checks a value by the schema of its field; texts come back in NFC. */
export function parseField(collection: CollectionName, field: string, value: unknown): Result<unknown, CommandFailure> {
  if (typeof value === 'string' && value.length > longestText) {
    return err({ code: 'text-too-long', collection, field, length: value.length, limit: longestText });
  }
  const shape = recordSchemas[collection].unwrap().shape as Readonly<Record<string, z.ZodType>>;
  const parsed = shape[field]?.safeParse(typeof value === 'string' ? value.normalize('NFC') : value);
  return parsed?.success ? ok(parsed.data) : err({ code: 'invalid-value', collection, field });
}

/** The first record that `value` of a reference field names and that does not exist. */
export function missingTarget(view: View, collection: CollectionName, field: string, value: unknown): RecordPlace | null {
  const reference = references.find((candidate) => candidate.from === collection && candidate.field === field);
  if (!reference || value === null) return null;
  const targets = (Array.isArray(value) ? value : [value]) as readonly string[];
  const missing = targets.find((id) => view.get(reference.to, id) === undefined);
  return missing === undefined ? null : { collection: reference.to, id: missing };
}

/**
 * The changes that remove a record and keep every reference whole: dependants go with it, optional references are cleared.
 * Fails with `referred-to` and the list when a reference forbids it; nothing is removed then.
 */
export function removal(view: View, collection: CollectionName, id: string): Decision {
  const removedPlaces = new Map<string, RecordPlace>();
  const blockers: RecordPlace[] = [];
  const clears: { readonly place: RecordPlace; readonly field: string; readonly isMany: boolean; readonly target: string }[] = [];
  const visit = (place: RecordPlace): void => {
    const key = `${place.collection} ${place.id}`;
    if (removedPlaces.has(key)) return;
    removedPlaces.set(key, place);
    for (const reference of references) {
      if (reference.to !== place.collection) continue;
      for (const record of view.all(reference.from)) {
        const value = (record as StoredRecord)[reference.field];
        if (!(reference.many ? (value as readonly string[]).includes(place.id) : value === place.id)) continue;
        const from: RecordPlace = { collection: reference.from, id: record.id };
        if (reference.onRemoval === 'remove-too') visit(from);
        else if (reference.onRemoval === 'clear')
          clears.push({ place: from, field: reference.field, isMany: reference.many, target: place.id });
        else blockers.push(from);
      }
    }
  };
  if (!view.get(collection, id)) return notFound(collection, id);
  visit({ collection, id });
  const isRemoved = (place: RecordPlace) => removedPlaces.has(`${place.collection} ${place.id}`);
  const standing = blockers.filter((place) => !isRemoved(place));
  if (standing.length > 0) return err({ code: 'referred-to', by: standing });
  const cleared = clearChanges(
    view,
    clears.filter(({ place }) => !isRemoved(place)),
  );
  const removed = [...removedPlaces.values()].toReversed().map((place): DocumentChange => {
    return { kind: 'removed', ...place, record: view.get(place.collection, place.id) as StoredRecord };
  });
  return ok([...cleared, ...removed]);
}

function clearChanges(
  view: View,
  clears: readonly { readonly place: RecordPlace; readonly field: string; readonly isMany: boolean; readonly target: string }[],
): readonly DocumentChange[] {
  const byField = new Map<string, { place: RecordPlace; field: string; isMany: boolean; targets: Set<string> }>();
  for (const clear of clears) {
    const key = `${clear.place.collection} ${clear.place.id} ${clear.field}`;
    const entry = byField.get(key) ?? { place: clear.place, field: clear.field, isMany: clear.isMany, targets: new Set<string>() };
    entry.targets.add(clear.target);
    byField.set(key, entry);
  }
  return [...byField.values()].map(({ place, field, isMany, targets }): DocumentChange => {
    const before = (view.get(place.collection, place.id) as StoredRecord)[field];
    const after = isMany ? (before as readonly string[]).filter((target) => !targets.has(target)) : null;
    return { kind: 'updated', ...place, fields: { [field]: { before, after } } };
  });
}

/** Joins decisions: the first failure wins, else all changes in order. */
export function allOf(decisions: readonly Decision[]): Decision {
  const changes: DocumentChange[] = [];
  for (const decision of decisions) {
    if (!decision.ok) return decision;
    changes.push(...decision.value);
  }
  return ok(changes);
}
