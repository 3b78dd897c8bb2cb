// Which screen stands at which route. Screens are fetched when their route is opened first, so that the start stays quick.
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Waiting } from '../ui/waiting.tsx';
import { NotFound } from './not-found.tsx';
import { routes } from './routes.ts';
import { LibraryShell } from './shell/library-shell.tsx';

const HomeScreen = lazy(async () => ({ default: (await import('../features/home/home-screen.tsx')).HomeScreen }));
const NewWorkshopScreen = lazy(async () => ({
  default: (await import('../features/new-workshop/new-workshop-screen.tsx')).NewWorkshopScreen,
}));
const SettingsScreen = lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen }));
const WorkshopShell = lazy(async () => ({ default: (await import('./shell/workshop-shell.tsx')).WorkshopShell }));
const PrepareFrame = lazy(async () => ({ default: (await import('../features/prepare/prepare-frame.tsx')).PrepareFrame }));
const BasicsScreen = lazy(async () => ({ default: (await import('../features/prepare/basics-screen.tsx')).BasicsScreen }));
const PeopleScreen = lazy(async () => ({ default: (await import('../features/people/people-screen.tsx')).PeopleScreen }));
const TeamsScreen = lazy(async () => ({ default: (await import('../features/people/teams-screen.tsx')).TeamsScreen }));
const AgendaScreen = lazy(async () => ({ default: (await import('../features/agenda/agenda-screen.tsx')).AgendaScreen }));
const RunScreen = lazy(async () => ({ default: (await import('../features/run/run-screen.tsx')).RunScreen }));
const PlansScreen = lazy(async () => ({ default: (await import('../features/plans/plans-screen.tsx')).PlansScreen }));
const HandOutScreen = lazy(async () => ({ default: (await import('../features/hand-out/hand-out-screen.tsx')).HandOutScreen }));

export function Screens(): ReactNode {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route element={<LibraryShell />}>
          <Route path={routes.home.path} element={<HomeScreen />} />
          <Route path={routes.newWorkshop.path} element={<NewWorkshopScreen />} />
          <Route path={routes.settings.path} element={<SettingsScreen />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="/w/:workshopId" element={<WorkshopShell />}>
          <Route index element={<Navigate to="prepare/basics" replace />} />
          <Route path="prepare" element={<Navigate to="basics" replace />} />
          <Route element={<PrepareFrame />}>
            <Route path={routes.basics.path} element={<BasicsScreen />} />
            <Route path={routes.people.path} element={<PeopleScreen />} />
            <Route path={routes.teams.path} element={<TeamsScreen />} />
            <Route path={routes.agenda.path} element={<AgendaScreen />} />
          </Route>
          <Route path={routes.run.path} element={<RunScreen />} />
          <Route path={routes.plans.path} element={<PlansScreen />} />
          <Route path={routes.plan.path} element={<PlansScreen />} />
          <Route path={routes.handOut.path} element={<HandOutScreen />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
