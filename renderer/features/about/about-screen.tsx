// About: what this is, who stands behind it and who does not, that it never calls out, where the data are, and whose parts it is made of.
import { useEffect, useState, type ReactNode } from 'react';
import type { About } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { useLoading } from '../../ui/waiting.tsx';
import classes from './about.module.css';

export function AboutScreen(): ReactNode {
  const t = useWords();
  const { appVersion, shell } = useStart();
  const about = useAbout();
  return (
    <Page
      title={t('about:title')}
      lead={[t('appName'), t('workshop:settings.version', { version: appVersion }), t(`workshop:settings.shell.${shell}`)].join(' · ')}
    >
      {about?.ok === false && (
        <Note tone="danger">
          <p>{failureMessage(t, about.failure)}</p>
        </Note>
      )}
      <Panel title={t('about:what.title')}>
        <p className={classes.words}>{t('about:what.text')}</p>
      </Panel>
      <Panel title={t('about:independent.title')}>
        <div className={classes.words}>
          <p>{t('framework:independent')}</p>
          <p>{t('about:independent.sources')}</p>
        </div>
      </Panel>
      <Panel title={t('about:network.title')}>
        <div className={classes.words}>
          <p>{t('about:network.text')}</p>
          <p>{t(`about:network.${shell}`)}</p>
        </div>
      </Panel>
      <Panel title={t('about:data.title')}>
        {about === null && <Loading />}
        {about?.ok && (
          <dl className={classes.places}>
            <dt>{t('about:data.library')}</dt>
            <dd>{about.value.libraryFolder}</dd>
            <dt>{t('about:data.settings')}</dt>
            <dd>{about.value.settingsFolder}</dd>
          </dl>
        )}
        <p className={classes.words}>{t('about:data.text')}</p>
      </Panel>
      <Panel title={t('about:licences.title')}>
        <div className={classes.words}>
          <p>{t('about:licences.own')}</p>
          <p>{t('about:licences.fonts')}</p>
        </div>
        {about?.ok && <Licences about={about.value} />}
      </Panel>
    </Page>
  );
}

/** The page counts as loading while its facts are on their way. */
function Loading(): ReactNode {
  useLoading();
  return null;
}

function useAbout(): Result<About, Failure> | null {
  const client = useClient();
  const [about, setAbout] = useState<Result<About, Failure> | null>(null);
  useEffect(() => void client.app.about({}).then(setAbout), [client]);
  return about;
}

/** What runs here, and the licence texts of every part that is shipped, as they were written. */
function Licences({ about: { versions, notices } }: { readonly about: About }): ReactNode {
  const t = useWords();
  const runtimes = [
    ['Electron', versions.electron],
    ['Chromium', versions.chrome],
    ['Node.js', versions.node],
  ].filter(([, version]) => version !== null);
  return (
    <>
      <p className={classes.runtimes}>{runtimes.map(([name, version]) => `${name} ${version}`).join(' · ')}</p>
      <details className={classes.parts}>
        <summary>{t('about:licences.parts')}</summary>
        {/* Long, and read by keyboard too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={classes.notices} tabIndex={0} aria-label={t('about:licences.parts')}>
          {notices}
        </pre>
      </details>
    </>
  );
}
