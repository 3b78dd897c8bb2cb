// A cell that holds several choices: it shows them in short, and a list of ticks opens under it.
import { useCallback, useId, useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { OpenValuesSign } from '../../ui/open-values.tsx';
import classes from './choices-cell.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
}

interface ChoicesCellProps<Value extends string> extends Binding<readonly Value[]> {
  /** Spoken name: the column and the row it is in. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** What the cell shows for the chosen ones. */
  readonly summary: (chosen: readonly Choice<Value>[]) => ReactNode;
  readonly isReadOnly: boolean;
  readonly name?: string;
}

export function ChoicesCell<Value extends string>({
  value,
  onSave,
  target,
  label,
  choices,
  summary,
  isReadOnly,
  name,
}: ChoicesCellProps<Value>): ReactNode {
  const { shown, change, flush } = useAutosave({ value, onSave });
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const chosen = choices.filter((choice) => shown.includes(choice.value));
  const toggle = (wanted: Value) => {
    const next = choices.map((choice) => choice.value).filter((each) => (each === wanted ? !shown.includes(each) : shown.includes(each)));
    change(next);
    flush();
  };
  const close = useCallback(() => setPlace(null), []);
  const open = () => setPlace(button.current && under(button.current));
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.cell}
        aria-label={`${label}: ${chosen.map((choice) => choice.label).join(', ')}`}
        aria-expanded={place !== null}
        aria-controls={place === null ? undefined : id}
        aria-disabled={isReadOnly || undefined}
        title={chosen.map((choice) => choice.label).join(', ') || undefined}
        data-cell={name}
        onClick={isReadOnly ? undefined : open}
      >
        {summary(chosen)}
      </button>
      {place !== null && (
        <Ticks id={id} label={label} place={place} onClose={close}>
          {choices.map((choice) => (
            <label key={choice.value} className={classes.choice}>
              <input type="checkbox" checked={shown.includes(choice.value)} onChange={() => toggle(choice.value)} />
              {choice.icon}
              <span>{choice.label}</span>
            </label>
          ))}
        </Ticks>
      )}
      <OpenValuesSign target={target} />
    </>
  );
}

interface ChosenNamesProps {
  readonly chosen: readonly Choice<string>[];
  /** Said when nothing is chosen. */
  readonly none: string;
}

/** The chosen ones by their names, as far as they fit: the tooltip has them all. */
export function ChosenNames({ chosen, none }: ChosenNamesProps): ReactNode {
  return (
    <span className={classes.names} data-none={chosen.length === 0 || undefined}>
      {chosen.length === 0 ? none : chosen.map((choice) => choice.label).join(', ')}
    </span>
  );
}

interface TicksProps {
  readonly id: string;
  readonly label: string;
  readonly place: CSSProperties;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own popover: it stands above everything, closes on Escape or a click elsewhere, and gives the focus back. */
function Ticks({ id, label, place, onClose, children }: TicksProps): ReactNode {
  const element = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const popover = element.current;
    if (!popover) return undefined;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    popover.addEventListener('toggle', onToggle);
    popover.showPopover();
    const beyond = popover.getBoundingClientRect().right - window.innerWidth;
    if (beyond > 0) popover.style.translate = `${-beyond}px`;
    popover.querySelector('input')?.focus();
    return () => popover.removeEventListener('toggle', onToggle);
  }, [onClose]);
  return (
    <fieldset ref={element} id={id} popover="auto" aria-label={label} className={classes.ticks} style={place}>
      {children}
    </fieldset>
  );
}

/** Under the cell, or above it near the lower edge of the window. */
function under(cell: HTMLElement): CSSProperties {
  const { left, bottom, top } = cell.getBoundingClientRect();
  const isLow = bottom > window.innerHeight * 0.6;
  return isLow ? { left, bottom: window.innerHeight - top, top: 'auto' } : { left, top: bottom };
}
