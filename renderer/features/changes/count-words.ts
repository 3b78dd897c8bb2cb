// Many changes in numbers: `38 people added`.
import type { DescribedChange } from '../../../shared/document/describe.ts';
import type { Words } from '../../ui/language.ts';
import { fieldKind } from './field-kinds.ts';

/** `38 people added`, `2 organisations added`. */
export function countWords(t: Words, changes: readonly DescribedChange[]): readonly string[] {
  const groups = new Map<string, { readonly change: DescribedChange; readonly isMoved: boolean; readonly count: number }>();
  for (const change of changes) {
    const isMoved = isMove(change);
    const key = `${change.kind} ${change.record.collection} ${String(isMoved)}`;
    groups.set(key, { change, isMoved, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()].map(({ change: { kind, record }, isMoved, count }) => {
    const what = t(`failures:used.${record.collection}`, { count });
    const isOpen = record.collection === 'conflicts' && kind === 'created';
    return isOpen ? what : t(`history:count.${isMoved ? 'moved' : kind}`, { what });
  });
}

/** A day gets another date, a session another place: it is moved. */
function isMove({ kind, record, fields }: DescribedChange): boolean {
  const moving = (field: string) => fieldKind(record.collection, field) === 'order' || (record.collection === 'days' && field === 'date');
  return kind === 'updated' && fields.length > 0 && fields.every(({ field }) => moving(field));
}
