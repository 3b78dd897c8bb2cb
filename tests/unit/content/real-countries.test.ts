// Nothing that we invented is said of a country, a capital or a ministry that exists. What was published about real ones stands where it is
// cited, with its year and source.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realPlacesIn } from '../../support/real-places.ts';
import { readSample, stringsIn } from './content-files.ts';

const root = join(import.meta.dirname, '../../..');

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Where real places are cited: public sources with their years, and titles as published. */
const citing = ['data/framework/sources.json', 'data/framework/bibliography.json'];

/** Tables of letters are called after where they were made. */
const nameOfLetters = /MS-DOS \d+ \([^)]*\)/g;

function faultsIn(files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    realPlacesIn(readFileSync(join(root, file), 'utf8').replaceAll(nameOfLetters, '')).map((name) => `${file}: ${name}`),
  );
}

describe('the sample', () => {
  const sample = readSample();
  const { workshop, organisations, teams, participants } = sample;

  test('speaks of countries that do not exist, in every text and key', () => {
    expect(stringsIn(sample).length).toBeGreaterThan(1_000);
    expect(faultsIn(['data/samples/sample.json'])).toEqual([]);
  });

  test('places everybody and everything in one of these countries', () => {
    const countries = new Set(teams.map(({ country }) => country));
    expect(countries.size).toBe(11);
    expect(countries).toContain(workshop.country);
    const elsewhere = new Set(
      [...organisations, ...participants].map(({ country }) => country).filter((country) => !countries.has(country)),
    );
    // The agency's adviser comes from a country that sends no team; network and agency belong to no country.
    expect([...elsewhere].toSorted()).toEqual(['', 'Velland']);
  });

  test('counts money in no currency that belongs to one country, and takes place in the time zone of the computer', () => {
    const currencies = sample.plans.flatMap(({ budget }) => budget?.currency ?? []);
    expect(new Set(currencies)).toEqual(new Set(['USD', 'EUR']));
    expect(workshop).not.toHaveProperty('timezone');
  });

  test('keeps names as people bear them: French, Arabic and Ethiopic', () => {
    const names = participants.map(({ fullName }) => fullName);
    for (const script of [/[éèïô]/, /\p{Script=Arabic}/u, /\p{Script=Ethiopic}/u])
      expect(names.some((name) => script.test(name))).toBe(true);
  });
});

describe('examples outside cited sources name no real country, capital or ministry', () => {
  test.each([
    ['what the product says', filesIn('shared/messages', /\.json$/), 30],
    ['what it ships', filesIn('data', /\.(json|md)$/).filter((file) => !citing.includes(file) && !file.startsWith('data/fixtures/')), 30],
    ['what its pages and documents hold', [...filesIn('renderer', /\.(tsx?|html|md)$/), ...filesIn('shared/pack', /\.ts$/)], 100],
    ['what is written about it', ['README.md', ...['shared', 'electron', 'tests'].flatMap((folder) => filesIn(folder, /\.md$/))], 3],
  ] as const)('%s', (_what, files, least) => {
    expect(files.length).toBeGreaterThan(least);
    expect(faultsIn(files)).toEqual([]);
  });
});

test('a name of a real place is known for what it is, also within a sentence, in English and French', () => {
  expect(realPlacesIn('Ministry of Health, Ghana')).toEqual(['Ghana']);
  expect(realPlacesIn('Le plan de la Côte d’Ivoire, présenté à Lomé ; le ministère togolais')).toEqual([
    'Côte d’Ivoire',
    'Lomé',
    'togolais',
  ]);
  expect(realPlacesIn('Federal Ministry of Health')).toEqual(['Federal Ministry of Health']);
  expect(realPlacesIn('Arzalie, Kadoria et la réunion de Malika')).toEqual([]);
});
