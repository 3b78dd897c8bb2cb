// The buttons of the room's clock. One of them is the next right thing to do and primary.
import { IconDeviceTv } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { isOfRoom, isOn, isOver, type Room, type RoomSession } from './room.ts';
import classes from './run.module.css';
import type { RoomActions } from './use-room-actions.ts';
import { useLastAction } from './use-last-action.ts';
import { useTitle } from './use-titles.ts';

interface RunButtonsProps {
  readonly room: Room;
  readonly focus: RoomSession;
  readonly actions: RoomActions;
  readonly isReadOnly: boolean;
}

export function RunButtons({ room, focus, actions, isReadOnly }: RunButtonsProps): ReactNode {
  const t = useWords();
  const last = useLastAction();
  const projector = (
    <Button size="run" icon={<IconDeviceTv size={18} stroke={1.75} aria-hidden />} onClick={actions.openProjector}>
      {t('run:act.projector')}
    </Button>
  );
  return (
    // A click with the pointer gives the focus back, so that the space bar means the clock again and not this button.
    // The buttons themselves answer to the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={classes.buttons} onClick={releaseFocus}>
      {!isReadOnly &&
        (isOn(focus.clock.state) ? (
          <WhileRunning room={room} focus={focus} actions={actions} />
        ) : (
          <WhileQuiet room={room} focus={focus} actions={actions} />
        ))}
      {!isReadOnly && last && isOfRoom(room, focus, last.sessionId) && (
        <Button size="run" onClick={() => actions.takeBack(last)}>
          <span className={classes.cut}>{t('run:takeBack.button', { what: last.what })}</span>
        </Button>
      )}
      {projector}
    </div>
  );
}

function releaseFocus(event: MouseEvent): void {
  const isPointer = event.detail > 0;
  if (isPointer && document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}

type StateProps = Omit<RunButtonsProps, 'isReadOnly'>;

function WhileRunning({ room, focus, actions }: StateProps): ReactNode {
  const t = useWords();
  const { id } = focus.session;
  const { previous } = room;
  return (
    <>
      <Button kind="primary" size="run" onClick={() => actions.finish(id)}>
        {t('run:act.finish')}
      </Button>
      {[1, 5, -5].map((minutes) => (
        <Button
          key={minutes}
          size="run"
          aria-label={minutes < 0 ? t('run:act.minusSpoken', { count: -minutes }) : t('run:act.plusSpoken', { count: minutes })}
          onClick={() => actions.extend(id, minutes)}
        >
          {minutes < 0 ? t('run:act.minus', { minutes: -minutes }) : t('run:act.plus', { minutes })}
        </Button>
      ))}
      {focus.clock.state === 'paused' ? (
        <Button size="run" onClick={() => actions.resume(id)}>
          {t('run:act.resume')}
        </Button>
      ) : (
        <Button size="run" onClick={() => actions.pause(id)}>
          {t('run:act.pause')}
        </Button>
      )}
      <Button size="run" onClick={() => actions.skip(id)}>
        {t('run:act.skip')}
      </Button>
      {previous && (
        <Button size="run" onClick={() => actions.reopen(previous.session.id)}>
          {t('run:act.back')}
        </Button>
      )}
    </>
  );
}

function WhileQuiet({ room, focus, actions }: StateProps): ReactNode {
  const t = useWords();
  const titleOf = useTitle();
  const { id } = focus.session;
  const { next, previous } = room;
  if (isOver(focus.clock.state)) {
    return (
      <>
        {next && !room.current && (
          <Button kind="primary" size="run" onClick={() => actions.start(next.session.id)}>
            <span className={classes.cut}>{t('run:act.next', { name: titleOf(next.session) })}</span>
          </Button>
        )}
        <Button size="run" onClick={() => actions.reopen(id)}>
          {t('run:act.backInto')}
        </Button>
      </>
    );
  }
  // A later session may be started first; the workshop begins with its own first one.
  const isBeginning = room.isBeforeStart && id === next?.session.id;
  const start = isBeginning ? t('run:act.startWorkshop') : room.current ? t('run:act.startThis') : t('run:act.start');
  return (
    <>
      <Button kind="primary" size="run" onClick={() => actions.start(id)}>
        {start}
      </Button>
      <Button size="run" onClick={() => actions.skip(id)}>
        {t('run:act.skip')}
      </Button>
      {previous && !room.current && (
        <Button size="run" onClick={() => actions.reopen(previous.session.id)}>
          {t('run:act.back')}
        </Button>
      )}
    </>
  );
}
