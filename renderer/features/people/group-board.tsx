// The topic groups: the same people across the teams. At most one group each; a group's name opens its fields.
import { IconListCheck } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { TopicGroupId } from '../../../shared/domain/people/model.ts';
import { groupKey } from '../../../shared/domain/people/import-text.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useCollection, useExecute, useSessionState, useSorted } from '../../state/workshop-context.tsx';
import { useActions } from '../../ui/actions.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { FieldChip } from '../framework/field-chip.tsx';
import { useProvenanceWord } from '../framework/provenance-mark.tsx';
import { AddColumn } from './board/add-column.tsx';
import classes from './board/board.module.css';
import { boardOf } from './board/board-model.ts';
import { Board } from './board/board.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { PickDialog } from './pick-dialog.tsx';
import { useSelected } from './use-selected.ts';
import { useSetTopicGroup } from './use-set-topic-group.ts';

interface GroupBoardProps {
  readonly onOpenPerson: (id: string) => void;
}

export function GroupBoard({ onOpenPerson }: GroupBoardProps): ReactNode {
  const t = useWords();
  const { isReadOnly } = useSessionState();
  const { compare } = useFormats();
  const people = useCollection('participants');
  const groups = useSorted('topicGroups');
  const [groupId, setGroupId] = useSelected('group');
  const [movingId, setMovingId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const setGroup = useSetTopicGroup();
  const model = useMemo(
    () =>
      boardOf({
        people,
        columns: groups.map(({ id, name, coChairIds }) => ({ id, name, leadIds: coChairIds })),
        columnIdOf: (person) => person.topicGroupId,
        compare,
      }),
    [people, groups, compare],
  );
  const move = async (id: string, target: string | null) => {
    const person = people.find((candidate) => candidate.id === id);
    const answer = person && (await setGroup(person, target));
    setRefusal(answer?.kind === 'refused' ? answer.message : null);
  };
  const moveFocused = () => {
    const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['person'] : undefined;
    if (id !== undefined) setMovingId(id);
  };
  useActions(isReadOnly ? [] : [{ id: 'move-person', label: t('people:board.moveKey'), keys: 'M', isFound: false, run: moveFocused }]);
  const moving = people.find(({ id }) => id === movingId);
  const picks = [
    ...groups.filter(({ id }) => id !== moving?.topicGroupId).map(({ id, name }) => ({ value: id as string, label: name })),
    ...(moving && moving.topicGroupId !== null ? [{ value: '', label: t('people:groupWords.none') }] : []),
  ];
  return (
    <>
      {refusal !== null && (
        <Note tone="danger" actions={<Button onClick={() => setRefusal(null)}>{t('close')}</Button>}>
          <p>{refusal}</p>
        </Note>
      )}
      <Board
        label={t('people:board.groups')}
        model={model}
        looseLabel={t('people:withoutGroup')}
        leadWord={t('people:coChair')}
        isReadOnly={isReadOnly}
        renderHead={({ id, name }) => <GroupHead id={id} name={name} onOpen={setGroupId} />}
        last={!isReadOnly && <AddGroup />}
        onMove={(id, target) => void move(id, target)}
        onOpen={onOpenPerson}
      />
      <PickDialog
        title={t('people:move.one', { name: moving?.fullName ?? '' })}
        isOpen={moving !== undefined}
        picks={picks}
        onClose={() => setMovingId(null)}
        onPick={(value) => {
          setMovingId(null);
          if (moving) void move(moving.id, value === '' ? null : value);
        }}
      >
        {groups.length === 0 && <p>{t('people:groupWords.noGroups')}</p>}
      </PickDialog>
      <GroupDrawer id={groupId} onClose={() => setGroupId(null)} />
    </>
  );
}

function GroupHead({ id, name, onOpen }: { readonly id: string; readonly name: string; readonly onOpen: (id: string) => void }): ReactNode {
  const t = useWords();
  const group = useCollection('topicGroups').find((candidate) => candidate.id === id);
  return (
    <div className={classes.headWords}>
      <h2 className={classes.columnName}>
        <button type="button" className={classes.columnButton} data-open-group={id} onClick={() => onOpen(id)}>
          {name === '' ? t('untitled') : name}
        </button>
      </h2>
      {group && group.fieldIds.length > 0 && (
        <span className={classes.chips}>
          {group.fieldIds.map((fieldId) => (
            <FieldChip key={fieldId} fieldId={fieldId} />
          ))}
        </span>
      )}
    </div>
  );
}

/** A name of one's own, or one of the usual topics that is not there yet. */
function AddGroup(): ReactNode {
  const t = useWords();
  const text = useLocalText();
  const { framework } = useContent();
  const provenance = useProvenanceWord();
  const execute = useExecute();
  const { newId } = useHost();
  const groups = useCollection('topicGroups');
  const [isChoosing, setChoosing] = useState(false);
  const add = async (name: string): Promise<string | null> => {
    const answer = await execute({ name: 'topicGroupAdd', id: newId() as TopicGroupId, group: name });
    return answer.ok ? null : failureMessage(t, answer.failure);
  };
  const known = new Set(groups.map(({ name }) => groupKey(name)));
  const picks = framework.topicPresets
    .map((preset) => ({ name: text(preset.text), mark: provenance(preset.source) }))
    .filter(({ name }) => !known.has(groupKey(name)));
  return (
    <AddColumn
      draft="topic-group"
      label={t('people:groupWords.newName')}
      action={t('people:groupWords.add')}
      missing={t('people:nameMissing')}
      help={groups.length === 0 ? t('people:groupWords.purpose') : undefined}
      onAdd={add}
    >
      {picks.length > 0 && (
        <Button kind="quiet" icon={<IconListCheck size={16} stroke={1.75} />} onClick={() => setChoosing(true)}>
          {t('people:groupWords.choose')}
        </Button>
      )}
      <PickDialog
        title={t('people:groupWords.chooseTitle')}
        isOpen={isChoosing}
        picks={picks.map(({ name, mark }) => ({ value: name, label: name, ...(mark !== undefined && { detail: mark }) }))}
        onClose={() => setChoosing(false)}
        onPick={(name) => {
          setChoosing(false);
          void add(name);
        }}
      />
    </AddColumn>
  );
}
