// The twelve success factors of the framework as a check of the plan: yes, partly or no, with a note.
import type { ReactNode } from 'react';
import type { SuccessFactor } from '../../../shared/domain/framework/model.ts';
import type { ActionPlan, FactorCheck } from '../../../shared/domain/plan/model.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { targetOf, useSetter } from '../../state/use-setter.ts';
import { useTypedAutosave } from '../../ui/autosave.ts';
import { Button } from '../../ui/button.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { useWords } from '../../ui/language.ts';
import { OpenValues } from '../../ui/open-values.tsx';
import { Note } from '../../ui/note.tsx';
import { InstrumentMark } from '../framework/provenance-mark.tsx';
import { Fold } from './fold.tsx';
import { factorAnswers } from '../../../shared/domain/plan/values.ts';
import classes from './sections.module.css';

const unanswered: FactorCheck = { answer: null, note: '' };

export function FactorsSection({ plan, isLocked }: { readonly plan: ActionPlan; readonly isLocked: boolean }): ReactNode {
  const t = useWords();
  const { framework } = useContent();
  const bind = useSetter('planSet', plan);
  const autosave = useTypedAutosave(bind('factorChecks'), { isReadOnly: isLocked });
  const checks = autosave.shown;
  const factors = framework.successFactors;
  const answered = factors.filter((factor) => (checks[factor.id]?.answer ?? null) !== null).length;
  const firstOpen = factors.find((factor) => (checks[factor.id]?.answer ?? null) === null)?.id;
  const set = (factorId: string, fields: Partial<FactorCheck>) =>
    autosave.change({ ...checks, [factorId]: { ...(checks[factorId] ?? unanswered), ...fields } });
  const answer = (factorId: string, given: FactorCheck['answer']) => {
    set(factorId, { answer: given });
    autosave.flush();
  };
  return (
    <Fold title={t('plans:factors.title')} count={t('plans:factors.count', { done: answered, total: factors.length })}>
      <p className={classes.help} data-help>
        {t('plans:factors.help')} <InstrumentMark id="factor-answers" />
      </p>
      {(['content', 'process'] as const).map((group) => (
        <section key={group} className={classes.factorGroup} aria-label={t(`plans:factors.${group}`)}>
          <h3 className={classes.partTitle}>{t(`plans:factors.${group}`)}</h3>
          {factors
            .filter((factor) => factor.group === group)
            .map((factor) => (
              <FactorLine
                key={factor.id}
                factor={factor}
                check={checks[factor.id] ?? unanswered}
                isFirstOpen={factor.id === firstOpen}
                isLocked={isLocked}
                onAnswer={(given) => answer(factor.id, given)}
                onNote={(note) => set(factor.id, { note })}
                onLeave={autosave.flush}
              />
            ))}
        </section>
      ))}
      {autosave.refusal !== null && <Note tone="danger">{autosave.refusal}</Note>}
      <ConflictChoice
        autosave={autosave}
        words={(stored) => t('plans:factors.words', { done: Object.values(stored).filter((check) => check.answer !== null).length })}
      />
      <OpenValues target={targetOf('planSet', plan.id, 'factorChecks')} />
    </Fold>
  );
}

interface FactorLineProps {
  readonly factor: SuccessFactor;
  readonly check: FactorCheck;
  /** Where the link "unfinished" leads. */
  readonly isFirstOpen: boolean;
  readonly isLocked: boolean;
  readonly onAnswer: (answer: FactorCheck['answer']) => void;
  readonly onNote: (note: string) => void;
  readonly onLeave: () => void;
}

function FactorLine({ factor, check, isFirstOpen, isLocked, onAnswer, onNote, onLeave }: FactorLineProps): ReactNode {
  const t = useWords();
  const text = useLocalText();
  const words = text(factor.text);
  return (
    <fieldset className={classes.factor} disabled={isLocked}>
      <legend className={classes.factorText}>{words}</legend>
      <div className={classes.answers}>
        {factorAnswers.map((value, index) => (
          <label key={value} className={classes.answer}>
            <input
              type="radio"
              name={factor.id}
              data-cell={isFirstOpen && index === 0 ? 'factorChecks' : undefined}
              checked={check.answer === value}
              onChange={() => onAnswer(value)}
            />
            {t(`plans:factors.${value}`)}
          </label>
        ))}
        {check.answer !== null && !isLocked && (
          <Button kind="quiet" onClick={() => onAnswer(null)}>
            {t('plans:factors.clear')}
          </Button>
        )}
      </div>
      <textarea
        className={classes.note}
        rows={1}
        aria-label={t('plans:factors.noteOf', { factor: words })}
        placeholder={t('plans:factors.note')}
        value={check.note}
        readOnly={isLocked}
        onChange={(event) => onNote(event.target.value)}
        onBlur={onLeave}
      />
    </fieldset>
  );
}
