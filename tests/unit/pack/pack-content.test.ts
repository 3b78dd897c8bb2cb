import { beforeEach, describe, expect, test } from 'vitest';
import { packMissing } from '../../../shared/pack/missing.ts';
import { textsOf } from '../../../shared/pack/document-model.ts';
import { planBlocks, planDocument } from '../../../shared/pack/documents/plan.ts';
import { packContent } from '../../../shared/pack/pack-content.ts';
import { packPartFiles } from '../../../shared/pack/parts.ts';
import { planText } from '../../../shared/pack/plan-content.ts';
import { packTexts } from '../../../shared/pack/texts.ts';
import { contentOf } from '../../support/sample-packs.ts';
import {
  after,
  planOne,
  sampleNow,
  sampleWorkshop,
  sharedContacts,
  withheldContacts,
  type TestWorkshop,
} from '../../support/sample-workshop.ts';
import { contacts } from '../../support/contacts.ts';
import { shippedFramework } from '../../support/shipped-content.ts';

let workshop: TestWorkshop;
beforeEach(() => {
  workshop = sampleWorkshop();
});

describe('what a pack says', () => {
  test('contacts only of people who agreed', () => {
    const json = JSON.stringify(contentOf(workshop, 'team-a', 'en'));
    for (const contact of withheldContacts) expect(json).not.toContain(contact);
    for (const contact of sharedContacts) expect(json).toContain(contact);
    workshop.run({
      name: 'participantSet',
      id: 'mensa',
      field: 'contacts',
      value: contacts({ email: 'a.mensa@shares.example', phone: '+233200000333' }),
    });
    expect(JSON.stringify(contentOf(workshop, 'team-a', 'en'))).not.toContain('a.mensa@shares.example');
  });

  test('the signed version, although a draft has been begun since', () => {
    workshop.run({ name: 'planReopen', id: 'plan-1' });
    workshop.run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'Something else' });
    workshop.run({ name: 'stepsAdd', planId: 'plan-1', afterId: null, steps: [{ id: 'late', text: 'Late idea' }] });
    const [plan] = contentOf(workshop, 'team-a', 'en').plans;
    expect(plan).toMatchObject({ topic: planOne.topic, version: 1, newerDraft: 2, signed: { by: 'A. Mensa', on: '2026-03-20' } });
    expect(plan?.steps).toHaveLength(4);
  });

  test('the draft, where nothing is signed or the signature was withdrawn', () => {
    expect(contentOf(workshop, 'team-ntp', 'fr').plans[0]).toMatchObject({ signed: null, version: 1, newerDraft: null });
    workshop.run({ name: 'planWithdraw', id: 'plan-1', reason: 'Wrong date' });
    expect(contentOf(workshop, 'team-a', 'en').plans[0]).toMatchObject({ signed: null, version: 2 });
  });

  test('the draft beside the signed version, where it is asked for: marked, and never taken for what counts', () => {
    workshop.run({ name: 'planReopen', id: 'plan-1' });
    workshop.run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'Something else' });
    for (const language of ['en', 'fr'] as const) {
      const content = contentOf(workshop, 'team-a', language, { draftOf: 'plan-1' });
      const [plan] = content.plans;
      if (!plan) throw new Error('There is no plan.');
      expect(plan).toMatchObject({ topic: 'Something else', version: 2, signed: null, draftBeside: { version: 1, on: '2026-03-20' } });
      const texts = packTexts(language);
      const paper = [...textsOf(planDocument(content, texts, plan))].join('\n');
      expect(paper).toContain(texts.t('draftOf', { number: 2 }));
      expect(paper).toContain(texts.t('plan.draftBesideNote', { number: 2, signed: 1, date: texts.date('2026-03-20' as never) }));
      expect(paper).not.toContain(texts.t('plan.signedNote', { date: texts.date('2026-03-20' as never), by: 'A. Mensa', number: 1 }));
    }
    expect(contentOf(workshop, 'team-a', 'en').plans[0]).toMatchObject({ version: 1, draftBeside: null });
  });

  test('on paper, that a signature was withdrawn: which version, when and why', () => {
    workshop.run({ name: 'planWithdraw', id: 'plan-1', reason: 'Wrong date' });
    for (const language of ['en', 'fr'] as const) {
      const content = contentOf(workshop, 'team-a', language);
      const [plan] = content.plans;
      if (!plan) throw new Error('There is no plan.');
      expect(content.schemaVersion).toBe(2);
      expect(plan.withdrawn).toEqual({ version: 1, on: '2026-03-20', reason: 'Wrong date' });
      const texts = packTexts(language);
      const paper = [...textsOf(planDocument(content, texts, plan))].join('\n');
      expect(paper).toContain(texts.t('plan.withdrawnNote', { number: 1, date: texts.date('2026-03-20' as never), reason: 'Wrong date' }));
      expect(paper).toContain(texts.t('draft'));
    }
  });

  test('names as they were signed, progress as it is now', () => {
    workshop.run({ name: 'participantSet', id: 'mensa', field: 'fullName', value: 'A. Mensa-Boateng' });
    workshop.run({ name: 'stepSet', id: 'step-1-0', field: 'status', value: 'dropped' });
    workshop.run({ name: 'stepSet', id: 'step-1-0', field: 'changeReason', value: 'Done by others' });
    const [step] = contentOf(workshop, 'team-a', 'en').plans[0]?.steps ?? [];
    expect(step).toMatchObject({ responsible: ['A. Mensa'], status: 'dropped', changeReason: 'Done by others' });
  });

  test.each(['en', 'fr'] as const)('what was signed, word for word, whatever happens to the plan afterwards: %s', (language) => {
    const texts = packTexts(language);
    const frozen = () => {
      const version = [...workshop.view.all('planVersions')].find(({ planId, number }) => planId === 'plan-1' && number === 1);
      if (!version) throw new Error('The plan has no signed version');
      return planBlocks(planText(version.content, { framework: shippedFramework(), language }), texts);
    };
    const signed = frozen();
    const json = JSON.stringify(signed);
    for (const text of [planOne.topic, planOne.agendaItem, planOne.expectedOutput, 'A. Mensa', texts.t('plan.steps')]) {
      expect(json).toContain(text);
    }
    workshop.run({ name: 'planReopen', id: 'plan-1' });
    workshop.run({ name: 'planSet', id: 'plan-1', field: 'topic', value: 'Something else' });
    workshop.run({ name: 'stepsAdd', planId: 'plan-1', afterId: null, steps: [{ id: 'late', text: 'Late idea' }] });
    workshop.run({ name: 'stepSet', id: 'step-1-0', field: 'status', value: 'dropped' });
    workshop.run({ name: 'participantSet', id: 'mensa', field: 'fullName', value: 'A. Mensa-Boateng' });
    expect(frozen()).toEqual(signed);
  });

  test('terms of the framework in the language of the pack, people’s words as typed', () => {
    const french = contentOf(workshop, 'team-a', 'fr').plans[0];
    expect(french?.fields.map(({ name }) => name)).toEqual(['Politique']);
    expect(french?.topic).toBe(planOne.topic);
  });

  test('agreed checkpoints, or the usual rhythm as a proposal', () => {
    expect(contentOf(workshop, 'team-a', 'en').plans[0]?.checkpoints).toEqual([
      { kind: '30', dueDate: '2026-04-20', isAgreed: true },
      { kind: '60', dueDate: after(60), isAgreed: true },
      { kind: '90', dueDate: after(90), isAgreed: true },
    ]);
    const proposed = contentOf(workshop, 'team-ntp', 'fr').plans[0]?.checkpoints ?? [];
    expect(proposed.map(({ kind, isAgreed }) => [kind, isAgreed])).toEqual(['30', '60', '90', '180', '365'].map((kind) => [kind, false]));
  });

  test('whoever was replaced is not on the list of participants', () => {
    workshop.run({ name: 'participantAdd', id: 'new', teamId: null, fullName: 'Ms Successor' });
    workshop.run({ name: 'participantReplace', id: 'phiri', byId: 'new', movesResponsibilities: false });
    const names = contentOf(workshop, 'team-a', 'en').people.map(({ fullName }) => fullName);
    expect(names).toContain('Ms Successor');
    expect(names).not.toContain('Lindiwe Phiri');
  });

  test('nothing for a team that does not exist', () => {
    const input = {
      teamId: 'nobody',
      language: 'en' as const,
      content: { framework: shippedFramework() },
      documentId: 'd',
      workshopRevision: 1,
    };
    expect(packContent(workshop.view, { ...input, now: sampleNow, appVersion: '0' })).toBeUndefined();
  });
});

describe('what a pack lacks', () => {
  test('is listed by team and plan', () => {
    expect(packMissing(workshop.view, ['team-a', 'team-ntp', 'team-solo'])).toEqual([
      expect.objectContaining({ code: 'plan-unsigned', teamId: 'team-ntp', planId: 'plan-5', problems: [] }),
      { code: 'team-without-plan', teamId: 'team-solo' },
    ]);
  });

  test('a begun draft and an unfinished plan are said', () => {
    workshop.run({ name: 'planReopen', id: 'plan-1' });
    workshop.run({ name: 'planSet', id: 'plan-5', field: 'agendaItem', value: '' });
    const gaps = packMissing(workshop.view, ['team-a', 'team-ntp']);
    expect(gaps[0]).toMatchObject({ code: 'plan-newer-draft', planId: 'plan-1', signed: 1, draft: 2, topic: planOne.topic });
    expect(gaps[1]).toMatchObject({ code: 'plan-unsigned', problems: [{ code: 'agenda-item-missing' }] });
  });
});

describe('the files of a pack', () => {
  test('are those of domain §9.4', () => {
    const names = packPartFiles(contentOf(workshop, 'team-a', 'en'), packTexts('en')).map(({ name }) => name);
    expect(names).toEqual([
      '00-cover.docx',
      '00-cover.pdf',
      '10-plan-Country-A-Improve-the-HR-v1.docx',
      '10-plan-Country-A-Improve-the-HR-v1.pdf',
      '10-plan-Country-A-Improve-the-HR-v1.xlsx',
      '20-one-page-summary.docx',
      '20-one-page-summary.pdf',
      '30-introducing-at-home.docx',
      '30-introducing-at-home.pdf',
      '40-calendar.ics',
      '40-calendar.xlsx',
      '50-status-form-blank.xlsx',
      '50-status-form-blank.pdf',
      '50-status-form-prefilled.xlsx',
      '50-status-form-prefilled.pdf',
      '70-parking-lot-outcomes.docx',
      '90-participants.csv',
      '90-participants.vcf',
      '95-bibliography.docx',
      'data.json',
    ]);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(40);
  });

  test('are left out where a program could not open them: a calendar without entries, contacts of nobody', () => {
    const empty = contentOf(workshop, 'team-solo', 'en');
    const named = (content: typeof empty) => packPartFiles(content, packTexts('en')).map(({ name }) => name);
    expect(empty.plans).toEqual([]);
    expect(named(empty)).not.toContain('40-calendar.ics');
    expect(named(empty)).toContain('40-calendar.xlsx');
    const refusing = { ...contentOf(workshop, 'team-a', 'en') };
    expect(named({ ...refusing, people: refusing.people.map((person) => ({ ...person, contacts: [] })) })).not.toContain(
      '90-participants.vcf',
    );
  });

  test('have names of at most forty characters, whatever the team is called', () => {
    workshop.run({ name: 'teamSet', id: 'team-a', field: 'name', value: 'République démocratique du Congo / Province orientale' });
    for (const { name } of packPartFiles(contentOf(workshop, 'team-a', 'en'), packTexts('en')))
      expect([...name].length).toBeLessThanOrEqual(40);
  });
});
