// Attendance by half-day, team by team: one key or one click per person, one button for all.
import { IconUsers } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../../app/use-address.ts';
import type { DayId } from '../../../../shared/domain/agenda/model.ts';
import type { AttendanceState, Half, Participant, ParticipantId } from '../../../../shared/domain/people/model.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useCollection, useExecute, useRecord, useSorted, useView } from '../../../state/workshop-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import { attendanceGroups } from '../attendance-groups.ts';
import { keyMeant } from '../../../ui/keys.ts';
import { Scale } from '../scale.tsx';
import { attendanceId } from '../../../../shared/domain/people/rules.ts';
import { attendanceStates, halves } from '../../../../shared/domain/people/values.ts';
import classes from './records.module.css';

interface AttendanceRecordProps {
  readonly dayId: DayId;
  /** Start of the session in minutes since midnight: it says which half-day is meant first. */
  readonly startsAt: number;
  readonly isReadOnly: boolean;
}

const noon = 12 * 60 + 30;

type Mark = (ids: readonly ParticipantId[], state: AttendanceState | null) => void;

export function AttendanceRecord({ dayId, startsAt, isReadOnly }: AttendanceRecordProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  const execute = useExecute();
  const { compare } = useFormats();
  const people = useCollection('participants');
  const teams = useSorted('teams');
  const view = useView('attendance');
  const [half, setHalf] = useState<Half>(startsAt < noon ? 'morning' : 'afternoon');
  const [refusal, setRefusal] = useState<string | null>(null);
  const groups = useMemo(() => attendanceGroups(people, teams, compare), [compare, people, teams]);
  const stateOf = (person: Participant) => view.get('attendance', attendanceId(person.id, dayId, half))?.state ?? null;
  const mark = useCallback<Mark>(
    (ids, state) =>
      void execute({ name: 'attendanceSet', participantIds: [...ids], dayId, half, state }).then((answer) =>
        setRefusal(answer.ok ? null : failureMessage(t, answer.failure)),
      ),
    [dayId, execute, half, t],
  );
  const unmarked = groups.flatMap((group) => group.people).filter((person) => stateOf(person) === null);

  if (groups.length === 0) {
    return (
      <EmptyState
        icon={<IconUsers size={24} stroke={1.75} />}
        text={t('run:attendance.none')}
        action={<Button onClick={() => void navigate(address('people'))}>{t('run:attendance.toPeople')}</Button>}
      />
    );
  }
  return (
    <div className={classes.stack}>
      <Scale
        label={t('run:attendance.half')}
        options={halves.map((value) => ({ value, label: t(`run:attendance.${value}`) }))}
        value={half}
        onSave={async (next) => {
          if (next !== null) setHalf(next);
          return { kind: 'saved' };
        }}
        isReadOnly={false}
        fit="words"
      />
      {!isReadOnly && (
        <div className={classes.line}>
          <Button
            reason={unmarked.length === 0 ? t('run:attendance.everyoneDone') : null}
            onClick={() =>
              mark(
                unmarked.map(({ id }) => id),
                'present',
              )
            }
          >
            {t('run:attendance.everyone')}
          </Button>
          <span className={`${classes.caption} number`}>{t('run:attendance.unmarked', { count: unmarked.length })}</span>
        </div>
      )}
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
      {/* The arrow keys and letters work from the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={classes.stack} data-arrows onKeyDown={isReadOnly ? undefined : (event) => onRowKey(event, mark)}>
        {groups.map(({ team, people: members }) => (
          <section key={team?.id ?? ''} className={classes.group} aria-label={team?.name ?? t('run:attendance.outside')}>
            <div className={classes.headline}>
              <div>
                <h3 className={classes.heading}>{team?.name ?? t('run:attendance.outside')}</h3>
                <span className={`${classes.caption} number`}>
                  {t('run:attendance.count', {
                    present: members.filter((person) => stateOf(person) === 'present').length,
                    count: members.length,
                  })}
                </span>
              </div>
              {!isReadOnly && (
                <Button
                  kind="quiet"
                  onClick={() =>
                    mark(
                      members.map(({ id }) => id),
                      'present',
                    )
                  }
                >
                  {t('run:attendance.allPresent')}
                </Button>
              )}
            </div>
            <ul className={classes.list}>
              {members.map((person) => (
                <PersonRow key={person.id} person={person} dayId={dayId} half={half} isReadOnly={isReadOnly} onMark={mark} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={classes.caption}>{t('run:attendance.keys')}</p>
    </div>
  );
}

interface PersonRowProps {
  readonly person: Participant;
  readonly dayId: DayId;
  readonly half: Half;
  readonly isReadOnly: boolean;
  readonly onMark: Mark;
}

/** Looks at one attendance only, so that a tick renders one row of three hundred. */
const PersonRow = memo(function PersonRow({ person, dayId, half, isReadOnly, onMark }: PersonRowProps): ReactNode {
  const t = useWords();
  const current = useRecord('attendance', attendanceId(person.id, dayId, half))?.state ?? null;
  return (
    <li className={classes.row} data-person={person.id}>
      <span className={classes.grow}>{person.fullName}</span>
      <span className={classes.marks}>
        {attendanceStates.map((state) => (
          <button
            key={state}
            type="button"
            className={classes.mark}
            data-state={state}
            aria-pressed={current === state}
            aria-label={t('run:attendance.of', { state: t(`run:attendance.${state}`), name: person.fullName })}
            onClick={isReadOnly ? undefined : () => onMark([person.id], current === state ? null : state)}
          >
            {t(`run:attendance.${state}`)}
          </button>
        ))}
      </span>
    </li>
  );
});

const stateKeys: Readonly<Record<string, AttendanceState>> = { p: 'present', a: 'absent', e: 'excused' };

/** P, A and E mark the person under the focus and go on to the next; the arrows only go. */
function onRowKey(event: KeyboardEvent<HTMLDivElement>, mark: Mark): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const button = event.target as HTMLElement;
  const row = button.closest<HTMLElement>('[data-person]');
  const id = row?.dataset['person'];
  if (!row || id === undefined) return;
  const state = stateKeys[keyMeant(event.nativeEvent)];
  if (state === undefined && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  event.stopPropagation();
  if (state !== undefined) mark([id as ParticipantId], state);
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-person]')];
  const next = rows[rows.indexOf(row) + (event.key === 'ArrowUp' ? -1 : 1)];
  const place = [...row.querySelectorAll('button')].indexOf(button as HTMLButtonElement);
  next?.querySelectorAll('button')[Math.max(0, place)]?.focus();
}
