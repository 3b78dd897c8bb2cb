// The words of the pages as the pages look them up, defaults included.
import { createInstance } from 'i18next';
import { areas, type Words } from '../../renderer/ui/language.ts';
import type { Language } from '../../shared/kernel/local-text.ts';
import { loadCatalogue } from '../../shared/messages/index.ts';

export async function pageWords(language: Language): Promise<Words> {
  const words = createInstance();
  await words.init({
    lng: language,
    resources: { [language]: await loadCatalogue(language) },
    ns: areas,
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  return words.t;
}
