// Gives the words to everything below, and again when the language changes.
import type { i18n } from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { areas, SpokenContext } from './language.ts';

export function LanguageProvider({ words, children }: { readonly words: i18n; readonly children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation(areas, { i18n: words });
  const { language } = i18n;
  return <SpokenContext value={useMemo(() => ({ t, language }), [t, language])}>{children}</SpokenContext>;
}
