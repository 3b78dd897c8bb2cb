// A workshop file that was read: a new workshop to add, one that is known already, or differences to decide about.
import { IconFileOff, IconFiles } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import { addressOf } from '../../app/routes.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import classes from './bring-in.module.css';
import { useBroughtFiles, type BroughtFile } from './brought-files.tsx';
import { MergePage } from './merge-page.tsx';
import { useBringIn } from './use-bring-in.ts';
import { useLead } from './use-lead.ts';

export function BringInScreen(): ReactNode {
  const { sourceId = '' } = useParams();
  const file = useBroughtFiles().broughtAs(sourceId);
  if (file === null) return <FileGone />;
  if (file.workshopId === null) return <UnknownWorkshop file={file} />;
  if (file.isKnown) return <AllKnown file={file} workshopId={file.workshopId} />;
  return <MergePage key={sourceId} file={file} workshopId={file.workshopId} />;
}

function FileGone(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { choose } = useBroughtFiles();
  return (
    <Page title={t('bringIn:goneTitle')}>
      <EmptyState
        icon={<IconFileOff size={24} stroke={1.75} />}
        text={t('bringIn:gone')}
        action={
          <Button kind="primary" onClick={choose}>
            {t('bringIn:open')}
          </Button>
        }
        second={<Button onClick={() => void navigate(addressOf('home'))}>{t('bringIn:toWorkshops')}</Button>}
      />
    </Page>
  );
}

/** A workshop that the library does not have: what is in it, and the button that adds it. */
function UnknownWorkshop({ file }: { readonly file: BroughtFile }): ReactNode {
  const t = useWords();
  const client = useClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const title = file.title === '' ? t('untitled') : file.title;
  const add = async () => {
    setAdding(true);
    const answer = await client.files.add({ sourceId: file.sourceId });
    setAdding(false);
    if (!answer.ok) return setFailure(answer.failure);
    notify({ text: t('bringIn:added', { title }) });
    void navigate(addressOf('basics', answer.value));
  };
  return (
    <Page
      title={t('bringIn:titleNew', { title })}
      lead={file.fileName}
      actions={
        <>
          <Button onClick={() => void navigate(addressOf('home'))}>{t('bringIn:notNow')}</Button>
          <Button kind="primary" onClick={() => void add()} reason={isAdding ? t('bringIn:adding') : null}>
            {t('bringIn:add')}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      <OutlinePanel file={file} />
    </Page>
  );
}

function OutlinePanel({ file }: { readonly file: BroughtFile }): ReactNode {
  const t = useWords();
  const { moment, number } = useFormats();
  const facts: readonly (readonly [string, string])[] = [
    [t('bringIn:outline.workshop'), file.title === '' ? t('untitled') : file.title],
    [t('bringIn:outline.savedAt'), moment(file.savedAt)],
    [t('bringIn:outline.people'), number(file.people)],
    [t('bringIn:outline.teams'), number(file.teams)],
    [t('bringIn:outline.plans'), number(file.plans)],
    [t('bringIn:outline.version'), file.appVersion],
  ];
  return (
    <Panel title={t('bringIn:outline.title')}>
      <p className={classes.quiet}>{t('bringIn:unknown')}</p>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Nothing to bring in. A second folder can still be set aside, so that the workshop is there once. */
function AllKnown({ file, workshopId }: { readonly file: BroughtFile; readonly workshopId: string }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const lead = useLead(file);
  const { bringIn, isBusy, failure } = useBringIn(file, workshopId);
  const open = () => void navigate(addressOf('basics', { workshopId }));
  return (
    <Page title={t('bringIn:title', { title: file.title === '' ? t('untitled') : file.title })} lead={lead}>
      {failure !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      <EmptyState
        icon={<IconFiles size={24} stroke={1.75} />}
        text={t(file.isFolder ? 'bringIn:knownFolder' : 'bringIn:known')}
        action={
          file.isFolder ? (
            <Button kind="primary" reason={isBusy ? t('bringIn:acting') : null} onClick={() => void bringIn([], 0)}>
              {t('bringIn:setAside')}
            </Button>
          ) : (
            <Button kind="primary" onClick={open}>
              {t('bringIn:openWorkshop')}
            </Button>
          )
        }
        second={
          file.isFolder ? (
            <Button onClick={open}>{t('bringIn:openWorkshop')}</Button>
          ) : (
            <Button onClick={() => void navigate(addressOf('home'))}>{t('bringIn:toWorkshops')}</Button>
          )
        }
      />
    </Page>
  );
}
