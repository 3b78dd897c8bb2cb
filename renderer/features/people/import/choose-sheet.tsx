// First step: which sheet holds the people, and which row the headings.
import type { ReactNode } from 'react';
import { SelectInput } from '../../../ui/inputs.tsx';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';
import { columnLetters, sheetOf, withHeaderRow, withSheet, type ImportDraft } from './import-draft.ts';

/** Rows offered as a header, and columns shown of them: enough to recognise a list by. */
const rowsShown = 15;
const columnsShown = 8;

interface ChooseSheetProps {
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
}

export function ChooseSheet({ draft, onChange }: ChooseSheetProps): ReactNode {
  const t = useWords();
  const { outline } = draft;
  return (
    <div className={classes.paneBody}>
      {outline.sheets.length > 1 && (
        <div className={classes.narrow}>
          <SelectInput
            label={t('people:import.sheet')}
            name="sheet"
            value={String(draft.sheet)}
            onChange={(index) => onChange(withSheet(draft, Number(index)))}
            options={outline.sheets.map(({ name, rowCount }, index) => ({
              value: String(index),
              label: t('people:import.sheetRows', { name, count: rowCount }),
            }))}
          />
        </div>
      )}
      <HeaderRows draft={draft} onChange={onChange} />
    </div>
  );
}

function HeaderRows({ draft, onChange }: ChooseSheetProps): ReactNode {
  const t = useWords();
  const sheet = sheetOf(draft);
  if (!sheet) return null;
  // A header that was found further down is offered too.
  const rows = sheet.top.slice(0, Math.max(rowsShown, (sheet.headerRow ?? 0) + 3));
  const width = Math.min(columnsShown, Math.max(0, ...rows.map((cells) => cells.length)));
  const choose = (headerRow: number | null) => onChange(withHeaderRow(draft, headerRow));
  return (
    <fieldset className={classes.headerRows}>
      <legend>{t('people:import.headerRow')}</legend>
      <label className={classes.choice}>
        <input type="radio" name="headerRow" checked={draft.headerRow === null} onChange={() => choose(null)} />
        {t('people:import.noHeader')}
      </label>
      {/* The sheet scrolls by itself when it is wider than the page: it must be reachable by keyboard then. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes.sheet} aria-label={sheet.name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('people:import.headerRow')}</span>
              </th>
              {Array.from({ length: width }, (_, index) => (
                <th key={index} scope="col">
                  {columnLetters(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={index} data-chosen={draft.headerRow === index || undefined}>
                <td>
                  <RowChoice number={index + 1} isChosen={draft.headerRow === index} onChoose={() => choose(index)} />
                </td>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}

interface RowChoiceProps {
  /** As the spreadsheet numbers it. */
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function RowChoice({ number, isChosen, onChoose }: RowChoiceProps): ReactNode {
  const t = useWords();
  return (
    <label className={classes.choice}>
      <input type="radio" name="headerRow" checked={isChosen} onChange={onChoose} />
      <span className="visually-hidden">{t('people:import.row')} </span>
      <span className="number">{number}</span>
    </label>
  );
}
