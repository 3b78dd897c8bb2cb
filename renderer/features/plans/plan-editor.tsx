// One plan: what it is about, the five historic parts first (domain §2.1), then what teams may add, folded.
import { useCallback, useEffect, useId, useRef, type ReactNode } from 'react';
import type { ActionPlan, HomeIntroduction, Indicator } from '../../../shared/domain/plan/model.ts';
import { signedVersion } from '../../../shared/domain/plan/rules.ts';
import { useSetter } from '../../state/use-setter.ts';
import { useRecord, useSorted, useView, useWorkshop } from '../../state/workshop-context.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/language.ts';
import { FieldChip } from '../framework/field-chip.tsx';
import { PhasePill } from '../framework/phase-pill.tsx';
import { BudgetSection } from './budget-section.tsx';
import { FactorsSection } from './factors-section.tsx';
import { HomeIntroductions } from './home-introductions.tsx';
import { IndicatorsSection } from './indicators-section.tsx';
import classes from './plan-editor.module.css';
import { usePlanPeople } from './plan-people.ts';
import { planVersions } from './plan-versions.ts';
import { RisksSection } from './risks-section.tsx';
import { ScopeSection } from './scope-section.tsx';
import { SealLine } from './seal-line.tsx';
import { SettingSection } from './setting-section.tsx';
import { StepGrid } from './step-grid.tsx';
import { VersionsSection } from './versions-section.tsx';
import { noteLimit, titleLimit } from '../../../shared/kernel/limits.ts';

interface PlanEditorProps {
  readonly plan: ActionPlan;
  /** The workshop itself can only be read. */
  readonly isReadOnly: boolean;
}

export function PlanEditor({ plan, isReadOnly }: PlanEditorProps): ReactNode {
  const t = useWords();
  const sealId = useId();
  const { endDate } = useWorkshop();
  const team = useRecord('teams', plan.teamId);
  const people = usePlanPeople(plan.teamId);
  const own = useCallback((part: Indicator | HomeIntroduction) => part.planId === plan.id, [plan.id]);
  const indicators = useSorted('indicators', own);
  const introductions = useSorted('homeIntroductions', own);
  const view = useView('planVersions', 'signOffs');
  const signed = signedVersion(view, plan.id);
  const isLocked = isReadOnly || signed?.version.number === plan.draftVersion;
  const wasLocked = useRef(isLocked);
  // Who signs far down sees the seal.
  useEffect(() => {
    if (isLocked && !wasLocked.current) document.getElementById(sealId)?.scrollIntoView({ block: 'nearest' });
    wasLocked.current = isLocked;
  }, [isLocked, sealId]);
  const bind = useSetter('planSet', plan);
  const shared = { isReadOnly: isLocked };
  const titleWarning = (text: string) => (text.length > titleLimit ? t('limit.title', { length: text.length }) : null);
  return (
    <article
      className={classes.plan}
      data-locked={isLocked || undefined}
      aria-label={plan.topic}
      aria-describedby={isLocked && signed ? sealId : undefined}
    >
      {signed && <SealLine plan={plan} signed={signed} isReadOnly={isReadOnly} id={sealId} />}
      <header className={classes.head}>
        <div className={classes.chips}>
          <span className={classes.team}>{team?.name}</span>
          {plan.fieldIds.map((fieldId) => (
            <FieldChip key={fieldId} fieldId={fieldId} />
          ))}
          {plan.phaseId !== null && <PhasePill phaseId={plan.phaseId} />}
        </div>
        <h2 className={classes.title}>{plan.topic.trim() === '' ? t('plans:list.noTopic') : plan.topic}</h2>
      </header>
      <div className={classes.parts}>
        <TextField
          label={t('plans:topic')}
          help={t('plans:topicHelp')}
          name="topic"
          {...bind('topic')}
          {...shared}
          warning={titleWarning(plan.topic)}
        />
        <TextField
          label={t('plans:agendaItem')}
          help={t('plans:agendaItemHelp')}
          name="agendaItem"
          {...bind('agendaItem')}
          {...shared}
          warning={titleWarning(plan.agendaItem)}
        />
        <TextField
          label={t('plans:expectedOutput')}
          help={t('plans:expectedOutputHelp')}
          name="expectedOutput"
          {...bind('expectedOutput')}
          {...shared}
          isLong
          warning={plan.expectedOutput.length > noteLimit ? t('limit.note', { length: plan.expectedOutput.length }) : null}
        />
        <section className={classes.part} aria-label={t('plans:steps.title')}>
          <h3 className={classes.partTitle}>{t('plans:steps.title')}</h3>
          <StepGrid planId={plan.id} people={people} reference={endDate} isLocked={isLocked} />
        </section>
        <section className={classes.part} aria-label={t('plans:home.title')}>
          <h3 className={classes.partTitle}>{t('plans:home.title')}</h3>
          <p className={classes.help} data-help>
            {t('plans:home.help')}
          </p>
          <HomeIntroductions planId={plan.id} introductions={introductions} reference={endDate} isLocked={isLocked} />
        </section>
      </div>
      <div>
        <SettingSection plan={plan} people={people} isLocked={isLocked} />
        <ScopeSection plan={plan} reference={endDate} isLocked={isLocked} />
        <BudgetSection plan={plan} isLocked={isLocked} />
        <IndicatorsSection plan={plan} indicators={indicators} reference={endDate} isLocked={isLocked} />
        <RisksSection plan={plan} isLocked={isLocked} />
        <FactorsSection plan={plan} isLocked={isLocked} />
        <VersionsSection versions={planVersions(view, plan.id)} />
      </div>
    </article>
  );
}
