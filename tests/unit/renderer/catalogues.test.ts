// The page's catalogues: the pseudo-language changes every word and keeps every placeholder; French is typeset as French.
import { describe, expect, it } from 'vitest';
import { loadCatalogue, pseudoCatalogue } from '../../../shared/messages/index.ts';

function leaves(words: unknown): readonly string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(leaves);
}

function placeholders(text: string): readonly string[] {
  return text.match(/\{\{[^}]*\}\}/g) ?? [];
}

describe('the pseudo-language', () => {
  it('changes every word and keeps every placeholder', async () => {
    const english = await loadCatalogue('en');
    const [before, after] = [leaves(english), leaves(pseudoCatalogue(english))];
    expect(after).toHaveLength(before.length);
    expect(before.length).toBeGreaterThan(300);
    before.forEach((text, index) => {
      expect(after[index]).not.toBe(text);
      expect(placeholders(after[index] ?? '')).toEqual(placeholders(text));
    });
  });
});

/** What French typesetting forbids: a missing or breaking space at tall punctuation, the straight apostrophe. */
const mistakes: readonly RegExp[] = [/ [:;?!»%]/, /« /, /[\p{L}\d)][;?!»]/u, /\p{L}:(?!\p{L})/u, /\p{L}'\p{L}/u];

function isMistaken(text: string): boolean {
  return mistakes.some((mistake) => mistake.test(text));
}

describe('French', () => {
  it.each(['Prêt ?', 'Prêt?', 'Titre :', 'Titre: oui', '« oui\u00A0»', "l'atelier", '20 %'])('would be caught writing %s', (text) => {
    expect(isMistaken(text)).toBe(true);
  });

  it('has a space that does not break at tall punctuation, and the typographic apostrophe', async () => {
    const words = leaves(await loadCatalogue('fr'));
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((text) => isMistaken(text.replace(/\{\{[^}]*\}\}/g, 'x')))).toEqual([]);
  });
});
