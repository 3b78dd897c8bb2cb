// The language of the interface, visible and live.
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../shared/kernel/local-text.ts';
import { languageOf } from '../../app/language-of.ts';
import { useSetSettings, useSettings, useStart } from '../../state/host-context.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';

/** On the first run: the two languages by their own names. */
export function LanguageSwitch(): ReactNode {
  const t = useWords();
  const settings = useSettings();
  const start = useStart();
  const setSettings = useSetSettings();
  return (
    <SelectInput<Language>
      label={t('home:language')}
      value={languageOf(settings, start)}
      onChange={(language) => setSettings({ language })}
      options={languages.map((language) => ({ value: language, label: t(`languageOwn.${language}`) }))}
    />
  );
}
