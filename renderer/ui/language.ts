// The words and the language of the interface, typed by the English catalogue.
import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
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
  'about',
  'agenda',
  'bringIn',
  'changes',
  'commands',
  'conflicts',
  'copies',
  'failures',
  'framework',
  'handOut',
  'history',
  'home',
  'import',
  'people',
  'plans',
  'privacy',
  'projector',
  'run',
  'takeAlong',
  'workshop',
] as const satisfies readonly (keyof Catalogue)[];

/** Looks words up: `t('cancel')`, `t('plans:title')`, `t('home:teamsCount', { count })`. */
export type Words = TFunction<typeof areas>;

interface Spoken {
  readonly t: Words;
  readonly language: string;
}

/** Given once for the whole page by language-provider.tsx: every component asks for words, so asking must cost nothing. */
export const SpokenContext = createContext<Spoken | null>(null);

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('Words need a LanguageProvider above them');
  return spoken;
}

/** @returns the function that looks words up; it changes with the language */
export function useWords(): Words {
  return useSpoken().t;
}

/** `en` or `fr`. */
export function useLanguage(): string {
  return useSpoken().language;
}
