// Commands on ratings of the six fields and on the long list of topics.
import { z } from 'zod';
import { err, ok } from '../../kernel/result.ts';
import { idSchema, textSchema } from '../../kernel/schema.ts';
import type { DocumentChange } from '../collections.ts';
import { command, created, notFound, removal, setCommand, updated } from '../command.ts';
import { fieldIdSchema } from '../framework/model.ts';
import { keysAfter, sorted } from '../sorted.ts';
import { fieldAssessmentSchema, type Topic } from './model.ts';
import { fieldAssessmentId } from './rules.ts';

const shape = fieldAssessmentSchema.unwrap().shape;

/** Sets one part of a rating; the record is made with the first one. */
export const fieldRate = command({
  name: 'fieldRate',
  input: {
    teamId: idSchema<'team'>(),
    fieldId: fieldIdSchema,
    round: shape.round,
    part: z.union([
      z.object({ score: shape.score }),
      z.object({ evidence: textSchema, was: textSchema.optional() }),
      z.object({ confidence: shape.confidence }),
    ]),
  },
  decide: (view, { teamId, fieldId, round, part }) => {
    if (!view.get('teams', teamId)) return notFound('teams', teamId);
    const id = fieldAssessmentId(teamId, fieldId, round);
    const current = view.get('fieldAssessments', id);
    const { was, ...fields } = { was: undefined, ...part };
    if (current && 'evidence' in fields && was !== undefined && current.evidence !== was && current.evidence !== fields.evidence) {
      return err({
        code: 'field-changed',
        collection: 'fieldAssessments',
        id,
        field: 'evidence',
        current: current.evidence,
        yours: fields.evidence,
      });
    }
    if (current) return ok(updated('fieldAssessments', current, fields));
    return ok([created('fieldAssessments', { id, teamId, fieldId, round, score: null, evidence: '', confidence: null, ...fields })]);
  },
});

/** Several pasted lines make several topics. */
export const topicsAdd = command({
  name: 'topicsAdd',
  input: {
    teamId: idSchema<'team'>(),
    afterId: idSchema<'topic'>().nullable(),
    topics: z
      .array(z.object({ id: idSchema<'topic'>(), text: textSchema }))
      .min(1)
      .max(100),
  },
  decide: (view, { teamId, afterId, topics }) => {
    if (!view.get('teams', teamId)) return notFound('teams', teamId);
    const own = sorted(view, 'topics', (topic) => topic.teamId === teamId);
    const keys = keysAfter(own, afterId, topics.length);
    const changes: DocumentChange[] = [];
    for (const [index, { id, text }] of topics.entries()) {
      if (view.get('topics', id)) return err({ code: 'already-exists', collection: 'topics', id });
      const topic: Topic = {
        id,
        teamId,
        text: text.normalize('NFC'),
        fieldIds: [],
        importance: null,
        feasibility: null,
        withinOurReach: null,
        chosen: false,
        reason: '',
        order: keys[index] as string,
      };
      changes.push(created('topics', topic));
    }
    return ok(changes);
  },
});

export const topicSet = setCommand({
  name: 'topicSet',
  collection: 'topics',
  fields: ['text', 'fieldIds', 'importance', 'feasibility', 'withinOurReach', 'chosen', 'reason'],
});

export const topicRemove = command({
  name: 'topicRemove',
  input: { id: idSchema<'topic'>() },
  decide: (view, { id }) => removal(view, 'topics', id),
});

export const analysisCommands = [fieldRate, topicsAdd, topicSet, topicRemove] as const;
