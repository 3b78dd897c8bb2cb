// Puts a person into a topic group or out of all. Who leaves a group no longer chairs it: the command sees to that.
import { useCallback } from 'react';
import type { Participant, TopicGroupId } from '../../../shared/domain/people/model.ts';
import { useSave } from '../../state/use-setter.ts';
import type { SaveAnswer } from '../../ui/autosave.ts';

export type SetTopicGroup = (person: Participant, groupId: string | null) => Promise<SaveAnswer<string>>;

export function useSetTopicGroup(): SetTopicGroup {
  const save = useSave();
  return useCallback(
    async ({ id, topicGroupId }, groupId) => {
      const value = groupId as TopicGroupId | null;
      const set = await save<TopicGroupId | null>({ name: 'participantSet', id, field: 'topicGroupId', value, was: topicGroupId });
      return set.kind === 'changed' ? { kind: 'changed', current: set.current ?? '' } : set;
    },
    [save],
  );
}
