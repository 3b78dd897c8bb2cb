// The keys of a grid whose rows keep their order: walking through cells, the menu of a row, a new row below the last, removing.
import type { KeyboardEvent } from 'react';
import { cellOf, focusBeside, gridMove, openRowMenu } from './grid-keys.ts';

interface ListGrid {
  readonly isLocked: boolean;
  /** The row below which Enter adds one. */
  readonly lastRow: string | undefined;
  readonly add: () => void;
  readonly remove: (row: string) => void;
}

/** For the table's `onKeyDown`. */
export function onListKey(event: KeyboardEvent, { isLocked, lastRow, add, remove }: ListGrid): void {
  const move = gridMove(event);
  const cell = cellOf(event.target);
  if (!move || !cell) return;
  switch (move.kind) {
    case 'row-menu':
      if (openRowMenu(event.target)) event.preventDefault();
      return;
    case 'remove-row':
      event.preventDefault();
      if (!isLocked) remove(cell.row);
      return;
    case 'insert-row':
      event.preventDefault();
      if (!isLocked) add();
      return;
    case 'down':
    case 'up':
    case 'left':
    case 'right': {
      const hasMoved = focusBeside(event.target, move.kind);
      if (hasMoved || event.key === 'Enter') event.preventDefault();
      if (!hasMoved && !isLocked && !event.repeat && move.kind === 'down' && event.key === 'Enter' && cell.row === lastRow) add();
      return;
    }
    case 'move-row':
      return;
    default:
      move satisfies never;
  }
}
