// Merging: copies may meet in any order, any number of times, and always become the same workshop; nothing is lost without being said.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStored, isProblem, toStored, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { bringsNothing, mergeDocuments } from '../../shared/document/merge.ts';
import { differencesOf } from '../../shared/document/merge-differences.ts';
import { migrate } from '../../shared/document/migrations.ts';
import { viewOf } from '../../shared/document/records.ts';
import { stampsIn } from '../../shared/document/stamps.ts';
import { teamPart } from '../../shared/document/team-part.ts';
import { validate } from '../../shared/document/validate.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import type { CollectionName } from '../../shared/domain/collections.ts';
import { sameValue } from '../../shared/kernel/record.ts';
import { patience, runs } from '../support/effort.ts';
import { laptop, reread, stateOf, type Laptop } from '../support/laptops.ts';
import { anyCommand, choicesFrom, commandSeed, copied, populatedWorkshop, sequentialContext } from '../support/random-commands.ts';

type Event =
  | { readonly kind: 'command'; readonly who: number; readonly seed: readonly number[] }
  | { readonly kind: 'bring' | 'part'; readonly who: number; readonly from: number }
  | { readonly kind: 'undo' | 'redo'; readonly who: number };

const who = fc.nat({ max: 2 });

/** Commands of all kinds (conflicts are settled among them), copies and parts that are brought in, steps taken back. */
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ kind: fc.constant('command' as const), who, seed: commandSeed }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('bring' as const), who, from: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('part' as const), who, from: who }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), who }) },
);

const story = fc.array(event, { minLength: 1, maxLength: 60, size: 'max' });

interface Played {
  readonly laptops: readonly Laptop[];
  readonly step: (next: Event) => void;
}

/** Three laptops that begin with one workshop and go their ways. */
function begin(): Played {
  const context = sequentialContext();
  const start = populatedWorkshop(context);
  const laptops = ['a', 'b', 'c'].map((name) => laptop(start, name, context));
  const step = (next: Event): void => {
    const one = laptops[next.who] as Laptop;
    if (next.kind === 'command') one.run(anyCommand(viewOf(one.document.records), choicesFrom(next.seed), context.newId));
    else if (next.kind === 'bring') one.bring((laptops[next.from] as Laptop).hand());
    else if (next.kind === 'part') one.bring(somePart((laptops[next.from] as Laptop).document));
    else one.take(next.kind);
  };
  return { laptops, step };
}

function play(events: readonly Event[]): readonly [WorkshopDocument, WorkshopDocument, WorkshopDocument] {
  const { laptops, step } = begin();
  events.forEach(step);
  return laptops.map(({ document }) => document) as unknown as readonly [WorkshopDocument, WorkshopDocument, WorkshopDocument];
}

/** The plans of one team; the whole where no team is left. */
function somePart(document: WorkshopDocument): WorkshopDocument {
  const [team] = document.records.teams.keys();
  return reread((team === undefined ? null : teamPart(document, team)) ?? document);
}

/** The workshop as schema 1 stored it, which knew no conflicts and kept nothing of removed records. */
function fromSchemaOne(document: WorkshopDocument): WorkshopDocument {
  const { collections, tombstones, ...stored } = JSON.parse(JSON.stringify(toStored(document))) as ReturnType<typeof toStored>;
  const { conflicts: _conflicts, ...known } = collections;
  const stamps = Object.entries(tombstones).map(([name, ids]) => [
    name,
    Object.fromEntries(Object.entries(ids).flatMap(([id, { removals }]) => (removals[0] ? [[id, removals[0].at]] : []))),
  ]);
  const read = fromStored(migrate({ ...stored, schemaVersion: 1, collections: known, tombstones: Object.fromEntries(stamps) as object }));
  if (isProblem(read)) throw new Error(JSON.stringify(read));
  return read;
}

function merged(first: WorkshopDocument, ...others: readonly WorkshopDocument[]): WorkshopDocument {
  return others.reduce((mine, theirs) => reread(mergeDocuments(mine, theirs).document), first);
}

describe('merging', () => {
  it(
    'does not depend on who meets whom first, and says nothing new the second time',
    () => {
      fc.assert(
        fc.property(story, (events) => {
          const [a, b, c] = play(events);
          const part = somePart(b);
          const ab = merged(a, b);
          expect(stateOf(merged(b, a))).toEqual(stateOf(ab));
          expect(stateOf(merged(a, a))).toEqual(stateOf(a));
          expect(bringsNothing(mergeDocuments(ab, b))).toBe(true);
          expect(stateOf(merged(ab, b))).toEqual(stateOf(ab));
          expect(stateOf(merged(ab, c))).toEqual(stateOf(merged(a, merged(b, c))));
          expect(stateOf(merged(merged(a, part), c))).toEqual(stateOf(merged(a, merged(part, c))));
          expect(stateOf(merged(part, c))).toEqual(stateOf(merged(c, part)));
        }),
        { numRuns: runs(30) },
      );
    },
    patience(60_000),
  );

  it(
    'gives a valid workshop, whatever meets',
    () => {
      const met = new Set<string>();
      fc.assert(
        fc.property(story, (events) => {
          const [a, b, c] = play(events);
          expect(validate(a.records)).toEqual([]);
          const all = merged(a, b, c);
          expect(validate(all.records)).toEqual([]);
          for (const { field } of viewOf(all.records).all('conflicts')) met.add(field === null ? 'removal' : field);
        }),
        { numRuns: runs(60) },
      );
      // Laptops did meet in ways that matter: values set apart, records removed here and changed there.
      expect([...met]).toContain('removal');
      expect(met.size).toBeGreaterThan(4);
    },
    patience(60_000),
  );

  it(
    'changes nothing that is not in the list of differences, and drops no value that is not in it',
    () => {
      fc.assert(
        fc.property(story, (events) => {
          const [mine, theirs] = play(events);
          const { document, changes } = mergeDocuments(mine, theirs);
          const differences = differencesOf({ mine, theirs, merged: document });
          const keys = differences.map(({ collection, id, field }) => JSON.stringify([collection, id, field]));
          expect(new Set(keys).size).toBe(keys.length);
          const listed = new Map(keys.map((key, index) => [key, differences[index]?.outcome]));
          const outcomeOf = (collection: string, id: string, field: string | null) =>
            listed.get(JSON.stringify([collection, id, field])) ?? listed.get(JSON.stringify([collection, id, null]));
          for (const change of changes) {
            if (change.collection === 'conflicts') continue;
            const fields = change.kind === 'updated' ? Object.keys(change.fields) : [null];
            for (const field of fields) expect(outcomeOf(change.collection, change.id, field)).toMatch(/theirs|conflict/);
          }
          for (const conflict of viewOf(document.records).all('conflicts')) {
            if (sameValue(mine.records.conflicts.get(conflict.id), conflict)) continue;
            expect(outcomeOf(conflict.collection, conflict.recordId, conflict.field)).toBe('conflict');
          }
          for (const collection of collectionNames) {
            if (collection === 'conflicts') continue;
            for (const [id, record] of theirs.records[collection]) {
              const kept = document.records[collection].get(id);
              if (!kept) expect(outcomeOf(collection, id, null)).toBe('mine');
              for (const field of Object.keys(kept ? record : {})) {
                // Nobody set what stands in for a value that did not travel.
                if (!isSet(theirs, collection, id, field)) continue;
                if (!sameValue(kept?.[field], record[field])) expect(outcomeOf(collection, id, field)).toMatch(/mine|conflict/);
              }
            }
          }
        }),
        { numRuns: runs(40) },
      );
    },
    patience(60_000),
  );

  it(
    'of ten files in 200 orders is one state: one file twice at different moments, one of schema 1, one of a copied folder, one of a team',
    () => {
      const moments = fc.array(fc.array(event, { minLength: 4, maxLength: 12, size: 'max' }), { minLength: 4, maxLength: 4 });
      fc.assert(
        fc.property(moments, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (chapters, weights) => {
          const { laptops, step } = begin();
          const [a, b, c] = laptops as readonly [Laptop, Laptop, Laptop];
          const copiedFolder = laptop(copied(a.document), 'a-copy', sequentialContext(Date.parse('2026-03-18T08:00:00Z')));
          const old = laptop(copied(b.document), 'old', sequentialContext(Date.parse('2026-03-18T09:00:00Z')));
          for (const seed of chapters[0] ?? []) {
            if (seed.kind !== 'command') continue;
            for (const one of [copiedFolder, old]) {
              one.run(anyCommand(viewOf(one.document.records), choicesFrom(seed.seed), sequentialIds(one === old ? 'old' : 'copy')));
            }
          }
          const files: WorkshopDocument[] = [copiedFolder.hand(), fromSchemaOne(old.document)];
          for (const chapter of chapters) {
            chapter.forEach(step);
            files.push(b.hand());
          }
          files.push(a.hand(), c.hand(), somePart(c.document), merged(a.document, b.document));
          expect(files).toHaveLength(10);
          const expected = stateOf(merged(files[0] as WorkshopDocument, ...files.slice(1)));
          const shuffled = files.toSorted((one, other) => (weights[files.indexOf(one)] ?? 0) - (weights[files.indexOf(other)] ?? 0));
          const all = shuffled.reduce((mine, theirs) => mergeDocuments(mine, theirs).document);
          expect(stateOf(all)).toEqual(expected);
          expect(validate(all.records)).toEqual([]);
        }),
        { numRuns: runs(200, 2_000) },
      );
    },
    patience(120_000),
  );
});

function isSet({ stamps }: WorkshopDocument, collection: CollectionName, id: string, field: string): boolean {
  const found = stamps.records[collection].get(id);
  return stampsIn(found?.fields?.[field] ?? found?.at ?? []).length > 0;
}

/** Ids that no other laptop makes. */
function sequentialIds(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}-${(count += 1)}`;
}
