// The words and the language of the interface, typed by the English catalogue.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../shared/messages/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Catalogue;
  }
}

/** One namespace per area; keys without a prefix are those of `common`. */
export const areas = [
  'common',
  'agenda',
  'commands',
  'failures',
  'framework',
  'handOut',
  'home',
  'import',
  'people',
  'plans',
  'projector',
  'run',
  'workshop',
] as const satisfies readonly (keyof Catalogue)[];

/** Looks words up: `t('cancel')`, `t('plans:title')`, `t('home:teamsCount', { count })`. */
export type Words = TFunction<typeof areas>;

/** @returns the function that looks words up; it changes with the language */
export function useWords(): Words {
  return useTranslation(areas).t;
}

/** `en` or `fr`. */
export function useLanguage(): string {
  return useTranslation(areas).i18n.language;
}
