// "Delete older copies…": what withdrawn consent asks for. Says first what is lost, and afterwards what was deleted and what was out of reach.
import { useState, type ReactNode } from 'react';
import type { Forgotten } from '../../../shared/contract/copies.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient } from '../../state/host-context.tsx';
import { useSession } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './privacy.module.css';

export function ForgetOlder(): ReactNode {
  const t = useWords();
  const client = useClient();
  const { workshopId } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [forgotten, setForgotten] = useState<Forgotten | null>(null);
  /** Copies of a synchronising program that were found when the question was asked. */
  const [found, setFound] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [isWithCopies, setWithCopies] = useState(false);
  const ask = async () => {
    const answer = await client.files.conflictCopies({ workshopId });
    setFound(answer.ok ? answer.value : []);
    setWithCopies(false);
    setAsking(true);
  };
  const forget = async () => {
    setAsking(false);
    setBusy(true);
    flushFields();
    const answer = await client.copies.forget({ workshopId, conflictCopies: isWithCopies ? [...found] : [] });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    setForgotten(answer.ok ? answer.value : null);
  };
  return (
    <div className={classes.forget}>
      <div>
        <Button kind="danger" reason={isBusy ? t('privacy:forgetting') : null} onClick={() => void ask()}>
          {t('privacy:forget')}
        </Button>
      </div>
      <Dialog
        title={t('privacy:ask.title')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button kind="danger" onClick={() => void forget()}>
              {t('privacy:ask.do')}
            </Button>
          </>
        }
      >
        <div className={classes.words}>
          <p>{t('privacy:ask.text')}</p>
          {found.length > 0 && (
            <Note tone="warning">
              <p>{t('privacy:ask.copies', { count: found.length })}</p>
              <ul className={classes.files}>
                {found.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
              <label className={classes.choice}>
                <input type="checkbox" checked={isWithCopies} onChange={() => setWithCopies(!isWithCopies)} />
                {t('privacy:ask.withCopies', { count: found.length })}
              </label>
            </Note>
          )}
        </div>
      </Dialog>
      {failure !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      {forgotten !== null && <ForgottenNote forgotten={forgotten} />}
    </div>
  );
}

function ForgottenNote({ forgotten: { copies, bytes, second, conflictCopies } }: { readonly forgotten: Forgotten }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  return (
    <Note tone={second === 'not-there' || conflictCopies.length > 0 ? 'warning' : 'info'}>
      <p>{t('privacy:done', { count: copies, size: formats.bytes(bytes) })}</p>
      {second !== 'none' && <p>{t(`privacy:second.${second}`)}</p>}
      {conflictCopies.length > 0 && <p>{t('privacy:copiesLeft', { count: conflictCopies.length, names: formats.list(conflictCopies) })}</p>}
    </Note>
  );
}
