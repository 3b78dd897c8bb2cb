// Who wrote what: kept with the workshop, so that two laptops' values have names without either's history.
import { describe, expect, test } from 'vitest';
import { conflictWriters } from '../../../shared/document/conflict-writers.ts';
import { applyCommit, nextStamp, type WorkshopDocument } from '../../../shared/document/envelope.ts';
import { mergeDocuments } from '../../../shared/document/merge.ts';
import { describeDifferences, differencesOf } from '../../../shared/document/merge-differences.ts';
import { viewOf } from '../../../shared/document/records.ts';
import { teamPart } from '../../../shared/document/team-part.ts';
import { withoutPeople } from '../../../shared/document/without-people.ts';
import { forgottenWriters, joinWriters, readWriters, whoWrote, withWriter, type Writers } from '../../../shared/document/writers.ts';
import { decide, type Command } from '../../../shared/domain/commands.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { reread } from '../../support/laptops.ts';
import { copied } from '../../support/random-commands.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';

const at = (time: string) => `2026-03-18T${time}:00.000Z` as Instant;

const whole = sampleWorkshop().document;

function wrote(document: WorkshopDocument, replica: string, by: string, time: string, command: Command): void {
  const steady = { boot: null, uptime: null, replica };
  const context = { now: at(time), newId: () => `${replica}-new`, actor: by, steady } as unknown as Parameters<typeof decide>[2];
  const decided = decide(viewOf(document.records), command, context);
  if (!decided.ok) throw new Error(JSON.stringify(decided.failure));
  applyCommit(document, {
    revision: document.envelope.revision + 1,
    stamp: nextStamp(document.envelope, replica),
    changes: decided.value,
    wrote: { by, at: at(time) },
  });
}

/** Two copies of the sample, on which the place of the workshop was set apart. */
function apart(): { readonly mine: WorkshopDocument; readonly theirs: WorkshopDocument } {
  const mine = copied(whole);
  const theirs = copied(whole);
  const was = viewOf(whole.records).get('workshop', 'workshop')?.place ?? '';
  const set = (value: string): Command => ({ name: 'workshopSet', id: 'workshop', field: 'place', value, was });
  wrote(mine, 'home', 'Amina Diallo', '10:40', set('Lusaka'));
  wrote(theirs, 'away', 'Bruno Kone', '11:05', set('Ndola'));
  return { mine, theirs: reread(theirs) };
}

describe('both values of a conflict', () => {
  test('say who wrote them and when, on whichever laptop they meet', () => {
    const { mine, theirs } = apart();
    for (const [first, second] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { document } = mergeDocuments(first, second);
      const [found] = Object.values(conflictWriters(reread(document)));
      const all = [found?.shown, ...(found?.others ?? [])];
      expect(all).toHaveLength(2);
      expect(all).toContainEqual({ by: 'Amina Diallo', at: at('10:40') });
      expect(all).toContainEqual({ by: 'Bruno Kone', at: at('11:05') });
      const shown = (document.records.workshop.get('workshop') as unknown as { readonly place: string }).place;
      expect(found?.shown?.by).toBe(shown === 'Lusaka' ? 'Amina Diallo' : 'Bruno Kone');
    }
  });

  test('are named before they are brought in, also from one team’s file', () => {
    const { mine, theirs } = apart();
    const sides = { mine, theirs, merged: mergeDocuments(mine, theirs).document };
    const { differences } = describeDifferences(sides, differencesOf(sides));
    const place = differences.find(({ fields }) => fields[0]?.field === 'place');
    expect(place?.wrote).toEqual({ mine: { by: 'Amina Diallo', at: at('10:40') }, theirs: { by: 'Bruno Kone', at: at('11:05') } });
    const [teamId = ''] = theirs.records.teams.keys();
    const part = teamPart(theirs, teamId);
    const [number, replica] = [theirs.envelope.knows['away'] ?? 0, 'away'];
    expect(whoWrote(part?.envelope.writers ?? {}, [number, replica])).toEqual({ by: 'Bruno Kone', at: at('11:05') });
  });

  test('go without names in a copy without people', () => {
    const { mine } = apart();
    const copy = withoutPeople(mine, { documentId: 'other', replica: 'r', appVersion: '1', now: at('12:00') });
    expect(JSON.stringify(copy.envelope)).not.toContain('Amina');
  });
});

describe('what is kept', () => {
  const written = (entries: readonly (readonly [number, string, string])[]): Writers =>
    entries.reduce<Writers>((all, [number, by, time]) => withWriter(all, [number, 'a'], { by, at: at(time) }), {});

  test('is one entry a minute, and one for whoever comes next', () => {
    const writers = written([
      [1, 'Amina', '10:40'],
      [2, 'Amina', '10:40'],
      [3, 'Bruno', '10:40'],
      [4, 'Bruno', '10:42'],
      [5, 'Bruno', '10:41'],
    ]);
    expect(writers['a']?.map(([from]) => from)).toEqual([1, 3, 4, 5]);
    expect(whoWrote(writers, [2, 'a'])?.by).toBe('Amina');
    expect(whoWrote(writers, [9, 'a'])).toEqual({ by: 'Bruno', at: at('10:41') });
    expect(whoWrote(writers, [1, 'constructor'])).toBeNull();
  });

  test('is joined in any order, and what was forgotten stays forgotten', () => {
    const known = written([
      [1, 'Amina', '10:40'],
      [7, 'Bruno', '11:40'],
    ]);
    const forgotten = forgottenWriters({ a: 5 }, at('12:00'));
    const both = joinWriters(known, forgotten);
    expect(both).toEqual(joinWriters(forgotten, known));
    expect(joinWriters(both, known)).toEqual(both);
    expect(JSON.stringify(both)).not.toContain('Amina');
    expect(whoWrote(both, [3, 'a'])).toBeNull();
    expect(whoWrote(both, [7, 'a'])?.by).toBe('Bruno');
  });

  test('is read from a disk as far as it is whole', () => {
    expect(readWriters('no')).toEqual({});
    expect(readWriters({ a: [[1, 'yesterday', 'Amina'], [2, at('10:40'), 'Bruno'], 3], b: 4 })).toEqual({ a: [[2, at('10:40'), 'Bruno']] });
  });
});
