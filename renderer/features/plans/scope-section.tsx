// Objective, the plan it builds on, resources and dates: what the short form of the workshops left out and teams may add.
import type { ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useSetter } from '../../state/use-setter.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';
import { Fold } from './fold.tsx';
import { noteLimit } from '../../../shared/kernel/limits.ts';

interface ScopeSectionProps {
  readonly plan: ActionPlan;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
}

export function ScopeSection({ plan, reference, isLocked }: ScopeSectionProps): ReactNode {
  const t = useWords();
  const bind = useSetter('planSet', plan);
  const texts = [plan.objective, plan.linkToExistingPlan, plan.resources];
  const filled = texts.filter((text) => text.trim() !== '').length + [plan.startDate, plan.endDate].filter((date) => date !== null).length;
  const limit = (text: string) => (text.length > noteLimit ? t('limit.note', { length: text.length }) : null);
  return (
    <Fold title={t('plans:scope.title')} count={t('plans:setting.count', { done: filled, total: 5 })}>
      <FieldGrid>
        <TextField
          label={t('plans:scope.objective')}
          name="objective"
          {...bind('objective')}
          isLong
          isReadOnly={isLocked}
          warning={limit(plan.objective)}
        />
        <TextField
          label={t('plans:scope.link')}
          help={t('plans:scope.linkHelp')}
          name="linkToExistingPlan"
          {...bind('linkToExistingPlan')}
          isLong
          isReadOnly={isLocked}
          warning={limit(plan.linkToExistingPlan)}
        />
        <TextField
          label={t('plans:scope.resources')}
          help={t('plans:scope.resourcesHelp')}
          name="resources"
          {...bind('resources')}
          isLong
          isReadOnly={isLocked}
          warning={limit(plan.resources)}
        />
        <DateField label={t('plans:scope.start')} name="startDate" {...bind('startDate')} reference={reference} isReadOnly={isLocked} />
        <DateField
          label={t('plans:scope.end')}
          help={t('plans:scope.endHelp')}
          name="endDate"
          {...bind('endDate')}
          reference={reference}
          isReadOnly={isLocked}
        />
      </FieldGrid>
    </Fold>
  );
}
