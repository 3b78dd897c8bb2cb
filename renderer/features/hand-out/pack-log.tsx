// What was handed out when: the log that the host writes whenever packs leave.
import type { ReactNode } from 'react';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import type { PackExport } from '../../../shared/domain/follow-up/model.ts';
import { useCollection } from '../../state/workshop-context.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Panel } from '../../ui/page.tsx';
import classes from './hand-out.module.css';
import { newestFirst } from './newest-first.ts';

export function PackLog(): ReactNode {
  const t = useWords();
  const { moment, list, number } = useFormats();
  const entries = useCollection('packExports').toSorted(newestFirst);
  const teams = useCollection('teams');
  const plans = useCollection('plans');
  const teamNames = (entry: PackExport) => {
    if (entry.teamIds.length > 1 && teams.every((team) => entry.teamIds.includes(team.id))) return t('handOut:log.everyTeam');
    return list(entry.teamIds.map((id) => teams.find((team) => team.id === id)?.name ?? t('handOut:log.goneTeam')));
  };
  const languages = (entry: PackExport) =>
    list(
      ['en', 'fr']
        .filter((code) => Object.values(entry.languages).includes(code))
        .map((code) => t(code === 'fr' ? 'language.fr' : 'language.en')),
    );
  const columns: readonly Column<PackExport>[] = [
    { key: 'when', header: t('handOut:log.when'), width: '11rem', cell: (entry) => moment(entry.at) },
    { key: 'teams', header: t('handOut:log.teams'), width: '10rem', cell: teamNames },
    { key: 'languages', header: t('handOut:log.languages'), width: '9rem', cell: languages },
    { key: 'plans', header: t('handOut:log.plans'), cell: (entry) => <Versions entry={entry} plans={plans} /> },
    {
      key: 'where',
      header: t('handOut:log.where'),
      width: '12rem',
      cell: (entry) => (entry.savedTo === '' ? t('handOut:log.download') : entry.savedTo),
    },
    { key: 'revision', header: t('handOut:log.revision'), width: '6rem', align: 'right', cell: (entry) => number(entry.workshopRevision) },
  ];
  return (
    <Panel title={t('handOut:log.title')} inset={entries.length === 0 ? 'usual' : 'flush'}>
      {entries.length === 0 ? (
        <p className={classes.where}>{t('handOut:log.empty')}</p>
      ) : (
        <DataTable label={t('handOut:log.label')} columns={columns} rows={entries} rowKey={(entry) => entry.id} minWidth="60rem" />
      )}
    </Panel>
  );
}

interface VersionsProps {
  readonly entry: PackExport;
  readonly plans: readonly ActionPlan[];
}

/** How many plans went out signed and how many as a draft; on request which, and in which version. */
function Versions({ entry, plans }: VersionsProps): ReactNode {
  const t = useWords();
  const { list } = useFormats();
  if (entry.planVersions.length === 0) return t('none');
  const signed = entry.planVersions.filter((version) => version.signed).length;
  const drafts = entry.planVersions.length - signed;
  const counts = [
    ...(signed > 0 ? [t('handOut:plansSigned', { count: signed })] : []),
    ...(drafts > 0 ? [t('handOut:plansDraft', { count: drafts })] : []),
  ];
  return (
    <details className={classes.versions}>
      <summary>{list(counts)}</summary>
      <ul className={classes.gaps}>
        {entry.planVersions.map(({ planId, number, signed: isSigned }) => {
          const topic = plans.find((plan) => plan.id === planId)?.topic ?? t('handOut:log.gonePlan');
          return <li key={planId}>{isSigned ? t('handOut:log.signed', { topic, number }) : t('handOut:log.draft', { topic })}</li>;
        })}
      </ul>
    </details>
  );
}
