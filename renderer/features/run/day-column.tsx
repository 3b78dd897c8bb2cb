// The sessions of a day with what became of each, and at the end how the day stands against its plan.
import { IconCheck, IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { isPause, timeOfMinutes } from '../../../shared/domain/agenda/rules.ts';
import { clockEvents, dayProgress, type SessionState } from '../../../shared/domain/clock/rules.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { useView, useWorkshop } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { isOver, type Room, type RoomDay } from './room.ts';
import classes from './day-column.module.css';
import { useReading } from './use-tick.ts';
import { useTitle } from './use-titles.ts';

interface DayColumnProps {
  readonly room: Room;
  readonly day: RoomDay;
  readonly focusId: string | null;
  readonly onChooseDay: (dayId: string) => void;
  readonly onChoose: (sessionId: string) => void;
}

export function DayColumn({ room, day, focusId, onChooseDay, onChoose }: DayColumnProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const titleOf = useTitle();
  const list = useRef<HTMLOListElement>(null);
  const running = room.current?.session;
  const runningId = running?.dayId === day.schedule.day.id ? running.id : undefined;
  // Also when one comes back to its day from another one, whose list stood elsewhere.
  useEffect(() => {
    if (runningId !== undefined) list.current?.querySelector(`[data-session="${runningId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [runningId]);
  const name = ({ number, schedule }: RoomDay) => t('run:day.name', { number, date: formats.weekday(schedule.day.date) });
  return (
    <nav className={classes.day} aria-label={t('run:day.label')}>
      <select
        className={classes.choose}
        aria-label={t('run:day.choose')}
        value={day.schedule.day.id}
        onChange={(event) => onChooseDay(event.target.value)}
      >
        {room.days.map((each) => (
          <option key={each.schedule.day.id} value={each.schedule.day.id}>
            {name(each)}
          </option>
        ))}
      </select>
      <ol className={classes.sessions} ref={list}>
        {day.sessions.map(({ session, start, clock }) => (
          <li key={session.id}>
            <button
              type="button"
              className={classes.session}
              data-session={session.id}
              data-state={clock.state}
              data-pause={isPause(session.kind) || undefined}
              aria-current={session.id === focusId ? 'true' : undefined}
              onClick={() => onChoose(session.id)}
            >
              <span className={`${classes.time} number`}>{timeOfMinutes(start)}</span>
              <span>
                <span className={classes.title}>{titleOf(session)}</span>
                <ExpectedStart day={day} sessionId={session.id} start={start} />
              </span>
              <StateMark state={clock.state} />
            </button>
          </li>
        ))}
      </ol>
      {day.sessions.length === 0 && <p className={classes.foot}>{t('run:noSession')}</p>}
      {day.sessions.length > 0 && (
        <p className={classes.foot} data-testid="day-progress">
          <DayLine day={day} />
        </p>
      )}
    </nav>
  );
}

function StateMark({ state }: { readonly state: SessionState }): ReactNode {
  const t = useWords();
  const common = { size: 16, stroke: 1.75, role: 'img' } as const;
  switch (state) {
    case 'waiting':
      return null;
    case 'running':
      return <IconPlayerPlay {...common} aria-label={t('run:day.running')} />;
    case 'paused':
      return <IconPlayerPause {...common} aria-label={t('run:day.paused')} />;
    case 'finished':
      return <IconCheck {...common} aria-label={t('run:day.done')} />;
    case 'skipped':
      return <IconPlayerSkipForward {...common} aria-label={t('run:day.skipped')} />;
    default:
      return assertNever(state);
  }
}

/** When a session is to be expected, where that is not when it was planned. */
function ExpectedStart({
  day,
  sessionId,
  start,
}: {
  readonly day: RoomDay;
  readonly sessionId: string;
  readonly start: number;
}): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { timezone } = useWorkshop();
  const view = useView('clockEvents');
  const now = useReading();
  const expected = dayProgress(day.schedule, clockEvents(view), { timeZone: timezone, now }).expectedStarts.get(sessionId);
  if (expected === undefined) return null;
  const time = formats.time(expected, timezone);
  if (time === timeOfMinutes(start)) return null;
  return <span className={`${classes.expected} number`}>{t('run:day.expected', { time })}</span>;
}

/** "6 min late · day ends 16:06"; before anything has started, what is planned. */
function DayLine({ day }: { readonly day: RoomDay }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { timezone } = useWorkshop();
  const view = useView('clockEvents');
  const now = useReading();
  const { schedule } = day;
  const { minutesLate, expectedDayEnd } = dayProgress(schedule, clockEvents(view), { timeZone: timezone, now });
  if (expectedDayEnd === null) return t('run:day.planned', { start: timeOfMinutes(schedule.start), end: timeOfMinutes(schedule.end) });
  const late =
    minutesLate === 0 ? t('run:day.onTime') : t(`run:day.${minutesLate > 0 ? 'late' : 'early'}`, { count: Math.abs(minutesLate) });
  const isDone = day.sessions.every(({ clock }) => isOver(clock.state));
  const end = t(isDone ? 'run:day.ended' : 'run:day.ends', { end: formats.time(expectedDayEnd, timezone) });
  return <span className="number">{`${late} · ${end}`}</span>;
}
