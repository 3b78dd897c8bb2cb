// Many changes in numbers: `38 people added`.
import type { ChangeCount, DescribedChange } from '../../../shared/document/describe.ts';
import type { Words } from '../../ui/language.ts';
import { fieldKind } from './field-kinds.ts';

interface Group extends ChangeCount {
  readonly isMoved: boolean;
}

/**
 * `38 people added`, `2 organisations added`: the most first.
 * @param beyond changes that were not described one by one, in numbers
 */
export function countWords(t: Words, changes: readonly DescribedChange[], beyond: readonly ChangeCount[] = []): readonly string[] {
  const groups = new Map<string, Group>();
  const add = (group: Group) => {
    const key = `${group.kind} ${group.collection} ${String(group.isMoved)}`;
    groups.set(key, { ...group, count: (groups.get(key)?.count ?? 0) + group.count });
  };
  for (const change of changes) add({ kind: change.kind, collection: change.record.collection, isMoved: isMove(change), count: 1 });
  for (const counted of beyond) add({ ...counted, isMoved: false });
  return [...groups.values()]
    .toSorted((a, b) => b.count - a.count)
    .map(({ kind, collection, isMoved, count }) => {
      const what = t(`failures:used.${collection}`, { count });
      const isOpen = collection === 'conflicts' && kind === 'created';
      return isOpen ? what : t(`history:count.${isMoved ? 'moved' : kind}`, { what });
    });
}

/** A day gets another date, a session another place: it is moved. */
function isMove({ kind, record, fields }: DescribedChange): boolean {
  const moving = (field: string) => fieldKind(record.collection, field) === 'order' || (record.collection === 'days' && field === 'date');
  return kind === 'updated' && fields.length > 0 && fields.every(({ field }) => moving(field));
}
