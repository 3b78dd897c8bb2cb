// What an indicator holds besides its row: its kind, where its baseline comes from and when, who measures it and how often.
import type { ReactNode } from 'react';
import type { Indicator } from '../../../shared/domain/plan/model.ts';
import { indicatorTypes } from '../../../shared/domain/plan/values.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useSetter } from '../../state/use-setter.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';
import { orEmpty } from '../../ui/nullable-binding.ts';

interface IndicatorDetailsProps {
  /** Undefined while nothing is open. */
  readonly indicator: Indicator | undefined;
  readonly number: number;
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}

export function IndicatorDetails({ indicator, number, reference, isLocked, onClose }: IndicatorDetailsProps): ReactNode {
  const t = useWords();
  return (
    <Drawer title={t('plans:indicators.number', { number })} isOpen={indicator !== undefined} onClose={onClose}>
      {indicator && <IndicatorFields key={indicator.id} indicator={indicator} reference={reference} isReadOnly={isLocked} />}
    </Drawer>
  );
}

interface IndicatorFieldsProps {
  readonly indicator: Indicator;
  readonly reference: CalendarDate;
  readonly isReadOnly: boolean;
}

function IndicatorFields({ indicator, reference, isReadOnly }: IndicatorFieldsProps): ReactNode {
  const t = useWords();
  const bind = useSetter('indicatorSet', indicator);
  return (
    <FieldGrid>
      <TextField label={t('plans:indicators.name')} {...bind('name')} isReadOnly={isReadOnly} isLong />
      <SelectField
        label={t('plans:indicators.type')}
        {...orEmpty(bind('type'))}
        options={[
          { value: '', label: t('plans:indicators.noType') },
          ...indicatorTypes.map((value) => ({ value, label: t(`plans:indicatorType.${value}`) })),
        ]}
        isReadOnly={isReadOnly}
      />
      <TextField label={t('plans:indicators.unit')} help={t('plans:indicators.unitHelp')} {...bind('unit')} isReadOnly={isReadOnly} />
      <DateField label={t('plans:indicators.baselineDate')} {...bind('baselineDate')} isReadOnly={isReadOnly} reference={reference} />
      <TextField label={t('plans:indicators.frequency')} {...bind('frequency')} isReadOnly={isReadOnly} />
      <TextField label={t('plans:indicators.baselineSource')} {...bind('baselineSource')} isReadOnly={isReadOnly} wide />
      <TextField label={t('plans:indicators.owner')} {...bind('owner')} isReadOnly={isReadOnly} wide />
    </FieldGrid>
  );
}
