// One day of the agenda as a table that is typed in: every start follows from what stands above it.
import { IconChevronRight } from '@tabler/icons-react';
import { memo, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { isPause, scheduleWarnings, timeOfMinutes, type DaySchedule, type ScheduledSession } from '../../../shared/domain/agenda/rules.ts';
import { useContent } from '../../state/content-context.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useSmallForm } from '../../state/use-held-form.ts';
import { useWords } from '../../ui/language.ts';
import { useStable } from '../../ui/use-stable.ts';
import classes from './agenda.module.css';
import { dayBalance } from './day-balance.ts';
import { DraggableRow, DragHandle } from './dragging.tsx';
import { MinutesCell } from './minutes-cell.tsx';
import { FieldsCell, KindCell, PhaseCell, RecordsCell, StartCell, TitleCell } from './session-cells.tsx';
import { warningWords } from './warning-words.ts';

/** Above so many sessions only the rows near the eye are built; no day of a real workshop comes near it. */
const longDay = 40;

interface AgendaTableProps {
  readonly label: string;
  readonly schedule: DaySchedule;
  /** The room's main language. */
  readonly language: string;
  readonly nameOf: (sessionId: string) => string;
  readonly selectedId: string | null;
  readonly isReadOnly: boolean;
  readonly onOpen: (sessionId: string) => void;
  readonly onAdd: (title: string) => void;
  readonly onRemove: (sessionId: string) => void;
  readonly onMoveBy: (sessionId: string, direction: 1 | -1) => void;
}

export function AgendaTable(props: AgendaTableProps): ReactNode {
  const { label, schedule, language, nameOf, selectedId, isReadOnly, onOpen, onAdd, onRemove, onMoveBy } = props;
  const t = useWords();
  const warnings = useMemo(() => warningWords(t, scheduleWarnings(schedule)), [schedule, t]);
  const open = useStable(onOpen);
  const isLong = schedule.sessions.length > longDay;
  const columns: readonly Column<ScheduledSession>[] = [
    {
      key: 'drag',
      header: <span className="visually-hidden">{t('agenda:column.actions')}</span>,
      width: '1.75rem',
      cell: ({ session }) => !isReadOnly && <DragHandle name={nameOf(session.id)} />,
    },
    {
      key: 'start',
      header: t('agenda:column.start'),
      width: '4rem',
      cell: ({ session, start }) => <StartCell start={timeOfMinutes(start)} isFixed={session.anchor !== null} />,
    },
    {
      key: 'minutes',
      header: t('agenda:column.minutes'),
      align: 'right',
      width: '3rem',
      cell: ({ session }) => <MinutesCell session={session} name={nameOf(session.id)} isReadOnly={isReadOnly} />,
    },
    {
      key: 'title',
      header: t('agenda:column.title'),
      cell: ({ session }) => (
        <TitleCell
          session={session}
          name={nameOf(session.id)}
          isReadOnly={isReadOnly}
          language={language}
          warnings={warnings.get(session.id) ?? ''}
          isTight={isLong}
        />
      ),
    },
    {
      key: 'kind',
      header: t('agenda:column.kind'),
      width: 'clamp(9.75rem, 11vw, 12rem)',
      isSmall: true,
      cell: ({ session }) => <KindCell session={session} name={nameOf(session.id)} isReadOnly={isReadOnly} />,
    },
    {
      key: 'phase',
      header: t('agenda:column.phase'),
      width: 'clamp(11.5rem, 12vw, 13.5rem)',
      isSmall: true,
      cell: ({ session }) => <PhaseCell session={session} name={nameOf(session.id)} isReadOnly={isReadOnly} />,
    },
    {
      key: 'fields',
      header: t('agenda:column.fields'),
      width: '4.125rem',
      isSmall: true,
      cell: ({ session }) => <FieldsCell session={session} name={nameOf(session.id)} isReadOnly={isReadOnly} />,
    },
    {
      key: 'records',
      header: t('agenda:column.records'),
      width: 'clamp(11rem, 12vw, 16rem)',
      isSmall: true,
      cell: ({ session }) => <RecordsCell session={session} name={nameOf(session.id)} isReadOnly={isReadOnly} />,
    },
    {
      key: 'actions',
      header: <span className="visually-hidden">{t('agenda:column.actions')}</span>,
      width: '2rem',
      cell: ({ session }) => <OpenButton id={session.id} name={nameOf(session.id)} onOpen={open} />,
    },
  ];
  /** Alt and an arrow move the row, Alt Delete removes it, as in every grid. */
  const actByKeys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!event.altKey || !['ArrowUp', 'ArrowDown', 'Delete'].includes(event.key) || isReadOnly) return;
    const cell = event.target as HTMLElement;
    const row = cell.closest<HTMLElement>('[data-row]');
    const id = row?.dataset['row'];
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Delete') return onMoveBy(id, event.key === 'ArrowUp' ? -1 : 1);
    // The cursor goes on in the row that comes into its place.
    const neighbour = row?.nextElementSibling?.matches('[data-row]') ? row.nextElementSibling : row?.previousElementSibling;
    neighbour?.querySelector<HTMLElement>(`[data-cell="${cell.dataset['cell'] ?? 'title'}"]`)?.focus();
    onRemove(id);
  };
  return (
    <div className={classes.table} onKeyDownCapture={actByKeys}>
      <DataTable
        label={label}
        columns={columns}
        rows={schedule.sessions}
        rowKey={({ session }) => session.id}
        rowAs={DraggableRow}
        isSunk={({ session }) => isPause(session.kind)}
        selectedKey={selectedId}
        fill="inputs"
        minWidth="50rem"
        isLong={isLong}
        after={isReadOnly ? undefined : <AddRow key={schedule.day.id} dayId={schedule.day.id} onAdd={onAdd} />}
        footer={<DaySum schedule={schedule} />}
      />
    </div>
  );
}

interface OpenButtonProps {
  readonly id: string;
  readonly name: string;
  readonly onOpen: (sessionId: string) => void;
}

const OpenButton = memo(function OpenButton({ id, name, onOpen }: OpenButtonProps): ReactNode {
  const t = useWords();
  const label = t('agenda:open', { name });
  return (
    <button type="button" className={classes.small} aria-label={label} title={label} onClick={() => onOpen(id)}>
      <IconChevronRight size={16} stroke={1.75} aria-hidden />
    </button>
  );
});

/** The line under the last session: a title and Enter make a new one. */
const noTitle = { title: '' };

function AddRow({ dayId, onAdd }: { readonly dayId: string; readonly onAdd: (title: string) => void }): ReactNode {
  const t = useWords();
  const form = useSmallForm(`session ${dayId}`, noTitle);
  const { title } = form.value;
  const add = () => {
    if (title.trim() === '') return;
    onAdd(title.trim());
    form.clear();
  };
  return (
    <tr>
      <td className={classes.addCell} colSpan={9}>
        <input
          className={classes.addInput}
          type="text"
          autoComplete="off"
          aria-label={t('agenda:add.label')}
          placeholder={t('agenda:add.placeholder')}
          data-cell="add"
          value={title}
          onChange={(event) => form.set({ title: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </td>
    </tr>
  );
}

/** "510 min, ends 17:00 · as planned", or by how much it is over or under. */
function DaySum({ schedule }: { readonly schedule: DaySchedule }): ReactNode {
  const t = useWords();
  const { templates } = useContent();
  const { over, plannedEnd } = dayBalance(schedule, templates);
  const planned = timeOfMinutes(plannedEnd);
  const words =
    over === 0 ? t('agenda:balance.exact') : t(`agenda:balance.${over > 0 ? 'over' : 'under'}`, { count: Math.abs(over), planned });
  return (
    <span className={classes.sum} data-testid="day-sum">
      <span className="number">{t('agenda:sum', { total: schedule.totalMinutes, end: timeOfMinutes(schedule.end) })}</span>
      <span className={classes.balance} data-tone={over > 0 ? 'warning' : undefined}>
        {words}
      </span>
    </span>
  );
}
