// The minutes of a session in the table: typed in any usual way, changed by five with the arrow keys.
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { Session } from '../../../shared/domain/agenda/model.ts';
import { targetOf, useSetter } from '../../state/use-setter.ts';
import { useWords } from '../../ui/language.ts';
import { CellChoice } from '../../ui/conflict-choice.tsx';
import { OpenValuesSign } from '../../ui/open-values.tsx';
import { typedWords } from '../../ui/typed-text.ts';
import classes from './agenda.module.css';
import { steppedMinutes } from './minutes-text.ts';
import { useMinutesText } from './use-minutes-text.ts';

interface MinutesCellProps {
  readonly session: Session;
  /** The session as a spoken name of its row. */
  readonly name: string;
  readonly isReadOnly: boolean;
}

export const MinutesCell = memo(function MinutesCell({ session, name, isReadOnly }: MinutesCellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('sessionSet', session);
  const minutes = useMinutesText({ ...bind('plannedMinutes'), isReadOnly });
  const { unclear, autosave } = minutes;
  const words = unclear ?? autosave.refusal;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isReadOnly) return;
    // Words that were kept give way to the minutes that count.
    if (event.key === 'Escape') {
      if (minutes.isKept) minutes.set(minutes.value);
      else minutes.revert();
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    // Several steps in a row are saved as one.
    minutes.put(steppedMinutes(minutes.value, event.key === 'ArrowUp' ? 1 : -1));
  };
  return (
    <>
      <input
        className={`${classes.minutes} number`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('agenda:cell.minutes', { name })}
        aria-invalid={words !== null || undefined}
        title={words ?? undefined}
        data-cell="minutes"
        value={minutes.text}
        readOnly={isReadOnly}
        data-unclear={minutes.isUnclear || undefined}
        onChange={(event) => minutes.change(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={minutes.finish}
        onKeyDown={onKeyDown}
      />
      <CellChoice opens="right" autosave={autosave} words={typedWords(String)} />
      <OpenValuesSign target={targetOf('sessionSet', session.id, 'plannedMinutes')} />
    </>
  );
});
