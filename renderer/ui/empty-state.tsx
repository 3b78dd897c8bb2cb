// What stands where content will be: what this is for, the one button, one quiet second way.
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  /** A Tabler icon of 24. */
  readonly icon: ReactNode;
  readonly text: string;
  readonly action?: ReactNode;
  readonly second?: ReactNode;
}

export function EmptyState({ icon, text, action, second }: EmptyStateProps): ReactNode {
  return (
    <div className={classes.empty}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <p className={classes.text}>{text}</p>
      {(action !== undefined || second !== undefined) && (
        <div className={classes.actions}>
          {action}
          {second}
        </div>
      )}
    </div>
  );
}
