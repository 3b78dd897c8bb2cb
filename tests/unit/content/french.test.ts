// French as somebody of the field reads it, wherever the product speaks it: catalogues, framework, guides, templates, sample.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { formatsOf } from '../../../renderer/ui/formats.ts';
import { loadCatalogue } from '../../../shared/messages/index.ts';
import { packTexts } from '../../../shared/pack/texts.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { bilingualTextsIn, namesIn, readSample, stringsIn } from './content-files.ts';

interface Place {
  readonly place: string;
  readonly text: string;
}

function leaves(words: unknown, place: string): readonly Place[] {
  if (typeof words === 'string') return [{ place, text: words }];
  return Object.entries(words as object).flatMap(([key, inner]) => leaves(inner, `${place}.${key}`));
}

const messagesFolder = join(import.meta.dirname, '../../../shared/messages/fr');
const dataFolder = join(import.meta.dirname, '../../../data');

const catalogues = readdirSync(messagesFolder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => leaves(JSON.parse(readFileSync(join(messagesFolder, name), 'utf8')), name.replace('.json', '')));

const shipped = ['framework', 'guides', 'templates', 'samples'].flatMap((folder) =>
  namesIn(folder).flatMap((name) =>
    bilingualTextsIn(JSON.parse(readFileSync(join(dataFolder, folder, `${name}.json`), 'utf8'))).map(({ fr }) => ({
      place: `${folder}/${name}`,
      text: fr,
    })),
  ),
);

const sample = readSample();
const frenchTeams = new Set(sample.teams.filter((team) => team.language === 'fr').map((team) => team.key));
const sampleFrench = stringsIn(sample.plans.filter((plan) => frenchTeams.has(plan.team))).map((text) => ({ place: 'sample plans', text }));

const everywhere = [...catalogues, ...shipped, ...sampleFrench];

function found(pattern: RegExp): readonly string[] {
  return everywhere.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place}: ${text}`);
}

test('there is French to read in the catalogues and in every folder of the content', () => {
  expect(catalogues.length).toBeGreaterThan(1_000);
  expect(new Set(shipped.map(({ place }) => place.split('/')[0]))).toEqual(new Set(['framework', 'guides', 'templates', 'samples']));
  expect(sampleFrench.length).toBeGreaterThan(50);
});

test('numbers in French are grouped by a narrow no-break space', () => {
  expect(found(/\d[ \u00A0]\d{3}(?!\d)/)).toEqual([]);
  expect(catalogues.filter(({ text }) => /\d\u202F\d{3}/.test(text)).length).toBeGreaterThan(2);
});

test('one and the same no-break space stands before a sign and inside « »', () => {
  expect(found(/[ \u202F][:;?!»](?!\S)|«[ \u202F]/)).toEqual([]);
});

test('no French text ends or begins with a space of any kind', () => {
  expect(found(/^\s|\s$/)).toEqual([]);
});

/** What a reader of the field struck out, and why; words that are right elsewhere are caught by their neighbours. */
const struckOut: readonly (readonly [RegExp, string])[] = [
  [
    /(?:(?<!\p{L})(?:un|le|ce)|\d|v\{\{\w+\}\},|\}\}|«)[ \u00A0]?projets?(?! de plan)(?!\p{L})/u,
    'a draft is « provisoire », a « projet » is a project',
  ],
  [/^[Pp]rojets?$/u, 'a draft is « provisoire »'],
  [/avant le \{\{(?!moment)|[Pp]our le \{\{|^(?:Avant|Pour) le$/u, 'a due date is « au plus tard le »'],
  [/Secrétaire permanent|secrétaire permanent/u, 'the office is « Secrétaire général »'],
  [/[Aa]nimateurs?(?!\p{L})/u, 'the person is a « facilitateur », facilitatrice'],
  [/chef d’équipe/u, '« responsable d’équipe »'],
  [/(?<!\p{L})(?<!a pas )[Rr]épondu(?!\p{L})/u, 'a parking-lot point is « traité »'],
  [/de trop(?!\p{L})/u, 'a session runs over by « de dépassement »'],
  [/(?<!il )reste \{\{/u, '« il reste 5 min »'],
  [/trace se tient/u, '« Ce relevé se remplit »'],
  [/[Cc]ertitude(?!\p{L})(?=\u00A0:|$)/u, '« degré de confiance »'],
  [/sans se connaître/u, '« chacun de son côté »'],
  [/rest(?:e|ent) dehors/u, '« ne sera pas importé »'],
  [/pris en main/u, '« sélectionné »'],
  [/[Dd]ynamisation/u, '« exercice dynamisant »'],
  [/^[Mm]onnaie$/u, '« devise »'],
  [/champs E-mail/u, 'the label that the field has'],
  [/tient l’heure/u, '« gère le temps »'],
  [/dans les trois ans/u, '« au cours des trois dernières années »'],
  [/meilleur personnel/u, '« une vision commune des RHS »'],
  [/à Le |à Les |à La |\}\} à \{\{toWhom\}\}/u, 'a sentence needs no article before a name that was typed: « Présenté à : … »'],
];

describe('words that a reader of the field struck out', () => {
  test.each(struckOut)('%s stands nowhere: %s', (pattern) => {
    expect(found(pattern)).toEqual([]);
  });

  test.each([
    'v{{signed}}, projet v{{draft}}',
    'jusqu’à la validation de ce projet',
    '«\u00A0projet\u00A0»',
    '{{count}} projets',
    'remis avant le {{date}}',
    'reste {{count}} min',
    'notes pour l’animateur',
  ])('would be caught writing %s', (text) => {
    expect(struckOut.some(([pattern]) => pattern.test(text))).toBe(true);
  });
});

test('a person of either sex is written one way: a state of a person ends in (e)', () => {
  const states = /^(?:attendu|présent|absent|excusé|parti|remplacé)(?:e|s|es)?$/iu;
  expect(catalogues.filter(({ text }) => states.test(text))).toEqual([]);
  const said = catalogues.map(({ text }) => text.toLowerCase());
  for (const state of ['attendu(e)', 'présent(e)', 'absent(e)', 'excusé(e)', 'parti(e)', 'remplacé(e)']) expect(said).toContain(state);
});

test('a counted noun beside a bare number has a form for one, and nought takes it', async () => {
  const fr = await loadCatalogue('fr');
  const translator = createInstance();
  await translator.init({ lng: 'fr', resources: { fr }, interpolation: { escapeValue: false } });
  const plurals = catalogues.filter(({ place }) => place.endsWith('_other')).map(({ place }) => place.replace(/_other$/, ''));
  const places = new Set(catalogues.map(({ place }) => place));
  expect(plurals.length).toBeGreaterThan(80);
  expect(plurals.filter((place) => !places.has(`${place}_one`))).toEqual([]);
  expect(translator.t('handOut:plansDraft', { count: 0 })).toBe('0 provisoire');
  expect(translator.t('handOut:plansDraft', { count: 1 })).toBe('1 provisoire');
  expect(translator.t('handOut:plansDraft', { count: 2 })).toBe('2 provisoires');
  // A number that is not counted by i18next must not stand before a noun in the plural.
  const bare = catalogues.filter(
    ({ place, text }) =>
      !/_(?:zero|one|many|other)$/.test(place) &&
      /\{\{(?:count|done|present|chosen|signed|rated)\}\} (?!sur|min)\p{L}+s(?!\p{L})/u.test(text),
  );
  expect(bare).toEqual([]);
});

test('the first of a month is « 1er » on every screen and in every pack', () => {
  const { date, dayMonth, weekday, fullDate, dateRange, moment } = formatsOf('fr');
  const written = [date, dayMonth, weekday, fullDate].map((format) => format('2026-12-01'));
  expect(written).toEqual(['1er décembre 2026', '1er décembre', 'mar. 1er décembre', 'mar. 1er décembre 2026']);
  expect(dateRange('2026-12-01', '2026-12-03')).toMatch(/^1er[-–]3 décembre 2026$/);
  expect(dateRange('2026-11-30', '2026-12-01')).toContain('1er décembre');
  expect(moment('2026-12-01T12:30:00Z')).toMatch(/^1er décembre 2026/);
  expect(packTexts('fr').date('2026-12-01' as CalendarDate)).toBe('1er décembre 2026');
  for (const other of ['2026-12-11', '2026-12-21', '2026-12-31']) expect(date(other)).not.toContain('er ');
  expect(formatsOf('en').date('2026-12-01')).toBe('1 December 2026');
});
