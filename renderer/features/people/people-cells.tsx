// The cells of the people table. Each is built again only when its own person or its choices change.
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { consentTo, contactValues, type ContactKind } from '../../../shared/domain/people/contacts.ts';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { targetOf, useSetter } from '../../state/use-setter.ts';
import { IconButton } from '../../ui/button.tsx';
import { SelectCell, TextCell } from '../../ui/cells.tsx';
import { CheckField } from '../../ui/fields.tsx';
import { CheckInput, type Option } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValuesSign } from '../../ui/open-values.tsx';
import { useTeamBinding, useTopicGroupBinding } from './bindings.ts';
import { useConsentToAll, useFirstContact } from './contact-bindings.ts';
import { useLanguageOptions } from './language-options.ts';
import { participantKinds, participantStatuses } from '../../../shared/domain/people/values.ts';
import classes from './people.module.css';

export interface CellProps {
  readonly person: Participant;
  readonly isReadOnly: boolean;
}

type ColumnWord = 'name' | 'email' | 'phone' | 'kind' | 'status' | 'team' | 'topicGroup' | 'language' | 'consentContact';

/** "Team: Ana Kibet": what a screen reader says in a cell. */
function useCellLabel({ fullName }: Participant, column: ColumnWord): string {
  const t = useWords();
  return t('people:cell', { column: t(`people:field.${column}`), name: fullName });
}

interface TickProps {
  readonly id: string;
  readonly name: string;
  readonly isTicked: boolean;
  readonly onTick: (id: string, isTicked: boolean) => void;
}

export const TickCell = memo(function TickCell({ id, name, isTicked, onTick }: TickProps): ReactNode {
  const t = useWords();
  return (
    <div className={classes.tick}>
      <CheckInput
        label={<span className="visually-hidden">{t('people:select', { name })}</span>}
        value={isTicked}
        onChange={(next) => onTick(id, next)}
      />
    </div>
  );
});

interface NameCellProps extends CellProps {
  /** Somebody else has this name and organisation. */
  readonly hasNamesake: boolean;
  readonly onOpen: (id: string) => void;
}

export const NameCell = memo(function NameCell({ person, isReadOnly, hasNamesake, onOpen }: NameCellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('participantSet', person);
  const label = useCellLabel(person, 'name');
  return (
    <div className={classes.nameCell}>
      <TextCell label={label} name="fullName" isReadOnly={isReadOnly} {...bind('fullName')} />
      {hasNamesake && (
        <IconButton
          label={t('people:namesake.short')}
          icon={<IconAlertTriangle className={classes.warning} size={16} stroke={1.75} />}
          onClick={() => onOpen(person.id)}
        />
      )}
      <IconButton
        label={t('people:openPerson', { name: person.fullName })}
        icon={<IconChevronRight size={16} stroke={1.75} />}
        data-open-person={person.id}
        onClick={() => onOpen(person.id)}
      />
    </div>
  );
});

interface ContactCellProps extends CellProps {
  readonly kind: ContactKind;
  readonly onOpen: (id: string) => void;
}

/** The first contact of a kind, and how many more there are. */
export const ContactCell = memo(function ContactCell({ person, isReadOnly, kind, onOpen }: ContactCellProps): ReactNode {
  const t = useWords();
  const label = useCellLabel(person, kind);
  const binding = useFirstContact(person, kind);
  const more = contactValues(person.contacts, kind).length - 1;
  return (
    <div className={classes.nameCell}>
      <TextCell label={label} name={kind} isReadOnly={isReadOnly} {...binding} />
      {kind === 'email' && <OpenValuesSign target={targetOf('participantSet', person.id, 'contacts')} />}
      {more > 0 && (
        <button
          type="button"
          className={classes.more}
          title={contactValues(person.contacts, kind).join('\n')}
          onClick={() => onOpen(person.id)}
        >
          <span aria-hidden>+{more}</span>
          <span className="visually-hidden">{t('people:contacts.more', { count: more, name: person.fullName })}</span>
        </button>
      )}
    </div>
  );
});

export const KindCell = memo(function KindCell({ person, isReadOnly }: CellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('participantSet', person);
  const options = participantKinds.map((kind) => ({ value: kind, label: t(`people:kind.${kind}`) }));
  return <SelectCell label={useCellLabel(person, 'kind')} name="kind" isReadOnly={isReadOnly} options={options} {...bind('kind')} />;
});

export const StatusCell = memo(function StatusCell({ person, isReadOnly }: CellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('participantSet', person);
  const label = useCellLabel(person, 'status');
  if (person.status === 'replaced') return <span className={classes.plainCell}>{t('people:status.replaced')}</span>;
  const options = settableStatuses.map((status) => ({ value: status, label: t(`people:status.${status}`) }));
  return <SelectCell label={label} name="status" isReadOnly={isReadOnly} options={options} {...bind('status')} />;
});

/** "Replaced" comes from naming who came instead, not from a choice. */
export const settableStatuses = participantStatuses.filter((status) => status !== 'replaced');

interface ChoiceCellProps extends CellProps {
  readonly options: readonly Option[];
}

export const TeamCell = memo(function TeamCell({ person, isReadOnly, options }: ChoiceCellProps): ReactNode {
  const binding = useTeamBinding(person);
  return <SelectCell label={useCellLabel(person, 'team')} name="team" isReadOnly={isReadOnly} options={options} {...binding} />;
});

export const TopicGroupCell = memo(function TopicGroupCell({ person, isReadOnly, options }: ChoiceCellProps): ReactNode {
  const binding = useTopicGroupBinding(person);
  return <SelectCell label={useCellLabel(person, 'topicGroup')} name="topicGroup" isReadOnly={isReadOnly} options={options} {...binding} />;
});

export const LanguageCell = memo(function LanguageCell({ person, isReadOnly }: CellProps): ReactNode {
  const bind = useSetter('participantSet', person);
  const options = useLanguageOptions(person.language, true);
  return (
    <SelectCell label={useCellLabel(person, 'language')} name="language" isReadOnly={isReadOnly} options={options} {...bind('language')} />
  );
});

export const ConsentCell = memo(function ConsentCell({ person, isReadOnly }: CellProps): ReactNode {
  const label = useCellLabel(person, 'consentContact');
  const binding = useConsentToAll(person);
  if (person.contacts.length === 0) return null;
  const isMixed = consentTo(person.contacts) === 'some';
  return (
    <div className={classes.tick}>
      <CheckField label={<span className="visually-hidden">{label}</span>} isMixed={isMixed} isReadOnly={isReadOnly} {...binding} />
    </div>
  );
});
