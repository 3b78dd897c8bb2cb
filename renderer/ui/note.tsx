// Lasting notes inside a page: what happened, where, what to do. The icon carries the colour, the words stay ink.
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './note.module.css';

interface NoteProps {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

const icons = { info: IconInfoCircle, warning: IconAlertTriangle, danger: IconCircleX };

export function Note({ tone, title, actions, children }: NoteProps): ReactNode {
  const Icon = icons[tone];
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
