// What can be done with a whole row: one menu at its end, opened by the mouse, or by Alt Enter or the menu key from any cell of the row.
// It hangs in its row and is made when it is asked for: most of 200 rows never do.
import { IconDots } from '@tabler/icons-react';
import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from '../button.tsx';
import classes from './row-menu.module.css';

export interface RowAction {
  readonly label: string;
  readonly icon: ReactNode;
  /** The keys that do the same from a cell of the row. */
  readonly keys?: string;
  readonly run: () => void;
}

interface RowMenuProps {
  /** Spoken name: which row it is about. */
  readonly label: string;
  readonly actions: readonly RowAction[];
}

/** No stop for Tab, which walks through cells only: a space on its way must not remove a row. */
export function RowMenu({ label, actions }: RowMenuProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  /** The cell that the menu was opened from gets the cursor back. */
  const from = useRef<HTMLElement>(null);
  const open = () => {
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    from.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll('button')];
    const place = items.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: items.length - 1 }[event.key];
    // The keys of the grid stay in the menu while it is open.
    event.stopPropagation();
    if (to !== undefined) items[(to + items.length) % items.length]?.focus();
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (to !== undefined || event.key === 'Escape' || event.key === 'Tab') event.preventDefault();
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div className={classes.place}>
      <IconButton
        label={label}
        icon={<IconDots size={16} stroke={1.75} />}
        tabIndex={-1}
        data-row-menu
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // The cursor stays in its cell.
        onMouseDown={(event) => event.preventDefault()}
        onClick={isOpen ? close : open}
      />
      {isOpen && (
        <div className={classes.menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown} onBlur={onBlur} ref={focusFirst}>
          {actions.map(({ label: words, icon, keys, run }) => (
            <button
              key={words}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={classes.item}
              onClick={() => {
                close();
                run();
              }}
            >
              {icon}
              <span className={classes.words}>{words}</span>
              {keys !== undefined && <span className={classes.keys}>{keys}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector('button')?.focus();
}
