// A list of texts in the room's languages, one row each, such as the steps of a session with their minutes, or its materials.
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { LocalText } from '../../../shared/kernel/local-text.ts';
import { useAutosave, type Binding } from '../../ui/autosave.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import classes from './text-rows.module.css';
import { textIn } from './session-content.ts';

export interface TextRow {
  readonly text: LocalText;
  /** Null where rows have no minutes. */
  readonly minutes: number | null;
}

interface TextRowsProps extends Binding<readonly TextRow[]> {
  readonly title: string;
  readonly languages: readonly string[];
  readonly isReadOnly: boolean;
  /** Spoken name of one text of a row. */
  readonly textLabel: (number: number, language: string) => string;
  /** Short name of a row, for its buttons. */
  readonly rowName: (number: number) => string;
  readonly minutesLabel?: (number: number) => string;
  readonly addLabel: string;
  /** Minutes that a new row starts with; null = rows have none. */
  readonly newMinutes: number | null;
  /** Beside the title, such as "Back to the guide's text". */
  readonly actions?: ReactNode;
  /** Under the list. */
  readonly remark?: (rows: readonly TextRow[]) => string;
}

export function TextRows(props: TextRowsProps): ReactNode {
  const { value, onSave, target, title, languages, isReadOnly, textLabel, rowName, minutesLabel, addLabel, newMinutes, actions, remark } =
    props;
  const t = useWords();
  const id = useId();
  const autosave = useAutosave({ value, onSave });
  const { shown, change, flush, isUnsent, refusal } = autosave;
  const changeNow = (rows: readonly TextRow[]) => {
    change(rows);
    flush();
  };
  const setRow = (index: number, row: TextRow) => change(shown.with(index, row));
  const swap = (index: number, other: number) => {
    const [a, b] = [shown[index], shown[other]];
    if (a && b) changeNow(shown.with(index, b).with(other, a));
  };
  return (
    <section className={classes.list} aria-labelledby={id} data-unsent={isUnsent || undefined}>
      <div className={classes.head}>
        <h3 className={classes.title} id={id}>
          {title}
        </h3>
        {actions}
      </div>
      <ol className={classes.rows}>
        {shown.map((row, index) => (
          // Rows have no id of their own: their place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={classes.row}>
            {row.minutes !== null && (
              <RowMinutes
                label={minutesLabel?.(index + 1) ?? ''}
                minutes={row.minutes}
                isReadOnly={isReadOnly}
                onChange={(minutes) => setRow(index, { ...row, minutes })}
                onBlur={flush}
              />
            )}
            <div className={classes.texts}>
              {languages.map((language) => (
                <div key={language} className={classes.inLanguage}>
                  {languages.length > 1 && (
                    <span className={classes.code} aria-hidden>
                      {language}
                    </span>
                  )}
                  <textarea
                    className={classes.text}
                    rows={1}
                    lang={language}
                    aria-label={textLabel(index + 1, language)}
                    value={textIn(row.text, language)}
                    readOnly={isReadOnly}
                    data-unsent={isUnsent || undefined}
                    onChange={(event) => setRow(index, { ...row, text: { ...row.text, [language]: event.target.value } })}
                    onBlur={flush}
                  />
                </div>
              ))}
            </div>
            {!isReadOnly && (
              <div className={classes.buttons}>
                <IconButton
                  label={t('agenda:drawer.up', { name: rowName(index + 1) })}
                  icon={<IconArrowUp size={16} stroke={1.75} />}
                  isOff={index === 0}
                  onClick={() => swap(index, index - 1)}
                />
                <IconButton
                  label={t('agenda:drawer.down', { name: rowName(index + 1) })}
                  icon={<IconArrowDown size={16} stroke={1.75} />}
                  isOff={index === shown.length - 1}
                  onClick={() => swap(index, index + 1)}
                />
                <IconButton
                  label={t('agenda:drawer.remove', { name: rowName(index + 1) })}
                  icon={<IconX size={16} stroke={1.75} />}
                  onClick={() => changeNow(shown.toSpliced(index, 1))}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className={classes.foot}>
        {!isReadOnly && (
          <Button
            kind="quiet"
            icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => changeNow([...shown, { text: {}, minutes: newMinutes }])}
          >
            {addLabel}
          </Button>
        )}
        {remark && <span className={`${classes.remark} number`}>{remark(shown)}</span>}
      </div>
      {refusal !== null && <p role="alert">{refusal}</p>}
      <ConflictChoice
        autosave={autosave}
        words={(rows) => rows.map((row) => languages.map((language) => textIn(row.text, language)).join(' · ')).join('\n')}
      />
      <OpenValues target={target} />
    </section>
  );
}

interface RowMinutesProps {
  readonly label: string;
  readonly minutes: number;
  readonly isReadOnly: boolean;
  readonly onChange: (minutes: number) => void;
  readonly onBlur: () => void;
}

function RowMinutes({ label, minutes, isReadOnly, onChange, onBlur }: RowMinutesProps): ReactNode {
  return (
    <input
      className={`${classes.minutes} number`}
      type="number"
      min={0}
      max={240}
      aria-label={label}
      value={minutes}
      readOnly={isReadOnly}
      onChange={(event) => {
        const next = Math.round(event.target.valueAsNumber);
        if (next >= 0 && next <= 240) onChange(next);
      }}
      onBlur={onBlur}
    />
  );
}
