// What undo or redo would do, with the record it is about: "Undo: due date, Step 3 of “Fill critical posts”".
import type { NextStep } from '../../../shared/contract/contract.ts';
import { recordName, type RecordName } from '../../../shared/document/record-name.ts';
import { useSession, useSessionState } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { useChangeWords } from './use-change-words.ts';

const noNames = {};

/** @returns the label of the button; what there is not, when there is nothing to do */
export function useStepLabel(): (direction: 'undo' | 'redo') => string {
  const t = useWords();
  const words = useChangeWords(noNames);
  const { store } = useSession();
  const { undo } = useSessionState();
  return (direction) => {
    const next = undo[direction];
    if (next === null) return t(`commands:${direction}Nothing`);
    const { record } = next;
    const field = record?.field ?? null;
    const what = record === null || field === null ? t(`commands:name.${next.name}`) : words.field(record.collection, field);
    return t(`commands:${direction}`, { what: record === null ? what : t('commands:of', { what, record: words.record(nameOf(record)) }) });
  };

  function nameOf({ collection, id, name }: NonNullable<NextStep['record']>): RecordName {
    const found = recordName(store.view, store.view, collection, id);
    return found.name === '' ? { ...found, name } : found;
  }
}
