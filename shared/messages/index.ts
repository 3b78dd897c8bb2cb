// The page's words by language, loaded one language at a time; and a pseudo-language that shows which words are hard-coded.
import type { Language } from '../kernel/local-text.ts';
import type { en } from './en.ts';

export type Catalogue = typeof en;

/** Loads the words of a language. Only the language in use is fetched. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en;
}

type Words = string | { readonly [key: string]: Words };

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/**
 * Makes every word foreign and about a third longer, placeholders excepted: what still reads as plain English on a page was not in the catalogue.
 * For tests.
 */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  return pseudo(catalogue) as unknown as Catalogue;
}

function pseudo(words: Words): Words {
  if (typeof words !== 'string') return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudo(value)]));
  const foreign = words
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[a-zA-Z]/g, (letter) => accented[letter] ?? letter)))
    .join('');
  return `⟦${foreign}${'·'.repeat(Math.ceil(words.length / 3))}⟧`;
}
