// One row of the step grid. Rendered again only when its own step, its number or the people change.
import { useSortable } from '@dnd-kit/sortable';
import { IconGripVertical, IconListDetails, IconRowInsertBottom, IconTrash } from '@tabler/icons-react';
import { memo, useId, type ReactNode } from 'react';
import { asTypedIn } from '../../../shared/domain/as-typed.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import type { ActionStep, StepId } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { targetOf } from '../../state/use-setter.ts';
import type { Binding } from '../../ui/autosave.ts';
import { RowMenu } from '../../ui/grid/row-menu.tsx';
import { useWords } from '../../ui/language.ts';
import { pastedSteps } from './pasted-steps.ts';
import { PeoplePicker } from './people-picker.tsx';
import type { PlanPeople } from './plan-people.ts';
import { DueCell, WrappingCell } from '../../ui/grid/grid-cells.tsx';
import type { Pasted } from '../../ui/grid/pasted.ts';
import classes from '../../ui/grid/grid.module.css';
import type { StepActions, StepColumn, TypedColumn } from './use-step-rows.ts';

interface StepRowViewProps {
  readonly id: StepId;
  /** Null for the empty row, and while a new step is on its way. */
  readonly step: ActionStep | null;
  readonly number: number;
  /** The row that a new step is typed into. */
  readonly isEmptyRow: boolean;
  readonly people: PlanPeople;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly actions: StepActions;
  readonly onDetails: (id: StepId) => void;
}

const nobody: readonly ParticipantId[] = [];

export const StepRowView = memo(function StepRowView(props: StepRowViewProps): ReactNode {
  const { id, step, number, isEmptyRow, people, reference, isLocked, actions, onDetails } = props;
  const t = useWords();
  const formId = useId();
  const { transform, transition, isDragging, setNodeRef, setActivatorNodeRef, listeners } = useSortable({
    id,
    disabled: isLocked || step === null,
  });
  const save =
    <Column extends StepColumn>(column: Column) =>
    (next: ActionStep[Column], was: ActionStep[Column]) =>
      actions.save(id, column, next, was);
  /** A cell that is read from typed words. */
  const read = <Column extends TypedColumn>(column: Column, value: ActionStep[Column]): Binding<ActionStep[Column]> => ({
    value,
    onSave: save(column),
    target: target(column),
    typed: {
      target: target(column),
      value: { value, asTyped: step === null ? '' : asTypedIn(step, column) },
      onSave: (next, was) => actions.saveTyped(id, column, next, was),
    },
  });
  const paste = (pasted: Pasted) => {
    const steps = pastedSteps(pasted, { people: people.offered, reference });
    if (steps) actions.paste(id, steps);
    return steps !== null;
  };
  const target = (column: StepColumn) => (step === null ? undefined : targetOf('stepSet', id, column));
  const name = (column: StepColumn) => (isEmptyRow && column === 'text' ? 'steps' : `${id}.${column}`);
  return (
    <tr
      ref={setNodeRef}
      data-row={id}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition }}
    >
      <td className={classes.number}>
        {isLocked || step === null ? (
          <span className="number">{isEmptyRow ? '' : number}</span>
        ) : (
          // Moving by keyboard is Alt and an arrow in any cell: the handle is for the mouse and no stop for Tab.
          <button
            type="button"
            className={classes.handle}
            aria-label={t('plans:steps.drag', { number })}
            tabIndex={-1}
            ref={setActivatorNodeRef}
            {...listeners}
          >
            <span className="number">{number}</span>
            <IconGripVertical className={classes.grip} size={14} stroke={1.75} aria-hidden />
          </button>
        )}
      </td>
      <td data-column="text">
        <WrappingCell
          value={step?.text ?? ''}
          onSave={save('text')}
          target={target('text')}
          label={t('plans:steps.textOf', { number })}
          name={name('text')}
          form={formId}
          isReadOnly={isLocked}
          placeholder={isEmptyRow ? t('plans:steps.new') : undefined}
          onPaste={paste}
        />
      </td>
      <td data-column="responsibleIds">
        <PeoplePicker
          {...read('responsibleIds', step?.responsibleIds ?? nobody)}
          people={people}
          label={t('plans:steps.responsibleOf', { number })}
          name={name('responsibleIds')}
          form={formId}
          look="cell"
          isReadOnly={isLocked}
        />
      </td>
      <td data-column="dueDate">
        <DueCell
          {...read('dueDate', step?.dueDate ?? null)}
          label={t('plans:steps.dueOf', { number })}
          name={name('dueDate')}
          form={formId}
          isReadOnly={isLocked}
          reference={reference}
        />
      </td>
      <td>
        {/* A form of its own: browsers that offer to fill in forms look through the whole form after every letter, and a page without any is one
            (4 ms among 40 steps, measured). It is never sent: Enter does not send a form with two lines of text. */}
        <form id={formId} hidden />
        {step !== null && (
          <RowMenu
            label={t('plans:steps.menu', { number })}
            actions={[
              { label: t('plans:steps.more', { number }), icon: <IconListDetails size={16} stroke={1.75} />, run: () => onDetails(id) },
              ...(isLocked
                ? []
                : [
                    {
                      label: t('plans:steps.insert'),
                      icon: <IconRowInsertBottom size={16} stroke={1.75} />,
                      keys: t('plans:keys.insert'),
                      run: () => actions.insertBelow(id),
                    },
                    {
                      label: t('plans:steps.remove', { number }),
                      icon: <IconTrash size={16} stroke={1.75} />,
                      keys: t('plans:keys.remove'),
                      run: () => actions.remove(id),
                    },
                  ]),
            ]}
          />
        )}
      </td>
    </tr>
  );
});
