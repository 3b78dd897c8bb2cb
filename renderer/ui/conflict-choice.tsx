// Two people set one field, or a text was typed that is not saved: both texts, and the choice.
import type { ReactNode } from 'react';
import { useWords } from './language.ts';
import type { Autosave, Kept } from './autosave.ts';
import { Button } from './button.tsx';
import cells from './cells.module.css';
import classes from './field.module.css';

interface ConflictChoiceProps<T> {
  readonly autosave: Autosave<T> & { readonly kept?: Kept<T> | null };
  /** How a value reads; texts read as they are. */
  readonly words?: (value: T) => string;
}

export function ConflictChoice<T>({ autosave, words = String }: ConflictChoiceProps<T>): ReactNode {
  const t = useWords();
  const { kept = null } = autosave;
  if (autosave.conflict === null && kept === null) return null;
  const quoted = (value: T) => {
    const text = words(value);
    return text === '' ? t('conflict.empty') : text;
  };
  if (autosave.conflict === null) {
    return (
      <div className={classes.conflict}>
        <p>{t('kept.here')}</p>
        {kept !== null && (
          <>
            <p>{t('kept.stored')}</p>
            <blockquote>{quoted(kept.stored)}</blockquote>
            <div className={classes.conflictActions}>
              <Button onClick={kept.letGo}>{t('kept.letGo')}</Button>
              <Button onClick={kept.take}>{t('kept.take')}</Button>
            </div>
          </>
        )}
      </div>
    );
  }
  return (
    <div className={classes.conflict} role="alert">
      <p>{t('conflict.changed')}</p>
      <p>{t('conflict.theirs')}</p>
      <blockquote>{quoted(autosave.conflict.theirs)}</blockquote>
      <p>{t('conflict.mine')}</p>
      <blockquote>{quoted(autosave.shown)}</blockquote>
      <div className={classes.conflictActions}>
        <Button onClick={() => autosave.settle('theirs')}>{t('conflict.takeTheirs')}</Button>
        <Button onClick={() => autosave.settle('mine')}>{t('conflict.keepMine')}</Button>
      </div>
    </div>
  );
}

interface CellChoiceProps<T> extends ConflictChoiceProps<T> {
  /** To which side of its cell there is room. */
  readonly opens: 'right' | 'left';
}

/**
 * The same for a cell that is too narrow for sentences: it lies over the rows below. What was only kept shows while somebody is in the cell, whose
 * value is marked all the same; two people's texts wait for their choice at once.
 */
export function CellChoice<T>({ opens, ...choice }: CellChoiceProps<T>): ReactNode {
  const { conflict, kept = null } = choice.autosave;
  if (conflict === null && kept === null) return null;
  return (
    <div className={cells.choice} data-opens={opens} data-quiet={conflict === null || undefined}>
      <ConflictChoice {...choice} />
    </div>
  );
}
