// Everything about one person, in the drawer: fields, place in the workshop, who came instead of whom, what the person answers for.
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { useSave, useSetter } from '../../state/use-setter.ts';
import { useRecord, useSessionState, useSorted, useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';
import { WithdrawnNote } from '../privacy/withdrawn-note.tsx';
import { ContactsField } from './contacts-field.tsx';
import { useTeamBinding, useTopicGroupBinding } from './bindings.ts';
import { useLanguageOptions } from './language-options.ts';
import { OrganisationField } from './organisation-input.tsx';
import { settableStatuses } from './people-cells.tsx';
import classes from './people.module.css';
import { PersonNotes } from './person-notes.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { useLastThere } from './use-last-there.ts';
import { useRemovePeople } from './use-remove-people.ts';
import { participantKinds } from '../../../shared/domain/people/values.ts';

interface PersonDrawerProps {
  readonly id: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function PersonDrawer({ id, onOpen, onClose }: PersonDrawerProps): ReactNode {
  const person = useRecord('participants', id);
  const [isReplacing, setReplacing] = useState(false);
  const shown = useLastThere(person);
  return (
    <>
      <Drawer title={shown?.fullName ?? ''} isOpen={person !== undefined && !isReplacing} onClose={onClose}>
        {shown && <PersonForm key={shown.id} person={shown} onOpen={onOpen} onClose={onClose} onReplace={() => setReplacing(true)} />}
      </Drawer>
      {person && isReplacing && <ReplaceDialog person={person} onClose={() => setReplacing(false)} />}
    </>
  );
}

interface PersonFormProps {
  readonly person: Participant;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  readonly onReplace: () => void;
}

function PersonForm({ person, onOpen, onClose, onReplace }: PersonFormProps): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const { startDate, endDate } = useWorkshop();
  const [failure, setFailure] = useState<Failure | null>(null);
  const bind = useSetter('participantSet', person);
  const remove = useRemovePeople(setFailure);
  const languages = useLanguageOptions(person.language, true);
  const kinds = participantKinds.map((kind) => ({ value: kind, label: t(`people:kind.${kind}`) }));
  const statuses = settableStatuses.map((status) => ({ value: status, label: t(`people:status.${status}`) }));
  return (
    <div className={classes.drawer}>
      {failure && <RefusalNote failure={failure} onClose={() => setFailure(null)} />}
      <PersonNotes person={person} onOpen={onOpen} />
      <FieldGrid>
        <TextField label={t('people:field.name')} name="fullName" wide isReadOnly={isReadOnly} {...bind('fullName')} />
        <TextField label={t('people:field.givenName')} name="givenName" isReadOnly={isReadOnly} {...bind('givenName')} />
        <TextField label={t('people:field.familyName')} name="familyName" isReadOnly={isReadOnly} {...bind('familyName')} />
        <OrganisationField person={person} isReadOnly={isReadOnly} />
        <TextField label={t('people:field.role')} name="role" isReadOnly={isReadOnly} {...bind('role')} />
        <TextField label={t('people:field.country')} name="country" isReadOnly={isReadOnly} {...bind('country')} />
        <TextField label={t('people:field.sex')} name="sex" help={t('people:sexHelp')} isReadOnly={isReadOnly} {...bind('sex')} />
      </FieldGrid>
      <ContactsField isReadOnly={isReadOnly} {...bind('contacts')} />
      <div className={classes.ticks}>
        <CheckField label={t('people:consentPhotoLong')} name="consentPhoto" isReadOnly={isReadOnly} {...bind('consentPhoto')} />
      </div>
      <WithdrawnNote only={person.id} />
      <h3 className={classes.section}>{t('people:atWorkshop')}</h3>
      <FieldGrid>
        <SelectField label={t('people:field.kind')} name="kind" isReadOnly={isReadOnly} options={kinds} {...bind('kind')} />
        {person.status !== 'replaced' && (
          <SelectField label={t('people:field.status')} name="status" isReadOnly={isReadOnly} options={statuses} {...bind('status')} />
        )}
        <PlaceFields person={person} isReadOnly={isReadOnly} />
        <SelectField label={t('people:field.language')} name="language" isReadOnly={isReadOnly} options={languages} {...bind('language')} />
        <DateField label={t('people:field.arrival')} name="arrival" reference={startDate} isReadOnly={isReadOnly} {...bind('arrival')} />
        <DateField
          label={t('people:field.departure')}
          name="departure"
          reference={endDate}
          isReadOnly={isReadOnly}
          {...bind('departure')}
        />
      </FieldGrid>
      {!isReadOnly && (
        <div className={classes.drawerActions}>
          {person.status !== 'replaced' && <Button onClick={onReplace}>{t('people:replace.open')}</Button>}
          <Button kind="danger" onClick={() => void remove([person.id]).then((isGone) => isGone && onClose())}>
            {t('remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Team and topic group, with the part that the person has in them. */
function PlaceFields({ person, isReadOnly }: { readonly person: Participant; readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const save = useSave();
  const teams = useSorted('teams');
  const groups = useSorted('topicGroups');
  const teamBinding = useTeamBinding(person);
  const groupBinding = useTopicGroupBinding(person);
  const team = teams.find(({ id }) => id === person.teamId);
  const group = groups.find(({ id }) => id === person.topicGroupId);
  const choices = (records: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', label: t('people:none') },
    ...records.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <div className={classes.place}>
        <SelectField label={t('people:field.team')} name="teamId" isReadOnly={isReadOnly} options={choices(teams)} {...teamBinding} />
        {team && (
          <CheckField
            label={t('people:leads', { team: team.name })}
            isReadOnly={isReadOnly}
            value={team.leadId === person.id}
            onSave={(isLead) => save({ name: 'teamSet', id: team.id, field: 'leadId', value: isLead ? person.id : null, was: team.leadId })}
          />
        )}
      </div>
      <div className={classes.place}>
        <SelectField
          label={t('people:field.topicGroup')}
          name="topicGroupId"
          isReadOnly={isReadOnly}
          options={choices(groups)}
          {...groupBinding}
        />
        {group && (
          <CheckField
            label={t('people:coChairs', { group: group.name })}
            isReadOnly={isReadOnly}
            value={group.coChairIds.includes(person.id)}
            onSave={(isChair) => {
              const others = group.coChairIds.filter((id) => id !== person.id);
              const value = isChair ? [...others, person.id] : others;
              return save({ name: 'topicGroupSet', id: group.id, field: 'coChairIds', value, was: group.coChairIds });
            }}
          />
        )}
      </div>
    </>
  );
}
