// Rows of a list that are set aside by themselves: no person stands in them, or one whose registration no longer holds. Each keeps its reason.
import { isCountryName } from './country-names.ts';
import type { ImportTarget, SetAsideReason } from './import-model.ts';
import { folded, tidied } from './import-text.ts';
import { consentOf, isLeftOut, isSectionWord } from './import-words.ts';

const totals = /^(grand |sub |sous )?(total|totals|totaux|subtotal|soma|suma)\b( (general|generale|des|de|of|number|participants?|\d).*)?$/;
const signatures =
  /^(signatures?|signed|signe|fait a|fait le|done at|prepared by|prepare par|approved by|approuve par|verified by|certified by|certifie|page \d|assinatura|firma)\b/;

/** What stands under a list, and between its people, without being one of them. */
const notes =
  /^(nb|n b|note|notes|nota|remarque|remarques|source|legend|legende|arrete la|le directeur|la directrice|the director|pour le|for the|mis a jour|updated)\b/;

/** Words from which on a line is a sentence. */
const wordsOfASentence = 7;

/** What the rows of a list have in common. */
export interface ListShape {
  /** True when people of this list fill several columns, so that one cell alone is hardly a person. */
  readonly isWide: boolean;
  /** The column in which every person has a number; null where the list does not count its people. */
  readonly numbers: number | null;
}

/** Cells that make a row one of several columns. */
const wideFrom = 2;

/** @param body the rows under the header */
export function shapeOf(body: readonly (readonly string[])[], mapping: readonly ImportTarget[]): ListShape {
  const filledIn = (cells: readonly string[]) => cells.filter((cell) => tidied(cell) !== '').length;
  const people = body.filter((cells) => filledIn(cells) > wideFrom);
  // Rows of signatures and numbered empty lines say nothing about how people are written.
  const named = body.filter((cells) => cells.some((cell, column) => isNameTarget(mapping[column]) && tidied(cell) !== ''));
  const counts = (cells: readonly string[], column: number) => /^\d{1,4}[.)]?$/.test(tidied(cells[column] ?? ''));
  const numbers = mapping.findIndex(
    (target, column) =>
      target === 'ignore' && people.length > 1 && people.filter((cells) => counts(cells, column)).length >= people.length * 0.9,
  );
  return {
    isWide: named.filter((cells) => filledIn(cells) >= wideFrom).length * 2 >= named.length,
    numbers: numbers === -1 ? null : numbers,
  };
}

/** @returns the index of the first row that stands under the list, after an empty one: no row there fills several columns */
export function tailOf(body: readonly (readonly string[])[], mapping: readonly ImportTarget[]): number {
  const isPerson = (cells: readonly string[]) => {
    const filled = cells.map(tidied).filter((cell) => cell !== '');
    const isMark = filled.some((cell) => totals.test(folded(cell)) || signatures.test(folded(cell)) || notes.test(folded(cell)));
    return filled.length >= wideFrom && !isMark && cells.some((cell, column) => isNameTarget(mapping[column]) && tidied(cell) !== '');
  };
  const last = body.findLastIndex(isPerson);
  const gap = body.findIndex((cells, index) => index > last && cells.every((cell) => tidied(cell) === ''));
  return last === -1 || gap === -1 ? body.length : gap;
}

/** What stands where somebody is still to be named. */
function isVacant(name: string): boolean {
  return vacant.has(folded(name));
}

const vacant = new Set(
  'info requested, tbc, tbd, tba, to be confirmed, to be determined, to be named, to be nominated, to be announced, vacant, nn, n n, à confirmer, à désigner, à déterminer, à préciser, poste vacant, vacante, a confirmar, a designar, por confirmar, por designar, por determinar, anonymous, anonyme'
    .split(', ')
    .map(folded),
);

/**
 * @param cells of one row
 * @param mapping what each column holds
 * @returns why the row is no person to be imported, with the words that say so; null when it may be one
 */
export function reasonToSetAside(
  cells: readonly string[],
  mapping: readonly ImportTarget[],
  { isWide, numbers }: ListShape,
): { readonly reason: SetAsideReason; readonly value: string } | null {
  const texts = cells.map(tidied);
  const left = mapping.findIndex(
    (target, column) => target === 'status' && (isLeftOut(texts[column] ?? '') || consentOf(texts[column] ?? '') === false),
  );
  if (left >= 0) return { reason: 'status', value: texts[left] ?? '' };
  const names = mapping.flatMap((target, column) => (isNameTarget(target) && texts[column] ? [texts[column]] : []));
  if (names.length > 0 && names.every(isVacant)) return { reason: 'vacant', value: names[0] ?? '' };
  const said = names.map(stateIn).find((state) => state !== null);
  if (said) return { reason: 'status', value: said };
  const filled = [...new Set(texts.filter((text) => text !== ''))];
  const [only = ''] = filled;
  if (filled.some((text) => text.includes('@'))) return null;
  const words = filled.filter((text) => /\p{L}/u.test(text));
  if (words.length !== 1) return null;
  const [line = ''] = words;
  if (totals.test(folded(line))) return { reason: 'total', value: line };
  if (filled.length !== 1) return null;
  if (notes.test(folded(only)) && isWide) return { reason: 'line', value: only };
  if (signatures.test(folded(only))) return { reason: 'signature', value: only };
  if (!isWide) return null;
  const country = countryOf(only);
  if (country !== null) return { reason: 'country', value: country };
  const stands = texts.indexOf(only);
  const isCounted = numbers === null || texts[numbers] !== '';
  const isSentence = only.split(' ').length >= wordsOfASentence || only.endsWith(':') || /\d/.test(only);
  return !isNameTarget(mapping[stands]) || !isCounted || isSentence || isSectionWord(only) ? { reason: 'line', value: only } : null;
}

/** "KENYA", "2. Kenya (5 participants)", "Pays : Kenya", "Délégation du Kenya": the country itself, or null. */
function countryOf(line: string): string | null {
  const bare = line
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/^\s*(\d+|[IVX]+)\s*[.)/-]\s*/, '')
    .replace(
      /^(country|pays|pa[ií]s|country team|team|d[ée]l[ée]gation|delegation|[ée]quipe|equipa|equipo)(\s*[:–-]\s*|\s+(of|from|du|de la|de l['’]|des|de|d['’]|da|do)?\s*)/i,
      '',
    )
    .replace(/\s*[:–-]\s*(\d+.*)?$/, '')
    .replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '');
  return bare !== '' && isCountryName(bare) ? bare : null;
}

/** "Ada Mensah (cancelled)": what a list says behind a name about whether somebody comes. */
function stateIn(name: string): string | null {
  const state = /(?:\(|\s[-–—:]\s|,\s)([^()]+)\)?$/u.exec(name)?.[1]?.trim() ?? '';
  return isLeftOut(state) ? state : null;
}

function isNameTarget(target: ImportTarget | undefined): boolean {
  return target === 'fullName' || target === 'familyName' || target === 'givenName';
}
