// One point of the parking lot: as written, who raised it and where, and how it is closed.
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ParkingItem, ParkingStatus } from '../../../shared/domain/parking/model.ts';
import { useSetter } from '../../state/use-setter.ts';
import { useSayDone } from '../../state/use-undo.ts';
import { useExecute, useRecord, useWorkshop } from '../../state/workshop-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/fields.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { useTitle } from '../run/use-titles.ts';
import classes from './parking.module.css';

interface PointProps {
  readonly item: ParkingItem;
  readonly isReadOnly: boolean;
}

export function OpenPoint({ item, isReadOnly }: PointProps): ReactNode {
  const t = useWords();
  const bind = useSetter('parkingSet', item);
  const { endDate } = useWorkshop();
  const { close, remove } = usePointCommands(item);
  const [closing, setClosing] = useState<'answered' | 'assigned' | null>(null);
  const [isEditing, setEditing] = useState(false);
  if (isReadOnly) {
    return (
      <article className={classes.point}>
        <p className={classes.text}>{item.text}</p>
        <Origin item={item} />
      </article>
    );
  }
  return (
    <article className={classes.point}>
      <div className={classes.line}>
        {isEditing ? (
          <div className={classes.text}>
            <TextField isLong {...bind('text')} label={t('run:parking.edit')} />
          </div>
        ) : (
          <p className={classes.text}>{item.text}</p>
        )}
        {!isEditing && (
          <IconButton label={t('run:parking.change')} icon={<IconPencil size={16} stroke={1.75} />} onClick={() => setEditing(true)} />
        )}
        <IconButton label={t('run:parking.remove')} icon={<IconTrash size={16} stroke={1.75} />} onClick={remove} />
      </div>
      <Origin item={item} />
      {closing === 'answered' && <TextField isLong {...bind('answer')} label={t('run:parking.answerText')} />}
      {closing === 'assigned' && (
        <div className={classes.formLine}>
          <TextField {...bind('owner')} label={t('run:parking.owner')} />
          <DateField {...bind('dueDate')} label={t('run:parking.due')} reference={endDate} />
        </div>
      )}
      <div className={classes.actions}>
        {closing === null ? (
          <>
            <Button kind="quiet" onClick={() => setClosing('answered')}>
              {t('run:parking.answer')}
            </Button>
            <Button kind="quiet" onClick={() => setClosing('assigned')}>
              {t('run:parking.assign')}
            </Button>
            <Button kind="quiet" onClick={() => close('dropped')}>
              {t('run:parking.drop')}
            </Button>
          </>
        ) : (
          <>
            <Button
              reason={closing === 'assigned' && item.owner.trim() === '' ? t('run:parking.needsOwner') : null}
              onClick={() => close(closing)}
            >
              {t(closing === 'answered' ? 'run:parking.closeAnswered' : 'run:parking.closeAssigned')}
            </Button>
            <Button kind="quiet" onClick={() => setClosing(null)}>
              {t('run:parking.cancel')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

export function ClosedPoint({ item, isReadOnly }: PointProps): ReactNode {
  const t = useWords();
  const { close } = usePointCommands(item);
  return (
    <article className={classes.point}>
      <p className={classes.text}>{item.text}</p>
      <Origin item={item} />
      <Outcome item={item} />
      {!isReadOnly && (
        <div className={classes.actions}>
          <Button kind="quiet" onClick={() => close('open')}>
            {t('run:parking.reopen')}
          </Button>
        </div>
      )}
    </article>
  );
}

/** "A. Mensa · SWOT by action field" */
function Origin({ item }: { readonly item: ParkingItem }): ReactNode {
  const titleOf = useTitle();
  const session = useRecord('sessions', item.sessionId);
  const parts = [item.raisedBy, session ? titleOf(session) : ''].filter((part) => part !== '');
  return parts.length === 0 ? null : <p className={classes.caption}>{parts.join(' · ')}</p>;
}

function Outcome({ item }: { readonly item: ParkingItem }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  switch (item.status) {
    case 'answered':
      return (
        <p className={classes.outcome}>
          <span className={classes.word}>{t('run:parking.answered')}</span> {item.answer}
        </p>
      );
    case 'assigned':
      return (
        <p className={classes.outcome}>
          <span className={classes.word}>{t('run:parking.assigned')}</span>{' '}
          {item.dueDate === null ? item.owner : t('run:parking.assignedTo', { owner: item.owner, date: formats.dayMonth(item.dueDate) })}
        </p>
      );
    case 'dropped':
      return (
        <p className={classes.outcome}>
          <span className={classes.word}>{t('run:parking.dropped')}</span>
        </p>
      );
    default:
      return null;
  }
}

function usePointCommands(item: ParkingItem) {
  const t = useWords();
  const execute = useExecute();
  const sayDone = useSayDone();
  return {
    close: (status: ParkingStatus) => {
      // What was typed as answer or owner goes first.
      flushFields();
      void execute({ name: 'parkingSet', id: item.id, field: 'status', value: status });
    },
    remove: () =>
      void execute({ name: 'parkingRemove', id: item.id }).then((answer) => {
        if (answer.ok) sayDone(t('run:parking.removed'));
      }),
  };
}
