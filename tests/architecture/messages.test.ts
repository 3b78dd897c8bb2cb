import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-imports.ts';

type Messages = { readonly [key: string]: string | Messages };

const folder = join(root, 'shared', 'messages');
const areas = readdirSync(join(folder, 'en')).filter((name) => name.endsWith('.json'));

/** All messages of a catalogue by their full key. */
function flatMessages(language: string, area: string): ReadonlyMap<string, string> {
  return flatten(JSON.parse(readFileSync(join(folder, language, area), 'utf8')) as Messages);
}

function flatten(messages: Messages, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): (readonly [string, string])[] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** A key without its plural ending: languages have different plural forms. */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function placeholders(message: string): readonly string[] {
  return [...new Set([...message.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].toSorted();
}

/** Placeholders per key; the forms of a plural count together, since "one" often does without the number. */
function placeholdersByKey(messages: ReadonlyMap<string, string>): Readonly<Record<string, readonly string[]>> {
  const byKey = new Map<string, string>();
  for (const [key, message] of messages) byKey.set(withoutPlural(key), (byKey.get(withoutPlural(key)) ?? '') + message);
  return Object.fromEntries([...byKey].map(([key, message]) => [key, placeholders(message)]));
}

/** What a careful French typesetter would mark in a message. */
function typographyFaults(message: string): readonly string[] {
  const text = message.replaceAll(/\{\{[^}]*\}\}|https?:\S+|<\/?\w+\/?>/g, 'x');
  const faults: [RegExp, string][] = [
    [/'/, 'straight apostrophe'],
    [/"/, 'straight quotation mark'],
    [/(?:^|[^\s\u00A0\u202F])[;?!»](?!\w)/, 'no space before ; ? ! or »'],
    [/[^\s\u00A0\u202F\d]:(?=\s|$)/, 'no space before :'],
    [/ [:;?!»%]/, 'breaking space before : ; ? ! » or %'],
    [/«(?![\u00A0\u202F])/, 'no unbreakable space after «'],
    [/\.\.\./, 'three dots instead of …'],
  ];
  return faults.filter(([pattern]) => pattern.test(text)).map(([, fault]) => fault);
}

test('both languages have the same areas, and there are some', () => {
  expect(areas.length).toBeGreaterThan(0);
  expect(
    readdirSync(join(folder, 'fr'))
      .filter((name) => name.endsWith('.json'))
      .toSorted(),
  ).toEqual(areas.toSorted());
});

test.each(areas)('%s has the same keys and placeholders in English and French', (area) => {
  const english = placeholdersByKey(flatMessages('en', area));
  expect(Object.keys(english).length).toBeGreaterThan(0);
  expect(placeholdersByKey(flatMessages('fr', area))).toEqual(english);
});

test.each(areas)('%s has no empty message', (area) => {
  const empty = ['en', 'fr'].flatMap((language) => [...flatMessages(language, area)].filter(([, message]) => message.trim() === ''));
  expect(empty).toEqual([]);
});

test.each(areas)('%s shouts nowhere', (area) => {
  const loud = ['en', 'fr'].flatMap((language) => [...flatMessages(language, area).values()].filter((message) => message.includes('!')));
  expect(loud).toEqual([]);
});

test.each(areas)('the French of %s is set as French is', (area) => {
  const faults = [...flatMessages('fr', area)].map(([key, message]) => [key, typographyFaults(message)] as const);
  expect(Object.fromEntries(faults.filter(([, found]) => found.length > 0))).toEqual({});
});

test.each([
  ["l'équipe", 'straight apostrophe'],
  ['"mot"', 'straight quotation mark'],
  ['Pourquoi?', 'no space before ; ? ! or »'],
  ['Pourquoi ?', 'breaking space before : ; ? ! » or %'],
  ['Raison: aucune', 'no space before :'],
  ['« mot\u00A0»', 'no unbreakable space after «'],
  ['Attendez...', 'three dots instead of …'],
])('the typesetter marks %j', (message, fault) => {
  expect(typographyFaults(message)).toEqual([fault]);
});

test.each(['Pourquoi\u00A0?', '«\u00A0mot\u00A0»', 'à 10:42', 'Raison\u00A0: {{reason}}', 'l’équipe…', 'https://example.org/?a=1'])(
  'the typesetter accepts %j',
  (message) => {
    expect(typographyFaults(message)).toEqual([]);
  },
);
