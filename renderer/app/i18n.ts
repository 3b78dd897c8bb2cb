// The interface's language: started with one catalogue, switched live.
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/kernel/local-text.ts';
import { loadCatalogue, type Catalogue } from '../../shared/messages/index.ts';
import { areas } from '../ui/language.ts';

/** An i18next of our own, so that nothing is global. */
export async function createWords(language: Language, catalogue: Catalogue): Promise<i18n> {
  const words = createInstance();
  await words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: catalogue },
    ns: areas,
    defaultNS: 'common',
    fallbackLng: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  sayLanguage(language);
  return words;
}

/** Switches the language; the words are loaded first, so that no key is ever shown. */
export async function switchLanguage(words: i18n, language: Language): Promise<void> {
  if (words.language === language) return;
  const catalogue = await loadCatalogue(language);
  for (const area of areas) words.addResourceBundle(language, area, catalogue[area]);
  await words.changeLanguage(language);
  sayLanguage(language);
}

/** For screen readers and hyphenation. */
function sayLanguage(language: Language): void {
  document.documentElement.lang = language;
}
