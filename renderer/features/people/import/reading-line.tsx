// Says that a list is being read, once it takes long enough to wonder.
import type { ReactNode } from 'react';
import { useWords } from '../../../ui/language.ts';
import { useLoading, useLongWait } from '../../../ui/waiting.tsx';
import classes from '../people.module.css';

export function ReadingLine(): ReactNode {
  const t = useWords();
  useLoading();
  return <output className={classes.quiet}>{useLongWait(true) ? t('people:import.reading') : null}</output>;
}
