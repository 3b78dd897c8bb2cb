// The words that a shell itself says: in the terminal, in menus and in dialogs. The pages have their own.
import { createInstance } from 'i18next';
import type { UiLanguage } from '../../shared/contract/contract.ts';
import en from '../../shared/messages/en/shell.json' with { type: 'json' };
import fr from '../../shared/messages/fr/shell.json' with { type: 'json' };

type Leaves<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${Key}` : Leaves<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** A place in `shared/messages/<language>/shell.json`. */
export type ShellTextKey = Leaves<typeof en>;
export type ShellTexts = (key: ShellTextKey) => string;

const catalogues = { en, fr };

/** The name is the same in every language. */
export const appName = 'HRH Action Workshop';

export function shellTexts(language: UiLanguage): ShellTexts {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: catalogues[language] } },
    interpolation: { escapeValue: false, defaultVariables: { app: appName } },
    initAsync: false,
  });
  return (key) => translator.t(key);
}

/** The first of the system's languages that the product speaks, else English. @param locales such as `fr_FR.UTF-8` or `fr-CA`, in order of wish */
export function spokenLanguage(locales: readonly (string | undefined)[]): UiLanguage {
  const found = locales
    .map((locale) => /^(en|fr)(?![a-z])/i.exec(locale ?? '')?.[1]?.toLowerCase())
    .find((language) => language !== undefined);
  return found === 'fr' ? 'fr' : 'en';
}
