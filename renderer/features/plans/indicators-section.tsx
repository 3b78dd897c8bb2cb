// How everybody will see that the plan worked: indicators with baseline and target in the same unit.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ActionPlan, Indicator } from '../../../shared/domain/plan/model.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { useHost } from '../../state/host-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { SuggestField, type Suggestion } from '../../ui/suggest-field.tsx';
import { useProvenanceWord } from '../framework/provenance-mark.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { focusPlace } from './focus-place.ts';
import { Fold } from './fold.tsx';
import { orEmpty } from '../../ui/nullable-binding.ts';
import { usePartCommands } from './part-commands.ts';
import { indicatorTypes } from '../../../shared/domain/plan/values.ts';
import { titleLimit } from '../../../shared/kernel/limits.ts';
import classes from './sections.module.css';

interface IndicatorsSectionProps {
  readonly plan: ActionPlan;
  readonly indicators: readonly Indicator[];
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
}

export function IndicatorsSection({ plan, indicators, reference, isLocked }: IndicatorsSectionProps): ReactNode {
  const t = useWords();
  const { newId } = useHost();
  const { framework } = useContent();
  const text = useLocalText();
  const provenance = useProvenanceWord();
  const { run, runUndoable, problem } = usePartCommands();
  const suggestions = framework.fields
    .filter((field) => plan.fieldIds.includes(field.id))
    .flatMap((field) => field.indicators.map((indicator) => ({ text: text(indicator.text), mark: provenance(indicator.source) })));
  const add = async () => {
    const id = newId() as Indicator['id'];
    if (await run({ name: 'indicatorAdd', id, planId: plan.id })) focusPlace(`${id}.name`);
  };
  return (
    <Fold title={t('plans:indicators.title')} count={indicators.length}>
      <p className={classes.help}>{t('plans:indicators.help')}</p>
      {indicators.map((indicator, index) => (
        <IndicatorFields
          key={indicator.id}
          indicator={indicator}
          number={index + 1}
          suggestions={suggestions}
          reference={reference}
          isLocked={isLocked}
          onRemove={() => void runUndoable({ name: 'indicatorRemove', id: indicator.id }, t('plans:indicators.removed'))}
        />
      ))}
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {!isLocked && (
        <div>
          <Button kind="quiet" icon={<IconPlus size={16} stroke={1.75} aria-hidden />} data-cell="indicators" onClick={() => void add()}>
            {t('plans:indicators.add')}
          </Button>
        </div>
      )}
    </Fold>
  );
}

interface IndicatorFieldsProps {
  readonly indicator: Indicator;
  readonly number: number;
  /** Indicators of the framework for the plan's fields, and those that we propose. */
  readonly suggestions: readonly Suggestion[];
  readonly reference: CalendarDate;
  readonly isLocked: boolean;
  readonly onRemove: () => void;
}

function IndicatorFields({ indicator, number, suggestions, reference, isLocked, onRemove }: IndicatorFieldsProps): ReactNode {
  const t = useWords();
  const bind = useSetter('indicatorSet', indicator);
  const name = (field: string) => `${indicator.id}.${field}`;
  const shared = { isReadOnly: isLocked };
  return (
    <section className={classes.part} aria-label={t('plans:indicators.number', { number })}>
      <header className={classes.partHead}>
        <h3 className={classes.partTitle}>{t('plans:indicators.number', { number })}</h3>
        {!isLocked && (
          <IconButton label={t('plans:indicators.remove', { number })} icon={<IconTrash size={16} stroke={1.75} />} onClick={onRemove} />
        )}
      </header>
      <FieldGrid>
        <SuggestField
          label={t('plans:indicators.name')}
          name={name('name')}
          {...bind('name')}
          {...shared}
          suggestions={suggestions}
          warning={indicator.name.length > titleLimit ? t('limit.title', { length: indicator.name.length }) : null}
        />
        <SelectField
          label={t('plans:indicators.type')}
          {...orEmpty(bind('type'))}
          options={[
            { value: '', label: t('plans:indicators.noType') },
            ...indicatorTypes.map((value) => ({ value, label: t(`plans:indicatorType.${value}`) })),
          ]}
          {...shared}
        />
        <TextField label={t('plans:indicators.unit')} help={t('plans:indicators.unitHelp')} {...bind('unit')} {...shared} />
        <TextField label={t('plans:indicators.baseline')} name={name('baselineValue')} {...bind('baselineValue')} {...shared} />
        <TextField label={t('plans:indicators.target')} name={name('targetValue')} {...bind('targetValue')} {...shared} />
        <DateField label={t('plans:indicators.baselineDate')} {...bind('baselineDate')} {...shared} reference={reference} />
        <DateField label={t('plans:indicators.targetDate')} {...bind('targetDate')} {...shared} reference={reference} />
        <TextField label={t('plans:indicators.baselineSource')} {...bind('baselineSource')} {...shared} wide />
        <TextField label={t('plans:indicators.frequency')} {...bind('frequency')} {...shared} />
        <TextField label={t('plans:indicators.owner')} {...bind('owner')} {...shared} />
      </FieldGrid>
    </section>
  );
}
