// Text that the room reads, per language.

export type Language = 'en' | 'fr';

export const languages: readonly Language[] = ['en', 'fr'];

/** Text per language; other languages may be present in a file and are kept. */
export type LocalText = Readonly<Record<string, string>>;

/**
 * Picks the text of a language, else of the first that has some.
 * @param preferred languages in order of wish
 * @returns the text, or '' when there is none at all
 */
export function pickText(text: LocalText, preferred: readonly string[]): string {
  for (const language of preferred) {
    const found = text[language];
    if (found !== undefined && found !== '') return found;
  }
  return Object.values(text).find((value) => value !== '') ?? '';
}
