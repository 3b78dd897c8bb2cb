// What a journal line says of a field that was not there before, or is not there any more, is read as it was meant.
import { expect, test } from 'vitest';
import { changeSchema } from '../../../shared/document/change-schema.ts';
import type { DocumentChange } from '../../../shared/domain/collections.ts';

test.each([
  ['comes into being', { before: undefined, after: 'after the rains' }],
  ['goes', { before: 'after the rains', after: undefined }],
  ['changes', { before: null, after: 'after the rains' }],
])('a field that %s, through JSON', (_, values) => {
  const change: DocumentChange = { kind: 'updated', collection: 'checkpoints', id: 'c', fields: { dueDateAsTyped: values } };
  expect(changeSchema.parse(JSON.parse(JSON.stringify(change)))).toEqual(change);
});
