// The copy without people: initials for names, nothing of a person anywhere in its bytes, the work untouched.
import { describe, expect, test } from 'vitest';
import { toStored } from '../../../shared/document/envelope.ts';
import { validate } from '../../../shared/document/validate.ts';
import { withoutPeople } from '../../../shared/document/without-people.ts';
import { sampleNow, sampleWorkshop, setFields, sharedContacts, withheldContacts } from '../../support/sample-workshop.ts';

const input = { documentId: 'copy', replica: 'here', appVersion: '0.1.0', now: sampleNow };

describe('a workshop without its people', () => {
  const workshop = sampleWorkshop();
  workshop.run({ name: 'participantAdd', id: 'second', teamId: 'team-a', fullName: 'Lungu Peters' });
  setFields(workshop, 'parkingSet', 'parking-1', {
    text: 'LINDIWE PHIRI asks; write to lindiwe.phiri@refuses.example or call +260 977 000 111 (or Mr Phiri). Phirimania is a place.',
  });
  const copy = withoutPeople(workshop.document, input);
  const text = JSON.stringify(toStored(copy));

  test('shows initials, unique within the workshop', () => {
    expect(copy.records.participants.get('phiri')).toMatchObject({
      fullName: 'L.P.',
      givenName: '',
      contacts: [],
    });
    expect(copy.records.participants.get('second')?.['fullName']).toBe('L.P.2');
  });

  test('holds no name, address or number of anybody, in no field', () => {
    for (const name of ['Lindiwe', 'Phiri', 'Mensa', 'Cédric', 'Agnon', 'أحمد', 'المصطفى', 'Lungu', 'Peters', 'Uwase']) {
      expect(text.match(new RegExp(`(?<!\\p{L})(${name}|${name.toLocaleUpperCase('en')})(?!\\p{L})`, 'gu'))).toBeNull();
    }
    for (const contact of [...withheldContacts, ...sharedContacts]) expect(text).not.toContain(contact);
    expect(text).not.toContain('977 000');
  });

  test('leaves words alone that only begin like a name', () => {
    expect(copy.records.parkingItems.get('parking-1')?.['text']).toContain('Phirimania is a place');
  });

  test('keeps the work: every plan, step and date, and stays valid', () => {
    expect(validate(copy.records)).toEqual([]);
    expect(copy.records.steps.get('step-1-0')).toMatchObject({ text: 'List existing HR plans', responsibleIds: ['mensa'] });
    expect(copy.records.plans.get('plan-1')).toMatchObject({ topic: 'Improve the HR planning process', budgetAmount: '12500.50' });
    expect(copy.records.planVersions.size).toBe(1);
  });

  test('is a workshop of its own, without a past', () => {
    expect(copy.envelope).toMatchObject({ documentId: 'copy', revision: 1, knows: { here: 1 } });
    expect(Object.values(copy.stamps.tombstones).every((map) => map.size === 0)).toBe(true);
    expect(copy.records.packExports.size).toBe(0);
  });
});
