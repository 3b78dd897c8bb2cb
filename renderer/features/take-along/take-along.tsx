// Hand out: the workshop, or a part of it, as one file for another laptop.
import type { ReactNode } from 'react';
import { useSession, useSorted } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { Panel } from '../../ui/page.tsx';
import classes from './take-along.module.css';
import { WaysOut } from './ways-out.tsx';

export function TakeAlong(): ReactNode {
  const t = useWords();
  const { workshopId } = useSession();
  const teams = useSorted('teams');
  return (
    <Panel title={t('takeAlong:title')}>
      <p className={classes.lead}>{t('takeAlong:what')}</p>
      <WaysOut workshopId={workshopId} teams={teams} />
    </Panel>
  );
}
