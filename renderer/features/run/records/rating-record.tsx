// The baseline: each team rates the six action fields from 1 to 10, says how sure it is and what shows it; below, all teams side by side.
import type { KeyboardEvent, ReactNode } from 'react';
import type { FieldId } from '../../../../shared/domain/framework/model.ts';
import type { TeamId } from '../../../../shared/domain/people/model.ts';
import { targetOf, useSave } from '../../../state/use-setter.ts';
import { useRecord, useView } from '../../../state/workshop-context.tsx';
import { SelectCell, TextCell } from '../../../ui/cells.tsx';
import { useWords } from '../../../ui/language.ts';
import { fieldIcons, useFieldName } from '../../framework/field-chip.tsx';
import { InstrumentMark } from '../../framework/provenance-mark.tsx';
import { numberOptions, Scale } from '../scale.tsx';
import { ForTeam, useChosenTeam } from '../team-picker.tsx';
import { fieldAssessmentId } from '../../../../shared/domain/analysis/rules.ts';
import { confidences } from '../../../../shared/domain/analysis/values.ts';
import { fieldIds } from '../../../../shared/domain/framework/values.ts';
import shared from './records.module.css';
import classes from './rating-record.module.css';

/** A workshop makes the first round; later rounds belong to follow-up. */
const round = 'baseline';

const oneToTen = numberOptions(10);

export function RatingRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const view = useView('fieldAssessments', 'teams');
  const scoreOf = (teamId: string, fieldId: FieldId) =>
    view.get('fieldAssessments', fieldAssessmentId(teamId, fieldId, round))?.score ?? null;
  const rated = (teamId: string) => fieldIds.filter((fieldId) => scoreOf(teamId, fieldId) !== null).length;
  return (
    <div className={shared.stack} data-wide>
      <ForTeam stateOf={(team) => t('run:rating.rated', { done: rated(team.id), total: fieldIds.length })}>
        {(team) => (
          <div>
            <p className={shared.caption}>
              {t('run:rating.lowest')} · {t('run:rating.highest')} · {t('run:rating.keys')} <InstrumentMark id="rating-scale" />
            </p>
            {/* Enter goes on from the radio buttons inside. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <ul className={classes.rows} onKeyDown={goOnWithEnter}>
              {fieldIds.map((fieldId) => (
                <FieldRating key={`${team.id}.${fieldId}`} teamId={team.id} fieldId={fieldId} isReadOnly={isReadOnly} />
              ))}
            </ul>
          </div>
        )}
      </ForTeam>
      <AllTeams rated={rated} scoreOf={scoreOf} />
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
    <li className={classes.row} data-rated-field={fieldId}>
      <h3 className={`${shared.field} ${classes.name}`} data-field={fieldId}>
        <Icon size={18} stroke={1.75} aria-hidden />
        {name}
      </h3>
      <div className={classes.scale}>
        <Scale
          label={t('run:rating.score', { field: name })}
          options={oneToTen}
          value={record?.score ?? null}
          onSave={(score) => save({ ...rate, part: { score } })}
          isReadOnly={isReadOnly}
        />
      </div>
      <SelectCell
        label={t('run:rating.confidence', { field: name })}
        options={[
          { value: '', label: t('run:rating.howSure') },
          ...confidences.map((value) => ({ value, label: t(`run:rating.${value}`) })),
        ]}
        value={record?.confidence ?? ''}
        onSave={(confidence) => save({ ...rate, part: { confidence: confidence === '' ? null : confidence } })}
        isReadOnly={isReadOnly}
      />
      <div className={classes.evidence}>
        <TextCell
          label={t('run:rating.evidenceOf', { field: name })}
          placeholder={t('run:rating.evidence')}
          value={record?.evidence ?? ''}
          target={targetOf('fieldAssessments', fieldAssessmentId(teamId, fieldId, round), 'evidence')}
          onSave={(evidence, was) => save({ ...rate, part: { evidence, was } })}
          isReadOnly={isReadOnly}
        />
      </div>
    </li>
  );
}

/** Enter in a scale goes on to the scale of the next action field. */
function goOnWithEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
  const next = event.target.closest('li')?.nextElementSibling;
  const wanted = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input');
  event.preventDefault();
  wanted?.focus();
}

interface AllTeamsProps {
  readonly rated: (teamId: string) => number;
  readonly scoreOf: (teamId: string, fieldId: FieldId) => number | null;
}

/** What all teams gave so far. A team's name leads to its ratings. */
function AllTeams({ rated, scoreOf }: AllTeamsProps): ReactNode {
  const t = useWords();
  const fieldName = useFieldName();
  const { teams, team: chosen, choose } = useChosenTeam();
  if (chosen === undefined) return null;
  const complete = teams.filter((team) => rated(team.id) === fieldIds.length).length;
  return (
    <section className={shared.group} aria-label={t('run:rating.allTeams')}>
      <div className={shared.line}>
        <h3 className={shared.heading}>{t('run:rating.allTeams')}</h3>
        <span className={`${shared.caption} number`}>{t('run:rating.teams', { done: complete, total: teams.length })}</span>
      </div>
      <table className={classes.teams}>
        <thead>
          <tr>
            <th scope="col">{t('run:rating.team')}</th>
            {fieldIds.map((fieldId) => (
              <th key={fieldId} scope="col">
                {fieldName(fieldId)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.id} data-selected={team.id === chosen.id || undefined}>
              <th scope="row">
                <button type="button" className={classes.choose} title={team.name} onClick={() => choose(team.id)}>
                  {team.name}
                </button>
              </th>
              {fieldIds.map((fieldId) => {
                const score = scoreOf(team.id, fieldId);
                return (
                  <td key={fieldId} className="number" data-empty={score === null || undefined}>
                    {score ?? '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
