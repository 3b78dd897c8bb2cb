// Rows of the list that stay out by themselves, each with its reason and a tick that takes it.
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../../shared/domain/people/import-model.ts';
import { setAsideReasons } from '../../../../shared/domain/people/values.ts';
import { CheckInput } from '../../../ui/inputs.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';

interface SetAsideProps {
  readonly rows: ImportPreview['setAside'];
  /** The rows that are ticked, by number: a tick stands before the host has compared anew. */
  readonly taken: readonly number[];
  readonly onTake: (row: number, isTaken: boolean) => void;
}

export function SetAside({ rows, taken, onTake }: SetAsideProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  if (rows.length === 0) return null;
  const counts = setAsideReasons
    .map((reason) => ({ reason, count: rows.filter((row) => row.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => t(`import:asideCount.${reason}`, { count }));
  return (
    <details className={classes.newNames}>
      <summary>
        {t('people:import.aside.title', { count: rows.length })} <span className={classes.quiet}>({formats.list(counts)})</span>
      </summary>
      <p>{t('people:import.aside.text')}</p>
      <ul className={classes.rowWords}>
        {rows.map(({ row, reason, value, text, isTakeable }) => (
          <li key={row}>
            {isTakeable && (
              <CheckInput
                label={<span className="visually-hidden">{t('people:import.aside.take', { row })}</span>}
                value={taken.includes(row)}
                onChange={(isTicked) => onTake(row, isTicked)}
              />
            )}
            <span className="number">{row}</span>
            <span>{t(`import:aside.${reason}`, { value })}</span>
            <span className={classes.quiet}>{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface CountryLinesProps {
  readonly rows: ImportPreview['setAside'];
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

/** Lists go by country: its name alone in a row, its people below. That it is theirs is said by a person. */
export function CountryLines({ rows, isTaken, onTake }: CountryLinesProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const names = rows.filter((row) => row.reason === 'country' && !row.isTaken).map(({ value }) => value);
  if (names.length === 0) return null;
  return (
    <CheckInput label={t('people:import.countryLines', { names: formats.list([...new Set(names)]) })} value={isTaken} onChange={onTake} />
  );
}
