// The list of workshops: a table, not cards.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { WorkshopSummary } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { addressOf } from '../../app/routes.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Panel } from '../../ui/page.tsx';
import { SampleFlag } from '../../ui/words.tsx';
import { WorkshopMenu } from './workshop-menu.tsx';
import { stateInWords } from './workshop-state.ts';
import classes from './home.module.css';

interface WorkshopListProps {
  readonly label: string;
  readonly workshops: readonly WorkshopSummary[];
  readonly now: number;
  readonly onFailure: (failure: Failure) => void;
}

export function WorkshopList({ label, workshops, now, onFailure }: WorkshopListProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const newestFirst = workshops.toSorted(
    (a, b) => (b.startDate ?? '').localeCompare(a.startDate ?? '') || formats.compare(a.title, b.title),
  );
  const columns: readonly Column<WorkshopSummary>[] = [
    {
      key: 'title',
      header: t('home:column.title'),
      cell: ({ workshopId, title, isSample }) => (
        <span className={classes.name}>
          <Link className={classes.open} to={addressOf('basics', { workshopId })} title={title}>
            {title === '' ? t('untitled') : title}
          </Link>
          {isSample && <SampleFlag label={t('sample')} />}
        </span>
      ),
    },
    { key: 'place', header: t('home:column.place'), width: '8rem', cell: ({ place }) => <span className={classes.oneLine}>{place}</span> },
    {
      key: 'dates',
      header: t('home:column.dates'),
      width: '11.5rem',
      cell: ({ startDate, endDate }) => (startDate && endDate ? formats.dateRange(startDate, endDate) : ''),
    },
    { key: 'state', header: t('home:column.state'), width: '13.5rem', cell: (workshop) => stateInWords(workshop, { t, formats, now }) },
    { key: 'teams', header: t('home:column.teams'), width: '5rem', align: 'right', cell: ({ teams }) => formats.number(teams) },
    {
      key: 'plans',
      header: t('home:column.plans'),
      width: '6.5rem',
      align: 'right',
      cell: ({ signedPlans, plans }) => t('home:plansSigned', { signed: signedPlans, plans }),
    },
    {
      key: 'menu',
      header: <span className="visually-hidden">{t('home:column.actions')}</span>,
      width: '3rem',
      align: 'right',
      cell: (workshop) => <WorkshopMenu workshop={workshop} onFailure={onFailure} />,
    },
  ];
  return (
    <Panel inset="flush">
      <DataTable label={label} columns={columns} rows={newestFirst} rowKey={({ workshopId }) => workshopId} minWidth="60rem" />
    </Panel>
  );
}
