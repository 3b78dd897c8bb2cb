// Which texts of the product belong to one language only: to find words of the other language on a page or in a document.
import { readdirSync, readFileSync } from 'node:fs';
import { areas, catalogueOf, type TestLanguage } from './words.ts';

type Tree = unknown;

/** Texts that stand alone, and patterns of those with placeholders. */
export interface ProductTexts {
  /** @returns the texts that are, or as sentences contain, one of this language's own */
  readonly foundIn: (texts: readonly string[]) => readonly string[];
  readonly size: number;
}

/** Shorter texts are only compared as a whole: "Day" is a part of many words. */
const sentenceFrom = 16;

interface Choice {
  /** Areas of the catalogue to look at; all without it. */
  readonly only?: readonly (typeof areas)[number][];
  /** Also the texts of framework, guides and template. */
  readonly withContent: boolean;
}

/** Texts that the product says in one language and not in the other. */
export function textsOnlyIn(language: TestLanguage, { only = areas, withContent }: Choice): ProductTexts {
  const other = language === 'en' ? 'fr' : 'en';
  const own = new Set([...only.flatMap((area) => leaves(catalogueOf(language, area))), ...(withContent ? shipped(language) : [])]);
  for (const shared of [...areas.flatMap((area) => leaves(catalogueOf(other, area))), ...shipped(other)]) own.delete(shared);
  const plain = new Set([...own].filter((text) => !text.includes('{{') && /\p{L}{3}/u.test(text)));
  const sentences = [...own]
    .flatMap((text) => text.split(/\{\{[^}]*\}\}/))
    .map(flat)
    .filter((part) => part.length >= sentenceFrom && part.includes(' '));
  return {
    foundIn: (texts) => texts.map(flat).filter((text) => plain.has(text) || sentences.some((sentence) => text.includes(sentence))),
    size: plain.size + sentences.length,
  };
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function leaves(tree: Tree): readonly string[] {
  if (typeof tree === 'string') return [flat(tree)];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(leaves) : [];
}

/** Offered to be taken as one's own words: from then on they are what somebody typed, such as the name of a topic group. */
const proposals: ReadonlySet<string> = new Set(['topic-presets.json']);

/** Every text of framework, guides and template in one language. */
function shipped(language: TestLanguage): readonly string[] {
  return ['framework', 'guides', 'templates'].flatMap((folder) => {
    const place = new URL(`../../data/${folder}/`, import.meta.url);
    const names = readdirSync(place).filter((name) => !proposals.has(name));
    return names.flatMap((name) => translated(JSON.parse(readFileSync(new URL(name, place), 'utf8')), language));
  });
}

function translated(tree: Tree, language: TestLanguage): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { en, fr } = tree as { readonly en?: unknown; readonly fr?: unknown };
  if (typeof en === 'string' && typeof fr === 'string') return [flat(language === 'en' ? en : fr)];
  return Object.values(tree).flatMap((branch) => translated(branch, language));
}
