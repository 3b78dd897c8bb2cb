// Bindings of fields whose stored value is not the text that a choice shows.
import { useCallback } from 'react';
import type { Participant, TeamId } from '../../../shared/domain/people/model.ts';
import { targetOf, useSave } from '../../state/use-setter.ts';
import type { Binding } from '../../ui/autosave.ts';
import { useSetTopicGroup } from './use-set-topic-group.ts';

/** The team of a person. Who leaves a team no longer leads it: the command for moving sees to that. */
export function useTeamBinding(person: Participant): Binding<string> {
  const save = useSave();
  const { id, teamId } = person;
  const onSave = useCallback(
    (next: string) => save<string>({ name: 'participantsMove', ids: [id], teamId: next === '' ? null : (next as TeamId) }),
    [id, save],
  );
  return { value: teamId ?? '', onSave, target: targetOf('participantSet', id, 'teamId') };
}

/** The topic group of a person. */
export function useTopicGroupBinding(person: Participant): Binding<string> {
  const setGroup = useSetTopicGroup();
  const onSave = useCallback((next: string) => setGroup(person, next === '' ? null : next), [person, setGroup]);
  return { value: person.topicGroupId ?? '', onSave, target: targetOf('participantSet', person.id, 'topicGroupId') };
}
