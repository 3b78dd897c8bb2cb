// Reading the long list: 4 to 7 topics, a score each, 2 chosen (S27).
import type { FieldId } from '../framework/model.ts';
import type { FieldAssessment, RatingRound, Topic } from './model.ts';

export const fewestTopics = 4;
export const mostTopics = 7;
export const chosenTopics = 2;

/** Sum of the three scores (3 to 15), or null while one is missing. */
export function topicScore(topic: Topic): number | null {
  const { importance, feasibility, withinOurReach } = topic;
  return importance === null || feasibility === null || withinOurReach === null ? null : importance + feasibility + withinOurReach;
}

/**
 * The places of a team's topics by their sums, 1 for the highest; equal sums share a place (1, 2, 2, 4).
 * A topic without all three scores has none.
 */
export function topicRanks(topics: readonly Topic[]): ReadonlyMap<Topic['id'], number> {
  const sums = topics.flatMap((topic) => topicScore(topic) ?? []);
  return new Map(
    topics.flatMap((topic) => {
      const sum = topicScore(topic);
      return sum === null ? [] : [[topic.id, 1 + sums.filter((other) => other > sum).length]];
    }),
  );
}

export type TopicListHint = 'too-few' | 'too-many' | 'choose-two' | 'too-many-chosen' | 'ready';

/** The next thing worth doing with a team's list. */
export function topicListHint(topics: readonly Topic[]): TopicListHint {
  const named = topics.filter((topic) => topic.text.trim() !== '');
  const chosen = named.filter((topic) => topic.chosen).length;
  if (chosen > chosenTopics) return 'too-many-chosen';
  if (chosen === chosenTopics) return 'ready';
  if (named.length < fewestTopics) return 'too-few';
  return named.length > mostTopics ? 'too-many' : 'choose-two';
}

/** Natural key of a rating: two laptops that both rate agree on one record. */
export function fieldAssessmentId(teamId: string, fieldId: FieldId, round: RatingRound): FieldAssessment['id'] {
  return `${teamId}.${fieldId}.${round}` as FieldAssessment['id'];
}
