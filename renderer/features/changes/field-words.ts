// What a field is called: `due date`.
import { baseOfTyped } from '../../../shared/domain/as-typed.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import { fieldKind } from './field-kinds.ts';
import { anyWord, type WordSources } from './word-sources.ts';

/** Words that were not understood are called after the field that they were typed into. */
export function fieldWords(sources: WordSources, collection: CollectionName, field: string): string {
  const base = baseOfTyped(collection, field);
  if (base !== null) return sources.t('changes:asTyped', { field: fieldWords(sources, collection, base) });
  return fieldKind(collection, field) === null
    ? sources.t('changes:unknownField', { field })
    : anyWord(sources, `changes:field.${collection}.${field}`, field);
}
