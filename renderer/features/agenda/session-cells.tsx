// The cells of one session in the agenda. Each looks only at its own session, so that an edit renders one row and not the day.
import { IconAlertTriangle, IconPin } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Session } from '../../../shared/domain/agenda/model.ts';
import type { RecordKind } from '../../../shared/domain/agenda/template.ts';
import type { FieldId, PhaseId } from '../../../shared/domain/framework/model.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { useSetter } from '../../state/use-setter.ts';
import { SelectCell, TextCell } from '../../ui/cells.tsx';
import { useWords } from '../../ui/language.ts';
import { fieldIcons, useFieldName } from '../framework/field-chip.tsx';
import { SessionKindIcon } from '../framework/session-kind-icon.tsx';
import { orEmpty } from '../../ui/nullable-binding.ts';
import classes from './agenda.module.css';
import { ChoicesCell, ChosenNames, type Choice } from './choices-cell.tsx';
import { languageBinding } from './local-text-binding.ts';
import { guideContent, guideOf, textIn } from './session-content.ts';
import { recordKinds, sessionKinds } from '../../../shared/domain/agenda/values.ts';
import { fieldIds, phaseIds } from '../../../shared/domain/framework/values.ts';

interface CellProps {
  readonly session: Session;
  /** The session as a spoken name of its row. */
  readonly name: string;
  readonly isReadOnly: boolean;
}

interface TitleCellProps extends CellProps {
  /** The room's main language: the one that is typed here. */
  readonly language: string;
  /** What is unwise about this session's place, in words. */
  readonly warnings: string;
  /** True where every row must have one height: the warnings are an icon then, their words its tooltip. */
  readonly isTight: boolean;
}

export const TitleCell = memo(function TitleCell({ session, name, isReadOnly, language, warnings, isTight }: TitleCellProps): ReactNode {
  const t = useWords();
  const { guides } = useContent();
  const bind = useSetter('sessionSet', session);
  const guide = guideContent(guideOf(session, guides)).title;
  const title = languageBinding({ own: bind('title'), guide, language, keepsOthers: false });
  return (
    <div className={isTight ? classes.tight : undefined}>
      <TextCell
        {...title}
        label={t('agenda:cell.title', { name })}
        name="title"
        isReadOnly={isReadOnly}
        placeholder={textIn(guide, language) || t('untitled')}
      />
      {warnings !== '' && (
        <p className={classes.warnings} title={isTight ? warnings : undefined}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          <span className={isTight ? 'visually-hidden' : undefined}>{warnings}</span>
        </p>
      )}
    </div>
  );
});

export const KindCell = memo(function KindCell({ session, name, isReadOnly }: CellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('sessionSet', session);
  const options = sessionKinds.map((kind) => ({ value: kind, label: t(`framework:sessionKind.${kind}`) }));
  return (
    <span className={classes.kind}>
      <SessionKindIcon kind={session.kind} />
      <SelectCell {...bind('kind')} label={t('agenda:cell.kind', { name })} name="kind" isReadOnly={isReadOnly} options={options} />
    </span>
  );
});

/** @param none the words for no phase; a sign is enough where a column says what it is about */
export function usePhaseOptions(none: string): readonly { readonly value: PhaseId | ''; readonly label: string }[] {
  const { framework } = useContent();
  const text = useLocalText();
  return [
    { value: '', label: none },
    ...phaseIds.map((id) => ({ value: id, label: text(framework.phases.find((phase) => phase.id === id)?.name) })),
  ];
}

export const PhaseCell = memo(function PhaseCell({ session, name, isReadOnly }: CellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('sessionSet', session);
  const options = usePhaseOptions('–');
  return (
    <SelectCell
      {...orEmpty(bind('phaseId'))}
      label={t('agenda:cell.phase', { name })}
      name="phase"
      isReadOnly={isReadOnly}
      options={options}
    />
  );
});

export function useFieldChoices(): readonly Choice<FieldId>[] {
  const name = useFieldName();
  return fieldIds.map((id) => ({ value: id, label: name(id), icon: <FieldIcon fieldId={id} /> }));
}

function FieldIcon({ fieldId }: { readonly fieldId: FieldId }): ReactNode {
  const Icon = fieldIcons[fieldId];
  return <Icon className={classes.fieldIcon} data-field={fieldId} size={16} stroke={1.75} aria-hidden />;
}

export const FieldsCell = memo(function FieldsCell({ session, name, isReadOnly }: CellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('sessionSet', session);
  return (
    <ChoicesCell
      {...bind('fieldIds')}
      label={t('agenda:cell.fields', { name })}
      name="fields"
      isReadOnly={isReadOnly}
      choices={useFieldChoices()}
      summary={(chosen) => <FieldSummary chosen={chosen} />}
    />
  );
});

/** One field by icon and name, several by their icons: their names are in the tooltip, spoken, and in the list. */
function FieldSummary({ chosen }: { readonly chosen: readonly Choice<FieldId>[] }): ReactNode {
  const t = useWords();
  if (chosen.length === fieldIds.length) return <span className={classes.cut}>{t('agenda:allFields')}</span>;
  return chosen.map((choice) => (
    <span key={choice.value} className={classes.fieldMark}>
      {choice.icon}
      {chosen.length === 1 && <span className={classes.cut}>{choice.label}</span>}
    </span>
  ));
}

/** Fields by their icons alone, for a narrow cell. */
export function FieldMarks({ chosen }: { readonly chosen: readonly Choice<FieldId>[] }): ReactNode {
  return chosen.map((choice) => (
    <span key={choice.value} className={classes.fieldMark}>
      {choice.icon}
    </span>
  ));
}

export function useRecordChoices(): readonly Choice<RecordKind>[] {
  const t = useWords();
  return recordKinds.map((kind) => ({ value: kind, label: t(`framework:recordKind.${kind}`) }));
}

export const RecordsCell = memo(function RecordsCell({ session, name, isReadOnly }: CellProps): ReactNode {
  const t = useWords();
  const bind = useSetter('sessionSet', session);
  return (
    <ChoicesCell
      {...bind('recordKinds')}
      label={t('agenda:cell.records', { name })}
      name="records"
      isReadOnly={isReadOnly}
      choices={useRecordChoices()}
      summary={(chosen) => <ChosenNames chosen={chosen} none="" />}
    />
  );
});

interface StartCellProps {
  readonly start: string;
  /** A fixed start does not follow from what comes before. */
  readonly isFixed: boolean;
}

export const StartCell = memo(function StartCell({ start, isFixed }: StartCellProps): ReactNode {
  const t = useWords();
  return (
    <span className={`${classes.start} number`}>
      {start}
      {isFixed && (
        <>
          <IconPin size={14} stroke={1.75} aria-hidden />
          <span className="visually-hidden">{t('agenda:fixedStart')}</span>
        </>
      )}
    </span>
  );
});
