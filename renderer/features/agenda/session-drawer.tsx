// Everything about one session: what the table shows, both languages, its texts, and where it may give way.
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Day, Session, SessionStep } from '../../../shared/domain/agenda/model.ts';
import type { LocalText } from '../../../shared/kernel/local-text.ts';
import { useAddress } from '../../app/use-address.ts';
import { useContent } from '../../state/content-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { useExecute } from '../../state/workshop-context.tsx';
import type { Binding } from '../../ui/autosave.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { FieldGrid } from '../../ui/field.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { orEmpty } from '../../ui/nullable-binding.ts';
import classes from './agenda.module.css';
import { ChoicesCell, ChosenNames } from './choices-cell.tsx';
import { TimeField } from './day-head.tsx';
import { languageName } from './language-name.ts';
import { languageBinding, listBinding } from './local-text-binding.ts';
import { MinutesField } from './minutes-field.tsx';
import { useFieldChoices, usePhaseOptions, useRecordChoices } from './session-cells.tsx';
import { guideContent, guideOf } from './session-content.ts';
import { TextRows, type TextRow } from './text-rows.tsx';
import { ProvenanceMark } from '../framework/provenance-mark.tsx';
import { sessionKinds } from '../../../shared/domain/agenda/values.ts';

interface SessionDrawerProps {
  readonly session: Session;
  readonly days: readonly Day[];
  readonly dayName: (dayId: string) => string;
  readonly languages: readonly string[];
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
  readonly onMoveToDay: (dayId: string) => void;
  readonly onAddAfter: () => void;
  readonly onRemove: () => void;
}

export function SessionDrawer(props: SessionDrawerProps): ReactNode {
  const { session, days, dayName, languages, isReadOnly, onClose, onMoveToDay, onAddAfter, onRemove } = props;
  const t = useWords();
  const address = useAddress();
  const navigate = useNavigate();
  const { guides } = useContent();
  const bind = useSetter('sessionSet', session);
  const guide = useMemo(() => guideContent(guideOf(session, guides)), [guides, session]);
  const isAlone = languages.length === 1;
  const inLanguage = (language: string) => ({ language: languageName(t, language) });
  const fieldChoices = useFieldChoices();
  const recordChoices = useRecordChoices();
  return (
    <Drawer title={t('agenda:drawer.title')} isOpen onClose={onClose}>
      <div className={classes.drawer}>
        {languages.map((language) => (
          <TextField
            key={language}
            {...languageBinding({ own: bind('title'), guide: guide.title, language, keepsOthers: true })}
            label={isAlone ? t('agenda:column.title') : t('agenda:drawer.titleIn', inLanguage(language))}
            isReadOnly={isReadOnly}
          />
        ))}
        {session.guideId !== null && <BackToGuide session={session} field="title" isReadOnly={isReadOnly} />}
        <FieldGrid>
          <SelectInput
            label={t('agenda:drawer.day')}
            value={session.dayId}
            options={days.map((day) => ({ value: day.id as string, label: dayName(day.id) }))}
            onChange={onMoveToDay}
            isReadOnly={isReadOnly}
          />
          <MinutesField {...bind('plannedMinutes')} label={t('agenda:drawer.minutes')} isReadOnly={isReadOnly} />
          <SelectField
            {...bind('kind')}
            label={t('agenda:drawer.kind')}
            options={sessionKinds.map((kind) => ({ value: kind, label: t(`framework:sessionKind.${kind}`) }))}
            isReadOnly={isReadOnly}
          />
          <SelectField
            {...orEmpty(bind('phaseId'))}
            label={t('agenda:drawer.phase')}
            options={usePhaseOptions(t('framework:noPhase'))}
            isReadOnly={isReadOnly}
          />
        </FieldGrid>
        <Labelled label={t('agenda:drawer.fields')}>
          <ChoicesCell
            {...bind('fieldIds')}
            label={t('agenda:drawer.fields')}
            choices={fieldChoices}
            isReadOnly={isReadOnly}
            summary={(chosen) => <ChosenNames chosen={chosen} none={t('none')} />}
          />
        </Labelled>
        <Labelled label={t('agenda:drawer.records')}>
          <ChoicesCell
            {...bind('recordKinds')}
            label={t('agenda:drawer.records')}
            choices={recordChoices}
            isReadOnly={isReadOnly}
            summary={(chosen) => <ChosenNames chosen={chosen} none={t('agenda:drawer.noRecords')} />}
          />
        </Labelled>
        <FieldGrid>
          <TimeField
            {...orEmpty<string>(bind('anchor'))}
            mayBeEmpty
            label={t('agenda:drawer.anchor')}
            help={t('agenda:drawer.anchorHelp')}
            isReadOnly={isReadOnly}
          />
          <MinutesField
            {...bind('minMinutes')}
            label={t('agenda:drawer.minMinutes')}
            help={t('agenda:drawer.minMinutesHelp')}
            isReadOnly={isReadOnly}
          />
        </FieldGrid>
        <CheckField {...bind('cuttable')} label={t('agenda:drawer.cuttable')} isReadOnly={isReadOnly} />
        <LocalTexts
          session={session}
          field="purpose"
          guide={guide.purpose}
          languages={languages}
          own={bind('purpose')}
          isReadOnly={isReadOnly}
        />
        <TextRows
          {...stepRows(listBinding<SessionStep>(bind('steps'), guide.steps))}
          title={t('agenda:drawer.steps')}
          languages={languages}
          isReadOnly={isReadOnly}
          rowName={(number) => t('agenda:drawer.step', { number })}
          textLabel={(number, language) =>
            isAlone ? t('agenda:drawer.step', { number }) : t('agenda:drawer.stepIn', { number, ...inLanguage(language) })
          }
          minutesLabel={(number) => t('agenda:drawer.stepMinutes', { number })}
          addLabel={t('agenda:drawer.addStep')}
          newMinutes={5}
          actions={
            <>
              {session.steps === null && guide.stepsSource !== null && <ProvenanceMark source={guide.stepsSource} />}
              <BackToGuide session={session} field="steps" isReadOnly={isReadOnly} />
            </>
          }
          remark={(rows) =>
            t('agenda:drawer.stepSum', { sum: rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0), planned: session.plannedMinutes })
          }
        />
        <TextRows
          {...materialRows(listBinding<LocalText>(bind('materials'), guide.materials))}
          title={t('agenda:drawer.materials')}
          languages={languages}
          isReadOnly={isReadOnly}
          rowName={(number) => t('agenda:drawer.material', { number })}
          textLabel={(number, language) =>
            isAlone ? t('agenda:drawer.material', { number }) : t('agenda:drawer.materialIn', { number, ...inLanguage(language) })
          }
          addLabel={t('agenda:drawer.addMaterial')}
          newMinutes={null}
          actions={<BackToGuide session={session} field="materials" isReadOnly={isReadOnly} />}
        />
        <LocalTexts session={session} field="notes" guide={guide.notes} languages={languages} own={bind('notes')} isReadOnly={isReadOnly} />
        <div className={classes.drawerActions}>
          <Button onClick={() => void navigate(address('run', { query: { session: session.id } }))}>{t('agenda:drawer.run')}</Button>
          {!isReadOnly && <Button onClick={onAddAfter}>{t('agenda:drawer.addAfter')}</Button>}
          {!isReadOnly && (
            <Button kind="danger" onClick={onRemove}>
              {t('agenda:drawer.removeThis')}
            </Button>
          )}
        </div>
      </div>
    </Drawer>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={classes.labelled}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <div className={classes.framed}>{children}</div>
    </div>
  );
}

interface LocalTextsProps {
  readonly session: Session;
  readonly field: 'purpose' | 'notes';
  readonly guide: LocalText;
  readonly own: Binding<LocalText | null>;
  readonly languages: readonly string[];
  readonly isReadOnly: boolean;
}

function LocalTexts({ session, field, guide, own, languages, isReadOnly }: LocalTextsProps): ReactNode {
  const t = useWords();
  return (
    <div className={classes.texts}>
      {languages.map((language) => (
        <TextField
          key={language}
          isLong
          {...languageBinding({ own, guide, language, keepsOthers: true })}
          label={
            languages.length === 1 ? t(`agenda:drawer.${field}`) : t(`agenda:drawer.${field}In`, { language: languageName(t, language) })
          }
          {...(field === 'notes' && { help: t('agenda:drawer.notesHelp') })}
          isReadOnly={isReadOnly}
        />
      ))}
      <BackToGuide session={session} field={field} isReadOnly={isReadOnly} />
    </div>
  );
}

interface BackToGuideProps {
  readonly session: Session;
  readonly field: 'title' | 'purpose' | 'steps' | 'materials' | 'notes';
  readonly isReadOnly: boolean;
}

/** Offered once somebody has edited what the guide says. */
function BackToGuide({ session, field, isReadOnly }: BackToGuideProps): ReactNode {
  const t = useWords();
  const execute = useExecute();
  if (isReadOnly || session.guideId === null || session[field] === null) return null;
  return (
    <Button kind="quiet" onClick={() => void execute({ name: 'sessionSet', id: session.id, field, value: null, was: session[field] })}>
      {t('agenda:drawer.back')}
    </Button>
  );
}

function mapped<A, B>(own: Binding<readonly A[]>, to: (a: A) => B, from: (b: B) => A): Binding<readonly B[]> {
  return {
    value: own.value.map(to),
    target: own.target,
    onSave: async (next, was) => {
      const answer = await own.onSave(next.map(from), was.map(from));
      return answer.kind === 'changed' ? { kind: 'changed', current: answer.current.map(to) } : answer;
    },
  };
}

/** Fields that newer versions may have put on a step travel along. */
function stepRows(own: Binding<readonly SessionStep[]>): Binding<readonly TextRow[]> {
  return mapped<SessionStep, TextRow>(
    own,
    (step) => step,
    (row) => ({ ...row, minutes: row.minutes ?? 0 }),
  );
}

function materialRows(own: Binding<readonly LocalText[]>): Binding<readonly TextRow[]> {
  return mapped<LocalText, TextRow>(
    own,
    (text) => ({ text, minutes: null }),
    (row) => row.text,
  );
}
