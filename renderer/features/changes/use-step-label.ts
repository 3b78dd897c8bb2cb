// What undo or redo would do, with the record it is about: "Undo: due date, Step 3 of “Fill critical posts”".
import { useCallback } from 'react';
import type { NextStep } from '../../../shared/contract/contract.ts';
import { recordName, type RecordName } from '../../../shared/document/record-name.ts';
import type { View } from '../../../shared/domain/collections.ts';
import { useSession, useSessionState } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { useChangeWords } from './use-change-words.ts';

const noNames = {};

/** @returns what a step does, with the record it is about: "due date, Step 3 of “Fill critical posts”" */
export function useStepWords(): (step: NextStep) => string {
  const t = useWords();
  const words = useChangeWords(noNames);
  const { store } = useSession();
  return useCallback(
    (step) => {
      const { record } = step;
      const field = record?.field ?? null;
      const what = record === null || field === null ? t(`commands:name.${step.name}`) : words.field(record.collection, field);
      return record === null ? what : t('commands:of', { what, record: words.record(nameOf(store.view, record)) });
    },
    [t, words, store],
  );
}

function nameOf(view: View, { collection, id, name }: NonNullable<NextStep['record']>): RecordName {
  const found = recordName(view, view, collection, id);
  return found.name === '' ? { ...found, name } : found;
}

/** @returns the label of the button; what there is not, when there is nothing to do */
export function useStepLabel(): (direction: 'undo' | 'redo') => string {
  const t = useWords();
  const stepWords = useStepWords();
  const { undo } = useSessionState();
  return (direction) => {
    const next = undo[direction];
    return next === null ? t(`commands:${direction}Nothing`) : t(`commands:${direction}`, { what: stepWords(next) });
  };
}
