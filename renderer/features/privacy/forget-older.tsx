// "Delete older copies…": what withdrawn consent asks for. Says first what is lost, and afterwards what was deleted and what was out of reach.
import { useState, type ReactNode } from 'react';
import type { Forgotten } from '../../../shared/contract/copies.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { useSession } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/dialogs.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './privacy.module.css';

export function ForgetOlder(): ReactNode {
  const t = useWords();
  const client = useClient();
  const confirm = useConfirm();
  const { workshopId } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [forgotten, setForgotten] = useState<Forgotten | null>(null);
  const forget = async () => {
    const isSure = await confirm({ title: t('privacy:ask.title'), text: t('privacy:ask.text'), confirm: t('privacy:ask.do') });
    if (!isSure) return;
    setBusy(true);
    flushFields();
    const answer = await client.copies.forget({ workshopId });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    setForgotten(answer.ok ? answer.value : null);
  };
  return (
    <div className={classes.forget}>
      <div>
        <Button kind="danger" reason={isBusy ? t('privacy:forgetting') : null} onClick={() => void forget()}>
          {t('privacy:forget')}
        </Button>
      </div>
      {failure !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      {forgotten !== null && <ForgottenNote forgotten={forgotten} />}
    </div>
  );
}

function ForgottenNote({ forgotten: { copies, bytes, second } }: { readonly forgotten: Forgotten }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  return (
    <Note tone={second === 'not-there' ? 'warning' : 'info'}>
      <p>{t('privacy:done', { count: copies, size: formats.bytes(bytes) })}</p>
      {second !== 'none' && <p>{t(`privacy:second.${second}`)}</p>}
    </Note>
  );
}
