// Binds one language of a text, and a list that a guide can bring, to fields that save. Until somebody edits, the guide's text is stored nowhere.
import { sameValue } from '../../../shared/kernel/record.ts';
import type { LocalText } from '../../../shared/kernel/local-text.ts';
import type { Binding } from '../../ui/autosave.ts';
import { textIn } from './session-content.ts';

interface LanguageParts {
  /** The stored text; null = the guide's. */
  readonly own: Binding<LocalText | null>;
  readonly guide: LocalText;
  readonly language: string;
  /** True where all languages are in sight: the guide's text in the others is kept. False: they no longer say the same and go. */
  readonly keepsOthers: boolean;
}

/** The text of one language as a field. Others may edit the other languages at the same time. */
export function languageBinding({ own, guide, language, keepsOthers }: LanguageParts): Binding<string> {
  const shown = own.value ?? guide;
  const from = (stored: LocalText | null, next: string): LocalText => ({ ...(stored ?? (keepsOthers ? guide : {})), [language]: next });
  return {
    value: textIn(shown, language),
    target: own.target,
    onSave: async (next, was) => {
      const answer = await own.onSave(from(own.value, next), own.value);
      if (answer.kind !== 'changed') return answer;
      const current = textIn(answer.current ?? guide, language);
      if (current !== was) return { kind: 'changed', current };
      // Only another language has changed: nothing of anybody is lost.
      const again = await own.onSave(from(answer.current, next), answer.current);
      return again.kind === 'changed' ? { kind: 'changed', current: textIn(again.current ?? guide, language) } : again;
    },
  };
}

/** A whole list as a field: the guide's list until the first edit. */
export function listBinding<T>(own: Binding<readonly T[] | null>, guide: readonly T[]): Binding<readonly T[]> {
  return {
    value: own.value ?? guide,
    target: own.target,
    onSave: async (next, was) => {
      const isFirstEdit = own.value === null && sameValue(was, guide);
      const answer = await own.onSave(next, isFirstEdit ? null : was);
      return answer.kind === 'changed' ? { kind: 'changed', current: answer.current ?? guide } : answer;
    },
  };
}
