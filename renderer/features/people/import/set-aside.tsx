// Rows of the list that stay out by themselves, each with its reason and a tick that takes it.
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../../shared/domain/people/import-model.ts';
import { CheckInput } from '../../../ui/inputs.tsx';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';

interface SetAsideProps {
  readonly rows: ImportPreview['setAside'];
  readonly onTake: (row: number, isTaken: boolean) => void;
}

export function SetAside({ rows, onTake }: SetAsideProps): ReactNode {
  const t = useWords();
  if (rows.length === 0) return null;
  return (
    <details className={classes.newNames}>
      <summary>{t('people:import.aside.title', { count: rows.length })}</summary>
      <p>{t('people:import.aside.text')}</p>
      <ul className={classes.rowWords}>
        {rows.map(({ row, reason, value, text, isTaken }) => (
          <li key={row}>
            <CheckInput
              label={<span className="visually-hidden">{t('people:import.aside.take', { row })}</span>}
              value={isTaken}
              onChange={(isTicked) => onTake(row, isTicked)}
            />
            <span className="number">{row}</span>
            <span>{t(`import:aside.${reason}`, { value })}</span>
            <span className={classes.quiet}>{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
