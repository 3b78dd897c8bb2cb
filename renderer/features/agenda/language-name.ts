// The name of a room's language in the interface's language.
import type { Words } from '../../ui/language.ts';

/** For the middle of a line: French writes languages small there. A language of a file that we do not speak is called by its code. */
export function languageName(t: Words, language: string): string {
  if (language !== 'en' && language !== 'fr') return language;
  const name = t(`language.${language}`);
  return t('languageCode') === 'fr' ? name.toLocaleLowerCase('fr') : name;
}
