// One thing with two values: both in full, each with its button.
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useUndo } from '../../state/use-undo.ts';
import { useExecute } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useChangeWords } from '../changes/use-change-words.ts';
import classes from './conflicts.module.css';
import type { DescribedConflict } from './described-conflict.ts';

interface ConflictEntryProps {
  readonly conflict: DescribedConflict;
  /** The person goes to another page. */
  readonly onLeave: () => void;
}

export function ConflictEntry({ conflict, onLeave }: ConflictEntryProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const words = useChangeWords(conflict.names);
  const { settle, failure } = useSettle();
  const { id, record, field, shown, others, planId } = conflict;
  const about =
    field === null
      ? words.record(record)
      : t('conflicts:about', { record: words.record(record), field: words.field(record.collection, field) });
  const choose = (option: number | 'shown') => void settle(id, option, about);
  const value = (of: unknown) => (field === null ? '' : words.value(record.collection, field, of));
  return (
    <li className={classes.entry}>
      <h3 className={classes.about}>{about}</h3>
      {field === null ? (
        <Option head={t('conflicts:removedElsewhere')} value="">
          <Button onClick={() => choose('shown')}>{t('conflicts:keepRecord')}</Button>
          <Button onClick={() => choose(0)}>{t('conflicts:removeRecord')}</Button>
        </Option>
      ) : (
        <>
          <Option head={t('conflicts:shown')} value={value(shown)}>
            <Button onClick={() => choose('shown')}>{t('conflicts:keepShown')}</Button>
          </Option>
          {others.map((other, index) => (
            <Option
              // Values have no names: their place is what `conflictSettle` knows them by.
              key={index}
              head={others.length === 1 ? t('conflicts:other') : t('conflicts:otherNumbered', { number: index + 1 })}
              value={value(other)}
            >
              <Button onClick={() => choose(index)}>{t('conflicts:take')}</Button>
            </Option>
          ))}
        </>
      )}
      {failure !== null && (
        <Note tone="danger">
          <p>{failureMessage(t, failure)}</p>
        </Note>
      )}
      {planId !== null && (
        <Link to={address('plan', { planId })} onClick={onLeave}>
          {t('conflicts:toPlan')}
        </Link>
      )}
    </li>
  );
}

interface OptionProps {
  readonly head: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Option({ head, value, children }: OptionProps): ReactNode {
  return (
    <div className={classes.option}>
      <div className={classes.words}>
        <p className={classes.head}>{head}</p>
        {value !== '' && <p className={classes.value}>{value}</p>}
      </div>
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}

/** Decides, and says so with the way back. */
function useSettle() {
  const t = useWords();
  const execute = useExecute();
  const notify = useNotify();
  const { undo } = useUndo();
  const [failure, setFailure] = useState<Failure | null>(null);
  const settle = async (id: DescribedConflict['id'], option: number | 'shown', about: string) => {
    const answer = await execute({ name: 'conflictSettle', id, option });
    if (!answer.ok) return setFailure(answer.failure);
    notify({ text: t('conflicts:settled', { what: about }), action: { label: t('undo'), run: undo.run } });
  };
  return { settle, failure };
}
