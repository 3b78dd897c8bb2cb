// Copies: whole states of the workshop that were kept by themselves, the way back to one, and the second place where they go.
import { IconCopy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Delivery } from '../../../shared/contract/answers.ts';
import type { Copy } from '../../../shared/contract/copies.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { useSession, useSessionState } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Panel, WithSide } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { GoingBackDialog, type GoingBack } from '../changes/going-back-dialog.tsx';
import { startDownload } from '../hand-out/start-download.ts';
import { HistoryTabs } from '../history/history-tabs.tsx';
import { CopiesTable } from './copies-table.tsx';
import classes from './copies.module.css';
import { SecondCopyPanel } from './second-copy.tsx';
import { useCopies } from './use-copies.ts';

export function CopiesScreen(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const client = useClient();
  const notify = useNotify();
  const { workshopId } = useSession();
  const { isReadOnly } = useSessionState();
  const { list, lookAgain, make } = useCopies();
  const [isMaking, setMaking] = useState(false);
  const [going, setGoing] = useState<GoingBack | null>(null);
  const [saved, setSaved] = useState<Delivery | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const makeOne = async () => {
    if (isMaking) return;
    flushFields();
    setMaking(true);
    const answer = await make();
    setMaking(false);
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) notify({ text: t('copies:made') });
  };
  const goBackTo = ({ copyId, at }: Copy) => {
    const moment = formats.moment(at);
    setGoing({
      workshopId,
      title: t('copies:preview.title', { moment }),
      moment: t('history:preview.moment', { when: t('history:on', { moment }) }),
      act: t('copies:preview.act'),
      acting: t('copies:preview.acting'),
      done: t('copies:done', { moment }),
      compare: () => client.copies.compare({ workshopId, copyId }),
      restore: (commandId) => client.copies.restore({ workshopId, copyId, commandId }),
    });
  };
  const save = async ({ copyId }: Copy) => {
    const answer = await client.copies.deliver({ workshopId, copyId });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setSaved(answer.value);
    if (answer.value.kind === 'download') startDownload(answer.value);
  };

  const failure = problem ?? (list?.ok === false ? list.failure : null);
  return (
    <Page
      title={t('copies:title')}
      lead={t('copies:lead')}
      tabs={<HistoryTabs />}
      actions={
        <Button kind="primary" aria-busy={isMaking} reason={isReadOnly ? t('readOnly') : null} onClick={() => void makeOne()}>
          {t(isMaking ? 'copies:making' : 'copies:make')}
        </Button>
      }
    >
      {failure !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      {list?.ok && list.value.failure !== null && (
        <Note tone="warning" title={t('copies:failed')}>
          <p>{failureMessage(t, list.value.failure)}</p>
        </Note>
      )}
      {saved?.kind === 'saved' && <SavedLine saved={saved} />}
      {list === null && <Waiting />}
      {list?.ok && (
        <WithSide side={<SecondCopyPanel second={list.value.second} onChanged={() => void lookAgain()} />}>
          {list.value.copies.length === 0 ? (
            <EmptyState icon={<IconCopy size={24} stroke={1.75} />} text={t('copies:empty')} />
          ) : (
            <Panel inset="flush">
              <CopiesTable
                copies={list.value.copies}
                reason={isReadOnly ? t('readOnly') : null}
                onRestore={goBackTo}
                onSave={(copy) => void save(copy)}
              />
            </Panel>
          )}
        </WithSide>
      )}
      {going && <GoingBackDialog going={going} onClose={() => setGoing(null)} onDone={() => void lookAgain()} />}
    </Page>
  );
}

function SavedLine({ saved }: { readonly saved: Extract<Delivery, { readonly kind: 'saved' }> }): ReactNode {
  const t = useWords();
  const client = useClient();
  const { shell } = useStart();
  const reveal = () => void client.app.reveal({ revealId: saved.revealId });
  return (
    <Note tone="info" actions={shell === 'desktop' && <Button onClick={reveal}>{t('copies:reveal')}</Button>}>
      <p className={classes.path}>{t('copies:saved', { place: saved.where })}</p>
    </Note>
  );
}
