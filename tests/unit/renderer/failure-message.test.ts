// Every failure has its words in every language, with every value put in.
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { failureMessage, planWarningMessage, signOffProblemMessage } from '../../../renderer/state/failure-message.ts';
import { areas, type Words } from '../../../renderer/ui/language.ts';
import { failureCodes, type Failure, type FailureCode } from '../../../shared/contract/failures.ts';
import { commandDefinitions } from '../../../shared/domain/commands.ts';
import type { PlanWarningCode, SignOffProblemCode } from '../../../shared/domain/plan/rules.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { languages, type Language } from '../../../shared/kernel/local-text.ts';
import { loadCatalogue } from '../../../shared/messages/index.ts';

/** One failure of every code; a new code that is missing here does not compile. */
const examples: { readonly [Code in FailureCode]: Extract<Failure, { readonly code: Code }> } = {
  'not-found': { code: 'not-found', collection: 'plans', id: 'p1' },
  'already-exists': { code: 'already-exists', collection: 'plans', id: 'p1' },
  'field-changed': { code: 'field-changed', collection: 'plans', id: 'p1', field: 'topic', current: 'a', yours: 'b' },
  'invalid-value': { code: 'invalid-value', collection: 'plans', field: 'topic' },
  'text-too-long': { code: 'text-too-long', collection: 'plans', field: 'topic', length: 20_001, limit: 20_000 },
  'referred-to': {
    code: 'referred-to',
    by: [
      { collection: 'steps', id: 's1' },
      { collection: 'steps', id: 's2' },
      { collection: 'plans', id: 'p1' },
    ],
  },
  'plan-locked': { code: 'plan-locked', planId: 'p1' },
  'plan-not-signed': { code: 'plan-not-signed', planId: 'p1' },
  'plan-incomplete': { code: 'plan-incomplete', planId: 'p1', problems: [] },
  'reason-needed': { code: 'reason-needed' },
  'not-in-this-state': { code: 'not-in-this-state', state: 'paused' },
  'undo-nothing': { code: 'undo-nothing' },
  'undo-overtaken': { code: 'undo-overtaken', collection: 'plans', id: 'p1', field: 'topic' },
  'not-a-spreadsheet': { code: 'not-a-spreadsheet', fileName: 'a.pdf' },
  'encrypted-workbook': { code: 'encrypted-workbook', fileName: 'a.xlsx' },
  'macro-workbook': { code: 'macro-workbook', fileName: 'a.xlsm' },
  'old-excel-format': { code: 'old-excel-format', fileName: 'a.xls' },
  'file-too-large': { code: 'file-too-large', fileName: 'a.xlsx', megabytes: 50, limit: 10 },
  'too-many-rows': { code: 'too-many-rows', fileName: 'a.xlsx', rows: 10_000, limit: 5_000 },
  'inflates-too-far': { code: 'inflates-too-far', fileName: 'a.xlsx' },
  'empty-file': { code: 'empty-file', fileName: 'a.csv' },
  'no-name-column': { code: 'no-name-column', sheet: 'Sheet1' },
  'read-took-too-long': { code: 'read-took-too-long', fileName: 'a.xlsx' },
  'damaged-workbook': { code: 'damaged-workbook', fileName: 'a.xlsx' },
  'file-not-readable': { code: 'file-not-readable', fileName: 'Participants' },
  'source-gone': { code: 'source-gone' },
  'library-missing': { code: 'library-missing', folder: '/library' },
  'library-read-only': { code: 'library-read-only', folder: '/library' },
  'library-in-use': {
    code: 'library-in-use',
    folder: '/library',
    machine: 'laptop-2',
    since: '2026-03-17T16:05:00.000Z' as Instant,
    isThisMachine: false,
    isCertain: false,
  },
  'disk-full': { code: 'disk-full', folder: '/library' },
  'disk-trouble': { code: 'disk-trouble', folder: '/library', reason: 'EIO' },
  'workshop-missing': { code: 'workshop-missing', workshopId: 'w1' },
  'workshop-damaged': { code: 'workshop-damaged', folder: '/library/w', detail: 'bad-record', place: 'plans p1' },
  'workshop-newer': { code: 'workshop-newer', folder: '/library/w', schemaVersion: 9 },
  'workshop-read-only': { code: 'workshop-read-only', folder: '/library/w' },
  'template-invalid': { code: 'template-invalid', file: 'three-day.json', place: 'days.0' },
  'pack-cancelled': { code: 'pack-cancelled' },
  'pack-nothing-chosen': { code: 'pack-nothing-chosen' },
  'pack-gone': { code: 'pack-gone' },
  'pack-failed': { code: 'pack-failed', file: '10-plan.docx' },
  'save-failed': { code: 'save-failed', folder: '/stick', reason: 'ENOSPC' },
  'copy-not-made': { code: 'copy-not-made', folder: '/media/stick', reason: 'ENOSPC' },
  'copy-gone': { code: 'copy-gone' },
  'copy-damaged': { code: 'copy-damaged' },
  'past-gone': { code: 'past-gone' },
  'not-a-workshop-file': { code: 'not-a-workshop-file', fileName: 'a.pdf' },
  'workshop-file-damaged': { code: 'workshop-file-damaged', fileName: 'a.hrhworkshop', detail: 'bad-record', place: 'plans p1' },
  'workshop-file-too-large': { code: 'workshop-file-too-large', fileName: 'a.hrhworkshop', megabytes: 80, limit: 50 },
  'workshop-file-inflates-too-far': { code: 'workshop-file-inflates-too-far', fileName: 'a.hrhworkshop' },
  'workshop-file-newer': { code: 'workshop-file-newer', fileName: 'a.hrhworkshop', schemaVersion: 9 },
  'workshop-file-took-too-long': { code: 'workshop-file-took-too-long', fileName: 'a.hrhworkshop' },
  'workshop-file-not-read': { code: 'workshop-file-not-read', fileName: 'a.hrhworkshop', folder: '/media/stick', reason: 'EIO' },
  'part-without-workshop': { code: 'part-without-workshop', fileName: 'a.hrhworkshop', teamName: 'Ghana' },
  'workshop-already-here': { code: 'workshop-already-here', title: 'HRH Action Workshop' },
  'workshop-file-gone': { code: 'workshop-file-gone' },
  'bad-request': { code: 'bad-request', place: 'document.execute' },
  'not-allowed': { code: 'not-allowed' },
  'too-large': { code: 'too-large' },
  'host-gone': { code: 'host-gone' },
  internal: { code: 'internal', errorId: 'e1', savedAt: '2026-03-20T10:42:07Z' },
};

const problems: Readonly<Record<SignOffProblemCode, true>> = {
  'topic-missing': true,
  'agenda-item-missing': true,
  'expected-output-missing': true,
  'field-missing': true,
  'accountable-missing': true,
  'steps-missing': true,
  'step-text-missing': true,
  'step-responsible-missing': true,
  'step-due-missing': true,
  'step-due-before-workshop': true,
  'step-after-plan-end': true,
  'home-introduction-missing': true,
  'home-who-missing': true,
  'home-to-whom-missing': true,
  'home-by-missing': true,
  'title-too-long': true,
  'note-too-long': true,
  'not-understood': true,
  'conflict-open': true,
};

const warnings: Readonly<Record<PlanWarningCode, true>> = {
  'too-many-plans': true,
  'too-many-steps': true,
  'step-too-long': true,
  'no-indicator': true,
  'no-baseline': true,
  'percentage-out-of-range': true,
  'person-overloaded': true,
  'due-on-weekend': true,
  'budget-without-source': true,
  'factors-unfinished': true,
};

const place = { collection: 'plans', id: 'p1', field: 'topic' } as const;

/** Words that tell of a missing key instead of answering it. */
async function strictWords(language: Language): Promise<Words> {
  const words = createInstance();
  await words.init({
    lng: language,
    resources: { [language]: await loadCatalogue(language) },
    ns: areas,
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`No words for ${key}`);
    },
  });
  return words.t;
}

describe.each(languages)('failures in %s', (language) => {
  it.each(failureCodes)('says %s as a sentence, with its values', async (code) => {
    const message = failureMessage(await strictWords(language), examples[code]);
    expect(message).toMatch(/[.]$/);
    expect(message).not.toMatch(/\{\{|undefined|\[object/);
  });

  it('puts the values in', async () => {
    const t = await strictWords(language);
    expect(failureMessage(t, examples['disk-trouble'])).toContain('EIO');
    expect(failureMessage(t, examples['referred-to'])).toMatch(/2 (steps|étapes)/);
    expect(failureMessage(t, examples['workshop-damaged'])).toContain('plans p1');
    expect(failureMessage(t, examples['library-in-use'])).toMatch(/laptop-2.*17 (March|mars) 2026/);
    expect(failureMessage(t, { ...examples['library-in-use'], since: null })).toMatch(/laptop-2/);
    expect(failureMessage(t, { ...examples['library-in-use'], isThisMachine: true })).not.toContain('laptop-2');
    expect(failureMessage(t, { ...examples.internal, savedAt: null })).toContain('e1');
  });

  it('says every sign-off problem and every warning of a plan', async () => {
    const t = await strictWords(language);
    const lines = [
      ...Object.keys(problems).map((code) => signOffProblemMessage(t, { code: code as SignOffProblemCode, place, number: 7 })),
      ...Object.keys(warnings).map((code) =>
        planWarningMessage(t, { code: code as PlanWarningCode, place, number: 7, person: 'A. Mensa' }),
      ),
    ];
    expect(lines).toHaveLength(29);
    for (const line of lines) expect(line).not.toMatch(/\{\{|undefined/);
  });

  it('names every command for undo', async () => {
    const t = await strictWords(language);
    for (const { name } of commandDefinitions) expect(t(`commands:name.${name}`)).not.toBe('');
    expect(commandDefinitions.length).toBeGreaterThan(40);
  });
});
