// Picks one of a list by mouse or keyboard: the team to move to, a ready-made topic group.
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../../ui/dialogs.tsx';
import classes from './people.module.css';

export interface Pick {
  readonly value: string;
  readonly label: string;
  /** A quiet word at the right, such as a number of people. */
  readonly detail?: string;
}

interface PickDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly picks: readonly Pick[];
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
  /** Under the list, such as a line for a name of one's own. */
  readonly children?: ReactNode;
}

export function PickDialog({ title, isOpen, picks, onPick, onClose, children }: PickDialogProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || !list.current) return;
    event.preventDefault();
    const buttons = [...list.current.querySelectorAll('button')];
    const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + by;
    buttons.at(next % buttons.length)?.focus();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {/* The arrow keys are a shorter way; every pick is a button of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className={classes.picks} ref={list} onKeyDown={step}>
        {picks.map(({ value, label, detail }, index) => (
          <li key={value}>
            <button type="button" className={classes.pick} data-autofocus={index === 0 || undefined} onClick={() => onPick(value)}>
              <span>{label}</span>
              {detail !== undefined && <span className={classes.quiet}>{detail}</span>}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </Dialog>
  );
}
