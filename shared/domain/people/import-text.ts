// Text as people type it into lists: tidied for keeping, folded for comparing.

/** Invisible signs that come along with copied text: byte order mark, zero-width space, soft hyphen, direction marks around phone numbers. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** NFC, without invisible signs, each run of white space (line breaks and no-break spaces too) one space, trimmed. Otherwise as typed. */
export function tidied(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** As a cell can hold it: spaces and signs that nobody sees, and the apostrophe before what looks like a formula, get lost on the way. */
export function asInCell(text: string): string {
  return tidied(text).replace(/^'(?=[=+\-@])/, '');
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

const honorifics = new Set(
  'dr dra mr mrs ms mx miss mme mlle prof profa pr rev eng engr ing hon hons sra srta exma exmo amb madame monsieur docteur professeur doctor professor sir alhaji hajia alh ato sheikh pst'.split(
    ' ',
  ),
);

/** Key under which two spellings of a person's name are the same: the order of given and family name and a "Dr" do not matter. */
export function nameKey(fullName: string): string {
  // "Eng.ª": the small letter says for whom the title is. "M." is monsieur where a whole name follows.
  const words = groupKey(fullName.replace(/[ªº]/g, '').replace(/^\s*M\.\s*(?=\S+\s+\S)/u, '')).split(' ');
  const names = words.filter((word) => !honorifics.has(word));
  return (names.length > 0 ? names : words).toSorted().join(' ');
}

/** Small words of names, which many people share. */
const particles = new Set(['de', 'du', 'des', 'da', 'dos', 'la', 'le', 'el', 'al', 'ben', 'bin', 'ould', 'van', 'von', 'abd']);

/** True when two names have a word in common that names somebody. */
export function sharesNamePart(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b) || sharedParts(a, b).length > 0;
}

function partsOf(name: string): readonly string[] {
  return nameKey(name)
    .split(' ')
    .filter((word) => word.length > 1 && !particles.has(word));
}

function sharedParts(a: string, b: string): readonly string[] {
  const known = new Set(partsOf(a));
  return partsOf(b).filter((word) => known.has(word));
}

/**
 * True when a mailbox with two names is that of one person: a name has only been completed, or they have a part in common and the mailbox is
 * called after its owner. Two people of one given name write from the mailbox of one office.
 * @param known the name that the workshop knows
 */
export function isSurelySameMailbox(email: string, known: string, listed: string): boolean {
  if (nameKey(known) === nameKey(listed)) return true;
  const shared = sharedParts(known, listed);
  if (shared.length === 0) return false;
  const isCompleted = shared.length === Math.min(partsOf(known).length, partsOf(listed).length);
  const mailbox = folded(email.split('@')[0] ?? '').replace(/ /g, '');
  return isCompleted || partsOf(known).some((part) => part.length > 2 && mailbox.includes(part));
}

/** True for what stands in a cell instead of nothing. */
export function isDash(text: string): boolean {
  return /^[-–—_./\s]+$/.test(text);
}

/** True for what programs write into a cell of a text that holds nothing. */
export function saysNothing(text: string): boolean {
  return /^(null|nan|undefined|n\/a|nil|none|<na>|nat|[(<[](blank|none|null|empty|vide|vac[ií]o|vazio)[)>\]])$/i.test(text);
}

/** True for words that say "there is none" where an address or a number is asked for. */
export function saysNone(text: string): boolean {
  return (
    isDash(text) ||
    [
      'n a',
      'na',
      'nan',
      'null',
      'undefined',
      'blank',
      'empty',
      'vide',
      'pas de',
      'none',
      'nil',
      'neant',
      'aucun',
      'aucune',
      'sans',
      'x',
      'tbc',
      'tbd',
      'a confirmer',
      '0',
    ].includes(folded(text))
  );
}

/** True for headings and values such as "Dr" or "Mme". */
export function isHonorific(text: string): boolean {
  return honorifics.has(folded(text.replace(/[ªº]/g, ''))) || ['m', 'sr'].includes(folded(text));
}
