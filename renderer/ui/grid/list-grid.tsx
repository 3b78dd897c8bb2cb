// A grid whose rows are typed one below the other: its head, its keys, the button that adds a row. The rows are the page's.
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { useWords } from '../language.ts';
import { Note } from '../note.tsx';
import { onListKey } from './list-keys.ts';
import classes from './grid.module.css';

export interface GridColumn {
  readonly label: string;
  /** Narrow columns; the others share what is left. */
  readonly width?: 'value' | 'due';
}

interface ListGridProps {
  /** Spoken name of the table. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly isLocked: boolean;
  /** Ids of the rows in their order, as in their `data-row`. */
  readonly rows: readonly string[];
  readonly addLabel: string;
  /** Address of the adding button: `data-cell`. */
  readonly addName: string;
  readonly onAdd: () => void;
  readonly onRemove: (row: string) => void;
  /** Why the last action was refused, in words. */
  readonly problem: string | null;
  /** One `<tr>` for each row. */
  readonly children: ReactNode;
}

const widths = { value: classes.valueHead, due: classes.dueHead };

export function ListGrid(props: ListGridProps): ReactNode {
  const { label, columns, isLocked, rows, addLabel, addName, onAdd, onRemove, problem, children } = props;
  const t = useWords();
  const onKeyDown = (event: KeyboardEvent) => onListKey(event, { isLocked, lastRow: rows.at(-1), add: onAdd, remove: onRemove });
  return (
    <div className={classes.frame}>
      {rows.length > 0 && (
        // The keys reach the table from its cells, which are what has the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <table className={classes.grid} aria-label={label} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              {columns.map(({ label: head, width }) => (
                <th key={head} scope="col" className={width && widths[width]}>
                  {head}
                </th>
              ))}
              <th scope="col" className={classes.buttonHead}>
                <span className="visually-hidden">{t('rowActions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {!isLocked && (
        <div>
          <Button kind="quiet" icon={<IconPlus size={16} stroke={1.75} aria-hidden />} data-cell={addName} onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
