// Changes in the words of the interface's language.
import { useMemo } from 'react';
import { useContentResult } from '../../state/content-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { changeWords, type ChangeWords } from './change-words.ts';

/**
 * @param names of the records that fields point to, by id, as the host gives them with the changes; keep it stable
 */
export function useChangeWords(names: Readonly<Record<string, string>>): ChangeWords {
  const t = useWords();
  const formats = useFormats();
  const result = useContentResult();
  return useMemo(() => changeWords({ t, formats, content: result.ok ? result.value : null, names }), [t, formats, result, names]);
}
