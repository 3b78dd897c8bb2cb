// Small words with a meaning: status, sample flag, chip, key. A colour never stands without its word.
import { IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './words.module.css';

export type Tone = 'accent' | 'warning' | 'danger' | 'quiet';

/** Status = icon + word. */
export function StatusWord({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={classes.status} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

/** Marks everything that belongs to the sample workshop. */
export function SampleFlag({ label }: { readonly label: string }): ReactNode {
  return (
    <span className={classes.sample}>
      <IconFlask size={14} stroke={1.75} aria-hidden />
      {label}
    </span>
  );
}

export function Chip({ icon, children }: { readonly icon?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <span className={classes.chip}>
      {icon}
      {children}
    </span>
  );
}

export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return <kbd className={classes.kbd}>{children}</kbd>;
}
