// The days of the agenda as tabs; a session dropped on a tab moves to that day.
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Day } from '../../../shared/domain/agenda/model.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import classes from './agenda.module.css';
import { useDayDrop } from './dragging.tsx';

interface DayTabsProps {
  readonly days: readonly Day[];
  readonly chosenId: string;
  readonly dayName: (dayId: string) => string;
  readonly onChoose: (dayId: string) => void;
  /** Null where nothing may be changed. */
  readonly onAdd: (() => void) | null;
}

export function DayTabs({ days, chosenId, dayName, onChoose, onAdd }: DayTabsProps): ReactNode {
  const t = useWords();
  return (
    <nav className={classes.tabs} aria-label={t('agenda:days.label')}>
      {days.map((day) => (
        <DayTab key={day.id} day={day} name={dayName(day.id)} isChosen={day.id === chosenId} onChoose={onChoose} />
      ))}
      {onAdd !== null && (
        <Button kind="quiet" icon={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onAdd}>
          {t('agenda:days.add')}
        </Button>
      )}
    </nav>
  );
}

interface DayTabProps {
  readonly day: Day;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: (dayId: string) => void;
}

function DayTab({ day, name, isChosen, onChoose }: DayTabProps): ReactNode {
  const { takeElement, isOver } = useDayDrop(day.id);
  return (
    <button
      ref={takeElement}
      type="button"
      className={classes.tab}
      aria-pressed={isChosen}
      data-over={isOver || undefined}
      onClick={() => onChoose(day.id)}
    >
      {name}
    </button>
  );
}
