// The facts of the field, held word by word: counts, wording, years and sources, as they were read again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFramework, readGuides } from './content-files.ts';

const framework = readFramework();

function textOf(entry: { readonly text: { readonly en: string; readonly fr: string } } | undefined) {
  return [entry?.text.en, entry?.text.fr];
}

function catalogue(language: string, area: string): string {
  return readFileSync(join(import.meta.dirname, `../../../shared/messages/${language}/${area}.json`), 'utf8');
}

describe('action fields', () => {
  test('how many areas and indicators each field has, and where each was read', () => {
    const facts = framework.fields.map(({ id, source, areas, indicators }) => [
      id,
      source,
      areas.map((area) => area.source).join(' '),
      indicators.map((indicator) => indicator.source).join(' '),
    ]);
    expect(facts).toEqual([
      ['hrm', 'S17', 'S4 S4 S4 S4 S17', 'S4 S4 S4'],
      ['leadership', 'S3', 'S5 S5 S5 S5', 'S5 S5 S5'],
      ['partnership', 'S17', 'S17 S17 S17', 'ours ours ours ours'],
      ['finance', 'S17', 'S6 S6 S6 S6', 'S6 S6 S6'],
      ['education', 'S17', 'S7 S7 S7 S7', 'S7 S7 S7 S7 S7'],
      ['policy', 'S17', 'S8 S8 S8 S8', 'S8 S8'],
    ]);
  });

  test('curricula were updated within the last three years, not in the coming ones', () => {
    const [en, fr] = textOf(framework.fields[4]?.indicators[2]);
    expect(en).toContain('within the last three years');
    expect(fr).toContain('au cours des trois dernières années');
  });

  test('units for human resources are placed where strategy is made', () => {
    expect(framework.fields[0]?.indicators[0]?.text.fr).toContain('placées à un niveau stratégique');
  });
});

describe('success factors', () => {
  test.each([
    [
      'csf-1',
      'Planning and practice aim at measurable improvements',
      'La planification et la pratique visent des améliorations mesurables',
    ],
    [
      'csf-4',
      'Monitoring and evaluation serve to find lessons and to share them',
      'Le suivi et l’évaluation servent à tirer des enseignements et à les partager',
    ],
    ['csf-7', 'The country leads', 'Le pays pilote l’action'],
    ['csf-9', 'All relevant sectors take part', 'Tous les secteurs concernés y participent'],
    ['csf-12', 'The work takes account of the situation of women and of men', 'L’action tient compte du genre'],
  ])('%s', (id, en, fr) => {
    expect(textOf(framework.successFactors.find((factor) => factor.id === id))).toEqual([en, fr]);
  });

  test('all twelve come from one page', () => {
    expect(framework.successFactors.map(({ source }) => source)).toEqual(Array(12).fill('S9'));
  });
});

describe('phases', () => {
  test('what each phase means was read in one brief', () => {
    expect(framework.phases.map(({ source, certainty }) => [source, certainty])).toEqual(framework.phases.map(() => ['S20', 'verified']));
  });
});

describe('bibliography', () => {
  const titles = framework.bibliography.map(({ title }) => title);

  test('as many titles as the pages of the fields name', () => {
    const counts = framework.fields.map(({ id }) => framework.bibliography.filter(({ fieldIds }) => fieldIds.includes(id)).length);
    expect(counts).toEqual([10, 9, 0, 9, 6, 7]);
  });

  test('the draft of 2004 and the document of 2006 are two; Learning for Performance is of 2006', () => {
    expect(titles).toContain('Guidelines for HRH Policy and Plan Development at Country Level (WHO AFRO, draft 2004)');
    expect(titles).toContain('Policies and Plans for HRH (WHO AFRO 2006)');
    expect(titles).toContain('Learning for Performance (2006, English, French, Spanish)');
    expect(titles.filter((title) => title.startsWith('Learning for Performance'))).toHaveLength(1);
  });
});

describe('the workshops', () => {
  test('the agenda and the handout are those of Johannesburg in January 2006; no other place or year is made up', () => {
    for (const key of ['S26', 'S27']) expect(framework.sources[key]?.title).toContain('Johannesburg, 17-20 January 2006');
    const all =
      JSON.stringify(framework) +
      readGuides()
        .map((guide) => JSON.stringify(guide))
        .join('');
    expect(all).not.toMatch(/Moshi|Johannesburg[^"]{0,30}2007|Accra[^"]{0,30}2006/);
  });

  test('published facts on real countries carry their year', () => {
    const cited = Object.values(framework.sources).filter(({ title }) => /Uganda|Kenya|Sierra Leone|Swaziland/.test(title));
    expect(cited).toHaveLength(4);
    expect(cited.filter(({ title }) => !/\b20\d\d\b|undated/.test(title))).toEqual([]);
  });

  test('the hand-in at 3:45 is documented and sign-off is ours: guide and screen say so', () => {
    const guide = readGuides().find(({ id }) => id === 'sign-off');
    expect(guide?.source).toBe('ours');
    expect(guide?.notes?.en).toMatch(/2006 teams gave their plans in at 3:45 for copying\. Sign-off is our proposal\./);
    expect(guide?.notes?.fr).toMatch(/15\u00A0h\u00A045 pour copie\. La validation est notre proposition\./);
    expect(catalogue('en', 'run')).toContain('In 2006 teams handed their plans in at 3:45 for copying; that is documented.');
    expect(catalogue('fr', 'run')).toMatch(/15\u00A0h\u00A045 pour copie/);
  });

  test('the agenda item of a plan is one of the four to seven topics of the planning agenda', () => {
    expect(catalogue('en', 'plans')).toContain('One of the four to seven topics of the planning agenda');
    expect(catalogue('fr', 'plans')).toContain('L’un des quatre à sept thèmes de l’ordre du jour de la planification');
  });
});

describe('nothing is promised that is not done', () => {
  test('highlights do not go into packs, and packs do not name sources: no words say they do', () => {
    for (const [language, area] of [
      ['en', 'run'],
      ['fr', 'run'],
      ['en', 'about'],
      ['fr', 'about'],
    ] as const) {
      expect(catalogue(language, area)).not.toMatch(
        /go into the packs as|packs name their sources|dossiers citent leurs sources|figurent dans les dossiers/,
      );
    }
    const sample = readFileSync(join(import.meta.dirname, '../../../data/samples/sample.json'), 'utf8');
    expect(sample).not.toContain('goes into every pack');
  });

  test('figures of marketing lore, and names of what was never found, stand nowhere', () => {
    const all =
      JSON.stringify(framework) +
      ['en', 'fr'].flatMap((language) => ['run', 'about', 'plans', 'pack'].map((area) => catalogue(language, area))).join('');
    expect(all).not.toMatch(/forgetting curve|accelerated|courbe de l’oubli/i);
  });
});
