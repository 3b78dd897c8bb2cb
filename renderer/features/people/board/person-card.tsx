// One person on a board: a name to drag, to open, and to move by key.
import { useDraggable } from '@dnd-kit/core';
import { IconStar } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import classes from './board.module.css';

export interface CardMark {
  readonly word: string;
  readonly isLead: boolean;
}

interface CardFaceProps {
  readonly name: string;
  /** What the person is: the lead of this column, or an interpreter. */
  readonly mark: CardMark | null;
}

/** How a card looks, on the board and under the pointer. */
export function CardFace({ name, mark }: CardFaceProps): ReactNode {
  return (
    <span className={classes.face}>
      <span className={classes.name}>{name}</span>
      {mark !== null && (
        <span className={classes.mark}>
          {mark.isLead && <IconStar size={14} stroke={1.75} aria-hidden />}
          {mark.word}
        </span>
      )}
    </span>
  );
}

interface PersonCardProps {
  readonly id: string;
  readonly name: string;
  /** Plain values, so that a card is built again only when they change. */
  readonly markWord: string | null;
  readonly isLead: boolean;
  readonly isReadOnly: boolean;
  readonly onOpen: (id: string) => void;
}

export const PersonCard = memo(function PersonCard({ id, name, markWord, isLead, isReadOnly, onOpen }: PersonCardProps): ReactNode {
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({ id, disabled: isReadOnly });
  return (
    <li>
      <button
        {...attributes}
        {...listeners}
        ref={setNodeRef}
        type="button"
        className={classes.card}
        data-person={id}
        data-dragging={isDragging || undefined}
        aria-roledescription={undefined}
        aria-disabled={undefined}
        onClick={() => onOpen(id)}
      >
        <CardFace name={name} mark={markWord === null ? null : { word: markWord, isLead }} />
      </button>
    </li>
  );
});
