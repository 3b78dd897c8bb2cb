// Rows of a list that are set aside by themselves: no person stands in them, or one whose registration no longer holds. Each keeps its reason.
import { isCountryName } from './country-names.ts';
import type { ImportTarget, SetAsideReason } from './import-model.ts';
import { folded, tidied } from './import-text.ts';
import { isLeftOut, isSectionWord } from './import-words.ts';

const totals = /^(grand |sub |sous )?(total|totals|totaux|subtotal|soma|suma)\b( (general|generale|des|de|of|number|participants?|\d).*)?$/;
const signatures =
  /^(signatures?|signed|signe|fait a|fait le|done at|prepared by|prepare par|approved by|approuve par|verified by|certified by|certifie|page \d|assinatura|firma)\b/;

/**
 * @param cells of one row
 * @param mapping what each column holds
 * @param isWide true when people of this list fill several columns, so that one cell alone is hardly a person
 * @returns why the row is no person to be imported, with the words that say so; null when it may be one
 */
export function reasonToSetAside(
  cells: readonly string[],
  mapping: readonly ImportTarget[],
  isWide: boolean,
): { readonly reason: SetAsideReason; readonly value: string } | null {
  const texts = cells.map(tidied);
  const left = mapping.findIndex((target, column) => target === 'status' && isLeftOut(texts[column] ?? ''));
  if (left >= 0) return { reason: 'status', value: texts[left] ?? '' };
  const filled = [...new Set(texts.filter((text) => text !== ''))];
  const [only = ''] = filled;
  if (filled.some((text) => text.includes('@'))) return null;
  const words = filled.filter((text) => /\p{L}/u.test(text));
  if (words.length !== 1) return null;
  const [line = ''] = words;
  if (totals.test(folded(line))) return { reason: 'total', value: line };
  if (!isWide || filled.length !== 1) return null;
  const country = countryOf(only);
  if (country !== null) return { reason: 'country', value: country };
  if (signatures.test(folded(only))) return { reason: 'signature', value: only };
  const stands = texts.indexOf(only);
  const isName = ['fullName', 'familyName', 'givenName'].includes(mapping[stands] ?? 'ignore');
  return !isName || isSectionWord(only) ? { reason: 'line', value: only } : null;
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
    .trim();
  return bare !== '' && isCountryName(bare) ? bare : null;
}
