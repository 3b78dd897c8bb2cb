// The schema of changes, for what is read from a disk.
import { z } from 'zod';
import { collectionNameSchema, type DocumentChange } from '../domain/collections.ts';
import type { FieldChange, StoredRecord } from '../kernel/record.ts';
import { idSchema } from '../kernel/schema.ts';

const recordSchema = z.looseObject({ id: idSchema<string>() }) as unknown as z.ZodType<StoredRecord>;

/** JSON has no `undefined`: an absent `before` or `after` means that the field was or becomes absent. */
const fieldChangeSchema = z.object({ before: z.unknown().optional(), after: z.unknown().optional() }) as unknown as z.ZodType<FieldChange>;

export const changeSchema: z.ZodType<DocumentChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), collection: collectionNameSchema, id: idSchema<string>(), record: recordSchema }),
  z.object({ kind: z.literal('removed'), collection: collectionNameSchema, id: idSchema<string>(), record: recordSchema }),
  z.object({
    kind: z.literal('updated'),
    collection: collectionNameSchema,
    id: idSchema<string>(),
    fields: z.record(z.string(), fieldChangeSchema),
  }),
]);
