// The languages of a room as two choices: the main one, and perhaps a second.
import { languages as ourLanguages } from '../../../shared/kernel/local-text.ts';
import type { Option } from '../../ui/inputs.tsx';
import type { Words } from '../../ui/language.ts';

/** The second choice when there is none. */
export const noLanguage = '';

/** A language of a file that we do not speak keeps its place under its code. */
export function languageOptions(t: Words, inUse: readonly string[]): readonly Option[] {
  const codes = new Set<string>([...ourLanguages, ...inUse]);
  return [...codes].map((code) => ({ value: code, label: code === 'en' || code === 'fr' ? t(`language.${code}`) : code }));
}

/** @param second `noLanguage` for none; the same as `main` counts as none */
export function languagesOf(main: string, second: string): readonly string[] {
  return second === noLanguage || second === main ? [main] : [main, second];
}
