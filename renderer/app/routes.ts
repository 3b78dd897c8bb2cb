// Every route of the application in one table: where it is, a sample address for tests, and how addresses are made.

export const routes = {
  home: { path: '/', sample: '/' },
  newWorkshop: { path: '/new', sample: '/new' },
  settings: { path: '/settings', sample: '/settings' },
  about: { path: '/about', sample: '/about' },
  bringIn: { path: '/bring-in/:sourceId', sample: '/bring-in/gone' },
  basics: { path: '/w/:workshopId/prepare/basics', sample: '/w/{workshop}/prepare/basics' },
  people: { path: '/w/:workshopId/prepare/people', sample: '/w/{workshop}/prepare/people' },
  teams: { path: '/w/:workshopId/prepare/teams', sample: '/w/{workshop}/prepare/teams' },
  agenda: { path: '/w/:workshopId/prepare/agenda', sample: '/w/{workshop}/prepare/agenda' },
  run: { path: '/w/:workshopId/run', sample: '/w/{workshop}/run' },
  plans: { path: '/w/:workshopId/plans', sample: '/w/{workshop}/plans' },
  plan: { path: '/w/:workshopId/plans/:planId', sample: '/w/{workshop}/plans/{plan}' },
  handOut: { path: '/w/:workshopId/hand-out', sample: '/w/{workshop}/hand-out' },
  history: { path: '/w/:workshopId/history', sample: '/w/{workshop}/history' },
  copies: { path: '/w/:workshopId/copies', sample: '/w/{workshop}/copies' },
  pastBasics: { path: '/w/:workshopId/past/:revision/prepare/basics', sample: '/w/{workshop}/past/1/prepare/basics' },
  pastPeople: { path: '/w/:workshopId/past/:revision/prepare/people', sample: '/w/{workshop}/past/1/prepare/people' },
  pastTeams: { path: '/w/:workshopId/past/:revision/prepare/teams', sample: '/w/{workshop}/past/1/prepare/teams' },
  pastAgenda: { path: '/w/:workshopId/past/:revision/prepare/agenda', sample: '/w/{workshop}/past/1/prepare/agenda' },
  pastPlans: { path: '/w/:workshopId/past/:revision/plans', sample: '/w/{workshop}/past/1/plans' },
  pastPlan: { path: '/w/:workshopId/past/:revision/plans/:planId', sample: '/w/{workshop}/past/1/plans/{plan}' },
} as const;

export type RouteName = keyof typeof routes;

/** The places of a workshop that can be looked at as they were; all others belong to the present. */
const pastRoutes: Readonly<Partial<Record<RouteName, RouteName>>> = {
  basics: 'pastBasics',
  people: 'pastPeople',
  teams: 'pastTeams',
  agenda: 'pastAgenda',
  plans: 'pastPlans',
  plan: 'pastPlan',
};

/** Parts of an address: the workshop where the route has one, the plan, and what is selected on the page (kept in the address). */
export interface AddressParts {
  readonly workshopId?: string;
  /** The workshop as it was at this revision. */
  readonly revision?: number | undefined;
  readonly planId?: string;
  /** A file that was read. */
  readonly sourceId?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * The address of a route, for links and navigation.
 * @example addressOf('agenda', { workshopId, query: { session: sessionId } })
 */
export function addressOf(name: RouteName, parts: AddressParts = {}): string {
  const route = parts.revision === undefined ? name : (pastRoutes[name] ?? name);
  const path = routes[route].path
    .replace(':workshopId', encodeURIComponent(parts.workshopId ?? ''))
    .replace(':revision', String(parts.revision))
    .replace(':planId', encodeURIComponent(parts.planId ?? ''))
    .replace(':sourceId', encodeURIComponent(parts.sourceId ?? ''));
  const query = new URLSearchParams(parts.query).toString();
  return query === '' ? path : `${path}?${query}`;
}

/**
 * Which route an address belongs to, before there is a router.
 * @param address with or without query, such as `/w/7/prepare/people?person=3`
 */
export function routeAt(address: string): { readonly route: RouteName | null; readonly workshopId: string | null } {
  const path = address.replace(/\?.*$/, '');
  const workshopId = /^\/w\/([^/]+)/.exec(path)?.[1];
  const route = (Object.keys(routes) as readonly RouteName[]).find((name) =>
    new RegExp(`^${routes[name].path.replaceAll(/:\w+/g, '[^/]+')}/?$`).test(path === '' ? '/' : path),
  );
  if (workshopId === undefined) return { route: route ?? null, workshopId: null };
  // The past is read at once and needs no open workshop.
  if (/^\/w\/[^/]+\/past\//.test(path)) return { route: route ?? null, workshopId: null };
  // What is no place of a workshop leads to its basics.
  return { route: route ?? 'basics', workshopId: decoded(workshopId) };
}

/** An address that somebody typed may hold a % that means nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The addresses that the accessibility tests visit, with ids put in. */
export function sampleAddresses(ids: {
  readonly workshop: string;
  readonly plan: string;
}): readonly { readonly name: RouteName; readonly address: string }[] {
  return Object.entries(routes).map(([name, { sample }]) => ({
    name: name as RouteName,
    address: sample.replace('{workshop}', ids.workshop).replace('{plan}', ids.plan),
  }));
}
