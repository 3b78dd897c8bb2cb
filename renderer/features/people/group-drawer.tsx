// The fields of one topic group: name, action fields, co-chairs; and its removal.
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { FieldId } from '../../../shared/domain/framework/model.ts';
import type { ParticipantId, TopicGroup } from '../../../shared/domain/people/model.ts';
import { useSetter } from '../../state/use-setter.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useCollection, useExecute, useRecord, useSessionState } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import type { Binding } from '../../ui/autosave.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { FieldChip } from '../framework/field-chip.tsx';
import classes from './people.module.css';
import { RefusalNote } from './refusal-note.tsx';
import { useLastThere } from './use-last-there.ts';
import { fieldIds } from '../../../shared/domain/framework/values.ts';

interface GroupDrawerProps {
  readonly id: string | null;
  readonly onClose: () => void;
}

export function GroupDrawer({ id, onClose }: GroupDrawerProps): ReactNode {
  const t = useWords();
  const group = useRecord('topicGroups', id);
  const shown = useLastThere(group);
  return (
    <Drawer title={shown?.name ?? t('untitled')} isOpen={group !== undefined} onClose={onClose}>
      {shown && <GroupForm key={shown.id} group={shown} onClose={onClose} />}
    </Drawer>
  );
}

function GroupForm({ group, onClose }: { readonly group: TopicGroup; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const { compare } = useFormats();
  const [failure, setFailure] = useState<Failure | null>(null);
  const bind = useSetter('topicGroupSet', group);
  const remove = useRemoveGroup(group, onClose, setFailure);
  const members = useCollection('participants')
    .filter(({ topicGroupId }) => topicGroupId === group.id)
    .toSorted((a, b) => compare(a.fullName, b.fullName));
  return (
    <div className={classes.drawer}>
      {failure && <RefusalNote failure={failure} onClose={() => setFailure(null)} />}
      <TextField label={t('people:groupWords.name')} name="name" isReadOnly={isReadOnly} {...bind('name')} />
      <fieldset className={classes.ticks}>
        <legend>{t('framework:fields')}</legend>
        {fieldIds.map((fieldId) => (
          <CheckField
            key={fieldId}
            label={<FieldChip fieldId={fieldId} />}
            isReadOnly={isReadOnly}
            {...oneOf<FieldId>(bind('fieldIds'), fieldId, fieldIds)}
          />
        ))}
        <OpenValues target={bind('fieldIds').target} />
      </fieldset>
      <fieldset className={classes.ticks}>
        <legend>{t('people:groupWords.coChairs')}</legend>
        {members.length === 0 && <p className={classes.quiet}>{t('people:groupWords.noMembers')}</p>}
        {members.map(({ id, fullName }) => (
          <CheckField
            key={id}
            label={fullName}
            isReadOnly={isReadOnly}
            {...oneOf<ParticipantId>(
              bind('coChairIds'),
              id,
              members.map((member) => member.id),
            )}
          />
        ))}
        <OpenValues target={bind('coChairIds').target} />
      </fieldset>
      {!isReadOnly && (
        <div className={classes.drawerActions}>
          <Button kind="danger" onClick={() => void remove()}>
            {t('people:groupWords.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/**
 * One tick of a list that is stored as a whole.
 * @param order the order that the list keeps
 */
function oneOf<Item extends string>({ value, onSave }: Binding<readonly Item[]>, item: Item, order: readonly Item[]): Binding<boolean> {
  return {
    value: value.includes(item),
    onSave: async (isIn) => {
      const next = order.filter((other) => (other === item ? isIn : value.includes(other)));
      const answer = await onSave(next, value);
      return answer.kind === 'changed' ? { kind: 'changed', current: answer.current.includes(item) } : answer;
    },
  };
}

/** Its people stay, without a topic group. */
function useRemoveGroup(group: TopicGroup, onGone: () => void, onFailure: (failure: Failure) => void): () => Promise<void> {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  return async () => {
    const answer = await execute({ name: 'topicGroupRemove', id: group.id });
    if (!answer.ok) return onFailure(answer.failure);
    onGone();
    sayDone(t('people:groupWords.removed', { group: group.name }));
  };
}
