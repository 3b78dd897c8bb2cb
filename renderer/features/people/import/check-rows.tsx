// Third step: every row of the list with what it would do, the people whom it no longer names, and the button that does it.
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Failure } from '../../../../shared/contract/failures.ts';
import type { ImportPreview, ImportSelection } from '../../../../shared/domain/people/import-model.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useClient, useHost } from '../../../state/host-context.tsx';
import { useSayDone } from '../../../state/use-undo.ts';
import { useSession } from '../../../state/workshop-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { FilterBar } from '../filter-bar.tsx';
import classes from '../people.module.css';
import {
  choicesOf,
  rowFilters,
  rowsFor,
  sumOf,
  withAnswer,
  withMissing,
  withRow,
  withTeamLanguage,
  type Decisions,
  type ImportSum,
  type RowFilter,
} from './import-choices.ts';
import type { FixCell } from './cell-fix.tsx';
import { ImportRows } from './import-rows.tsx';
import { CountryLines, SetAside } from './set-aside.tsx';
import { TeamLanguages } from './team-languages.tsx';
import { MissingPeople } from './missing-people.tsx';

interface CheckRowsProps {
  readonly selection: ImportSelection;
  /** Null while the host compares. */
  readonly preview: Result<ImportPreview, Failure> | null;
  /** Kept by the caller: going back to the columns loses nothing. */
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
  readonly onTake: (row: number, isTaken: boolean) => void;
  readonly onFix: FixCell;
  readonly onCountryLines: (isTaken: boolean) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function CheckRows({ selection, preview, decisions, onDecide, onBack, onDone, ...rest }: CheckRowsProps): ReactNode {
  const t = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const importNow = useImport(onDone, setFailure);
  const shown = preview?.ok ? preview.value : null;
  const trouble = preview && !preview.ok ? preview.failure : failure;
  const sum = shown ? sumOf(shown, decisions) : { added: 0, changed: 0, left: 0, removed: 0 };
  const count = sum.added + sum.changed + sum.left + sum.removed;
  const reason = !shown || count === 0 ? t('people:import.nothing') : null;
  return (
    <>
      <div className={classes.paneBody}>
        {trouble && (
          <Note tone="danger">
            <p>{failureMessage(t, trouble)}</p>
          </Note>
        )}
        {preview === null && <Waiting />}
        {shown && (
          <Preview
            preview={shown}
            taken={selection.taken ?? []}
            areCountryLinesTaken={selection.countryLines === true}
            decisions={decisions}
            onDecide={onDecide}
            {...rest}
          />
        )}
      </div>
      <footer className={classes.paneFoot}>
        <Button kind="quiet" onClick={onDone}>
          {t('people:import.leave')}
        </Button>
        <span className={classes.grow}>{shown && <SumWords sum={sum} />}</span>
        <Button onClick={onBack}>{t('people:import.back')}</Button>
        <Button kind="primary" reason={reason} onClick={() => void importNow(selection, decisions)}>
          {t('people:import.do')}
        </Button>
      </footer>
    </>
  );
}

interface PreviewProps {
  readonly preview: ImportPreview;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
  readonly taken: readonly number[];
  readonly areCountryLinesTaken: boolean;
  readonly onTake: (row: number, isTaken: boolean) => void;
  readonly onFix: FixCell;
  readonly onCountryLines: (isTaken: boolean) => void;
}

function Preview({ preview, taken, areCountryLinesTaken, decisions, onDecide, onTake, onFix, onCountryLines }: PreviewProps): ReactNode {
  const t = useWords();
  const [filter, setFilter] = useState<RowFilter>('all');
  const questions = rowsFor(preview.rows, 'question').filter(({ row }) => decisions.answers.get(row)?.identity === undefined).length;
  const problems = rowsFor(preview.rows, 'problem').length;
  const options = rowFilters
    .map((value) => ({ value, label: t(`people:import.filter.${value}`), count: rowsFor(preview.rows, value).length }))
    .filter(({ value, count }) => value === 'all' || count > 0);
  return (
    <>
      {problems > 0 && (
        <Note tone="warning">
          <p>{t('people:import.problems', { count: problems })}</p>
        </Note>
      )}
      {questions > 0 && (
        <Note tone="warning">
          <p>{t('people:import.questions', { count: questions })}</p>
        </Note>
      )}
      <CountryLines rows={preview.setAside} isTaken={areCountryLinesTaken} onTake={onCountryLines} />
      <SetAside rows={preview.setAside} taken={taken} onTake={onTake} />
      <NewGroups preview={preview} />
      <TeamLanguages
        teams={preview.teamsWithoutLanguage}
        chosen={decisions.teamLanguages}
        onChoose={(team, language) => onDecide(withTeamLanguage(decisions, team, language))}
      />
      {preview.missing.length > 0 && (
        <MissingPeople
          missing={preview.missing}
          decisions={decisions}
          onDecide={(ids, choice) => onDecide(withMissing(decisions, ids, choice))}
        />
      )}
      <FilterBar label={t('people:import.filters')} options={options} value={filter} onChange={setFilter} />
      <ImportRows
        key={filter}
        rows={rowsFor(preview.rows, filter)}
        skipped={decisions.skipped}
        answers={decisions.answers}
        onFix={onFix}
        onAnswer={(row, answer) => onDecide(withAnswer(decisions, row, answer))}
        onTick={(row, isImported) => onDecide(withRow(decisions, row, isImported))}
      />
    </>
  );
}

/** Teams, organisations and topic groups that come out of the columns. */
function NewGroups({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const groups = [
    { words: 'newTeams', names: preview.newTeams },
    { words: 'newTopicGroups', names: preview.newTopicGroups },
    { words: 'newOrganisations', names: preview.newOrganisations },
  ] as const;
  const made = groups.filter(({ names }) => names.length > 0);
  if (made.length === 0) return null;
  return (
    <ul className={classes.plainList}>
      {made.map(({ words, names }) => (
        <li key={words}>
          <details className={classes.newNames}>
            <summary>{t(`people:import.${words}`, { count: names.length })}</summary>
            <p>{formats.list(names)}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** "36 new, 3 changed" */
function SumWords({ sum }: { readonly sum: ImportSum }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const parts = (['added', 'changed', 'left', 'removed'] as const).filter((part) => sum[part] > 0);
  return <span className={classes.quiet}>{formats.list(parts.map((part) => t(`people:import.sum.${part}`, { count: sum[part] })))}</span>;
}

/** @returns carries the import out; the notice that says what came in has the way back */
function useImport(
  onDone: () => void,
  onFailure: (failure: Failure) => void,
): (selection: ImportSelection, decisions: Decisions) => Promise<void> {
  const t = useWords();
  const client = useClient();
  const formats = useFormats();
  const { newId } = useHost();
  const { store } = useSession();
  const sayDone = useSayDone();
  const { workshopId = '' } = useParams();
  // One id for this list: pressing twice, or sending again after a broken connection, imports once.
  const [commandId] = useState(newId);
  return async (selection, decisions) => {
    const answer = await client.intake.apply({ workshopId, commandId, selection, choices: choicesOf(decisions) });
    if (!answer.ok) return onFailure(answer.failure);
    await store.reached(answer.value.revision);
    const parts = (['added', 'changed', 'removed'] as const).filter((part) => answer.value[part] > 0);
    onDone();
    sayDone(
      t('people:import.done', {
        what: formats.list(parts.map((part) => t(`people:import.sum.${part}`, { count: answer.value[part] }))),
      }),
    );
  };
}
