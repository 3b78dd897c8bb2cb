// The name of a room's language in the interface's language.
import type { Words } from '../../ui/language.ts';

/** A language of a file that we do not speak is called by its code. */
export function languageName(t: Words, language: string): string {
  return language === 'en' || language === 'fr' ? t(`language.${language}`) : language;
}
