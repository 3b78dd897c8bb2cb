// A folded section of the plan: title and how much is in it; the rest on request.
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import classes from './fold.module.css';

interface FoldProps {
  readonly title: string;
  /** How much is in it, in words or as a number. */
  readonly count: ReactNode;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

export function Fold({ title, count, startsOpen = false, children }: FoldProps): ReactNode {
  // Only the first state is ours: afterwards the section is as the reader left it.
  const [isOpenAtFirst] = useState(startsOpen);
  return (
    <details className={classes.fold} open={isOpenAtFirst}>
      <summary className={classes.summary}>
        <IconChevronRight className={classes.chevron} size={16} stroke={1.75} aria-hidden />
        <h2 className={classes.title}>{title}</h2>
        <span className={`${classes.count} number`}>{count}</span>
      </summary>
      <div className={classes.content}>{children}</div>
    </details>
  );
}
