// The rows of a list before they are imported: what each would do, its remarks, and a tick to leave it out.
import { IconAlertTriangle, IconCheck, IconCircleX, IconPencil, IconPlus, IconQuestionMark } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ImportRemark, ImportRow, ImportRowState } from '../../../../shared/domain/people/import-model.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { CheckInput } from '../../../ui/inputs.tsx';
import { useWords } from '../../../ui/language.ts';
import { shownFirst } from '../../../ui/shown-first.ts';
import { StatusWord, type Tone } from '../../../ui/words.tsx';
import classes from '../people.module.css';
import { ImportCells, type FixCell } from './cell-fix.tsx';
import { oursWith, type Decisions, type RowAnswer } from './import-choices.ts';
import { WhoIsThis, WhosePlace } from './row-questions.tsx';
import { changeWords, remarkWords } from './row-words.ts';

/** Rows built at once; rows differ in height here, so the rest comes on request. */
const atOnce = 100;

const looks = {
  new: { tone: 'accent', icon: IconPlus },
  changed: { tone: 'accent', icon: IconPencil },
  same: { tone: 'quiet', icon: IconCheck },
  problem: { tone: 'danger', icon: IconCircleX },
  question: { tone: 'warning', icon: IconQuestionMark },
} as const satisfies Record<ImportRowState, { readonly tone: Tone; readonly icon: unknown }>;

interface ImportRowsProps {
  readonly rows: readonly ImportRow[];
  readonly skipped: ReadonlySet<number>;
  readonly answers: Decisions['answers'];
  readonly onTick: (row: number, isImported: boolean) => void;
  readonly onAnswer: (row: number, answer: RowAnswer) => void;
  readonly onFix: FixCell;
}

export function ImportRows({ rows, skipped, answers, onTick, onAnswer, onFix }: ImportRowsProps): ReactNode {
  const t = useWords();
  const [wanted, setWanted] = useState(atOnce);
  const shown = shownFirst(rows.length, wanted);
  const columns: readonly Column<ImportRow>[] = [
    {
      key: 'tick',
      width: '2.5rem',
      header: <span className="visually-hidden">{t('people:import.tick')}</span>,
      cell: ({ row, state }) =>
        (state === 'new' || state === 'changed' || state === 'question') && (
          <CheckInput
            label={<span className="visually-hidden">{t('people:import.tickRow', { row })}</span>}
            value={!skipped.has(row)}
            onChange={(isTicked) => onTick(row, isTicked)}
          />
        ),
    },
    { key: 'row', width: '4rem', align: 'right', header: t('people:import.row'), cell: ({ row }) => row },
    { key: 'state', width: '8.5rem', header: t('people:import.state'), cell: ({ state }) => <StateWord state={state} /> },
    { key: 'person', width: '40%', header: t('people:import.person'), cell: (row) => <ImportCells row={row} onFix={onFix} /> },
    {
      key: 'words',
      header: t('people:import.worthKnowing'),
      cell: (row) => (
        <RowWords row={row} answer={answers.get(row.row) ?? {}} onFix={onFix} onAnswer={(answer) => onAnswer(row.row, answer)} />
      ),
    },
  ];
  return (
    <div className={classes.panel}>
      <DataTable
        label={t('people:import.rows')}
        columns={columns}
        rows={rows.slice(0, shown)}
        rowKey={({ row }) => String(row)}
        isSunk={({ row }) => skipped.has(row)}
        minWidth="48rem"
      />
      {rows.length > shown && (
        <Button kind="quiet" onClick={() => setWanted(wanted + atOnce)}>
          {t('people:import.more', { count: Math.min(atOnce, rows.length - shown) })}
        </Button>
      )}
    </div>
  );
}

function StateWord({ state }: { readonly state: ImportRowState }): ReactNode {
  const t = useWords();
  const { tone, icon: Icon } = looks[state];
  return (
    <StatusWord tone={tone} icon={<Icon size={16} stroke={1.75} aria-hidden />}>
      {t(`import:state.${state}`)}
    </StatusWord>
  );
}

interface RowWordsProps {
  readonly row: ImportRow;
  readonly answer: RowAnswer;
  readonly onAnswer: (answer: RowAnswer) => void;
  readonly onFix: FixCell;
}

function RowWords({ row, answer, onAnswer, onFix }: RowWordsProps): ReactNode {
  const t = useWords();
  const { state, changes, remarks } = row;
  const isChange = state === 'changed' || answer.identity === 'renamed';
  return (
    <ul className={classes.rowWords}>
      {state === 'question' && (
        <li>
          <WhoIsThis row={row} answer={answer} onAnswer={onAnswer} />
        </li>
      )}
      {isChange &&
        changes.map((change) => (
          <li key={change.field}>
            <CheckInput
              label={changeWords(t, change)}
              value={!answer.ours?.includes(change.field)}
              onChange={(isTaken) => onAnswer({ ours: oursWith(answer, change.field, !isTaken) })}
            />
          </li>
        ))}
      {remarks.map((remark) => (
        <li key={`${remark.code} ${remark.field} ${remark.column ?? ''}`} data-level={remark.level}>
          <RemarkIcon level={remark.level} />
          <span>{remarkWords(t, remark)}</span>
          {remark.column !== undefined && (
            <button type="button" className={classes.link} onClick={() => onFix(row.row, remark.column ?? 0, null)}>
              {t('people:import.fix.back')}
            </button>
          )}
        </li>
      ))}
      {state === 'new' && (
        <li>
          <WhosePlace row={row} answer={answer} onAnswer={onAnswer} />
        </li>
      )}
    </ul>
  );
}

const remarkIcons = { problem: IconCircleX, warning: IconAlertTriangle, note: IconPencil };

function RemarkIcon({ level }: Pick<ImportRemark, 'level'>): ReactNode {
  const Icon = remarkIcons[level];
  return <Icon size={14} stroke={1.75} aria-hidden />;
}
