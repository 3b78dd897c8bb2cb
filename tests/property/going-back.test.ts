// Going back, to whatever moment: no fact is lost, nothing signed changes, and the workshop is whole.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChanges } from '../../shared/document/change.ts';
import { factCollections } from '../../shared/document/going-back.ts';
import { recordsOf, storeOf, viewOf } from '../../shared/document/records.ts';
import { bringingBack } from '../../shared/document/restore.ts';
import { validate } from '../../shared/document/validate.ts';
import { isLocked, wholePlan } from '../../shared/domain/plan/rules.ts';
import type { View } from '../../shared/domain/collections.ts';
import { runs } from '../support/effort.ts';
import { anyCommand, choicesFrom, commandSeed, populatedWorkshop, runCommand, sequentialContext } from '../support/random-commands.ts';

const story = fc.array(commandSeed, { minLength: 2, maxLength: 80, size: 'max' });

function signedContents(view: View): ReadonlyMap<string, unknown> {
  return new Map([...view.all('plans')].filter((plan) => isLocked(view, plan)).map(({ id }) => [id, wholePlan(view, id)]));
}

it('facts survive going back, with what they refer to, and going back twice changes nothing more', () => {
  let withFacts = 0;
  fc.assert(
    fc.property(story, fc.nat(), (seeds, moment) => {
      const context = sequentialContext();
      const document = populatedWorkshop(context);
      let past = viewOf(recordsOf(viewOf(document.records)));
      for (const [index, seed] of seeds.entries()) {
        if (index === moment % seeds.length) past = viewOf(recordsOf(viewOf(document.records)));
        const command = anyCommand(viewOf(document.records), choicesFrom(seed), context.newId);
        runCommand(document, command, context.next());
      }
      const { records } = document;
      const view = viewOf(records);
      const before = recordsOf(view);
      const signed = signedContents(view);
      const back = bringingBack(view, past, { kind: 'workshop' });
      if (!back.ok) throw new Error(JSON.stringify(back.failure));
      applyChanges(storeOf(records), back.value);
      expect(validate(records)).toEqual([]);
      for (const name of factCollections) for (const [id, fact] of before[name]) expect(records[name].get(id)).toEqual(fact);
      for (const [id, content] of signed) expect(wholePlan(view, id)).toEqual(content);
      if (factCollections.some((name) => before[name].size > recordsOf(past)[name].size)) withFacts += 1;
      const again = bringingBack(view, past, { kind: 'workshop' });
      expect(again).toEqual({ ok: true, value: [] });
    }),
    { numRuns: runs(150), seed: 20060117 },
  );
  expect(withFacts).toBeGreaterThan(10);
});
