// One column of a board: its head, the number of people, and the people. A card can be dropped anywhere in it.
import { useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { useFormats } from '../../../ui/formats.ts';
import classes from './board.module.css';

interface DropColumnProps {
  readonly id: string;
  readonly label: string;
  readonly head: ReactNode;
  readonly count: number;
  /** The column of those who are in none. */
  readonly isLoose?: boolean;
  readonly children: ReactNode;
}

export function DropColumn({ id, label, head, count, isLoose = false, children }: DropColumnProps): ReactNode {
  const formats = useFormats();
  const { setNodeRef, isOver } = useDroppable({ id });
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-column={id}
      data-loose={isLoose || undefined}
      data-over={isOver || undefined}
      aria-label={label}
    >
      <header className={classes.columnHead}>
        {head}
        <span className={`${classes.count} number`}>{formats.number(count)}</span>
      </header>
      <ul className={classes.cards}>{children}</ul>
    </section>
  );
}
