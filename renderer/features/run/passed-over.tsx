// Sessions that still wait although a later one was started: each is skipped, done later today, or moved to the next day.
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './passed-over.module.css';
import type { Room } from './room.ts';
import type { RoomActions } from './use-room-actions.ts';
import { useTitle } from './use-titles.ts';

export function PassedOver({ room, actions }: { readonly room: Room; readonly actions: RoomActions }): ReactNode {
  const t = useWords();
  const titleOf = useTitle();
  const { passedOver, day, days } = room;
  if (passedOver.length === 0) return null;
  const nextDay = days[day.number];
  const reached = room.current ?? day.sessions.findLast(({ clock }) => clock.startedAt !== null);
  return (
    <Note tone="info" title={t('run:passedOver.title', { count: passedOver.length })}>
      <ul className={classes.list}>
        {passedOver.map(({ session }) => {
          const name = titleOf(session);
          return (
            <li key={session.id} className={classes.entry}>
              <span className={classes.name}>{name}</span>
              <Button kind="quiet" aria-label={t('run:passedOver.skipOf', { name })} onClick={() => actions.skip(session.id)}>
                {t('run:act.skip')}
              </Button>
              {reached && (
                <Button
                  kind="quiet"
                  aria-label={t('run:passedOver.laterOf', { name })}
                  onClick={() => actions.move(session.id, day.schedule.day.id, reached.session.id)}
                >
                  {t('run:passedOver.later')}
                </Button>
              )}
              {nextDay && (
                <Button
                  kind="quiet"
                  aria-label={t('run:passedOver.moveOf', { name, number: nextDay.number })}
                  onClick={() => actions.move(session.id, nextDay.schedule.day.id, nextDay.sessions.at(-1)?.session.id ?? null)}
                >
                  {t('run:passedOver.move', { number: nextDay.number })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}
