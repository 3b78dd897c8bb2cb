// The first screen of a new installation: what this is, the language, where the data are, two ways in.
import { IconFolders } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LibraryState } from '../../../shared/contract/contract.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { useBroughtFiles } from '../bring-in/brought-files.tsx';
import { RecentFiles } from '../bring-in/recent-files.tsx';
import type { Beginnings } from './beginnings.ts';
import { LanguageSwitch } from '../settings/language-switch.tsx';
import { OwnNameField } from '../settings/own-name.tsx';
import { LibraryFolder } from './library-folder.tsx';
import classes from './home.module.css';

interface FirstRunProps {
  readonly library: LibraryState;
  readonly beginnings: Beginnings;
  /** Notes about trouble. */
  readonly children: ReactNode;
}

export function FirstRun({ library, beginnings, children }: FirstRunProps): ReactNode {
  const t = useWords();
  const { choose } = useBroughtFiles();
  return (
    <Page title={t('home:welcome')} actions={<LanguageSwitch />}>
      {children}
      <Panel title={t('workshop:settings.you')}>
        <FieldGrid>
          <OwnNameField />
        </FieldGrid>
      </Panel>
      <Panel inset="flush">
        <EmptyState
          icon={<IconFolders size={24} stroke={1.75} />}
          text={t('home:purpose')}
          action={
            <Button kind="primary" onClick={beginnings.newWorkshop}>
              {t('home:new')}
            </Button>
          }
          second={
            <>
              <Button onClick={beginnings.trySample} reason={beginnings.isMaking ? t('home:sampleMaking') : null}>
                {t('home:trySample')}
              </Button>
              <Button kind="quiet" onClick={choose}>
                {t('bringIn:open')}
              </Button>
            </>
          }
        />
      </Panel>
      <RecentFiles />
      <LibraryFolder library={library} />
      <p className={classes.facts}>{t('framework:independent')}</p>
    </Page>
  );
}
