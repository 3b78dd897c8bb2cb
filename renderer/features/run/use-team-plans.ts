// Teams with their plans and the state of each, for the records of Run.
import { useMemo } from 'react';
import { useView } from '../../state/workshop-context.tsx';
import { teamPlans, type TeamPlans } from '../plans/team-plans.ts';

export function useTeamPlans(): readonly TeamPlans[] {
  const view = useView('workshop', 'teams', 'topics', 'plans', 'steps', 'indicators', 'homeIntroductions', 'planVersions', 'signOffs');
  return useMemo(() => teamPlans(view), [view]);
}
