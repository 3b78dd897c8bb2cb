// Rows that can be dragged, by pointer or by keyboard, onto another row or onto the tab of another day.
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type CollisionDetection,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconGripVertical } from '@tabler/icons-react';
import { createContext, memo, useContext, useMemo, type ReactNode } from 'react';
import type { TableRowProps } from '../../ui/data-table.tsx';
import { useWords } from '../../ui/language.ts';
import classes from './agenda.module.css';

const tabPrefix = 'day-tab:';

interface DragProps {
  /** Ids of the rows in their order. */
  readonly rows: readonly string[];
  /** What a row and a day are called, for those who hear what happens. */
  readonly rowName: (id: string) => string;
  readonly dayName: (id: string) => string;
  readonly onDropOnRow: (id: string, overId: string) => void;
  readonly onDropOnDay: (id: string, dayId: string) => void;
  readonly children: ReactNode;
}

export function DragArea({ rows, rowName, dayName, onDropOnRow, onDropOnDay, children }: DragProps): ReactNode {
  const t = useWords();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements = useMemo((): Announcements => {
    const placeName = (id: string) =>
      id.startsWith(tabPrefix)
        ? t('agenda:drag.onDay', { day: dayName(id.slice(tabPrefix.length)) })
        : t('agenda:drag.onPlace', { place: rows.indexOf(id) + 1, count: rows.length });
    const lifted = (id: string) => t('agenda:drag.lifted', { name: rowName(id), place: placeName(id) });
    return {
      onDragStart: ({ active }) => lifted(String(active.id)),
      onDragOver: ({ active, over }) => {
        if (!over) return undefined;
        return over.id === active.id ? lifted(String(active.id)) : placeName(String(over.id));
      },
      onDragEnd: ({ active, over }) =>
        over
          ? t('agenda:drag.dropped', { name: rowName(String(active.id)), place: placeName(String(over.id)) })
          : t('agenda:drag.cancelled'),
      onDragCancel: () => t('agenda:drag.cancelled'),
    };
  }, [dayName, rowName, rows, t]);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over) return;
    const [id, overId] = [String(active.id), String(over.id)];
    if (overId.startsWith(tabPrefix)) onDropOnDay(id, overId.slice(tabPrefix.length));
    else onDropOnRow(id, overId);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={tabsFirst}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('agenda:drag.how') } }}
    >
      <SortableContext items={[...rows]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

/** A tab is meant only while the pointer is on it; everywhere else the nearest row is. */
const tabsFirst: CollisionDetection = (args) => {
  const isTab = (container: { readonly id: string | number }) => String(container.id).startsWith(tabPrefix);
  const onTab = pointerWithin({ ...args, droppableContainers: args.droppableContainers.filter(isTab) });
  if (onTab.length > 0) return onTab;
  return closestCenter({ ...args, droppableContainers: args.droppableContainers.filter((container) => !isTab(container)) });
};

type Sortable = ReturnType<typeof useSortable>;

interface Handle extends Pick<Sortable, 'attributes' | 'listeners'> {
  readonly takeElement: Sortable['setActivatorNodeRef'];
}

const HandleContext = createContext<Handle | null>(null);

/** Rows make room while one is dragged; a row that was put down is at its place at once, without a second way to it. */
function neverAnimate(): boolean {
  return false;
}

/** A `<tr>` that moves with the pointer and makes room for others. */
export function DraggableRow({ rowKey, attributes, children }: TableRowProps): ReactNode {
  const t = useWords();
  const sortable = useSortable({ id: rowKey, attributes: { roleDescription: t('agenda:drag.role') }, animateLayoutChanges: neverAnimate });
  const { transform, transition, isDragging, setNodeRef, setActivatorNodeRef, listeners } = sortable;
  const handle = useMemo(
    () => ({ attributes: sortable.attributes, listeners, takeElement: setActivatorNodeRef }),
    // The attributes are made anew each time; what they say changes with the row only.
    // oxlint-disable-next-line react/exhaustive-deps
    [rowKey, listeners, setActivatorNodeRef],
  );
  return (
    <tr
      {...attributes}
      ref={setNodeRef}
      className={classes.row}
      data-dragging={isDragging || undefined}
      style={transform ? { transform: `translateY(${transform.y}px)`, transition } : undefined}
    >
      <HandleContext value={handle}>{children}</HandleContext>
    </tr>
  );
}

export const DragHandle = memo(function DragHandle({ name }: { readonly name: string }): ReactNode {
  const t = useWords();
  const handle = useContext(HandleContext);
  if (handle === null) return null;
  const { attributes, listeners, takeElement } = handle;
  return (
    <button
      type="button"
      {...attributes}
      {...listeners}
      ref={takeElement}
      className={classes.handle}
      aria-label={t('agenda:drag.handle', { name })}
    >
      <IconGripVertical size={16} stroke={1.75} aria-hidden />
    </button>
  );
});

/** Lets a day's tab take sessions that are dropped on it. */
export function useDayDrop(dayId: string): { readonly takeElement: (element: HTMLElement | null) => void; readonly isOver: boolean } {
  const { setNodeRef, isOver } = useDroppable({ id: tabPrefix + dayId });
  return { takeElement: setNodeRef, isOver };
}
