// Notes and highlights of a session: the record of every session that has no record of its own yet.
import { z } from 'zod';
import { err, ok } from '../../kernel/result.ts';
import { idSchema, textSchema } from '../../kernel/schema.ts';
import { sameValue } from '../../kernel/record.ts';
import { command, created, notFound, updated } from '../command.ts';
import { notesId } from './rules.ts';

export const notesSet = command({
  name: 'notesSet',
  input: {
    sessionId: idSchema<'session'>(),
    part: z.union([
      z.object({ notes: textSchema, was: textSchema.optional() }),
      z.object({ highlights: z.array(textSchema).max(200), was: z.array(textSchema).optional() }),
    ]),
  },
  decide: (view, { sessionId, part }) => {
    if (!view.get('sessions', sessionId)) return notFound('sessions', sessionId);
    const id = notesId(sessionId);
    const current = view.get('sessionRecords', id);
    const { was, ...fields } = part;
    const field = 'notes' in fields ? 'notes' : 'highlights';
    const value = 'notes' in fields ? fields.notes : fields.highlights;
    if (current && was !== undefined && !sameValue(current[field], was) && !sameValue(current[field], value)) {
      return err({ code: 'field-changed', collection: 'sessionRecords', id, field, current: current[field], yours: value });
    }
    if (current) return ok(updated('sessionRecords', current, fields));
    return ok([created('sessionRecords', { id, sessionId, kind: 'notes', notes: '', highlights: [], ...fields })]);
  },
});

export const recordCommands = [notesSet] as const;
