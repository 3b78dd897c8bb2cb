// Minutes of a session as they are typed, in a form and in the table alike.
import { unclearWords } from '../../ui/date-input.ts';
import { useWords } from '../../ui/language.ts';
import { useTypedText, type ReadBinding, type TypedText } from '../../ui/typed-text.ts';
import { isSessionLength, longestSession, parseMinutes, shortestSession } from './minutes-text.ts';

/** @returns the state of the field, and why its text is no number of minutes that a session may have; null while it is one */
export function useMinutesText(binding: ReadBinding<number>): TypedText<number> & { readonly unclear: string | null } {
  const t = useWords();
  const typed = useTypedText<number>(binding, {
    read: (text) => {
      const minutes = parseMinutes(text);
      return isSessionLength(minutes) ? { value: minutes } : null;
    },
    write: String,
    savesWhileTyping: true,
  });
  return { ...typed, unclear: unclearWords(t, typed, t('agenda:minutes.help', { min: shortestSession, max: longestSession })) };
}
