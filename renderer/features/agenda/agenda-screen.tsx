// Prepare → Agenda: the days as tabs, one day as a table, a session's details in the drawer. What is selected lives in the address.
import { IconCalendarPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { DayId, Session, SessionId } from '../../../shared/domain/agenda/model.ts';
import { scheduleDay, scheduleOf, type DaySchedule } from '../../../shared/domain/agenda/rules.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSayDone } from '../../state/use-undo.ts';
import { useExecute, useSessionState, useView, useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/dialogs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './agenda.module.css';
import { AgendaTable } from './agenda-table.tsx';
import { DayHead } from './day-head.tsx';
import { DayTabs } from './day-tabs.tsx';
import { DragArea } from './dragging.tsx';
import { placeBeside, placeOfDrop, type PlaceAfter } from './reorder.ts';
import { sessionContent, textFor } from './session-content.ts';
import { SessionDrawer } from './session-drawer.tsx';

export function AgendaScreen(): ReactNode {
  const t = useWords();
  const view = useView('days', 'sessions');
  const schedules = useMemo(() => scheduleOf(view), [view]);
  const { isReadOnly } = useSessionState();
  const actions = useAgendaActions();
  const [query, setQuery] = useSearchParams();
  const names = useNames(schedules);
  const { languages } = useWorkshop();
  const openSession = findSession(schedules, query.get('session'));
  const dayId = openSession?.dayId ?? query.get('day');
  const schedule = schedules.find(({ day }) => day.id === dayId) ?? schedules[0];
  const select = (parts: { readonly day?: string; readonly session?: string }) => setQuery(parts, { replace: true });

  if (!schedule) {
    return (
      <EmptyState
        icon={<IconCalendarPlus size={24} stroke={1.75} />}
        text={t('agenda:empty')}
        action={
          <Button kind="primary" onClick={() => void actions.addDay()}>
            {t('agenda:days.add')}
          </Button>
        }
      />
    );
  }
  const { day, sessions } = schedule;
  const rows = sessions.map(({ session }) => session);
  const move = async (id: string, toDay: string, after: PlaceAfter | undefined) => {
    if (after === undefined) return;
    await actions.move(id, toDay, after);
    if (toDay !== day.id) actions.say(t('agenda:moved', { name: names.session(id), day: names.day(toDay) }));
  };
  const moveToDay = (id: string, toDay: string) => {
    const others = schedules.find((other) => other.day.id === toDay)?.sessions ?? [];
    return move(id, toDay, others.at(-1)?.session.id ?? null);
  };
  const add = (afterId: string | null, title: string) => actions.add(day.id, afterId, { [languages[0] ?? 'en']: title });
  const remove = async (id: string) => {
    const name = names.session(id);
    if (query.get('session') === id) select({ day: day.id });
    await actions.remove(id, name);
  };

  return (
    <DragArea
      rows={rows.map(({ id }) => id)}
      rowName={names.session}
      dayName={names.day}
      onDropOnRow={(id, overId) => void move(id, day.id, placeOfDrop(rows, id, overId))}
      onDropOnDay={(id, toDay) => void (toDay === day.id ? undefined : moveToDay(id, toDay))}
    >
      <div className={classes.screen}>
        <DayTabs
          days={schedules.map((each) => each.day)}
          chosenId={day.id}
          dayName={names.day}
          onChoose={(id) => select({ day: id })}
          onAdd={isReadOnly ? null : () => void actions.addDay().then((id) => id && select({ day: id }))}
        />
        {actions.refusal !== null && (
          <Note tone="danger">
            <p>{actions.refusal}</p>
          </Note>
        )}
        <DayHead
          key={day.id}
          day={day}
          languages={languages}
          isReadOnly={isReadOnly}
          keepReason={schedules.length === 1 ? t('agenda:days.keepOne') : null}
          onRemove={() => void actions.removeDay(day.id, names.day(day.id), rows).then((isGone) => isGone && select({}))}
        />
        {rows.length === 0 && <p className={classes.hint}>{t('agenda:emptyDay')}</p>}
        <AgendaTable
          label={t('agenda:table', { day: names.day(day.id) })}
          schedule={actions.withPending(schedule)}
          language={languages[0] ?? 'en'}
          nameOf={names.session}
          selectedId={openSession?.id ?? null}
          isReadOnly={isReadOnly}
          onOpen={(id) => select({ day: day.id, session: id })}
          onAdd={(title) => void add(rows.at(-1)?.id ?? null, title)}
          onRemove={(id) => void remove(id)}
          onMoveBy={(id, direction) => void move(id, day.id, placeBeside(rows, id, direction)).then(() => focusRow(id))}
        />
        {!isReadOnly && <p className={classes.hint}>{t('agenda:keys')}</p>}
      </div>
      {openSession && (
        <SessionDrawer
          key={openSession.id}
          session={openSession}
          days={schedules.map((each) => each.day)}
          dayName={names.day}
          languages={languages}
          isReadOnly={isReadOnly}
          onClose={() => select({ day: day.id })}
          onMoveToDay={(toDay) => void moveToDay(openSession.id, toDay)}
          onAddAfter={() => void add(openSession.id, t('agenda:drawer.newTitle')).then((id) => id && select({ day: day.id, session: id }))}
          onRemove={() => void remove(openSession.id)}
        />
      )}
    </DragArea>
  );
}

function findSession(schedules: readonly DaySchedule[], id: string | null): Session | undefined {
  if (id === null) return undefined;
  return schedules.flatMap(({ sessions }) => sessions).find(({ session }) => session.id === id)?.session;
}

/** After a move the row may stand elsewhere in the page: the focus goes with it. */
function focusRow(id: string): void {
  const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
  if (row && !row.contains(document.activeElement)) row.querySelector<HTMLElement>('[data-cell="title"]')?.focus();
}

/** What sessions and days are called in words. */
function useNames(schedules: readonly DaySchedule[]) {
  const t = useWords();
  const formats = useFormats();
  const { guides } = useContent();
  const { languages } = useWorkshop();
  const text = useLocalText();
  const sessions = useMemo(
    () => new Map(schedules.flatMap((schedule) => schedule.sessions.map(({ session }) => [session.id as string, session] as const))),
    [schedules],
  );
  const session = useCallback(
    (id: string) => {
      const found = sessions.get(id);
      const title = found ? sessionContent(found, guides).title : {};
      return textFor(title, languages) || text(title) || t('untitled');
    },
    [guides, languages, sessions, t, text],
  );
  const day = useCallback(
    (id: string) => {
      const index = schedules.findIndex((schedule) => schedule.day.id === id);
      const found = schedules[index]?.day;
      return found ? `${t('agenda:days.day', { number: index + 1 })} · ${formats.weekday(found.date)}` : '';
    },
    [formats, schedules, t],
  );
  return { session, day };
}

interface PendingMove {
  readonly id: string;
  readonly after: PlaceAfter;
}

/** The commands of this screen, with what follows each for the person who asked. */
function useAgendaActions() {
  const t = useWords();
  const execute = useExecute();
  const host = useHost();
  const confirm = useConfirm();
  const view = useView('clockEvents', 'sessionRecords');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState<PendingMove | null>(null);

  const run = async (command: Command): Promise<boolean> => {
    const answer = await execute(command);
    setRefusal(answer.ok ? null : failureMessage(t, answer.failure));
    return answer.ok;
  };
  const sayWithUndo = useSayDone();
  const hasRecords = (sessions: readonly Session[]) => {
    const ids = new Set<string>(sessions.map(({ id }) => id));
    return [...view.all('clockEvents'), ...view.all('sessionRecords')].some(({ sessionId }) => ids.has(sessionId));
  };
  return {
    refusal,
    say: sayWithUndo,
    add: async (dayId: string, afterId: string | null, title: Readonly<Record<string, string>>) => {
      const id = host.newId() as SessionId;
      const isDone = await run({
        name: 'sessionAdd',
        id,
        dayId: dayId as DayId,
        afterId: afterId as SessionId | null,
        title,
        kind: 'plenary',
      });
      return isDone ? id : null;
    },
    remove: async (id: string, name: string) => {
      if (await run({ name: 'sessionRemove', id: id as SessionId })) sayWithUndo(t('agenda:removed', { name }));
    },
    /** The row is shown at its new place at once; the host's answer confirms it. */
    move: async (id: string, dayId: string, after: PlaceAfter) => {
      setPending({ id, after });
      await run({ name: 'sessionMove', id: id as SessionId, dayId: dayId as DayId, afterId: after as SessionId | null });
      setPending(null);
    },
    withPending: (schedule: DaySchedule): DaySchedule => (pending === null ? schedule : moved(schedule, pending)),
    addDay: async () => {
      const id = host.newId() as DayId;
      return (await run({ name: 'dayAdd', id })) ? id : null;
    },
    removeDay: async (id: string, name: string, sessions: readonly Session[]) => {
      const text = [t('agenda:days.removeText', { count: sessions.length }), hasRecords(sessions) ? t('agenda:days.hasRecords') : '']
        .join(' ')
        .trim();
      const question = { title: t('agenda:days.removeTitle', { day: name }), text, confirm: t('agenda:days.remove') };
      if (sessions.length > 0 && !(await confirm(question))) return false;
      const isDone = await run({ name: 'dayRemove', id: id as DayId });
      if (isDone) sayWithUndo(t('agenda:days.removed', { day: name }));
      return isDone;
    },
  };
}

function moved(schedule: DaySchedule, { id, after }: PendingMove): DaySchedule {
  const sessions = schedule.sessions.map(({ session }) => session);
  const session = sessions.find((each) => each.id === id);
  const others = sessions.filter((each) => each.id !== id);
  const index = after === null ? 0 : others.findIndex((each) => each.id === after) + 1;
  if (!session || (after !== null && index === 0)) return schedule;
  return scheduleDay(schedule.day, others.toSpliced(index, 0, session));
}
