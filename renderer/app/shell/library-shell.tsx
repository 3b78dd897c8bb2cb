// The frame around the list of workshops, the form for a new one, and the settings.
import { IconAdjustments, IconFolders, IconInfoCircle } from '@tabler/icons-react';
import { Suspense, type ReactNode } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { OwnName } from '../../features/settings/own-name.tsx';
import { useActions } from '../../ui/actions.tsx';
import { useWords } from '../../ui/language.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { addressOf } from '../routes.ts';
import { useApplicationActions } from './application-actions.ts';
import { FindButton } from './find-button.tsx';
import { KeyHelp } from './key-help.tsx';
import { Shell } from './shell.tsx';
import classes from './shell.module.css';

export function LibraryShell(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const everywhere = useApplicationActions();
  useActions([
    { id: 'go-home', label: t('find.goTo', { place: t('frame.workshops') }), run: () => void navigate(addressOf('home')) },
    ...everywhere,
  ]);
  return (
    <Shell
      heading={<span className={classes.title}>{t('appName')}</span>}
      tools={
        <>
          <OwnName />
          <FindButton />
        </>
      }
      places={[{ label: t('frame.workshops'), address: addressOf('home'), icon: IconFolders, isExact: true }]}
      lastPlaces={[
        { label: t('frame.settings'), address: addressOf('settings'), icon: IconAdjustments },
        { label: t('about:title'), address: addressOf('about'), icon: IconInfoCircle },
      ]}
    >
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
      <KeyHelp />
    </Shell>
  );
}
