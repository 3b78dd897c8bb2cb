// The session in focus: title, clock, buttons, guide.
import type { ReactNode } from 'react';
import { timeOfMinutes } from '../../../shared/domain/agenda/rules.ts';
import { remainingMilliseconds } from '../../../shared/domain/clock/rules.ts';
import { useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { FieldChip } from '../framework/field-chip.tsx';
import { PhasePill } from '../framework/phase-pill.tsx';
import { SessionKindIcon } from '../framework/session-kind-icon.tsx';
import { ClockFace } from './clock-face.tsx';
import { GuideView } from './guide-view.tsx';
import { JumpNote } from './jump-note.tsx';
import { PassedOver } from './passed-over.tsx';
import { dayOfSession, isOn, isOver, type Room, type RoomSession } from './room.ts';
import { RunButtons } from './run-buttons.tsx';
import classes from './session-column.module.css';
import type { RoomActions } from './use-room-actions.ts';
import { useTitle } from './use-titles.ts';

interface SessionColumnProps {
  readonly room: Room;
  readonly focus: RoomSession | null;
  readonly actions: RoomActions;
  readonly isReadOnly: boolean;
  /** Brings the running session back into focus. */
  readonly onShowRunning: () => void;
}

export function SessionColumn({ room, focus, actions, isReadOnly, onShowRunning }: SessionColumnProps): ReactNode {
  const t = useWords();
  const titleOf = useTitle();
  if (!focus) return <h1 className={classes.title}>{t('run:noSession')}</h1>;
  const { session, clock } = focus;
  const title = titleOf(session);
  const { current } = room;
  return (
    <article className={classes.session} aria-label={title}>
      {current && current.session.id !== session.id && <RunningElsewhere title={titleOf(current.session)} onShow={onShowRunning} />}
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.facts}>
          <span className={classes.fact}>
            <SessionKindIcon kind={session.kind} />
            {t(`framework:sessionKind.${session.kind}`)}
          </span>
          {session.phaseId && <PhasePill phaseId={session.phaseId} />}
          {session.fieldIds.map((fieldId) => (
            <FieldChip key={fieldId} fieldId={fieldId} />
          ))}
        </p>
      </header>
      {isOn(clock.state) ? <ClockFace running={focus} day={dayOfSession(room, session)} title={title} /> : <QuietClock focus={focus} />}
      {isOn(clock.state) && <JumpNote running={focus} actions={actions} />}
      <RunButtons room={room} focus={focus} actions={actions} isReadOnly={isReadOnly} />
      {current && current.session.id !== session.id && clock.state === 'waiting' && (
        <p className={classes.aside}>{t('run:act.finishes', { name: titleOf(current.session) })}</p>
      )}
      {actions.refusal !== null && (
        <Note tone="danger">
          <p>{actions.refusal}</p>
        </Note>
      )}
      {!isReadOnly && <PassedOver room={room} actions={actions} />}
      {!current && !room.next && !room.isBeforeStart && room.passedOver.length === 0 && (
        <p className={classes.aside}>{t('run:act.dayOver')}</p>
      )}
      <GuideView focus={focus} onStep={isReadOnly ? null : (step) => actions.goToStep(session.id, step)} />
    </article>
  );
}

/** What the plan says of a session that waits, or what became of one that is over. */
function QuietClock({ focus }: { readonly focus: RoomSession }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const { timezone } = useWorkshop();
  const { session, clock, start, end } = focus;
  const plan = t('run:clock.plan', { start: timeOfMinutes(start), end: timeOfMinutes(end), count: session.plannedMinutes });
  if (!isOver(clock.state)) return <p className={`${classes.quiet} number`}>{plan}</p>;
  if (clock.state === 'skipped' || clock.endedAt === null) {
    return <p className={`${classes.quiet} number`}>{`${t('run:clock.skipped')} · ${plan}`}</p>;
  }
  const planned = session.plannedMinutes + clock.extraMinutes;
  const used = planned - Math.round(remainingMilliseconds(session, clock, clock.endedAt) / 60_000);
  return (
    <p className={`${classes.quiet} number`}>
      {`${t('run:clock.finishedAt', { time: formats.time(clock.endedAt, timezone) })} · ${t('run:clock.took', { count: used, planned: session.plannedMinutes })}`}
    </p>
  );
}

function RunningElsewhere({ title, onShow }: { readonly title: string; readonly onShow: () => void }): ReactNode {
  const t = useWords();
  return (
    <p className={classes.elsewhere}>
      {t('run:act.runningNow', { name: title })}
      <Button kind="quiet" onClick={onShow}>
        {t('run:act.showRunning')}
      </Button>
    </p>
  );
}
