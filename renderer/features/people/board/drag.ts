// Dragging on a board by mouse, touch and keyboard: which column is meant, and what is said about it.
import {
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  type SensorDescriptor,
  type SensorOptions,
} from '@dnd-kit/core';
import type { Words } from '../../../ui/language.ts';

/** Way in pixels before a press becomes a drag: a click opens the person. */
const dragDistance = 6;

/** Room between the edge of a column and the card that the keyboard puts into it. */
const inset = 8;

/** Enter opens a person, so only Space picks a card up. */
const keys = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };

export function useBoardSensors(): SensorDescriptor<SensorOptions>[] {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: dragDistance } }),
    useSensor(KeyboardSensor, { keyboardCodes: keys, coordinateGetter: nextColumn }),
  );
}

/** The arrow keys go from column to column in their order. */
const nextColumn: KeyboardCoordinateGetter = (event, { context }) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.code];
  if (by === undefined) return undefined;
  event.preventDefault();
  const columns = context.droppableContainers.getEnabled().map(({ id }) => id);
  const at = columns.indexOf(context.over?.id ?? '');
  const rect = context.droppableRects.get(columns[Math.min(columns.length - 1, Math.max(0, at + by))] ?? '');
  return rect && { x: rect.left + inset, y: rect.top + inset };
};

/** The column under the pointer; for the keyboard, which has none, the column that the card lies in. */
export const columnUnder: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  return under.length > 0 || args.pointerCoordinates !== null ? under : rectIntersection(args);
};

interface BoardWords {
  readonly nameOf: (personId: string) => string;
  readonly columnNameOf: (columnId: string) => string;
}

/** What a screen reader hears while somebody drags. */
export function announcementsOf(t: Words, { nameOf, columnNameOf }: BoardWords): Announcements {
  return {
    onDragStart: ({ active }) => t('people:board.picked', { name: nameOf(String(active.id)) }),
    onDragOver: ({ active, over }) =>
      over ? t('people:board.over', { name: nameOf(String(active.id)), column: columnNameOf(String(over.id)) }) : t('people:board.nowhere'),
    onDragEnd: ({ active, over }) =>
      over
        ? t('people:board.dropped', { name: nameOf(String(active.id)), column: columnNameOf(String(over.id)) })
        : t('people:board.cancelled', { name: nameOf(String(active.id)) }),
    onDragCancel: ({ active }) => t('people:board.cancelled', { name: nameOf(String(active.id)) }),
  };
}
