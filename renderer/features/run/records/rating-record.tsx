// The baseline: each team rates the six action fields from 1 to 10, says what shows it and how sure it is.
import { useMemo, type ReactNode } from 'react';
import type { FieldId } from '../../../../shared/domain/framework/model.ts';
import type { TeamId } from '../../../../shared/domain/people/model.ts';
import { useSave } from '../../../state/use-setter.ts';
import { useRecord, useView } from '../../../state/workshop-context.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { useWords } from '../../../ui/language.ts';
import { fieldIcons, useFieldName } from '../../framework/field-chip.tsx';
import { numberOptions, Scale } from '../scale.tsx';
import { ForTeam } from '../team-picker.tsx';
import { fieldAssessmentId } from '../../../../shared/domain/analysis/rules.ts';
import { confidences } from '../../../../shared/domain/analysis/values.ts';
import { fieldIds } from '../../../../shared/domain/framework/values.ts';
import classes from './records.module.css';

/** A workshop makes the first round; later rounds belong to follow-up. */
const round = 'baseline';

const oneToTen = numberOptions(10);

export function RatingRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const view = useView('fieldAssessments', 'teams');
  const rated = (teamId: string) =>
    fieldIds.filter((fieldId) => (view.get('fieldAssessments', fieldAssessmentId(teamId, fieldId, round))?.score ?? null) !== null).length;
  const complete = useMemo(
    () => [...view.all('teams')].filter((team) => rated(team.id) === fieldIds.length).length,
    // `rated` reads the view.
    // oxlint-disable-next-line react/exhaustive-deps
    [view],
  );
  return (
    <div className={classes.stack}>
      <ForTeam stateOf={(team) => t('run:rating.rated', { done: rated(team.id), total: fieldIds.length })}>
        {(team) => (
          <>
            <p className={classes.caption}>
              {t('run:rating.lowest')} · {t('run:rating.highest')} · {t('run:rating.keys')}
            </p>
            {fieldIds.map((fieldId) => (
              <FieldRating key={`${team.id}.${fieldId}`} teamId={team.id} fieldId={fieldId} isReadOnly={isReadOnly} />
            ))}
            <p className={`${classes.caption} number`}>{t('run:rating.teams', { done: complete, total: view.size('teams') })}</p>
          </>
        )}
      </ForTeam>
    </div>
  );
}

interface FieldRatingProps {
  readonly teamId: TeamId;
  readonly fieldId: FieldId;
  readonly isReadOnly: boolean;
}

function FieldRating({ teamId, fieldId, isReadOnly }: FieldRatingProps): ReactNode {
  const t = useWords();
  const save = useSave();
  const name = useFieldName()(fieldId);
  const record = useRecord('fieldAssessments', fieldAssessmentId(teamId, fieldId, round));
  const Icon = fieldIcons[fieldId];
  const rate = { name: 'fieldRate', teamId, fieldId, round } as const;
  return (
    <section className={`${classes.group} ${classes.divided}`} aria-label={name}>
      <h3 className={classes.field} data-field={fieldId}>
        <Icon size={18} stroke={1.75} aria-hidden />
        {name}
      </h3>
      <Scale
        label={t('run:rating.score', { field: name })}
        options={oneToTen}
        value={record?.score ?? null}
        onSave={(score) => save({ ...rate, part: { score } })}
        isReadOnly={isReadOnly}
      />
      <TextField
        isLong
        label={t('run:rating.evidence')}
        value={record?.evidence ?? ''}
        onSave={(evidence, was) => save({ ...rate, part: { evidence, was } })}
        isReadOnly={isReadOnly}
      />
      <Scale
        label={t('run:rating.confidence', { field: name })}
        options={confidences.map((value) => ({ value, label: t(`run:rating.${value}`) }))}
        value={record?.confidence ?? null}
        onSave={(confidence) => save({ ...rate, part: { confidence } })}
        isReadOnly={isReadOnly}
        fit="words"
      />
    </section>
  );
}
