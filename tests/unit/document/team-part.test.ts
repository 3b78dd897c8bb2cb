// One team's plans on their way: what travels, what stays at home, and that bringing the part back changes only what was changed in it.
import { describe, expect, test } from 'vitest';
import { mergeDocuments } from '../../../shared/document/merge.ts';
import { teamPart } from '../../../shared/document/team-part.ts';
import { danglingReferences, validate } from '../../../shared/document/validate.ts';
import { viewOf } from '../../../shared/document/records.ts';
import type { WorkshopDocument } from '../../../shared/document/envelope.ts';
import { laptop, reread } from '../../support/laptops.ts';
import { contacts } from '../../support/contacts.ts';
import { sampleNow, sampleWorkshop, withheldContacts } from '../../support/sample-workshop.ts';

const context = {
  next: () => ({ now: sampleNow, newId: () => 'fresh', actor: 'Facilitator' }),
};

function partOf(document: WorkshopDocument, teamId = 'team-a'): WorkshopDocument {
  const part = teamPart(document, teamId);
  if (!part) throw new Error(`No team ${teamId}`);
  return reread(part);
}

describe('a part with one team’s plans', () => {
  const whole = sampleWorkshop().document;
  const part = partOf(whole);

  test('holds the team, its people and everything that belongs to its plans, and is a valid workshop', () => {
    expect([...part.records.teams.keys()]).toEqual(['team-a']);
    expect([...part.records.participants.keys()]).toEqual(['mensa', 'phiri']);
    expect([...part.records.plans.keys()]).toEqual(['plan-1']);
    expect(part.records.steps.size).toBe(4);
    expect(part.records.signOffs.size).toBe(1);
    expect(part.records.checkpoints.size).toBe(3);
    expect(part.records.sessions.size).toBe(0);
    expect(validate(part.records)).toEqual([]);
    expect(danglingReferences(viewOf(part.records))).toEqual([]);
  });

  test('takes no contact along', () => {
    const text = JSON.stringify([...part.records.participants.values(), ...part.records.workshop.values()]);
    expect(part.records.workshop.get('workshop')?.['organisers']).toEqual([]);
    for (const contact of [...withheldContacts, 'a.mensa@shares.example']) expect(text).not.toContain(contact);
  });

  test('is nothing for an unknown team', () => {
    expect(teamPart(whole, 'nobody')).toBeNull();
  });

  test('brought back as it was, changes nothing', () => {
    const { changes, document } = mergeDocuments(whole, part);
    expect(changes).toEqual([]);
    expect(document.records.conflicts.size).toBe(0);
  });

  test('brought back after work on both sides, brings the work of the part and keeps that of the whole', () => {
    const home = laptop(whole, 'home', context);
    const away = laptop(part, 'away', context);
    expect(away.run({ name: 'parkingAdd', id: 'parking-2', text: 'From away', raisedBy: '', sessionId: null } as never)).toBe(true);
    expect(away.run({ name: 'planReopen', id: 'plan-1' } as never)).toBe(true);
    expect(away.run({ name: 'stepSet', id: 'step-1-0', field: 'text', value: 'List all HR plans' } as never)).toBe(true);
    const changed = contacts({ email: 'lindiwe.phiri@refuses.example', phone: '+260977000999' });
    expect(home.run({ name: 'participantSet', id: 'phiri', field: 'contacts', value: changed } as never)).toBe(true);
    expect(home.run({ name: 'planSet', id: 'plan-5', field: 'objective', value: 'Ailleurs' } as never)).toBe(true);
    home.bring(away.hand());
    const { records } = home.document;
    expect(records.steps.get('step-1-0')?.['text']).toBe('List all HR plans');
    expect(records.parkingItems.has('parking-2')).toBe(true);
    expect(records.participants.get('phiri')).toMatchObject({ contacts: changed });
    expect(records.participants.get('mensa')).toMatchObject({ organisationId: 'moh', topicGroupId: 'group-planning' });
    expect(records.plans.get('plan-5')?.['objective']).toBe('Ailleurs');
    expect(records.conflicts.size).toBe(0);
    expect(validate(records)).toEqual([]);
  });

  test('claims no knowledge of the rest: the whole that it came from still brings everything to another laptop', () => {
    const other = laptop(sampleWorkshop().document, 'other', context);
    const home = laptop(whole, 'home', context);
    home.run({ name: 'planSet', id: 'plan-5', field: 'objective', value: 'Ailleurs' } as never);
    home.run({ name: 'stepSet', id: 'step-1-0', field: 'status', value: 'done' } as never);
    other.bring(partOf(home.document));
    expect(other.document.records.steps.get('step-1-0')?.['status']).toBe('done');
    other.bring(home.hand());
    expect(other.document.records.plans.get('plan-5')?.['objective']).toBe('Ailleurs');
  });

  test('takes a removal along, without what was removed', () => {
    const home = laptop(whole, 'home', context);
    home.run({ name: 'homeIntroductionAdd', id: 'home-6', planId: 'plan-5' } as never);
    const before = home.hand();
    home.run({ name: 'homeIntroductionRemove', id: 'home-6' } as never);
    const removed = partOf(home.document, 'team-ntp');
    expect(JSON.stringify([...removed.stamps.tombstones.homeIntroductions])).not.toContain('planId');
    expect(mergeDocuments(before, removed).document.records.homeIntroductions.has('home-6')).toBe(false);
  });
});
