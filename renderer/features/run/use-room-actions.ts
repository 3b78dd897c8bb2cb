// What can be done with the room's clock. Every act is a command on the clock, and the last one can be taken back.
import { useEffect, useRef, useState } from 'react';
import type { ClockEvent } from '../../../shared/domain/clock/model.ts';
import type { SessionState } from '../../../shared/domain/clock/rules.ts';
import { lastTakenBack } from '../../../shared/domain/clock/order.ts';
import { useSearchParams } from 'react-router';
import type { Day, SessionId } from '../../../shared/domain/agenda/model.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useStart } from '../../state/host-context.tsx';
import { useExecute, useSession } from '../../state/workshop-context.tsx';
import { useNotifyWhile } from '../../state/use-notify-while.ts';
import { useNotify } from '../../ui/dialogs.tsx';
import { useWords } from '../../ui/language.ts';
import type { Room, RoomSession } from './room.ts';
import type { LastAction } from './use-last-action.ts';

export interface RoomActions {
  readonly start: (id: SessionId) => void;
  readonly finish: (id: SessionId) => void;
  readonly extend: (id: SessionId, minutes: number) => void;
  readonly pause: (id: SessionId) => void;
  readonly resume: (id: SessionId) => void;
  readonly skip: (id: SessionId) => void;
  readonly reopen: (id: SessionId) => void;
  /** Puts a session into a day, behind another or first. */
  readonly move: (id: SessionId, dayId: Day['id'], afterId: SessionId | null) => void;
  readonly setElapsed: (id: SessionId, minutes: number) => void;
  /** Takes the last action back, says so, and offers it again. */
  readonly takeBack: (action: LastAction) => void;
  readonly goToStep: (id: SessionId, step: number) => void;
  /** Starts what is in focus or next, else pauses or resumes what runs. */
  readonly toggle: (room: Room, focus: RoomSession | null) => void;
  readonly openProjector: () => void;
  /** Why the last act was refused, in words. */
  readonly refusal: string | null;
}

/** The state of a session that a command on the clock is to bring about. */
const wishedStates: Readonly<Partial<Record<Command['name'], SessionState>>> = {
  sessionStart: 'running',
  sessionResume: 'running',
  sessionPause: 'paused',
  sessionFinish: 'finished',
  sessionSkip: 'skipped',
};

export function useRoomActions(): RoomActions {
  const t = useWords();
  const execute = useExecute();
  const client = useClient();
  const { workshopId, store } = useSession();
  const { shell } = useStart();
  const notify = useNotify();
  const notifyWhile = useNotifyWhile();
  const [, setQuery] = useSearchParams();
  const [refusal, setRefusal] = useState<string | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);

  const run = async (command: Command) => {
    const answer = await execute(command);
    // Somebody did it already, in another window or with the first of two presses: nothing is amiss.
    const isSo = !answer.ok && answer.failure.code === 'not-in-this-state' && answer.failure.state === wishedStates[command.name];
    setRefusal(answer.ok || isSo ? null : failureMessage(t, answer.failure));
    return answer.ok || isSo;
  };
  /** The page follows the room again: nothing is chosen by hand any more. Who has left it meanwhile is not called back. */
  const runAndFollow = async (command: Command) => {
    const isDone = await run(command);
    if (isDone && isHere.current) setQuery({}, { replace: true });
    return isDone;
  };
  const takeBack = async ({ id, what }: LastAction) => {
    if (!(await runAndFollow({ name: 'clockTakeBack', id }))) return;
    const taking: ClockEvent['id'] | undefined = lastTakenBack(store.view)[0]?.id;
    const notice = {
      text: t('run:takeBack.done', { what }),
      ...(taking !== undefined && {
        action: { label: t('run:takeBack.redo'), run: () => void runAndFollow({ name: 'clockTakeBack', id: taking }) },
      }),
    };
    notifyWhile(notice, (view) => lastTakenBack(view).some((event) => event.id === taking));
  };
  const openProjector = async () => {
    const answer = await client.app.openProjector({ workshopId });
    if (!answer.ok) return setRefusal(failureMessage(t, answer.failure));
    // Without `noopener` the new tab would begin with a copy of this tab's session.
    if (answer.value.address !== null) window.open(answer.value.address, '_blank', 'noopener');
    notify({ text: t(shell === 'desktop' ? 'run:projector.opened' : 'run:projector.tab') });
  };
  const start = (id: SessionId) => void runAndFollow({ name: 'sessionStart', id });
  const pause = (id: SessionId) => void run({ name: 'sessionPause', id });
  const resume = (id: SessionId) => void run({ name: 'sessionResume', id });
  return {
    start,
    pause,
    resume,
    finish: (id) => void runAndFollow({ name: 'sessionFinish', id }),
    extend: (id, minutes) => void run({ name: 'sessionExtend', id, minutes }),
    skip: (id) => void runAndFollow({ name: 'sessionSkip', id }),
    reopen: (id) => void runAndFollow({ name: 'sessionReopen', id }),
    move: (id, dayId, afterId) => void run({ name: 'sessionMove', id, dayId, afterId }),
    setElapsed: (id, minutes) => void run({ name: 'sessionSetElapsed', id, minutes }),
    takeBack: (action) => void takeBack(action),
    goToStep: (id, step) => void run({ name: 'sessionStepStart', id, step }),
    toggle: ({ current, next }, focus) => {
      const waiting = focus?.clock.state === 'waiting' ? focus : next;
      if (current?.clock.state === 'running') pause(current.session.id);
      else if (current) resume(current.session.id);
      else if (waiting) start(waiting.session.id);
    },
    openProjector: () => void openProjector(),
    refusal,
  };
}
