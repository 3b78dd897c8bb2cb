// Run: the day at the left, the session with its clock and guide in the middle, its record at the right.
import { IconCalendarPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import { useSessionState } from '../../state/workshop-context.tsx';
import { useTakeStep } from '../../state/use-undo.ts';
import { useActions } from '../../ui/actions.tsx';
import { Button } from '../../ui/button.tsx';
import { lastAction } from '../../../shared/domain/clock/order.ts';
import { useNotifyWhile } from '../../state/use-notify-while.ts';
import { isTextField } from '../../ui/keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { DayColumn } from './day-column.tsx';
import { RecordColumn } from './record-column.tsx';
import { dayOfSession, isOfRoom, sessionInFocus, type Room } from './room.ts';
import classes from './run.module.css';
import { SessionColumn } from './session-column.tsx';
import { useRoom } from './use-room.ts';
import { useLastAction } from './use-last-action.ts';
import { useRoomActions } from './use-room-actions.ts';

export function RunScreen(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  const room = useRoom();
  useEffect(() => {
    document.title = t('run:title');
  }, [t]);
  if (room) return <RoomScreen room={room} />;
  return (
    <Page title={t('run:title')}>
      <EmptyState
        icon={<IconCalendarPlus size={24} stroke={1.75} />}
        text={t('run:noDays')}
        action={
          <Button kind="primary" onClick={() => void navigate(address('agenda'))}>
            {t('run:toAgenda')}
          </Button>
        }
      />
    </Page>
  );
}

/** True when the focus is in something other than the room's controls, such as a record or the bar at the top. */
function isElsewhere({ target }: { readonly target: EventTarget | null }): boolean {
  if (!(target instanceof Element) || target === document.body || target === document.documentElement) return false;
  return target.closest('[data-column="session"], [data-column="day"]') === null && target.closest('main') !== target;
}

const panes = ['day', 'session', 'record'] as const;
type Pane = (typeof panes)[number];

function RoomScreen({ room }: { readonly room: Room }): ReactNode {
  const t = useWords();
  const { isReadOnly, undo } = useSessionState();
  const [query, setQuery] = useSearchParams();
  const [pane, setPane] = useState<Pane>('session');
  const actions = useRoomActions();
  /** The session whose record somebody writes in: the page stays with it, whatever another window starts meanwhile. */
  const [writtenId, setWrittenId] = useState<string | null>(null);
  const focus = sessionInFocus(room, query.get('session'), writtenId);
  const chosenDay = room.days.find(({ schedule }) => schedule.day.id === query.get('day'));
  const day = chosenDay ?? dayOfSession(room, focus?.session);
  const { current, next, previous } = room;
  const last = useLastAction();
  const takeStep = useTakeStep();
  const notifyWhile = useNotifyWhile();
  const wasKey = useRef(false);
  const act = (run: () => void) => () => {
    wasKey.current = true;
    if (!isReadOnly) run();
  };
  // What a key did is said: nobody looks at the buttons then.
  const did = last === null ? '' : `${last.id} ${last.what}`;
  const sayWhat = useEffectEvent(() => {
    if (last === null || !wasKey.current) return;
    const action = { label: t('run:takeBack.short'), run: () => actions.takeBack(last) };
    notifyWhile({ text: t('run:takeBack.said', { what: last.what }), action }, (view) => lastAction(view).at(-1)?.id === last.id);
  });
  useEffect(() => {
    if (did !== '') sayWhat();
    wasKey.current = false;
  }, [did]);
  useActions([
    { id: 'run-toggle', label: t('run:keys.toggle'), keys: 'Space', isLeft: isElsewhere, run: act(() => actions.toggle(room, focus)) },
    {
      id: 'run-next',
      label: t('run:keys.next'),
      keys: 'ArrowRight',
      isLeft: isElsewhere,
      run: act(() => next && actions.start(next.session.id)),
    },
    {
      id: 'run-back',
      label: t('run:keys.back'),
      keys: 'ArrowLeft',
      isLeft: isElsewhere,
      run: act(() => previous && actions.reopen(previous.session.id)),
    },
    {
      id: 'run-plus',
      label: t('run:keys.plus'),
      keys: 'Plus',
      isRepeated: true,
      run: act(() => current && actions.extend(current.session.id, 1)),
    },
    {
      id: 'run-minus',
      label: t('run:keys.minus'),
      keys: 'Minus',
      isRepeated: true,
      run: act(() => current && actions.extend(current.session.id, -1)),
    },
    ...(last && !isReadOnly && (undo.isClockNewer || isOfRoom(room, focus, last.sessionId))
      ? [
          {
            id: 'run-take-back',
            label: t('run:takeBack.button', { what: last.what }),
            keys: 'mod+Z',
            isLeft: ({ target }: KeyboardEvent) => target instanceof HTMLElement && target.dataset['unsent'] !== undefined,
            // In the room the clock comes first; elsewhere whatever happened last.
            run: () => (isElsewhere({ target: document.activeElement }) && !undo.isClockNewer ? takeStep('undo') : actions.takeBack(last)),
          },
        ]
      : []),
    { id: 'run-projector', label: t('run:keys.projector'), run: actions.openProjector },
  ]);
  return (
    <div className={classes.run} data-pane={pane}>
      <nav className={classes.panes} aria-label={t('run:panes.label')}>
        {panes.map((name) => (
          <button key={name} type="button" className={classes.paneTab} aria-pressed={pane === name} onClick={() => setPane(name)}>
            {t(`run:panes.${name}`)}
          </button>
        ))}
      </nav>
      <div className={classes.column} data-column="day">
        <DayColumn
          room={room}
          day={day}
          focusId={focus?.session.id ?? null}
          onChooseDay={(dayId) => {
            const chosen = room.days.find(({ schedule }) => schedule.day.id === dayId);
            const first = chosen?.sessions[0]?.session.id;
            const isRunningHere = current !== null && current.session.dayId === dayId;
            setQuery(isRunningHere ? {} : first === undefined ? { day: dayId } : { session: first }, { replace: true });
          }}
          onChoose={(sessionId) => {
            setQuery(sessionId === current?.session.id ? {} : { session: sessionId }, { replace: true });
            setPane('session');
          }}
        />
      </div>
      <div className={classes.column} data-column="session">
        <SessionColumn
          room={room}
          focus={focus}
          actions={actions}
          isReadOnly={isReadOnly}
          onShowRunning={() => setQuery({}, { replace: true })}
        />
      </div>
      <div
        className={classes.column}
        data-column="record"
        onFocus={({ target }) =>
          setWrittenId(isTextField(target) && !(target instanceof HTMLSelectElement) ? (focus?.session.id ?? null) : null)
        }
        onBlur={() => setWrittenId(null)}
      >
        {focus && <RecordColumn key={focus.session.id} focus={focus} isReadOnly={isReadOnly} />}
      </div>
    </div>
  );
}
