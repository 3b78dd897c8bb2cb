// The minutes of a session in the table: typed in any usual way, changed by five with the arrow keys.
import { memo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Session } from '../../../shared/domain/agenda/model.ts';
import { targetOf, useSetter } from '../../state/use-setter.ts';
import { useAutosave } from '../../ui/autosave.ts';
import { useWords } from '../../ui/language.ts';
import { OpenValuesSign } from '../../ui/open-values.tsx';
import classes from './agenda.module.css';
import { isSessionLength, longestSession, parseMinutes, shortestSession, steppedMinutes } from './minutes-text.ts';

interface MinutesCellProps {
  readonly session: Session;
  /** The session as a spoken name of its row. */
  readonly name: string;
  readonly isReadOnly: boolean;
}

export const MinutesCell = memo(function MinutesCell({ session, name, isReadOnly }: MinutesCellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('sessionSet', session);
  const { shown, refusal, change, flush, revert } = useAutosave(bind('plannedMinutes'));
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? shown : parseMinutes(typed);
  const isWrong = !isSessionLength(parsed);
  const words = isWrong ? t('agenda:minutes.help', { min: shortestSession, max: longestSession }) : refusal;
  const onChange = (text: string) => {
    setTyped(text);
    const minutes = parseMinutes(text);
    if (isSessionLength(minutes)) change(minutes);
    else revert();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isReadOnly) return;
    if (event.key === 'Escape') {
      revert();
      setTyped(null);
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    setTyped(null);
    change(steppedMinutes(parsed ?? shown, event.key === 'ArrowUp' ? 1 : -1));
  };
  return (
    <>
      <input
        className={`${classes.minutes} number`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('agenda:cell.minutes', { name })}
        aria-invalid={isWrong || refusal !== null || undefined}
        title={words ?? undefined}
        data-cell="minutes"
        value={typed ?? String(shown)}
        readOnly={isReadOnly}
        data-unclear={isWrong || undefined}
        onChange={(event) => onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          flush();
          // What is no number of minutes stays to be corrected; Escape brings the stored one back.
          if (!isWrong) setTyped(null);
        }}
        onKeyDown={onKeyDown}
      />
      <OpenValuesSign target={targetOf('sessionSet', session.id, 'plannedMinutes')} />
    </>
  );
});
