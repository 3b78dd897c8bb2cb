// Open conflicts of a merge: a field that two laptops set without knowing of each other, or a removal against an edit. Both are kept until
// somebody decides. What is shown stands in the record itself, everything else that is open stands here, with its stamps.
import { z } from 'zod';
import { idSchema } from '../../kernel/schema.ts';
import { knowledgeSchema, stampSchema } from '../../kernel/stamp-schema.ts';

/** A value that is open beside the shown one; without `value` the field is absent there. */
export const conflictOptionSchema = z
  .looseObject({ value: z.unknown().optional(), stamps: z.array(stampSchema).min(1).readonly() })
  .readonly();

/** A removal, and everything that was known of the record when it was removed. */
export const removalSchema = z.looseObject({ at: stampSchema, knew: knowledgeSchema }).readonly();

/** Id: see conflictId in rules.ts. */
export const conflictSchema = z
  .looseObject({
    id: idSchema<'conflict'>(),
    collection: z.string().min(1).max(64),
    recordId: idSchema<string>(),
    /** Null: removed on one side, changed or needed on the other; the record is shown. */
    field: z.string().max(1_000).nullable(),
    options: z.array(conflictOptionSchema).readonly(),
    removals: z.array(removalSchema).readonly(),
  })
  .readonly();

export type Conflict = z.infer<typeof conflictSchema>;
export type ConflictOption = z.infer<typeof conflictOptionSchema>;
export type Removal = z.infer<typeof removalSchema>;
