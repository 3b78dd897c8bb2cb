// The product's words, so that tests name a button as the page does and never copy its text.
import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';

const files = {
  common: 'common',
  about: 'about',
  agenda: 'agenda',
  bringIn: 'bring-in',
  changes: 'changes',
  commands: 'commands',
  conflicts: 'conflicts',
  copies: 'copies',
  failures: 'failures',
  framework: 'framework-ui',
  handOut: 'hand-out',
  history: 'history',
  home: 'home',
  import: 'import',
  pack: 'pack',
  people: 'people',
  plans: 'plans',
  privacy: 'privacy',
  projector: 'projector',
  run: 'run',
  shell: 'shell',
  takeAlong: 'take-along',
  workshop: 'workshop',
} as const;

export type TestLanguage = 'en' | 'fr';
type Area = keyof typeof files;
type Catalogue = { readonly [key: string]: string | Catalogue };

/** Everything that one area can say in a language. */
export function catalogueOf(language: TestLanguage, area: Area): Catalogue {
  const file = new URL(`../../shared/messages/${language}/${files[area]}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

export const areas = Object.keys(files) as readonly Area[];

/** `t('plans:topic')`, `t('cancel')`, `t('home:showArchived', { count: 1 })`. Fails for a key that is not there. */
export type TestWords = (key: string, data?: Readonly<Record<string, unknown>>) => string;

export function words(language: TestLanguage): TestWords {
  const catalogue = createInstance();
  void catalogue.init({
    lng: language,
    resources: { [language]: Object.fromEntries(areas.map((area) => [area, catalogueOf(language, area)])) },
    ns: [...areas],
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // The pages' own catalogue types every key; here any key of any area is asked for.
  const translate = catalogue.t as unknown as (key: string, data: object) => unknown;
  return (key, data) => {
    const text = translate(key, { ...data });
    if (!catalogue.exists(key, { ...data }) || typeof text !== 'string') throw new Error(`There are no words for ${key} in ${language}`);
    return text;
  };
}

/** The beginning of a text up to its first placeholder, as a pattern: `Undo: {{what}}` → /^Undo: /. */
export function startOf(text: string): RegExp {
  const beginning = text.split('{{')[0] ?? '';
  return new RegExp(`^${beginning.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
}
