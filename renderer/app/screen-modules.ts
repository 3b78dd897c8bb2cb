// The code of every screen, fetched when its route is opened first. Knows no React, so that the first screen is asked for before React is there.
import type { ComponentType } from 'react';
import { loadable, type Loadable } from '../host/loadable.ts';
import type { RouteName } from './routes.ts';

const basics = loadable<ComponentType>(async () => (await import('../features/prepare/basics-screen.tsx')).BasicsScreen);
const people = loadable<ComponentType>(async () => (await import('../features/people/people-screen.tsx')).PeopleScreen);
const teams = loadable<ComponentType>(async () => (await import('../features/people/teams-screen.tsx')).TeamsScreen);
const agenda = loadable<ComponentType>(async () => (await import('../features/agenda/agenda-screen.tsx')).AgendaScreen);
const plans = loadable<ComponentType>(async () => (await import('../features/plans/plans-screen.tsx')).PlansScreen);

export const screenModules: Readonly<Record<RouteName, Loadable<ComponentType>>> = {
  home: loadable(async () => (await import('../features/home/home-screen.tsx')).HomeScreen),
  newWorkshop: loadable(async () => (await import('../features/new-workshop/new-workshop-screen.tsx')).NewWorkshopScreen),
  settings: loadable(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen),
  about: loadable(async () => (await import('../features/about/about-screen.tsx')).AboutScreen),
  bringIn: loadable(async () => (await import('../features/bring-in/bring-in-screen.tsx')).BringInScreen),
  basics,
  people,
  teams,
  agenda,
  run: loadable(async () => (await import('../features/run/run-screen.tsx')).RunScreen),
  plans,
  plan: plans,
  handOut: loadable(async () => (await import('../features/hand-out/hand-out-screen.tsx')).HandOutScreen),
  history: loadable(async () => (await import('../features/history/history-screen.tsx')).HistoryScreen),
  copies: loadable(async () => (await import('../features/copies/copies-screen.tsx')).CopiesScreen),
  pastBasics: basics,
  pastPeople: people,
  pastTeams: teams,
  pastAgenda: agenda,
  pastPlans: plans,
  pastPlan: plans,
};
