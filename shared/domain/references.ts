// The references by id between the collections of a workshop document. Knows no schema, so that pages can name what an id stands for.
import type { CollectionName } from './collections.ts';

/** How a removed target is dealt with: its dependants go with it, or the reference is cleared, or the removal is refused with the list. */
export type OnRemoval = 'remove-too' | 'clear' | 'refuse';

export interface Reference {
  readonly from: CollectionName;
  readonly field: string;
  readonly to: CollectionName;
  readonly many: boolean;
  readonly onRemoval: OnRemoval;
}

function one(from: CollectionName, field: string, to: CollectionName, onRemoval: OnRemoval): Reference {
  return { from, field, to, many: false, onRemoval };
}

function many(from: CollectionName, field: string, to: CollectionName, onRemoval: OnRemoval): Reference {
  return { from, field, to, many: true, onRemoval };
}

/** Every reference by id between collections. Frozen copies (planVersions.content, packExports) refer to nothing; conflicts name any record. */
export const references: readonly Reference[] = [
  one('sessions', 'dayId', 'days', 'remove-too'),
  one('clockEvents', 'sessionId', 'sessions', 'remove-too'),
  one('clockEvents', 'eventId', 'clockEvents', 'remove-too'),
  one('participants', 'organisationId', 'organisations', 'clear'),
  one('participants', 'teamId', 'teams', 'clear'),
  one('participants', 'topicGroupId', 'topicGroups', 'clear'),
  one('participants', 'replacedById', 'participants', 'clear'),
  one('attendance', 'participantId', 'participants', 'remove-too'),
  one('attendance', 'dayId', 'days', 'remove-too'),
  one('teams', 'leadId', 'participants', 'clear'),
  many('topicGroups', 'coChairIds', 'participants', 'clear'),
  one('fieldAssessments', 'teamId', 'teams', 'remove-too'),
  one('topics', 'teamId', 'teams', 'remove-too'),
  one('plans', 'teamId', 'teams', 'refuse'),
  one('plans', 'topicId', 'topics', 'clear'),
  one('plans', 'accountableId', 'participants', 'refuse'),
  one('steps', 'planId', 'plans', 'remove-too'),
  many('steps', 'responsibleIds', 'participants', 'refuse'),
  one('indicators', 'planId', 'plans', 'remove-too'),
  one('homeIntroductions', 'planId', 'plans', 'remove-too'),
  one('planVersions', 'planId', 'plans', 'refuse'),
  one('signOffs', 'planId', 'plans', 'refuse'),
  one('signOffs', 'versionId', 'planVersions', 'refuse'),
  one('checkpoints', 'planId', 'plans', 'remove-too'),
  one('parkingItems', 'sessionId', 'sessions', 'clear'),
  one('sessionRecords', 'sessionId', 'sessions', 'remove-too'),
];
