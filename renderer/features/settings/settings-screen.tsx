// Settings of this installation, where the data are, and what this application is.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Settings } from '../../../shared/contract/contract.ts';
import { languages } from '../../../shared/kernel/local-text.ts';
import { addressOf } from '../../app/routes.ts';
import { useSetSettings, useSettings, useStart } from '../../state/host-context.tsx';
import { useLibrary } from '../../state/use-library.ts';
import { FieldGrid } from '../../ui/field.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { OwnNameField } from './own-name.tsx';
import classes from './settings.module.css';

const asSystem = 'system';
const themes = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];

export function SettingsScreen(): ReactNode {
  const t = useWords();
  const { systemLanguage, appVersion, shell } = useStart();
  const settings = useSettings();
  const setSettings = useSetSettings();
  const { state: library } = useLibrary();
  return (
    <Page title={t('workshop:settings.title')}>
      <Panel title={t('workshop:settings.you')}>
        <FieldGrid>
          <OwnNameField />
        </FieldGrid>
      </Panel>
      <Panel title={t('workshop:settings.look')}>
        <FieldGrid>
          <SelectInput
            label={t('workshop:settings.language')}
            value={settings.language ?? asSystem}
            onChange={(choice) => setSettings({ language: choice === asSystem ? null : choice })}
            options={[
              { value: asSystem, label: t('workshop:settings.languageSystem', { language: t(`languageOwn.${systemLanguage}`) }) },
              ...languages.map((language) => ({ value: language, label: t(`languageOwn.${language}`) })),
            ]}
          />
          <SelectInput
            label={t('workshop:settings.theme')}
            value={settings.theme}
            onChange={(theme) => setSettings({ theme })}
            options={themes.map((theme) => ({ value: theme, label: t(`workshop:settings.themes.${theme}`) }))}
          />
        </FieldGrid>
      </Panel>
      <Panel title={t('workshop:settings.data')}>
        <div className={classes.words}>
          <p>{t('workshop:settings.dataText')}</p>
          <p className={classes.path}>{library?.ok === true ? library.value.folder : ''}</p>
        </div>
      </Panel>
      <Panel title={t('workshop:settings.privacy')}>
        <p className={classes.words}>{t('workshop:settings.privacyText')}</p>
      </Panel>
      <Panel title={t('workshop:settings.about')}>
        <div className={classes.words}>
          <p>
            {t('appName')} · {t('workshop:settings.version', { version: appVersion })} · {t(`workshop:settings.shell.${shell}`)}
          </p>
          <p>{t('framework:independent')}</p>
          <p>{t('workshop:settings.licence')}</p>
          <p>
            <Link to={addressOf('about')}>{t('about:link')}</Link>
          </p>
        </div>
      </Panel>
    </Page>
  );
}
