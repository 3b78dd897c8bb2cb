// Buttons: one primary per page, plain for the rest, quiet inside panels and lines. A disabled button says why.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Tooltip } from '@mantine/core';
import { useTip } from './tip.tsx';
import classes from './button.module.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'usual' | 'run';
  readonly icon?: ReactNode;
  /** Why the button does not act now; set = disabled. It stays in the tab order so that the reason can be read. */
  readonly reason?: string | null;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', size = 'usual', icon, reason, children, onClick, ...rest }: ButtonProps): ReactNode {
  const isOff = reason !== undefined && reason !== null;
  const button = (
    <button
      type="button"
      {...rest}
      className={classes.button}
      data-kind={kind}
      data-size={size}
      aria-disabled={isOff || undefined}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children}
    </button>
  );
  // A button with a reason keeps its place in the page when the reason goes away: pressing it may end the typing that the reason was about,
  // and a button that was replaced under the pointer would miss the click.
  return reason === undefined ? (
    button
  ) : (
    <Tooltip label={reason} disabled={!isOff} events={{ hover: true, focus: true, touch: true }} multiline maw="20rem">
      {button}
    </Tooltip>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'aria-label'> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isOff?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

const tipDelay = 300;

/** A button that shows only an icon. Its label is spoken and shown as a tooltip. */
export function IconButton({ label, icon, isOff = false, onClick, ...rest }: IconButtonProps): ReactNode {
  const { ties, tip } = useTip({ label, delay: tipDelay });
  return (
    <>
      <button
        type="button"
        {...ties}
        {...rest}
        className={classes.icon}
        aria-label={label}
        aria-disabled={isOff || undefined}
        onClick={isOff ? (event) => event.preventDefault() : onClick}
      >
        {icon}
      </button>
      {tip}
    </>
  );
}
