// Records of a session that have no row of their own: notes and highlights, one per session.
import { z } from 'zod';
import { idSchema, textSchema } from '../../kernel/schema.ts';

/** Id: `sessionId.notes`. */
export const sessionRecordSchema = z
  .looseObject({
    id: idSchema<'sessionRecord'>(),
    sessionId: idSchema<'session'>(),
    kind: z.literal('notes'),
    notes: textSchema,
    highlights: z.array(textSchema).readonly(),
  })
  .readonly();

export type SessionRecord = z.infer<typeof sessionRecordSchema>;
