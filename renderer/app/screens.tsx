// Which screen stands at which route.
import { createElement, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { PrepareFrame } from '../features/prepare/prepare-frame.tsx';
import type { FirstWorkshop } from '../state/first-workshop.ts';
import { useLoadable } from '../state/use-loadable.ts';
import { Waiting } from '../ui/waiting.tsx';
import { NotFound } from './not-found.tsx';
import { routes, type RouteName } from './routes.ts';
import { screenModules } from './screen-modules.ts';
import { LibraryShell } from './shell/library-shell.tsx';
import { PastShell } from './shell/past-shell.tsx';
import { WorkshopShell } from './shell/workshop-shell.tsx';

/** @param first the workshop that was opened together with the page */
export function Screens({ first }: { readonly first: FirstWorkshop | null }): ReactNode {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route element={<LibraryShell />}>
          {screenRoutes('home', 'newWorkshop', 'settings', 'about', 'bringIn')}
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="/w/:workshopId/past/:revision" element={<PastShell />}>
          <Route index element={<Navigate to="plans" replace />} />
          <Route path="prepare" element={<Navigate to="basics" replace />} />
          <Route element={<PrepareFrame />}>{screenRoutes('pastBasics', 'pastPeople', 'pastTeams', 'pastAgenda')}</Route>
          {screenRoutes('pastPlans', 'pastPlan')}
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="/w/:workshopId" element={<WorkshopShell first={first} />}>
          <Route index element={<Navigate to="prepare/basics" replace />} />
          <Route path="prepare" element={<Navigate to="basics" replace />} />
          <Route element={<PrepareFrame />}>{screenRoutes('basics', 'people', 'teams', 'agenda')}</Route>
          {screenRoutes('run', 'plans', 'plan', 'handOut', 'history', 'copies')}
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function screenRoutes(...names: readonly RouteName[]): ReactNode {
  return names.map((name) => <Route key={name} path={routes[name].path} element={<Screen name={name} />} />);
}

function Screen({ name }: { readonly name: RouteName }): ReactNode {
  return createElement(useLoadable(screenModules[name]));
}
