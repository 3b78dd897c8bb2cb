// Import of a list in three steps: sheet and header, columns, check. Nothing is changed before the last button.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Failure } from '../../../../shared/contract/failures.ts';
import type { ImportPreview, SourceOutline } from '../../../../shared/domain/people/import-model.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { useClient } from '../../../state/host-context.tsx';
import { useView } from '../../../state/workshop-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';
import { CheckRows } from './check-rows.tsx';
import { ChooseSheet } from './choose-sheet.tsx';
import { EncodingChoice } from './encoding-choice.tsx';
import { noDecisions, type Decisions } from './import-choices.ts';
import { begunImport, keepImport, type ImportInProgress } from './import-in-progress.ts';
import {
  draftOf,
  firstStep,
  hasNameColumn,
  importSteps,
  selectionOf,
  withCountryLines,
  withFix,
  withTaken,
  type ImportDraft,
  type ImportStep,
} from './import-draft.ts';
import { MapColumns } from './map-columns.tsx';

interface ImportPaneProps {
  readonly outline: SourceOutline;
  readonly onClose: () => void;
}

export function ImportPane({ outline, onClose }: ImportPaneProps): ReactNode {
  const t = useWords();
  const { workshopId = '' } = useParams();
  const [progress, setProgress] = useState(() => progressOf(outline, workshopId));
  const { draft, step } = progress;
  const decisions = progress.decisions.get(draft.sheet) ?? noDecisions;
  const change = (next: Partial<ImportInProgress>) => setProgress((before) => ({ ...before, ...next }));
  const setDraft = (next: ImportDraft) => change({ draft: next });
  const setDecisions = (next: Decisions) => change({ decisions: new Map([...progress.decisions, [draft.sheet, next]]) });
  useEffect(() => keepImport(workshopId, progress), [workshopId, progress]);
  const close = () => {
    keepImport(workshopId, null);
    onClose();
  };
  const heading = useStepFocus(step);
  const at = importSteps.indexOf(step);
  const go = (by: 1 | -1) => change({ step: importSteps[at + by] ?? step });
  const leave = { back: at === 0 ? close : () => go(-1), cancel: close };
  return (
    <section className={classes.pane} aria-label={t('people:import.title')}>
      <header className={classes.paneHead}>
        <h2 className={classes.section} ref={heading} tabIndex={-1}>
          {t(`people:import.step.${step}`)}
        </h2>
        <p className={classes.quiet}>
          {[
            outline.fileName === '' ? t('people:import.pasted') : outline.fileName,
            t('people:import.progress', { step: at + 1, steps: importSteps.length }),
          ].join(' · ')}
        </p>
        <EncodingChoice draft={draft} onChange={setDraft} />
      </header>
      {step === 'sheet' && (
        <>
          <ChooseSheet draft={draft} onChange={setDraft} />
          <StepButtons {...leave} isFirst onNext={() => go(1)} />
        </>
      )}
      {step === 'columns' && (
        <>
          <MapColumns draft={draft} onChange={setDraft} />
          <StepButtons {...leave} reason={hasNameColumn(draft) ? null : t('people:import.nameNeeded')} onNext={() => go(1)} />
        </>
      )}
      {step === 'check' && (
        <Check draft={draft} decisions={decisions} onChange={setDraft} onDecide={setDecisions} onBack={() => go(-1)} onDone={close} />
      )}
    </section>
  );
}

/** The import as it was left, or the beginning of a new one. */
function progressOf(outline: SourceOutline, workshopId: string): ImportInProgress {
  const begun = begunImport(workshopId);
  if (begun?.outline === outline) return begun;
  const draft = draftOf(outline);
  return { outline, draft, step: firstStep(draft), decisions: new Map() };
}

/** Each step begins at its heading, for eyes and screen readers alike. */
function useStepFocus(step: ImportStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => heading.current?.focus(), [step]);
  return heading;
}

interface StepButtonsProps {
  readonly isFirst?: boolean;
  /** Why the next step cannot be taken yet. */
  readonly reason?: string | null;
  readonly back: () => void;
  readonly cancel: () => void;
  readonly onNext: () => void;
}

function StepButtons({ isFirst = false, reason = null, back, cancel, onNext }: StepButtonsProps): ReactNode {
  const t = useWords();
  return (
    <footer className={classes.paneFoot}>
      <Button kind="quiet" onClick={cancel}>
        {t('people:import.leave')}
      </Button>
      <span className={classes.grow} />
      {!isFirst && <Button onClick={back}>{t('people:import.back')}</Button>}
      <Button kind="primary" reason={reason} onClick={onNext}>
        {t('people:import.next')}
      </Button>
    </footer>
  );
}

interface CheckProps {
  readonly draft: ImportDraft;
  readonly decisions: Decisions;
  readonly onChange: (draft: ImportDraft) => void;
  readonly onDecide: (decisions: Decisions) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function Check({ draft, onChange, ...rest }: CheckProps): ReactNode {
  const preview = usePreview(draft);
  return (
    <CheckRows
      {...rest}
      selection={selectionOf(draft)}
      preview={preview}
      onTake={(row, isTaken) => onChange(withTaken(draft, row, isTaken))}
      onFix={(row, column, text) => onChange(withFix(draft, row, column, text))}
      onCountryLines={(isTaken) => onChange(withCountryLines(draft, isTaken))}
    />
  );
}

/** What the chosen sheet would change. Null while the host compares. */
function usePreview(draft: ImportDraft): Result<ImportPreview, Failure> | null {
  const client = useClient();
  const { workshopId = '' } = useParams();
  // What the list would change depends on who is here by now: an undo, or another window, may have changed that.
  const people = useView('participants', 'organisations', 'teams', 'topicGroups');
  const [preview, setPreview] = useState<{ readonly of: ImportDraft; readonly result: Result<ImportPreview, Failure> } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void client.intake.preview({ workshopId, selection: selectionOf(draft) }).then((answer) => {
      if (!isLeft) setPreview({ of: draft, result: answer });
    });
    return () => {
      isLeft = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, draft, people, workshopId]);
  // A tick keeps the page as it is until the answer is there.
  const isSameList =
    preview?.of.outline === draft.outline &&
    preview.of.sheet === draft.sheet &&
    preview.of.headerRow === draft.headerRow &&
    preview.of.mapping === draft.mapping;
  return isSameList ? preview.result : null;
}
