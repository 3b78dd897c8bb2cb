// The words of the packs in one language: labels from the catalogue, dates and numbers as that language writes them.
import { createInstance } from 'i18next';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { firstOfMonth } from '../kernel/french-dates.ts';
import type { Language } from '../kernel/local-text.ts';
import en from '../messages/en/pack.json' with { type: 'json' };
import fr from '../messages/fr/pack.json' with { type: 'json' };

type Leaves<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Path}${WithoutPlural<Key>}` : Leaves<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'many' | 'other'}` ? Stem : Key;

/** A place in `shared/messages/<language>/pack.json`, such as `plan.topic`. */
export type PackKey = Leaves<typeof en>;

export interface PackTexts {
  readonly language: Language;
  /** @param values fill the placeholders; `count` chooses the plural form */
  readonly t: (key: PackKey, values?: Readonly<Record<string, string | number>>) => string;
  /** `20 March 2026`, `1er avril 2026`; '' for no date. */
  readonly date: (date: CalendarDate | null) => string;
  /** A decimal string with the grouping of the language; digits are never rounded. */
  readonly amount: (decimal: string) => string;
  /** `A, B and C`. */
  readonly list: (items: readonly string[]) => string;
}

const catalogues = { en, fr };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Builds the words of a pack. Nothing global: two packs in two languages may be built side by side. */
export function packTexts(language: Language): PackTexts {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: catalogues[language] } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const locale = locales[language];
  const dates = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    language,
    t: (key, values) => leftToRight(translator.t(key, { ...values })),
    date: (date) => (date === null ? '' : firstOfMonth(language, dates.format(Date.parse(`${date}T00:00:00Z`)))),
    amount: (decimal) => amountIn(locale, decimal),
    list: (items) => lists.format(items),
  };
}

const leftToRightMark = '\u200e';

/** Our own sentences run from left to right, also where the first word that was filled in does not: the mark says so to every program. */
function leftToRight(sentence: string): string {
  const first = /\p{L}/u.exec(sentence)?.[0];
  return first !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? `${leftToRightMark}${sentence}` : sentence;
}

/** Keeps every digit that was typed, zeros at the end included. */
function amountIn(locale: string, decimal: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  // The narrow space that French groups digits with is missing in many fonts; the ordinary no-break space is in all.
  return format.format(decimal as `${number}`).replaceAll('\u202f', '\u00a0');
}
