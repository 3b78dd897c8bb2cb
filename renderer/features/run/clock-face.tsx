// The big clock. It alone renders every second; everything it shows is derived from the recorded clock events.
import type { ReactNode } from 'react';
import { clockEvents, clockTone, dayProgress, remainingMilliseconds } from '../../../shared/domain/clock/rules.ts';
import { millisecondsInZone } from '../../../shared/kernel/zoned-time.ts';
import { useView, useWorkshop } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import classes from './clock-face.module.css';
import { remainingMinutes, remainingText } from './clock-text.ts';
import type { RoomDay, RoomSession } from './room.ts';
import { useReading } from './use-tick.ts';

interface ClockFaceProps {
  readonly running: RoomSession;
  readonly day: RoomDay;
  readonly title: string;
}

export function ClockFace({ running, day, title }: ClockFaceProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { timezone } = useWorkshop();
  const view = useView('clockEvents');
  const now = useReading();
  const { session, clock } = running;
  const left = remainingMilliseconds(session, clock, now);
  const tone = clockTone(session, clock, left);
  const total = session.plannedMinutes + clock.extraMinutes;
  const { expectedSessionEnd } = dayProgress(day.schedule, clockEvents(view), { timeZone: timezone, now });
  const used = Math.min(total, Math.max(0, total - left / 60_000));
  return (
    <div className={classes.face} data-tone={tone} data-testid="clock">
      <div className={classes.line}>
        <div className={`${classes.time} number`} role="timer" aria-label={t('run:clock.now', { name: title })}>
          {remainingText(left)}
        </div>
        <p className={classes.words}>
          {clock.state === 'paused' && <span className={classes.paused}>{t('run:clock.paused')}</span>}
          <span>{tone === 'over' ? t('run:clock.over') : t('run:clock.left', { count: remainingMinutes(left) })}</span>
        </p>
        <dl className={classes.ends}>
          <div>
            <dt>{t('run:clock.planned')}</dt>
            <dd className="number">{formats.time(millisecondsInZone(day.schedule.day.date, running.end, timezone), timezone)}</dd>
          </div>
          {expectedSessionEnd !== null && (
            <div>
              <dt>{t('run:clock.expected')}</dt>
              <dd className="number">{formats.time(expectedSessionEnd, timezone)}</dd>
            </div>
          )}
        </dl>
      </div>
      <progress
        className={classes.bar}
        value={used}
        max={Math.max(1, total)}
        aria-label={t('run:clock.bar', { done: Math.floor(used), total })}
      />
    </div>
  );
}
