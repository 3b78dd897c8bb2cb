// Keeps the keyboard on a card that was moved: it stands in another column then, as another element.
import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import type { BoardModel } from './board-model.ts';

interface CardFocus {
  readonly board: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  /** The keyboard goes elsewhere on purpose, such as into a drawer. */
  readonly letGo: () => void;
}

export function useCardFocus(model: BoardModel): CardFocus {
  const board = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly id: string; readonly column: string | undefined } | null>(null);
  useEffect(() => {
    const id = held.current?.id;
    if (id === undefined) return;
    const card = board.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);
    const column = columnOf(card);
    if (card && column !== held.current?.column) {
      held.current = { id, column };
      card.focus();
    }
    // Another model: the card that is held may stand elsewhere.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [model]);
  return {
    board,
    onFocus: ({ target }) => {
      const id = target instanceof HTMLElement ? target.dataset['person'] : undefined;
      if (id !== undefined) held.current = { id, column: columnOf(target) };
    },
    letGo: () => {
      held.current = null;
    },
  };
}

function columnOf(card: Element | null | undefined): string | undefined {
  return card?.closest<HTMLElement>('[data-column]')?.dataset['column'];
}
