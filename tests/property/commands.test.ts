// Commands keep every document whole; inverse changes take them back exactly; the projector's projection follows the same changes.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleChanges, visibleRecord } from '../../shared/contract/role-filter.ts';
import { applyChanges, invert } from '../../shared/document/change.ts';
import { fromStored, isProblem, toStored, type WorkshopDocument } from '../../shared/document/envelope.ts';
import { emptyRecords, overlayOf, storeOf, viewOf, type RecordMaps } from '../../shared/document/records.ts';
import { validate } from '../../shared/document/validate.ts';
import { collectionNames } from '../../shared/domain/collection-names.ts';
import { runs } from '../support/effort.ts';
import {
  allNames,
  anyCommand,
  choicesFrom,
  commandSeed,
  contentOf,
  populatedWorkshop,
  runCommand,
  sequentialContext,
} from '../support/random-commands.ts';

const history = fc.array(commandSeed, { minLength: 1, maxLength: 60, size: 'max' });

function play(
  seeds: readonly (readonly number[])[],
  onStep: (document: WorkshopDocument, run: () => ReturnType<typeof runCommand>, name: string) => void,
): WorkshopDocument {
  const context = sequentialContext();
  const document = populatedWorkshop(context);
  for (const seed of seeds) {
    const command = anyCommand(viewOf(document.records), choicesFrom(seed), context.newId);
    onStep(document, () => runCommand(document, command, context.next()), command.name);
  }
  return document;
}

function filtered(records: RecordMaps): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    collectionNames.map((name) => [
      name,
      Object.fromEntries(
        [...records[name]].flatMap(([id, record]) => {
          const visible = visibleRecord('projector', name, record);
          return visible ? [[id, visible]] : [];
        }),
      ),
    ]),
  );
}

describe('commands', () => {
  it('keep every invariant, whatever is asked in whatever order', () => {
    const accepted = new Set<string>();
    fc.assert(
      fc.property(history, (seeds) => {
        play(seeds, (document, run, name) => {
          if (run() === null) return;
          accepted.add(name);
          expect(validate(document.records)).toEqual([]);
        });
      }),
      { numRuns: runs(200), seed: 20060117 },
    );
    expect(allNames.filter((name) => !accepted.has(name))).toEqual([]);
  });

  it('are taken back exactly by their inverse', () => {
    fc.assert(
      fc.property(history, (seeds) => {
        play(seeds, (document, run) => {
          const before = contentOf(document);
          const changes = run();
          if (!changes) {
            expect(contentOf(document)).toEqual(before);
            return;
          }
          const after = contentOf(document);
          applyChanges(storeOf(document.records), invert(changes));
          expect(contentOf(document)).toEqual(before);
          applyChanges(storeOf(document.records), changes);
          expect(contentOf(document)).toEqual(after);
        });
      }),
      { numRuns: runs(60) },
    );
  });

  it('survive being stored as JSON and read back, stamps and knowledge included', () => {
    fc.assert(
      fc.property(history, (seeds) => {
        const document = play(seeds, (_document, run) => void run());
        const read = fromStored(JSON.parse(JSON.stringify(toStored(document))));
        if (isProblem(read)) throw new Error(JSON.stringify(read));
        expect(toStored(read)).toEqual(JSON.parse(JSON.stringify(toStored(document))));
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('the overlay that pending commands are decided against', () => {
  it('shows the same as the document after the changes', () => {
    fc.assert(
      fc.property(history, (seeds) => {
        play(seeds, (document, run) => {
          const base = emptyRecords();
          for (const name of collectionNames) for (const [id, record] of document.records[name]) base[name].set(id, record);
          const overlay = overlayOf(viewOf(base));
          overlay.add(run() ?? []);
          for (const name of collectionNames) {
            expect(overlay.view.size(name)).toBe(document.records[name].size);
            const shown = Object.fromEntries([...overlay.view.all(name)].map((record) => [record.id, record]));
            expect(shown).toEqual(Object.fromEntries(document.records[name]));
          }
        });
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('the role filter', () => {
  it('gives the same whether changes are filtered before or after they are applied', () => {
    fc.assert(
      fc.property(history, (seeds) => {
        const projection = emptyRecords();
        let isStarted = false;
        play(seeds, (document, run) => {
          if (!isStarted) {
            for (const name of collectionNames) {
              for (const [id, record] of document.records[name]) {
                const visible = visibleRecord('projector', name, record);
                if (visible) projection[name].set(id, visible);
              }
            }
            isStarted = true;
          }
          applyChanges(storeOf(projection), visibleChanges('projector', run() ?? []));
          expect(filtered(projection)).toEqual(filtered(document.records));
          expect(projection.participants.size + projection.plans.size + projection.parkingItems.size).toBe(0);
        });
      }),
      { numRuns: runs(60) },
    );
  });
});
