// The parking lot: a line for a new point, then what is open and what is closed.
import { IconParking } from '@tabler/icons-react';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import type { SessionId } from '../../../shared/domain/agenda/model.ts';
import { clockEvents, sessionClock } from '../../../shared/domain/clock/rules.ts';
import type { View } from '../../../shared/domain/collections.ts';
import type { ParkingItem } from '../../../shared/domain/parking/model.ts';
import { compareRaised } from '../../../shared/domain/parking/rules.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useSmallForm } from '../../state/use-held-form.ts';
import { useHost } from '../../state/host-context.tsx';
import { useCollection, useExecute, useView } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { ClosedPoint, OpenPoint } from './parking-point.tsx';
import classes from './parking.module.css';

interface ParkingListsProps {
  readonly isReadOnly: boolean;
  /** True: the cursor begins in the line for a new point. */
  readonly startsTyping?: boolean;
}

export function ParkingLists({ isReadOnly, startsTyping = false }: ParkingListsProps): ReactNode {
  const t = useWords();
  const items = useCollection('parkingItems');
  const sorted = useMemo(() => items.toSorted(compareRaised), [items]);
  const open = sorted.filter((item) => item.status === 'open');
  const closed = sorted.filter((item) => item.status !== 'open');
  return (
    <div className={classes.lists}>
      {!isReadOnly && <NewPoint startsTyping={startsTyping} />}
      {items.length === 0 ? (
        <EmptyState icon={<IconParking size={24} stroke={1.75} />} text={t('run:parking.empty')} />
      ) : (
        <>
          <PointList title={t('run:parking.open')} items={open}>
            {open.length === 0 ? (
              <p className={classes.caption}>{t('run:parking.openNone')}</p>
            ) : (
              open.map((item) => <OpenPoint key={item.id} item={item} isReadOnly={isReadOnly} />)
            )}
          </PointList>
          <PointList title={t('run:parking.closed')} items={closed}>
            {closed.map((item) => (
              <ClosedPoint key={item.id} item={item} isReadOnly={isReadOnly} />
            ))}
          </PointList>
        </>
      )}
    </div>
  );
}

interface PointListProps {
  readonly title: string;
  readonly items: readonly ParkingItem[];
  readonly children: ReactNode;
}

function PointList({ title, items, children }: PointListProps): ReactNode {
  return (
    <section className={classes.list} aria-label={title}>
      <h3 className={classes.heading}>
        {title} <span className={`${classes.caption} number`}>{items.length}</span>
      </h3>
      {children}
    </section>
  );
}

const emptyPoint = { text: '', raisedBy: '' };

function NewPoint({ startsTyping }: { readonly startsTyping: boolean }): ReactNode {
  const t = useWords();
  const { newId } = useHost();
  const execute = useExecute();
  const view = useView('sessions', 'clockEvents');
  const form = useSmallForm('parking', emptyPoint);
  const { text, raisedBy } = form.value;
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const answer = await execute({
      name: 'parkingAdd',
      id: newId() as ParkingItem['id'],
      text: text.trim(),
      raisedBy: raisedBy.trim(),
      sessionId: runningSession(view),
    });
    setRefusal(answer.ok ? null : failureMessage(t, answer.failure));
    if (!answer.ok) return;
    form.clear();
    (event.target as HTMLFormElement).querySelector('input')?.focus();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void add(event)}>
      {/* F4 is pressed to write a point down. */}
      <TextInput
        label={t('run:parking.text')}
        help={t('run:parking.textHelp')}
        value={text}
        onChange={(next) => form.set({ text: next })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={startsTyping}
      />
      <div className={classes.formLine}>
        <TextInput label={t('run:parking.raisedBy')} value={raisedBy} onChange={(next) => form.set({ raisedBy: next })} />
        <Button type="submit">{t('run:parking.add')}</Button>
      </div>
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
    </form>
  );
}

/** The session in which the point came up, if one runs. */
function runningSession(view: View): SessionId | null {
  const events = clockEvents(view);
  for (const session of view.all('sessions')) {
    const { state } = sessionClock(events, session.id);
    if (state === 'running' || state === 'paused') return session.id;
  }
  return null;
}
