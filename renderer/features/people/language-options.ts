// Languages to choose from for people and teams, named in the interface's language.
import { useMemo } from 'react';
import { useLanguage, useWords } from '../../ui/language.ts';
import type { Option } from '../../ui/inputs.tsx';

/** Languages of the regions that the workshops serve. A list may bring others; they are kept as they came. */
const usualLanguages = ['en', 'fr', 'pt', 'es', 'ar', 'sw', 'am'];

/**
 * @param current the value that is stored now: it is offered too when it is none of the usual
 * @param isOptional true offers "not said"
 */
export function useLanguageOptions(current: string, isOptional: boolean): readonly Option[] {
  const t = useWords();
  const language = useLanguage();
  return useMemo(() => {
    const codes = current === '' || usualLanguages.includes(current) ? usualLanguages : [...usualLanguages, current];
    const options = codes.map((code) => ({ value: code, label: languageName(language, code) }));
    return isOptional || current === '' ? [{ value: '', label: t('people:notSaid') }, ...options] : options;
  }, [current, isOptional, language, t]);
}

/**
 * The name of a language, in another one. Lists bring whole sentences in this column now and then: what is no language code stays as it came.
 * @param language in which the name is written
 */
export function languageName(language: string, code: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return code;
  }
}
