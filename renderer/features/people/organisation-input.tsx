// The organisation of a person as a cell and as a field: typed or chosen by name, saved when it is left, so that no half-typed one is made.
import { memo, type ReactNode } from 'react';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { useCollection, useRecord } from '../../state/workshop-context.tsx';
import cellClasses from '../../ui/cells.module.css';
import { Field } from '../../ui/field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { useSettledText, type SettledText } from '../../ui/settled-text.ts';
import { useSetOrganisation } from './use-set-organisation.ts';

const listId = 'known-organisations';

interface OrganisationProps {
  readonly person: Participant;
  readonly isReadOnly: boolean;
}

function useOrganisationText(person: Participant): SettledText {
  const organisation = useRecord('organisations', person.organisationId);
  const setOrganisation = useSetOrganisation();
  return useSettledText(organisation?.name ?? '', (name) => setOrganisation(person, name));
}

export const OrganisationCell = memo(function OrganisationCell({ person, isReadOnly }: OrganisationProps): ReactNode {
  const t = useWords();
  const text = useOrganisationText(person);
  return (
    <input
      className={cellClasses['cell']}
      type="text"
      autoComplete="off"
      list={listId}
      aria-label={t('people:cell', { column: t('people:field.organisation'), name: person.fullName })}
      aria-invalid={text.refusal !== null || undefined}
      title={text.refusal ?? (text.shown.length > 24 ? text.shown : undefined)}
      data-cell="organisation"
      data-unsent={text.isUnsent || undefined}
      value={text.shown}
      readOnly={isReadOnly}
      onChange={(event) => text.change(event.target.value)}
      onBlur={text.settle}
      onKeyDown={text.onKeyDown}
    />
  );
});

export function OrganisationField({ person, isReadOnly }: OrganisationProps): ReactNode {
  const t = useWords();
  const text = useOrganisationText(person);
  return (
    <Field label={t('people:field.organisation')} name="organisationId" error={text.refusal} wide>
      {(ties) => (
        <input
          {...ties}
          type="text"
          autoComplete="off"
          list={listId}
          data-unsent={text.isUnsent || undefined}
          value={text.shown}
          readOnly={isReadOnly}
          onChange={(event) => text.change(event.target.value)}
          onBlur={text.settle}
          onKeyDown={text.onKeyDown}
        />
      )}
    </Field>
  );
}

/** The known organisations, offered while one is typed. Once per screen. */
export function KnownOrganisations(): ReactNode {
  const organisations = useCollection('organisations');
  const { compare } = useFormats();
  const names = [...new Set(organisations.map(({ name }) => name))].toSorted(compare);
  return (
    <datalist id={listId}>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
