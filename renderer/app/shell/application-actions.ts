// What "Find or do…" can do everywhere: begin, open, set the look and the language, say who one is.
import { useNavigate } from 'react-router';
import { themes } from '../../../shared/contract/themes.ts';
import { languages } from '../../../shared/kernel/local-text.ts';
import { useBroughtFiles } from '../../features/bring-in/brought-files.tsx';
import { useSetSettings, useSettings } from '../../state/host-context.tsx';
import type { Action } from '../../ui/actions.tsx';
import { useWords } from '../../ui/language.ts';
import { addressOf } from '../routes.ts';

/** The actions that do not need an open workshop. Offered by the frame that is on the screen, behind its own. */
export function useApplicationActions(): readonly Action[] {
  const t = useWords();
  const navigate = useNavigate();
  const { choose } = useBroughtFiles();
  const settings = useSettings();
  const setSettings = useSetSettings();
  const go = (address: string) => () => void navigate(address);
  return [
    { id: 'go-new', label: t('home:new'), run: go(addressOf('newWorkshop')) },
    { id: 'open-file', label: t('bringIn:open'), run: choose },
    { id: 'go-settings', label: t('find.goTo', { place: t('frame.settings') }), run: go(addressOf('settings')) },
    { id: 'go-about', label: t('find.goTo', { place: t('about:title') }), run: go(addressOf('about')) },
    ...languages
      .filter((language) => language !== settings.language)
      .map((language) => ({
        id: `language-${language}`,
        label: t('find.language', { language: t(`languageOwn.${language}`) }),
        run: () => setSettings({ language }),
      })),
    ...themes
      .filter((theme) => theme !== settings.theme)
      .map((theme) => ({
        id: `theme-${theme}`,
        label: t('find.theme', { theme: t(`workshop:settings.themes.${theme}`) }),
        run: () => setSettings({ theme }),
      })),
  ];
}
