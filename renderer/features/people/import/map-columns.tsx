// Second step: what each column of the list holds, with some of its values beside the guess.
import type { ReactNode } from 'react';
import type { ImportTarget } from '../../../../shared/domain/people/import-model.ts';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords, type Words } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import classes from '../people.module.css';
import { columnLetters, columnsOf, hasNameColumn, withTarget, type ImportDraft, type MappedColumn } from './import-draft.ts';
import { importTargets } from '../../../../shared/domain/people/values.ts';

interface MapColumnsProps {
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
}

export function MapColumns({ draft, onChange }: MapColumnsProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const columns: readonly Column<MappedColumn>[] = [
    {
      key: 'heading',
      width: '30%',
      header: t('people:import.column'),
      cell: (column) => (
        <>
          {nameOf(t, column)}
          {column.isHidden && <span className={classes.quiet}> · {t('people:import.hiddenColumn')}</span>}
        </>
      ),
    },
    {
      key: 'samples',
      header: t('people:import.samples'),
      cell: ({ samples }) => <span className={classes.quiet}>{samples.join(' · ')}</span>,
    },
    {
      key: 'target',
      width: '22rem',
      header: t('people:import.target'),
      cell: (column) => <TargetChoice column={column} onChange={(target) => onChange(withTarget(draft, column.index, target))} />,
    },
  ];
  const shown = columnsOf(draft);
  const hidden = shown.filter(({ isHidden }) => isHidden);
  return (
    <div className={classes.paneBody}>
      {hidden.length > 0 && (
        <Note tone="info">
          <p>
            {t('people:import.hiddenColumns', { count: hidden.length, names: formats.list(hidden.map((column) => nameOf(t, column))) })}
          </p>
        </Note>
      )}
      {!hasNameColumn(draft) && (
        <Note tone="warning">
          <p>{t('people:import.nameNeeded')}</p>
        </Note>
      )}
      <div className={classes.tablePanel}>
        <DataTable
          label={t('people:import.step.columns')}
          columns={columns}
          rows={shown}
          rowKey={({ index }) => String(index)}
          minWidth="40rem"
        />
      </div>
    </div>
  );
}

function nameOf(t: Words, { heading, index }: MappedColumn): string {
  return heading === '' ? t('people:import.columnLetter', { letter: columnLetters(index) }) : heading;
}

function TargetChoice({
  column,
  onChange,
}: {
  readonly column: MappedColumn;
  readonly onChange: (target: ImportTarget) => void;
}): ReactNode {
  const t = useWords();
  const name = column.heading === '' ? columnLetters(column.index) : column.heading;
  return (
    <select
      className={classes.choiceCell}
      aria-label={t('people:import.targetOf', { column: name })}
      data-ignored={column.target === 'ignore' || undefined}
      value={column.target}
      onChange={(event) => onChange(event.target.value as ImportTarget)}
    >
      {importTargets.map((target) => (
        <option key={target} value={target}>
          {t(`import:target.${target}`)}
        </option>
      ))}
    </select>
  );
}
