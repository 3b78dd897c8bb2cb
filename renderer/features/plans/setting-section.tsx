// Where the plan stands in the framework, and who answers for it.
import { memo, type ReactNode } from 'react';
import type { FieldId } from '../../../shared/domain/framework/model.ts';
import type { ParticipantId } from '../../../shared/domain/people/model.ts';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { FieldChip, useFieldName } from '../framework/field-chip.tsx';
import { Fold } from './fold.tsx';
import { mappedBinding, orEmpty } from '../../ui/nullable-binding.ts';
import { PeoplePicker } from './people-picker.tsx';
import type { PlanPeople } from './plan-people.ts';
import { fieldIds, phaseIds } from '../../../shared/domain/framework/values.ts';
import classes from './sections.module.css';

interface SettingSectionProps {
  readonly plan: ActionPlan;
  readonly people: PlanPeople;
  readonly isLocked: boolean;
}

const nobody: readonly ParticipantId[] = [];

export function SettingSection({ plan, people, isLocked }: SettingSectionProps): ReactNode {
  const t = useWords();
  const text = useLocalText();
  const { framework } = useContent();
  const bind = useSetter('planSet', plan);
  const filled = [plan.fieldIds.length > 0, plan.phaseId !== null, plan.accountableId !== null].filter(Boolean).length;
  return (
    <Fold title={t('plans:setting.title')} count={t('plans:setting.count', { done: filled, total: 3 })} startsOpen={filled < 3}>
      <FieldChoice {...bind('fieldIds')} isReadOnly={isLocked} />
      <SelectField
        label={t('plans:setting.phase')}
        name="phaseId"
        {...orEmpty(bind('phaseId'))}
        options={[
          { value: '', label: t('framework:noPhase') },
          ...phaseIds.map((id) => ({ value: id, label: text(framework.phases.find((entry) => entry.id === id)?.name) })),
        ]}
        isReadOnly={isLocked}
      />
      <Field label={t('plans:setting.accountable')} help={t('plans:setting.accountableHelp')}>
        {(ties) => (
          <PeoplePicker
            inputId={ties.id}
            {...mappedBinding(
              bind('accountableId'),
              (id): readonly ParticipantId[] => (id === null ? nobody : [id]),
              ([id]) => id ?? null,
            )}
            people={people}
            label={t('plans:setting.accountable')}
            name="accountableId"
            look="field"
            isSingle
            isReadOnly={isLocked}
          />
        )}
      </Field>
    </Fold>
  );
}

interface FieldChoiceProps extends Binding<readonly FieldId[]> {
  readonly isReadOnly: boolean;
}

/** The six fields in their order, each to be ticked. */
const FieldChoice = memo(function FieldChoice({ value, onSave, target, isReadOnly }: FieldChoiceProps): ReactNode {
  const t = useWords();
  const fieldName = useFieldName();
  const { list } = useFormats();
  const autosave = useAutosave({ value, onSave });
  const chosen = autosave.shown;
  const toggle = (fieldId: FieldId) => {
    const next = chosen.includes(fieldId) ? chosen.filter((other) => other !== fieldId) : [...chosen, fieldId];
    autosave.change(fieldIds.filter((id) => next.includes(id)));
    autosave.flush();
  };
  return (
    <fieldset className={classes.fields} disabled={isReadOnly}>
      <legend className={classes.legend}>{t('plans:setting.fields')}</legend>
      <p className={classes.help} data-help>
        {t('plans:setting.fieldsHelp')}
      </p>
      <div className={classes.fieldList}>
        {fieldIds.map((fieldId, index) => (
          <label key={fieldId} className={classes.fieldTick}>
            <input
              type="checkbox"
              name={index === 0 ? 'fieldIds' : undefined}
              checked={chosen.includes(fieldId)}
              onChange={() => toggle(fieldId)}
            />
            <FieldChip fieldId={fieldId} />
          </label>
        ))}
      </div>
      {autosave.refusal !== null && (
        <p className={classes.help} role="alert">
          {autosave.refusal}
        </p>
      )}
      <ConflictChoice autosave={autosave} words={(ids) => list(ids.map(fieldName))} />
      <OpenValues target={target} />
    </fieldset>
  );
});
