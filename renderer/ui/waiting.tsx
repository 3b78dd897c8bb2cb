// Waiting: the shape of the content after 300 ms; long work shows a bar, what it is at, and Cancel.
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { useWords } from './language.ts';
import { beginLoading } from './app-state.ts';
import { Button } from './button.tsx';
import classes from './waiting.module.css';

const beforeShapes = 300;

/** True once `isWaiting` has lasted 300 ms. */
export function useLongWait(isWaiting: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLong(true), beforeShapes);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isWaiting]);
  return isWaiting && isLong;
}

/** Marks the page as loading while the calling component is on the screen. */
export function useLoading(): void {
  useLayoutEffect(beginLoading, []);
}

/** Lines in the shape of the content that is on its way. The page counts as loading while they are there. */
export function Waiting({ lines = 6 }: { readonly lines?: number }): ReactNode {
  const t = useWords();
  useLoading();
  const isLong = useLongWait(true);
  return (
    <div className={classes.waiting} aria-busy aria-label={t('waiting')}>
      {isLong && Array.from({ length: lines }, (_, index) => <div key={index} className={classes.line} />)}
    </div>
  );
}

interface ProgressBarProps {
  readonly done: number;
  readonly total: number;
  /** What is at work: "7 of 15 · Kadoria, plan 2". */
  readonly label: string;
  readonly onCancel?: () => void;
}

export function ProgressBar({ done, total, label, onCancel }: ProgressBarProps): ReactNode {
  const t = useWords();
  return (
    <div className={classes.progress}>
      <progress className={classes.bar} value={done} max={Math.max(total, 1)} aria-label={label} />
      <div className={classes.progressLine}>
        <span className="number" aria-live="polite">
          {label}
        </span>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
