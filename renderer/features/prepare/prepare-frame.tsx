// Prepare: four tabs with counts, and under them in one line what is still missing, each a link, so that tables have the whole width.
import { IconCheck } from '@tabler/icons-react';
import { Suspense, useId, useMemo, type ReactNode } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import { useCollection, useView } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { StatusWord } from '../../ui/words.tsx';
import { readinessGaps, type ReadinessGap } from './readiness.ts';
import classes from './prepare.module.css';

export function PrepareFrame(): ReactNode {
  const t = useWords();
  const view = useView('workshop', 'participants', 'teams', 'days', 'sessions');
  const gaps = useMemo(() => readinessGaps(view), [view]);
  return (
    <Page title={t('frame.prepare')} tabs={<Tabs />} height="fill" actions={gaps.length === 0 ? <AllReady /> : undefined}>
      {gaps.length > 0 && <Gaps gaps={gaps} />}
      <div className={classes.content}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </div>
    </Page>
  );
}

function Tabs(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const address = useAddress();
  const people = useCollection('participants').length;
  const teams = useCollection('teams').length;
  const days = useCollection('days').length;
  const tabs = [
    { name: 'basics', label: t('workshop:tabs.basics'), count: '' },
    { name: 'people', label: t('workshop:tabs.people'), count: formats.number(people) },
    { name: 'teams', label: t('workshop:tabs.teams'), count: formats.number(teams) },
    { name: 'agenda', label: t('workshop:tabs.agenda'), count: t('workshop:tabs.days', { count: days }) },
  ] as const;
  return (
    <nav aria-label={t('workshop:tabs.label')}>
      <ul className={classes.tabs}>
        {tabs.map(({ name, label, count }) => (
          <li key={name}>
            <NavLink className={classes.tab ?? ''} to={address(name)}>
              {label} <span className={`${classes.count} number`}>{count}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** When nothing is missing, one quiet word is enough: the tables take the width. */
function AllReady(): ReactNode {
  const t = useWords();
  return (
    <StatusWord tone="accent" icon={<IconCheck size={16} stroke={1.75} aria-hidden />}>
      {t('workshop:ready.all')}
    </StatusWord>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly ReadinessGap[] }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const id = useId();
  return (
    <aside className={classes.ready} aria-labelledby={id}>
      <h2 className={classes.readyTitle} id={id}>
        {t('workshop:ready.title')}
      </h2>
      <ul className={classes.gaps}>
        {gaps.map(({ code, count, route, field }) => (
          <li key={code}>
            <Link to={address(route, field === undefined ? {} : { query: { field } })}>{t(`workshop:ready.${code}`, { count })}</Link>
          </li>
        ))}
      </ul>
    </aside>
  );
}
