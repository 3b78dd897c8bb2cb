// Undo and redo of one person: which commits make one step, and whether a step can still be taken back (design §3).
import type { CommandFailure, Decision, RecordPlace } from '../domain/command.ts';
import { isUndoable, type CommandName } from '../domain/commands.ts';
import { recordSchemas, type CollectionName, type DocumentChange, type View } from '../domain/collections.ts';
import { references } from '../domain/references.ts';
import { isLocked, planTouchedBy } from '../domain/plan/rules.ts';
import { isWrittenAgain, withConsequences } from '../domain/conflicts/rules.ts';
import { millisecondsOf, type Instant } from '../kernel/instant.ts';
import { sameValue, type StoredRecord } from '../kernel/record.ts';
import { err, ok } from '../kernel/result.ts';
import { invert } from './change.ts';
import { overlayOf } from './records.ts';
import { isStep } from './steps.ts';

/** So many steps can be taken back. */
export const undoDepth = 200;

/** Typing in one field for this long is one step. */
const typingMilliseconds = 60_000;

/** Steps of more changes, such as imports and merges, are not looked through at every save. */
const mostLookedThrough = 20;

/** Longer than any id, so that only free text takes it. */
const sampleText = 'x '.repeat(150);

/** Two teams that are one: the plans of the one go over to the other, signed ones too, and back. What was signed is frozen apart and stays. */
const reachesSigned: ReadonlySet<string> = new Set<CommandName>(['teamsMerge']);

export interface UndoStep {
  /** Ids of the commands, oldest first. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly beganAt: Instant;
  /** The same by a clock that nobody sets; not known of steps of an earlier run. */
  readonly beganSteady?: number | undefined;
  /** What the step did, as applied. */
  readonly changes: readonly DocumentChange[];
}

/** The newest step is the last of each list. */
export interface UndoStacks {
  readonly undo: readonly UndoStep[];
  readonly redo: readonly UndoStep[];
}

export const noSteps: UndoStacks = { undo: [], redo: [] };

/** One commit of this person. */
export interface OwnCommit {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  /** Milliseconds of a clock that nobody sets, within this run; not known of commits of an earlier run. */
  readonly steady?: number | undefined;
  readonly changes: readonly DocumentChange[];
  readonly undoes?: readonly string[] | undefined;
  readonly redoes?: readonly string[] | undefined;
}

/** The steps after one more commit. A new command ends what could be redone; one that is not part of undo leaves the steps alone. */
export function afterCommit(stacks: UndoStacks, commit: OwnCommit): UndoStacks {
  if (commit.undoes) {
    const step = stacks.undo.find(({ ids }) => ids[0] === commit.undoes?.[0]);
    return step ? { undo: stacks.undo.filter((other) => other !== step), redo: [...stacks.redo, step] } : stacks;
  }
  if (commit.redoes) {
    const step = stacks.redo.find(({ ids }) => ids[0] === commit.redoes?.[0]);
    return step ? { undo: [...stacks.undo, step], redo: stacks.redo.filter((other) => other !== step) } : stacks;
  }
  if (!isStep(commit.name) || commit.changes.length === 0) return stacks;
  const last = stacks.undo.at(-1);
  const typed = last && last.name === commit.name && isUndoable(commit.name) && stacks.redo.length === 0 ? typedOn(last, commit) : null;
  if (typed) return { undo: [...stacks.undo.slice(0, -1), typed], redo: [] };
  const step: UndoStep = { ids: [commit.id], name: commit.name, beganAt: commit.at, beganSteady: commit.steady, changes: commit.changes };
  return { undo: [...stacks.undo, step].slice(-undoDepth), redo: [] };
}

/** The step with the commit added to it, when both are typing in one text; else null. Asked for commands of one name only: going back is not typing. */
function typedOn(step: UndoStep, commit: OwnCommit): UndoStep | null {
  const before = onlyField(step.changes);
  const after = onlyField(commit.changes);
  if (!before || !after || before.collection !== after.collection || before.id !== after.id || before.field !== after.field) return null;
  const age = ageOf(step, commit);
  if (age < 0 || age > typingMilliseconds) return null;
  const place = onlyText(before.values.before, before.values.after);
  if (!place || !sameValue(place, onlyText(after.values.before, after.values.after)) || !isFreeText(after, place)) return null;
  const values = { before: before.values.before, after: after.values.after };
  const { collection, id, field } = after;
  return { ...step, ids: [...step.ids, commit.id], changes: [{ kind: 'updated', collection, id, fields: { [field]: values } }] };
}

/** How long after the step's beginning the commit came. Nobody types over a restart; of an earlier run only the moments that were written down are known. */
function ageOf({ beganAt, beganSteady }: UndoStep, { at, steady }: OwnCommit): number {
  if (steady !== undefined) return beganSteady === undefined ? Infinity : steady - beganSteady;
  return millisecondsOf(at) - millisecondsOf(beganAt);
}

interface FieldEdit {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
  readonly values: { readonly before: unknown; readonly after: unknown };
}

function onlyField(changes: readonly DocumentChange[]): FieldEdit | null {
  const [change] = changes;
  if (changes.length !== 1 || change?.kind !== 'updated') return null;
  const [entry] = Object.entries(change.fields);
  if (!entry || Object.keys(change.fields).length !== 1) return null;
  return { collection: change.collection, id: change.id, field: entry[0], values: entry[1] };
}

type Place = readonly (string | number)[];

/** Where the one text stands in which two values differ; null when they differ in more, or in something else. */
function onlyText(a: unknown, b: unknown): Place | null {
  if (typeof a === 'string' && typeof b === 'string') return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return null;
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => !sameValue(left[key], right[key]));
  const [key] = keys;
  const inside = keys.length === 1 && key !== undefined ? onlyText(left[key], right[key]) : null;
  return inside && key !== undefined ? [key, ...inside] : null;
}

/** A choice from a list is text too, but nobody types it: free text is what takes any text. */
function isFreeText({ collection, field, values }: FieldEdit, place: Place): boolean {
  const shape = recordSchemas[collection].unwrap().shape as Readonly<
    Record<string, { readonly safeParse: (value: unknown) => { readonly success: boolean } }>
  >;
  return shape[field]?.safeParse(withText(values.after, place)).success ?? false;
}

function withText(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) return sampleText;
  const copy = (Array.isArray(value) ? [...(value as readonly unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = withText(copy[key], rest);
  return copy;
}

/** What takes a step back. Fails as `stillFitting` does. */
export function undoing(view: View, step: UndoStep): Decision {
  return stillFitting(view, undoneBy(step), step.name);
}

/** What brings a step back that was taken back. Fails as `stillFitting` does. */
export function redoing(view: View, step: UndoStep): Decision {
  return stillFitting(view, redoneBy(view, step), step.name);
}

function undoneBy(step: UndoStep): readonly DocumentChange[] {
  return invert(step.changes.filter((change) => !isWrittenAgain(change)));
}

function redoneBy(view: View, step: UndoStep): readonly DocumentChange[] {
  return step.changes.flatMap((change) => (isWrittenAgain(change) ? writtenAgain(view, change) : [change]));
}

/** A decision is written again for what is there now, whatever was typed since. */
function writtenAgain(view: View, change: DocumentChange): readonly DocumentChange[] {
  const record = view.get(change.collection, change.id) as StoredRecord | undefined;
  if (!record || change.kind !== 'updated') return [];
  const fields = Object.keys(change.fields).map((field) => [field, { before: record[field], after: record[field] }]);
  return [{ ...change, fields: Object.fromEntries(fields) as typeof change.fields }];
}

/**
 * Whether a step looks as if it could be taken now: its fields hold what it expects, and no plan that it touches is signed. Asked at every save, so
 * references are not looked through; steps of many changes are taken at their word.
 */
export function looksPossible(view: View, step: UndoStep, kind: 'undo' | 'redo'): boolean {
  if (step.changes.length > mostLookedThrough) return true;
  const changes = withConsequences(view, kind === 'undo' ? undoneBy(step) : redoneBy(view, step));
  const { failure, after } = laidOver(view, changes);
  return failure === null && (reachesSigned.has(step.name) || lockedPlan(view, after, changes) === null);
}

/**
 * Lets changes of the past through when they still fit the present: every field holds what the changes expect (`undo-overtaken`), no reference
 * is left without its target (`referred-to`, `not-found`), and no signed plan changes (`plan-locked`).
 * @param name the command whose changes they are, where they are those of one
 */
export function stillFitting(view: View, past: readonly DocumentChange[], name?: string): Decision {
  const changes = withConsequences(view, past);
  const { failure, after } = laidOver(view, changes);
  const locked = name !== undefined && reachesSigned.has(name) ? null : lockedPlan(view, after, changes);
  const refusal = failure ?? brokenReference(after, changes) ?? locked;
  return refusal ? err(refusal) : ok(changes);
}

/** The view with the changes, up to the first that does not fit. */
function laidOver(view: View, changes: readonly DocumentChange[]): { readonly after: View; readonly failure: CommandFailure | null } {
  const { view: after, add } = overlayOf(view);
  for (const change of changes) {
    const failure = firstOvertaken(after, change);
    if (failure) return { after, failure };
    add([change]);
  }
  return { after, failure: null };
}

function firstOvertaken(view: View, change: DocumentChange): CommandFailure | null {
  const { collection, id } = change;
  const record = view.get(collection, id) as StoredRecord | undefined;
  const overtaken = (field: string): CommandFailure => ({ code: 'undo-overtaken', collection, id, field });
  if (change.kind === 'created') return record ? overtaken('id') : null;
  if (!record) return overtaken('id');
  const expected =
    change.kind === 'removed'
      ? Object.keys({ ...record, ...change.record }).map((field) => [field, change.record[field]] as const)
      : Object.entries(change.fields).map(([field, { before }]) => [field, before] as const);
  const differing = expected.find(([field, value]) => !sameValue(record[field], value));
  return differing ? overtaken(differing[0]) : null;
}

function brokenReference(after: View, changes: readonly DocumentChange[]): CommandFailure | null {
  const removed = new Map<CollectionName, Set<string>>();
  for (const { collection, id } of changes) {
    if (after.get(collection, id)) {
      const missing = missingTarget(after, collection, id);
      if (missing) return { code: 'not-found', ...missing };
    } else {
      removed.set(collection, (removed.get(collection) ?? new Set<string>()).add(id));
    }
  }
  const by = references.flatMap(({ from, field, to }) => {
    const gone = removed.get(to);
    if (!gone) return [];
    return [...(after.all(from) as Iterable<StoredRecord>)]
      .filter((record) => targets(record[field]).some((target) => gone.has(target)))
      .map((record): RecordPlace => ({ collection: from, id: record.id }));
  });
  return by.length > 0 ? { code: 'referred-to', by } : null;
}

function missingTarget(view: View, collection: CollectionName, id: string): RecordPlace | null {
  const record = view.get(collection, id) as StoredRecord | undefined;
  for (const { from, field, to } of references) {
    if (from !== collection || !record) continue;
    const missing = targets(record[field]).find((target) => !view.get(to, target));
    if (missing !== undefined) return { collection: to, id: missing };
  }
  return null;
}

function targets(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'string' ? [value] : [];
}

/** Sign-off is not in undo: what was typed before it can not be taken back behind it. */
function lockedPlan(before: View, after: View, changes: readonly DocumentChange[]): CommandFailure | null {
  for (const change of changes) {
    if (isWrittenAgain(change)) continue;
    const planId = planTouchedBy(before, change) ?? planTouchedBy(after, change);
    const plans = planId === null ? null : ([before.get('plans', planId), after.get('plans', planId)] as const);
    if (planId && plans?.[0] && plans[1] && isLocked(before, plans[0]) && isLocked(after, plans[1])) return { code: 'plan-locked', planId };
  }
  return null;
}
