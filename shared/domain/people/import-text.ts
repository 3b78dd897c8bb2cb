// Text as people type it into lists: tidied for keeping, folded for comparing.

/** Invisible signs that come along with copied text: byte order mark, zero-width space, soft hyphen, direction marks around phone numbers. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** NFC, without invisible signs, each run of white space (line breaks and no-break spaces too) one space, trimmed. Otherwise as typed. */
export function tidied(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/**
 * The form in which two spellings of one name agree: no case, accents, apostrophes or punctuation.
 * @returns lower-case words of letters and digits with single spaces between them
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Key under which names of organisations, teams, groups and countries are the same. Text without any letter stands for itself. */
export function groupKey(text: string): string {
  const key = folded(text);
  return key === '' ? tidied(text) : key;
}

/** False only where two countries are named and differ. */
export function countriesAgree(a: string, b: string): boolean {
  return a === '' || b === '' || groupKey(a) === groupKey(b);
}

const honorifics = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'mme', 'mlle', 'prof', 'pr', 'rev', 'eng', 'hon']);

/** Key under which two spellings of a person's name are the same: the order of given and family name and a "Dr" do not matter. */
export function nameKey(fullName: string): string {
  const words = groupKey(fullName).split(' ');
  const names = words.filter((word) => !honorifics.has(word));
  return (names.length > 0 ? names : words).toSorted().join(' ');
}

/** Small words of names, which many people share. */
const particles = new Set(['de', 'du', 'des', 'da', 'dos', 'la', 'le', 'el', 'al', 'ben', 'bin', 'ould', 'van', 'von', 'abd']);

/** True when two names have a word in common that names somebody. */
export function sharesNamePart(a: string, b: string): boolean {
  const parts = (name: string) =>
    nameKey(name)
      .split(' ')
      .filter((word) => word.length > 1 && !particles.has(word));
  const known = new Set(parts(a));
  return nameKey(a) === nameKey(b) || parts(b).some((word) => known.has(word));
}

/** True for what stands in a cell instead of nothing. */
export function isDash(text: string): boolean {
  return /^[-–—_./\s]+$/.test(text);
}

/** True for words that say "there is none" where an address or a number is asked for. */
export function saysNone(text: string): boolean {
  return (
    isDash(text) ||
    ['n a', 'na', 'none', 'nil', 'neant', 'aucun', 'aucune', 'sans', 'x', 'tbc', 'tbd', 'a confirmer', '0'].includes(folded(text))
  );
}

/** True for headings and values such as "Dr" or "Mme". */
export function isHonorific(text: string): boolean {
  return (
    honorifics.has(folded(text)) ||
    ['m', 'sir', 'sr', 'madame', 'monsieur', 'docteur', 'professeur', 'professor', 'doctor'].includes(folded(text))
  );
}
