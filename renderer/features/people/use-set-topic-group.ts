// Puts a person into a topic group or out of all. Who leaves a group no longer chairs it.
import { useCallback } from 'react';
import type { Participant, TopicGroupId } from '../../../shared/domain/people/model.ts';
import { useSave } from '../../state/use-setter.ts';
import { useSession } from '../../state/workshop-context.tsx';
import type { SaveAnswer } from '../../ui/autosave.ts';

export type SetTopicGroup = (person: Participant, groupId: string | null) => Promise<SaveAnswer<string>>;

export function useSetTopicGroup(): SetTopicGroup {
  const save = useSave();
  const { store } = useSession();
  return useCallback(
    async (person, groupId) => {
      const { id, topicGroupId } = person;
      const value = groupId as TopicGroupId | null;
      const set = await save<TopicGroupId | null>({ name: 'participantSet', id, field: 'topicGroupId', value, was: topicGroupId });
      if (set.kind === 'changed') return { kind: 'changed', current: set.current ?? '' };
      const chaired = store.list('topicGroups').filter((group) => group.id !== groupId && group.coChairIds.includes(id));
      for (const group of chaired) {
        const others = group.coChairIds.filter((chair) => chair !== id);
        await save({ name: 'topicGroupSet', id: group.id, field: 'coChairIds', value: others, was: group.coChairIds });
      }
      return set;
    },
    [save, store],
  );
}
