// Plans: teams and their plans, the plan itself, what is left before sign-off. Three columns where they fit, else tabs.
import { useMediaQuery } from '@mantine/hooks';
import { IconChecklist, IconHistory, IconTrash, IconUsers } from '@tabler/icons-react';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { ActionPlan } from '../../../shared/domain/plan/model.ts';
import { useCollection, useIsReadOnly, useRecord, useView } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { focusPlace } from './focus-place.ts';
import { PaneTabs, paneId, type Pane } from './pane-tabs.tsx';
import { usePartCommands } from './part-commands.ts';
import { ChecksLabel, PlanChecks } from './plan-checks.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PlanList } from './plan-list.tsx';
import classes from './plans-screen.module.css';
import { PrintButton } from './print-button.tsx';

export function PlansScreen(): ReactNode {
  const t = useWords();
  const { planId } = useParams();
  const plan = useRecord('plans', planId);
  const isReadOnly = useIsReadOnly();
  const hasTeams = useCollection('teams').length > 0;
  const [pane, setPane] = usePane(planId);
  useFieldOfAddress(() => setPane('plan'));
  const navigate = useNavigate();
  const address = useAddress();
  const width = useWidth();

  if (!hasTeams) {
    return (
      <Page title={t('plans:title')}>
        <EmptyState
          icon={<IconUsers size={24} stroke={1.75} />}
          text={t('plans:list.noTeams')}
          action={<Button onClick={() => void navigate(address('teams'))}>{t('plans:list.toTeams')}</Button>}
        />
      </Page>
    );
  }
  const list = <PlanList selectedId={planId} isReadOnly={isReadOnly} />;
  const editor = plan ? (
    <PlanEditor key={plan.id} plan={plan} isReadOnly={isReadOnly} />
  ) : (
    <EmptyState icon={<IconChecklist size={24} stroke={1.75} />} text={t(planId === undefined ? 'plans:list.choose' : 'plans:list.gone')} />
  );
  const tabs = paneTabs({ width, hasPlan: plan !== undefined });
  const shown = tabs.includes(pane) ? pane : (tabs[0] ?? 'plan');
  const isHidden = (one: Pane) => tabs.includes(one) && one !== shown;
  const labels: Readonly<Record<Pane, ReactNode>> = {
    list: t('plans:tabs.list'),
    plan: t('plans:tabs.plan'),
    checks: plan ? <ChecksLabel plan={plan} /> : null,
  };
  return (
    <Page
      title={t('plans:title')}
      height={width === 'narrow' ? 'grow' : 'fill'}
      actions={plan && <PlanActions key={plan.id} plan={plan} isReadOnly={isReadOnly} />}
    >
      {tabs.length > 0 && width === 'narrow' && (
        <PaneTabs tabs={tabs.map((one) => ({ pane: one, label: labels[one] }))} shown={shown} onShow={setPane} />
      )}
      <div className={classes.panes} data-width={width}>
        <div className={classes.list} id={paneId('list')} hidden={isHidden('list')}>
          {list}
        </div>
        <div className={classes.middle} hidden={width === 'narrow' && shown === 'list'}>
          {tabs.length > 0 && width === 'medium' && (
            <PaneTabs tabs={tabs.map((one) => ({ pane: one, label: labels[one] }))} shown={shown} onShow={setPane} />
          )}
          {/* A pane of its own for each plan: another one is read from its beginning. */}
          <div key={planId ?? ''} className={classes.pane} id={paneId('plan')} hidden={isHidden('plan')}>
            {editor}
          </div>
          {plan && width !== 'wide' && (
            <div className={classes.pane} id={paneId('checks')} hidden={isHidden('checks')}>
              <PlanChecks key={plan.id} plan={plan} />
            </div>
          )}
        </div>
        {plan && width === 'wide' && (
          <aside className={classes.side}>
            <PlanChecks key={plan.id} plan={plan} />
          </aside>
        )}
      </div>
    </Page>
  );
}

/** The tab in front: a plan that was just chosen is what one wants to see; without a plan it is the list. */
function usePane(planId: string | undefined): readonly [Pane, (pane: Pane) => void] {
  const [chosen, setChosen] = useState<{ readonly planId: string | undefined; readonly pane: Pane } | null>(null);
  const pane = chosen?.planId === planId ? chosen?.pane : undefined;
  return [pane ?? (planId === undefined ? 'list' : 'plan'), (next) => setChosen({ planId, pane: next })];
}

type Width = 'wide' | 'medium' | 'narrow';

/** Measured in em, so that 200 % zoom counts as a narrower window. */
function useWidth(): Width {
  const isWide = useMediaQuery('(min-width: 82em)', true, { getInitialValueInEffect: false });
  const isMedium = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false });
  if (isWide) return 'wide';
  return isMedium ? 'medium' : 'narrow';
}

function paneTabs({ width, hasPlan }: { readonly width: Width; readonly hasPlan: boolean }): readonly Pane[] {
  if (width === 'wide') return [];
  const panes: readonly Pane[] = hasPlan ? ['list', 'plan', 'checks'] : ['list', 'plan'];
  if (width === 'narrow') return panes;
  return hasPlan ? ['plan', 'checks'] : [];
}

/** Leads to the field that the address names, also when the same link is followed twice. */
function useFieldOfAddress(onLead: () => void): void {
  const [query] = useSearchParams();
  const { key } = useLocation();
  const field = query.get('field');
  // Before the page is painted: what the lead brings to the front is there when the frame comes, however busy the machine is.
  useLayoutEffect(() => {
    if (field === null) return undefined;
    onLead();
    const frame = requestAnimationFrame(() => focusPlace(field));
    return () => cancelAnimationFrame(frame);
    // Only a new address leads somewhere.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [field, key]);
}

function PlanActions({ plan, isReadOnly }: { readonly plan: ActionPlan; readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  // What is printed is the plan of today.
  const isPast = useParams()['revision'] !== undefined;
  const view = useView('signOffs');
  const { runUndoable, problem } = usePartCommands();
  const isEverSigned = [...view.all('signOffs')].some((signOff) => signOff.planId === plan.id);
  const remove = async () => {
    if (await runUndoable({ name: 'planRemove', id: plan.id }, t('plans:actions.removed'))) await navigate(address('plans'));
  };
  if (isPast) return null;
  return (
    <>
      {problem !== null && <Note tone="danger">{problem}</Note>}
      {!isReadOnly && !isEverSigned && (
        <Button kind="quiet" icon={<IconTrash size={16} stroke={1.75} aria-hidden />} onClick={() => void remove()}>
          {t('plans:actions.remove')}
        </Button>
      )}
      <Button
        kind="quiet"
        icon={<IconHistory size={16} stroke={1.75} aria-hidden />}
        onClick={() => void navigate(address('history', { query: { plan: plan.id } }))}
      >
        {t('history:ofPlan')}
      </Button>
      <PrintButton plan={plan} />
    </>
  );
}
