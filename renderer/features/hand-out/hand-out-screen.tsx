// Hand out: which teams get a pack in which language, what is missing, one button to build, and what was handed out when.
import { IconPackage, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { UiLanguage } from '../../../shared/contract/contract.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { TeamId } from '../../../shared/domain/people/model.ts';
import { packMissing } from '../../../shared/pack/missing.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useSession, useView, useWorkshop } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/waiting.tsx';
import { TakeAlong } from '../take-along/take-along.tsx';
import { BuildResult } from './build-result.tsx';
import classes from './hand-out.module.css';
import { MissingNote } from './missing-note.tsx';
import { PackLog } from './pack-log.tsx';
import { packRows } from './pack-rows.ts';
import { PackTable } from './pack-table.tsx';
import { useDeliver } from './use-deliver.ts';
import { usePackBuild } from './use-pack-build.ts';

/** What packs are made of: a change in one of these makes a finished build out of date. */
const packed: readonly CollectionName[] = [
  'workshop',
  'organisations',
  'participants',
  'teams',
  'topicGroups',
  'plans',
  'steps',
  'indicators',
  'homeIntroductions',
  'planVersions',
  'signOffs',
  'checkpoints',
  'parkingItems',
];

export function HandOutScreen(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  const { store } = useSession();
  const workshop = useWorkshop();
  const view = useDeferredValue(useView(...packed));
  const rows = useMemo(() => packRows(view, workshop), [view, workshop]);
  const [left, setLeft] = useState<ReadonlySet<TeamId>>(new Set());
  const [languages, setLanguages] = useState<ReadonlyMap<TeamId, UiLanguage>>(new Map());
  const { build, state } = usePackBuild();
  const chosen = useMemo(() => new Set(rows.map((row) => row.teamId).filter((id) => !left.has(id))), [rows, left]);
  const gaps = useMemo(() => packMissing(view, [...chosen]), [view, chosen]);
  const built = state.kind === 'built' ? state.pack : null;
  const deliver = useDeliver(built?.buildId ?? null);

  if (rows.length === 0) {
    return (
      <Page title={t('handOut:title')}>
        <EmptyState
          icon={<IconUsers size={24} stroke={1.75} />}
          text={t('handOut:noTeams')}
          action={<Button onClick={() => void navigate(address('teams'))}>{t('handOut:toTeams')}</Button>}
        />
        <TakeAlong />
      </Page>
    );
  }
  const isBuilding = state.kind === 'building';
  const start = () => {
    // What is still being typed elsewhere belongs into the packs.
    flushFields();
    const teams = rows
      .filter((row) => chosen.has(row.teamId))
      .map((row) => ({ teamId: row.teamId, language: languages.get(row.teamId) ?? row.language }));
    void build.start(teams, store.versionOf(packed));
  };
  const reason = isBuilding ? t('handOut:blockedBuilding') : chosen.size === 0 ? t('handOut:blockedNone') : null;
  const choose = (teamId: TeamId, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(teamId);
    else next.add(teamId);
    setLeft(next);
  };
  return (
    <Page
      title={t('handOut:title')}
      lead={t('handOut:lead')}
      actions={
        <Button kind="primary" icon={<IconPackage size={16} stroke={1.75} aria-hidden />} reason={reason} onClick={start}>
          {t('handOut:build', { count: chosen.size })}
        </Button>
      }
    >
      <MissingNote gaps={gaps} teamNames={new Map(rows.map((row) => [row.teamId, row.name]))} />
      {isBuilding && (
        <Panel>
          <ProgressBar
            done={state.done}
            total={state.total}
            label={
              state.label === ''
                ? t('handOut:starting')
                : t('handOut:progress', { done: state.done, total: state.total, label: state.label })
            }
            onCancel={build.cancel}
          />
        </Panel>
      )}
      {state.kind === 'cancelled' && <Note tone="info">{t('handOut:cancelled')}</Note>}
      {state.kind === 'failed' && <Note tone="danger">{failureMessage(t, state.failure)}</Note>}
      {state.kind === 'built' && <BuildResult pack={state.pack} isOutdated={store.versionOf(packed) !== state.content} deliver={deliver} />}
      <Panel
        inset="flush"
        title={t('handOut:selected', { chosen: chosen.size, total: rows.length })}
        actions={
          <div className={classes.buttons}>
            <Button kind="quiet" onClick={() => setLeft(new Set())}>
              {t('handOut:all')}
            </Button>
            <Button kind="quiet" onClick={() => setLeft(new Set(rows.map((row) => row.teamId)))}>
              {t('handOut:none')}
            </Button>
          </div>
        }
      >
        <PackTable
          rows={rows}
          chosen={chosen}
          languages={languages}
          built={built}
          onChoose={choose}
          onLanguage={(teamId, language) => setLanguages(new Map(languages).set(teamId, language))}
          onTeamZip={(teamId) => deliver.run({ kind: 'team', teamId })}
        />
      </Panel>
      <TakeAlong />
      <PackLog />
    </Page>
  );
}
