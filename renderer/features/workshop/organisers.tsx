// The organisers of a workshop, each with a role.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Organiser } from '../../../shared/domain/workshop/model.ts';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { SelectInput, TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { organiserRoles } from '../../../shared/domain/workshop/values.ts';
import classes from './workshop.module.css';

interface OrganisersInputProps {
  readonly value: readonly Organiser[];
  readonly onChange: (next: readonly Organiser[]) => void;
  readonly onBlur?: () => void;
  readonly isReadOnly?: boolean;
}

export function OrganisersInput({ value, onChange, onBlur, isReadOnly = false }: OrganisersInputProps): ReactNode {
  const t = useWords();
  const set = (index: number, next: Partial<Organiser>) =>
    onChange(value.map((organiser, other) => (other === index ? { ...organiser, ...next } : organiser)));
  const remove = (index: number) => onChange(value.filter((_, other) => other !== index));
  const roles = organiserRoles.map((role) => ({ value: role, label: t(`workshop:role.${role}`) }));
  return (
    // Blur bubbles up from the fields: leaving any of them saves.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={classes.organisers} onBlur={onBlur}>
      <legend className={classes.legend}>{t('workshop:basics.organisers')}</legend>
      {value.map((organiser, index) => (
        // Organisers have no ids: their place in the list is who they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.organiser}>
          <TextInput
            label={t('workshop:basics.organiserName')}
            name={index === 0 ? 'organisers' : undefined}
            value={organiser.name}
            onChange={(name) => set(index, { name })}
            isReadOnly={isReadOnly}
          />
          <SelectInput
            label={t('workshop:basics.organiserRole')}
            value={organiser.role}
            onChange={(role) => set(index, { role })}
            options={roles}
            isReadOnly={isReadOnly}
          />
          {!isReadOnly && (
            <IconButton
              label={t('workshop:basics.organiserRemove', { name: organiser.name })}
              icon={<IconTrash size={18} stroke={1.75} />}
              onClick={() => remove(index)}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div>
          <Button
            kind="quiet"
            icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => onChange([...value, { name: '', role: value.length === 0 ? 'facilitator' : 'secretariat' }])}
          >
            {t('workshop:basics.organiserAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface OrganisersFieldProps extends Binding<readonly Organiser[]> {
  readonly isReadOnly?: boolean;
}

/** The same, saved while one types. */
export function OrganisersField({ value, onSave, target, isReadOnly = false }: OrganisersFieldProps): ReactNode {
  const autosave = useAutosave({ value, onSave, target });
  return (
    <>
      <OrganisersInput value={autosave.shown} onChange={autosave.change} onBlur={autosave.flush} isReadOnly={isReadOnly} />
      <ConflictChoice autosave={autosave} words={(organisers) => organisers.map(({ name }) => name).join('\n')} />
      <OpenValues target={target} />
    </>
  );
}
