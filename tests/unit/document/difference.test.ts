// The difference between two states: applied to the one it gives the other, and every beginning of it can be applied by itself.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../../../shared/document/change.ts';
import { differenceOf } from '../../../shared/document/difference.ts';
import { storeOf, viewOf, type RecordMaps } from '../../../shared/document/records.ts';
import { danglingReferences, type Violation } from '../../../shared/document/validate.ts';
import { references } from '../../../shared/domain/references.ts';
import {
  anyCommand,
  choicesFrom,
  commandSeed,
  contentOf,
  copied,
  populatedWorkshop,
  runCommand,
  sequentialContext,
} from '../../support/random-commands.ts';

const seeds = fc.array(commandSeed, { minLength: 1, maxLength: 20 });

function twoStates(before: readonly (readonly number[])[], afterwards: readonly (readonly number[])[]) {
  const context = sequentialContext();
  const document = populatedWorkshop(context);
  const run = (seed: readonly number[]) =>
    runCommand(document, anyCommand(viewOf(document.records), choicesFrom(seed), context.newId), context.next());
  before.forEach(run);
  const from = copied(document);
  afterwards.forEach(run);
  return { from, to: document };
}

/** References that are cleared when their target goes may wait for it: a team for its lead, who waits for the team. */
function isNeeded({ collection, field }: Violation): boolean {
  return references.some((reference) => reference.from === collection && reference.field === field && reference.onRemoval !== 'clear');
}

function idsOf(records: RecordMaps): ReadonlySet<string> {
  return new Set(Object.entries(records).flatMap(([name, map]) => [...map.keys()].map((id) => `${name} ${id}`)));
}

test('leads from one state to the other, both ways, and is empty between equals', () => {
  fc.assert(
    fc.property(seeds, seeds, (before, afterwards) => {
      const { from, to } = twoStates(before, afterwards);
      expect(differenceOf(from.records, copied(from).records)).toEqual([]);
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const state = copied(one);
        applyChanges(storeOf(state.records), differenceOf(one.records, other.records));
        expect(contentOf(state)).toEqual(contentOf(other));
      }
    }),
    { numRuns: 40 },
  );
});

test('creates what is not there, changes and removes what is, and lets nothing be without what it needs on the way', () => {
  fc.assert(
    fc.property(seeds, seeds, (before, afterwards) => {
      const { from, to } = twoStates(before, afterwards);
      const state = copied(from);
      for (const change of differenceOf(from.records, to.records)) {
        expect(idsOf(state.records).has(`${change.collection} ${change.id}`)).toBe(change.kind !== 'created');
        applyChanges(storeOf(state.records), [change]);
        expect(danglingReferences(viewOf(state.records)).filter(isNeeded)).toEqual([]);
      }
      expect(danglingReferences(viewOf(state.records))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('an absent field is undefined, a field with the same value in another order of keys is no difference', () => {
  const { document } = { document: populatedWorkshop(sequentialContext()) };
  const [id, session] = [...document.records.sessions][0] ?? [];
  if (!id || !session) throw new Error('no session');
  const other = copied(document);
  const { plannedMinutes, ...rest } = session as Record<string, unknown> & { id: string };
  other.records.sessions.set(id, { ...rest, future: 1 });
  expect(differenceOf(document.records, other.records)).toEqual([
    {
      kind: 'updated',
      collection: 'sessions',
      id,
      fields: { plannedMinutes: { before: plannedMinutes, after: undefined }, future: { before: undefined, after: 1 } },
    },
  ]);
  const turned = Object.fromEntries(Object.entries(session).toReversed()) as typeof session;
  other.records.sessions.set(id, turned);
  expect(differenceOf(document.records, other.records)).toEqual([]);
});
