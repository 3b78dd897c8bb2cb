// The values of one conflict, each in full with who wrote it, and the button that chooses it.
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { ConflictWriters } from '../../../shared/document/conflict-writers.ts';
import type { Wrote } from '../../../shared/document/writers.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useExecute } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useChangeWords } from '../changes/use-change-words.ts';
import classes from './conflicts.module.css';
import type { DescribedConflict } from './described-conflict.ts';
import { wroteWords } from './wrote-words.ts';

interface ConflictValuesProps {
  readonly conflict: DescribedConflict;
  /** Undefined until the host has answered. */
  readonly writers: ConflictWriters | undefined;
  /** Called when it is decided. */
  readonly onSettled?: () => void;
}

/** What the conflict is about: the record, and its field. */
export function useConflictName(conflict: DescribedConflict): string {
  const t = useWords();
  const words = useChangeWords(conflict.names);
  const { record, field } = conflict;
  return field === null
    ? words.record(record)
    : t('conflicts:about', { record: words.record(record), field: words.field(record.collection, field) });
}

export function ConflictValues({ conflict, writers, onSettled }: ConflictValuesProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const words = useChangeWords(conflict.names);
  const about = useConflictName(conflict);
  const { settle, failure } = useSettle(onSettled);
  const { id, record, field, shown, others } = conflict;
  const choose = (option: number | 'shown') => void settle(id, option, about);
  const wrote = (who: Wrote | null | undefined) => wroteWords(t, formats, who);
  const did = (key: 'removedBy' | 'changedBy', who: Wrote | null | undefined) =>
    who ? t(`conflicts:${key}`, { by: who.by === '' ? t('conflicts:someone') : who.by, moment: formats.moment(who.at) }) : '';
  const value = (of: unknown) => (field === null ? '' : words.value(record.collection, field, of));
  return (
    <>
      {field === null ? (
        <>
          <Option head={t('conflicts:removedElsewhere')} value="" wrote={did('changedBy', writers?.shown)}>
            <Button onClick={() => choose('shown')}>{t('conflicts:keepRecord')}</Button>
          </Option>
          <Option head="" value="" wrote={did('removedBy', writers?.removed)}>
            <Button onClick={() => choose(0)}>{t('conflicts:removeRecord')}</Button>
          </Option>
        </>
      ) : (
        <>
          <Option head={t('conflicts:shown')} value={value(shown)} wrote={wrote(writers?.shown)}>
            <Button onClick={() => choose('shown')}>{t('conflicts:keepShown')}</Button>
          </Option>
          {others.map((other, index) => (
            <Option
              // Values have no names: their place is what `conflictSettle` knows them by.
              key={index}
              head={others.length === 1 ? t('conflicts:other') : t('conflicts:otherNumbered', { number: index + 1 })}
              value={value(other)}
              wrote={wrote(writers?.others[index])}
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
    </>
  );
}

interface OptionProps {
  readonly head: string;
  readonly value: string;
  readonly wrote: string;
  readonly children: ReactNode;
}

function Option({ head, value, wrote, children }: OptionProps): ReactNode {
  return (
    <div className={classes.option}>
      <div className={classes.words}>
        {head !== '' && <p className={classes.head}>{head}</p>}
        {value !== '' && <p className={classes.value}>{value}</p>}
        {wrote !== '' && <p className={classes.wrote}>{wrote}</p>}
      </div>
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}

/** Decides, and says so with the way back. */
function useSettle(onSettled?: () => void) {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  const [failure, setFailure] = useState<Failure | null>(null);
  const settle = async (id: DescribedConflict['id'], option: number | 'shown', about: string) => {
    const answer = await execute({ name: 'conflictSettle', id, option });
    if (!answer.ok) return setFailure(answer.failure);
    onSettled?.();
    sayDone(t('conflicts:settled', { what: about }));
  };
  return { settle, failure };
}
