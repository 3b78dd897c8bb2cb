// What a step holds besides its row: when it starts, what it needs, how far it is. Progress stays open after sign-off.
import type { ReactNode } from 'react';
import type { ActionStep } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useSetter } from '../../state/use-setter.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';
import { stepStatuses } from '../../../shared/domain/plan/values.ts';

interface StepDetailsProps {
  /** Undefined while nothing is open. */
  readonly step: ActionStep | undefined;
  readonly number: number;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}

export function StepDetails({ step, number, reference, isLocked, onClose }: StepDetailsProps): ReactNode {
  const t = useWords();
  return (
    <Drawer title={t('plans:steps.drawer', { number })} isOpen={step !== undefined} onClose={onClose}>
      {step && <StepFields key={step.id} step={step} reference={reference} isLocked={isLocked} />}
    </Drawer>
  );
}

function StepFields({
  step,
  reference,
  isLocked,
}: {
  readonly step: ActionStep;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
}): ReactNode {
  const t = useWords();
  const bind = useSetter('stepSet', step);
  const needsReason = step.status === 'changed' || step.status === 'dropped';
  return (
    <FieldGrid>
      <TextField label={t('plans:steps.text')} {...bind('text')} isLong isReadOnly={isLocked} />
      <DateField label={t('plans:steps.start')} {...bind('startDate')} reference={reference} isReadOnly={isLocked} />
      <SelectField
        label={t('plans:steps.status')}
        {...bind('status')}
        options={stepStatuses.map((status) => ({ value: status, label: t(`plans:stepStatus.${status}`) }))}
      />
      <TextField label={t('plans:steps.resources')} {...bind('resources')} isLong isReadOnly={isLocked} />
      {(needsReason || step.changeReason !== '') && (
        <TextField label={t('plans:steps.changeReason')} help={t('plans:steps.changeReasonHelp')} {...bind('changeReason')} isLong />
      )}
    </FieldGrid>
  );
}
