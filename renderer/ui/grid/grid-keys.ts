// Keys that move through a grid as through a spreadsheet. Looks only at the page: rows carry `data-row`, cells `data-column`.
import type { KeyboardEvent } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement;

/** Where a key leads from the cell that has the cursor. */
export type GridMove =
  | { readonly kind: 'down' | 'up' | 'left' | 'right' }
  | { readonly kind: 'move-row'; readonly by: -1 | 1 }
  | { readonly kind: 'insert-row' }
  | { readonly kind: 'remove-row' }
  | { readonly kind: 'row-menu' };

/** @returns null for keys that mean what they always mean, and for what a held key does once only: walking is all that it goes on with */
export function gridMove(event: KeyboardEvent): GridMove | null {
  const move = moveOf(event);
  return event.repeat && (move?.kind === 'remove-row' || move?.kind === 'insert-row' || move?.kind === 'row-menu') ? null : move;
}

function moveOf(event: KeyboardEvent): GridMove | null {
  const { key, altKey, shiftKey, target } = event;
  if (event.defaultPrevented || event.nativeEvent.isComposing) return null;
  const hasMod = event.ctrlKey || event.metaKey;
  if (key === 'Enter') return enterMove({ hasMod, altKey, shiftKey, target });
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey && !hasMod)) return { kind: 'row-menu' };
  if (hasMod || shiftKey) return null;
  if (altKey) {
    if (key === 'ArrowUp') return { kind: 'move-row', by: -1 };
    if (key === 'ArrowDown') return { kind: 'move-row', by: 1 };
    return key === 'Delete' ? { kind: 'remove-row' } : null;
  }
  // Where the caret stands costs a look at the layout: not for every letter.
  if (!key.startsWith('Arrow')) return null;
  const edge = caretEdge(target);
  if (key === 'ArrowUp' && edge.isTop) return { kind: 'up' };
  if (key === 'ArrowDown' && edge.isBottom) return { kind: 'down' };
  if (key === 'ArrowLeft' && edge.isStart) return { kind: 'left' };
  if (key === 'ArrowRight' && edge.isEnd) return { kind: 'right' };
  return null;
}

interface EnterKey {
  readonly hasMod: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly target: EventTarget;
}

function enterMove({ hasMod, altKey, shiftKey, target }: EnterKey): GridMove | null {
  if (target instanceof HTMLButtonElement) return null;
  if (altKey) return { kind: 'row-menu' };
  if (hasMod) return { kind: 'insert-row' };
  return { kind: shiftKey ? 'up' : 'down' };
}

/** In a text of several lines the arrows first move inside it, up to its first or last letter. */
function caretEdge(target: EventTarget): {
  readonly isTop: boolean;
  readonly isBottom: boolean;
  readonly isStart: boolean;
  readonly isEnd: boolean;
} {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) {
    return { isTop: true, isBottom: true, isStart: true, isEnd: true };
  }
  const { selectionStart, selectionEnd, value } = target;
  const isStart = selectionStart === 0 && selectionEnd === 0;
  const isEnd = selectionStart === value.length && selectionEnd === value.length;
  const isOneLine = target instanceof HTMLInputElement || lineCount(target) === 1;
  return { isTop: isOneLine || isStart, isBottom: isOneLine || isEnd, isStart, isEnd };
}

function lineCount(area: HTMLTextAreaElement): number {
  const style = getComputedStyle(area);
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
  return Math.max(1, Math.round((area.scrollHeight - padding) / Number.parseFloat(style.lineHeight)));
}

/** The row and the column of a cell. */
export function cellOf(target: EventTarget): { readonly row: string; readonly column: string } | null {
  if (!(target instanceof Element)) return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined || column === undefined ? null : { row, column };
}

/** Puts the cursor into a cell. @returns false while there is no such cell */
export function focusCell(grid: HTMLElement | null, row: string, column: string): boolean {
  const cell = grid?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] [data-column="${column}"]`);
  return cell ? focusIn(cell) : false;
}

/** Moves the cursor to the cell beside, above or below. @returns false at the edge of the grid */
export function focusBeside(target: EventTarget, kind: 'down' | 'up' | 'left' | 'right'): boolean {
  if (!(target instanceof Element)) return false;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = target.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return false;
  if (kind === 'left' || kind === 'right') {
    const cells = [...row.querySelectorAll<HTMLElement>('[data-column]')];
    const next = cells[cells.indexOf(cell) + (kind === 'left' ? -1 : 1)];
    return next ? focusIn(next) : false;
  }
  const other = kind === 'down' ? row.nextElementSibling : row.previousElementSibling;
  const next = other?.querySelector<HTMLElement>(`[data-column="${cell.dataset['column'] ?? ''}"]`);
  return next ? focusIn(next) : false;
}

/** Opens the menu of the row that a cell is in. @returns false where the row has none */
export function openRowMenu(target: EventTarget): boolean {
  const button = target instanceof Element ? target.closest('[data-row]')?.querySelector<HTMLElement>('[data-row-menu]') : null;
  button?.click();
  return button !== null && button !== undefined;
}

function focusIn(cell: HTMLElement): boolean {
  const field = cell.querySelector<Field>('textarea, input') ?? cell.querySelector<Field>('button');
  field?.focus();
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
  else if (field instanceof HTMLInputElement) field.select();
  return field !== null;
}
