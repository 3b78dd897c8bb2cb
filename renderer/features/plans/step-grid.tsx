// The steps of a plan, typed like a spreadsheet. The last row is empty: what is typed or pasted there becomes a step.
import { DndContext, PointerSensor, closestCenter, useSensor, useSensors, type Announcements, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ActionStep, PlanId, StepId } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useSorted } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { cellOf, focusBeside, focusCell, gridMove, openRowMenu } from '../../ui/grid/grid-keys.ts';
import type { PlanPeople } from './plan-people.ts';
import { StepDetails } from './step-details.tsx';
import classes from '../../ui/grid/grid.module.css';
import { StepRowView } from './step-row.tsx';
import { useStepRows, type StepColumn } from './use-step-rows.ts';
import { useUnchanged } from './use-unchanged.ts';

interface StepGridProps {
  readonly planId: PlanId;
  readonly people: PlanPeople;
  /** The last day of the workshop. */
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
}

/** Outside the component: a new object would make every row be drawn again. */
const pointerOptions = { activationConstraint: { distance: 4 } };

interface Wish {
  /** Null = the empty row, whatever its id is by then. */
  readonly id: StepId | null;
  readonly column: StepColumn;
}

/** It reads its steps itself: a letter in one of them draws the grid again and nothing else of the plan. */
export function StepGrid({ planId, people, reference, isLocked }: StepGridProps): ReactNode {
  const t = useWords();
  const steps = useSorted(
    'steps',
    useCallback((step: ActionStep) => step.planId === planId, [planId]),
  );
  const grid = useRef<HTMLTableElement>(null);
  const wish = useRef<Wish | null>(null);
  const emptyRow = useRef<StepId>(undefined);
  const [detailsOf, setDetailsOf] = useState<StepId | null>(null);
  const fulfil = useCallback(() => {
    if (wish.current && focusCell(grid.current, wish.current.id ?? emptyRow.current ?? '', wish.current.column)) wish.current = null;
  }, []);
  const focus = useCallback(
    (id: StepId | null, column: StepColumn) => {
      wish.current = { id, column };
      // Most often the cell is there only after the next rendering.
      queueMicrotask(fulfil);
    },
    [fulfil],
  );
  const { rows, emptyId, actions, problem } = useStepRows({ planId, steps, focus });
  useLayoutEffect(() => {
    emptyRow.current = emptyId;
    fulfil();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const move = gridMove(event);
    const cell = cellOf(event.target);
    if (!move || !cell) return;
    const id = cell.row as StepId;
    const column = cell.column as StepColumn;
    switch (move.kind) {
      case 'up':
      case 'left':
      case 'right':
        if (focusBeside(event.target, move.kind)) event.preventDefault();
        else if (event.key === 'Enter') event.preventDefault();
        return;
      case 'down':
        event.preventDefault();
        if (event.key === 'Enter' && !isLocked && (id === emptyId || rows.at(-1)?.id === id)) focus(null, 'text');
        else focusBeside(event.target, 'down');
        return;
      case 'move-row':
        event.preventDefault();
        if (isLocked) return;
        actions.move(id, move.by);
        // Rows change places in the page, which takes the cursor away.
        focus(id, column);
        return;
      case 'insert-row':
        event.preventDefault();
        if (!isLocked) actions.insertBelow(id);
        return;
      case 'remove-row':
        event.preventDefault();
        if (!isLocked) actions.remove(id);
        return;
      case 'row-menu':
        if (openRowMenu(event.target)) event.preventDefault();
        return;
      default:
        move satisfies never;
    }
  };

  const sensors = useSensors(useSensor(PointerSensor, pointerOptions));
  // Rows that know their neighbours are not drawn again for a letter.
  const ids = useUnchanged(rows.map((row) => row.id));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) actions.moveTo(active.id as StepId, over.id as StepId);
  };
  const place = (id: unknown) => ids.indexOf(id as StepId) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('plans:steps.dragStart', { number: place(active.id) }),
    onDragOver: ({ active, over }) => (over ? t('plans:steps.dragOver', { number: place(active.id), place: place(over.id) }) : undefined),
    onDragEnd: ({ over }) => (over ? t('plans:steps.dragEnd', { place: place(over.id) }) : t('plans:steps.dragCancel')),
    onDragCancel: () => t('plans:steps.dragCancel'),
  };

  const details = steps.find((step) => step.id === detailsOf);
  const lines = isLocked ? rows : [...rows, { id: emptyId, step: null }];
  return (
    <div className={classes.frame}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('plans:steps.dragHelp') } }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          {/* The keys reach the table from its cells, which are what has the focus. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <table ref={grid} className={`${classes.grid} ${classes.steps}`} aria-label={t('plans:steps.label')} onKeyDown={onKeyDown}>
            <thead>
              <tr>
                <th scope="col">{t('plans:steps.number')}</th>
                <th scope="col">{t('plans:steps.text')}</th>
                <th scope="col">{t('plans:steps.responsible')}</th>
                <th scope="col">{t('plans:steps.due')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('rowActions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((row, index) => (
                <StepRowView
                  key={row.id}
                  id={row.id}
                  step={row.step}
                  number={index + 1}
                  isEmptyRow={row.id === emptyId}
                  people={people}
                  reference={reference}
                  isLocked={isLocked}
                  actions={actions}
                  onDetails={setDetailsOf}
                />
              ))}
            </tbody>
          </table>
        </SortableContext>
      </DndContext>
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {!isLocked && (
        <p className={classes.help} data-help>
          {t('plans:steps.dueHelp')}
          <br />
          {t('plans:steps.keys')}
        </p>
      )}
      <StepDetails
        step={details}
        number={details ? place(details.id) : 0}
        reference={reference}
        isLocked={isLocked}
        onClose={() => setDetailsOf(null)}
      />
    </div>
  );
}
