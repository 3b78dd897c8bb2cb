// When the plans are looked at again: after 30, 60 and 90 days, 6 months and a year, counted from the last day of the workshop.
import { IconCalendarCheck } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { asTypedIn } from '../../../../shared/domain/as-typed.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { CheckpointKind } from '../../../../shared/domain/follow-up/model.ts';
import { isWeekend, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useSayDone } from '../../../state/use-undo.ts';
import { useSave } from '../../../state/use-setter.ts';
import { useExecute, useView, useWorkshop } from '../../../state/workshop-context.tsx';
import type { SaveAnswer, Typed } from '../../../ui/autosave.ts';
import { Button } from '../../../ui/button.tsx';
import { DateCell } from '../../../ui/cells.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords, type Words } from '../../../ui/language.ts';
import { Note } from '../../../ui/note.tsx';
import { InstrumentMark } from '../../framework/provenance-mark.tsx';
import { checkpointRows, type CheckpointRow } from '../checkpoint-rows.ts';
import classes from './records.module.css';

export function CheckpointsRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const execute = useExecute();
  const sayDone = useSayDone();
  const view = useView('workshop', 'plans', 'checkpoints');
  const rows = useMemo(() => checkpointRows(view), [view]);
  const { endDate, weekendToMonday } = useWorkshop();
  const [refusal, setRefusal] = useState<string | null>(null);
  const plans = view.size('plans');
  const missing = [...new Set(rows.flatMap((row) => row.missing))];
  if (plans === 0) return <EmptyState icon={<IconCalendarCheck size={24} stroke={1.75} />} text={t('run:checkpoints.none')} />;
  const add = async () => {
    const command: Command = { name: 'checkpointsAdd', planIds: missing, kinds: rows.map(({ kind }) => kind) };
    const answer = await execute(command);
    setRefusal(answer.ok ? null : failureMessage(t, answer.failure));
    if (answer.ok) sayDone(t('run:checkpoints.added'));
  };
  return (
    <div className={classes.stack}>
      <p className={classes.caption}>
        {t(weekendToMonday ? 'run:checkpoints.intro' : 'run:checkpoints.introPlain', { date: formats.date(endDate) })}{' '}
        <InstrumentMark id="follow-up-rhythm" />
      </p>
      <table className={`${classes.table} ${classes.checkpoints}`}>
        <thead>
          <tr>
            <th scope="col">{t('run:checkpoints.kind')}</th>
            <th scope="col">{t('run:checkpoints.date')}</th>
            <th scope="col">{t('run:checkpoints.plans')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <KindRow key={row.kind} row={row} plans={plans} isReadOnly={isReadOnly} />
          ))}
        </tbody>
      </table>
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
      {missing.length === 0 && <p className={classes.caption}>{t('run:checkpoints.complete')}</p>}
      {missing.length > 0 && !isReadOnly && (
        <div>
          <Button onClick={() => void add()}>{t('run:checkpoints.add', { count: missing.length })}</Button>
        </div>
      )}
    </div>
  );
}

function kindName(t: Words, kind: CheckpointKind): string {
  if (kind === '365') return t('run:checkpoints.year');
  return kind === '180' ? t('run:checkpoints.months', { count: 6 }) : t('run:checkpoints.days', { days: kind });
}

interface KindRowProps {
  readonly row: CheckpointRow;
  readonly plans: number;
  readonly isReadOnly: boolean;
}

function KindRow({ row, plans, isReadOnly }: KindRowProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const save = useSave();
  const { endDate } = useWorkshop();
  const { kind, checkpoints, dates, usual } = row;
  const name = kindName(t, kind);
  const [date] = dates;
  const shown = dates.length === 1 ? (date ?? null) : null;
  const words = checkpoints.map((checkpoint) => asTypedIn(checkpoint, 'dueDate')).find((typed) => typed !== '') ?? '';
  const move = async ({ value: dueDate, asTyped }: Typed<CalendarDate | null>): Promise<SaveAnswer<never>> => {
    const answer = await save<never>({ name: 'checkpointsMove', ids: checkpoints.map(({ id }) => id), dueDate, asTyped });
    return answer.kind === 'refused' ? answer : { kind: 'saved' };
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {checkpoints.length === 0 ? (
          <span className={`${classes.caption} number`}>{usual && formats.weekday(usual)}</span>
        ) : (
          <DateCell
            label={t('run:checkpoints.dateOf', { kind: name })}
            value={shown}
            reference={endDate}
            isReadOnly={isReadOnly}
            onSave={(next) => move({ value: next, asTyped: '' })}
            typed={{ value: { value: shown, asTyped: words }, onSave: move }}
          />
        )}
        {dates.length > 1 && <span className={classes.caption}>{t('run:checkpoints.several', { count: dates.length })}</span>}
        {dates.length === 1 && date && isWeekend(date) && <span className={classes.caption}>{t('run:checkpoints.weekend')}</span>}
      </td>
      <td className="number">
        {checkpoints.length === plans
          ? t('run:checkpoints.allPlans')
          : t('run:checkpoints.somePlans', { count: checkpoints.length, total: plans })}
      </td>
    </tr>
  );
}
