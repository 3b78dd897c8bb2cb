// Every route of the application in one table: where it is, a sample address for tests, and how addresses are made.

export const routes = {
  home: { path: '/', sample: '/' },
  newWorkshop: { path: '/new', sample: '/new' },
  settings: { path: '/settings', sample: '/settings' },
  basics: { path: '/w/:workshopId/prepare/basics', sample: '/w/{workshop}/prepare/basics' },
  people: { path: '/w/:workshopId/prepare/people', sample: '/w/{workshop}/prepare/people' },
  teams: { path: '/w/:workshopId/prepare/teams', sample: '/w/{workshop}/prepare/teams' },
  agenda: { path: '/w/:workshopId/prepare/agenda', sample: '/w/{workshop}/prepare/agenda' },
  run: { path: '/w/:workshopId/run', sample: '/w/{workshop}/run' },
  plans: { path: '/w/:workshopId/plans', sample: '/w/{workshop}/plans' },
  plan: { path: '/w/:workshopId/plans/:planId', sample: '/w/{workshop}/plans/{plan}' },
  handOut: { path: '/w/:workshopId/hand-out', sample: '/w/{workshop}/hand-out' },
} as const;

export type RouteName = keyof typeof routes;

/** Parts of an address: the workshop where the route has one, the plan, and what is selected on the page (kept in the address). */
export interface AddressParts {
  readonly workshopId?: string;
  readonly planId?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * The address of a route, for links and navigation.
 * @example addressOf('agenda', { workshopId, query: { session: sessionId } })
 */
export function addressOf(name: RouteName, parts: AddressParts = {}): string {
  const path = routes[name].path
    .replace(':workshopId', encodeURIComponent(parts.workshopId ?? ''))
    .replace(':planId', encodeURIComponent(parts.planId ?? ''));
  const query = new URLSearchParams(parts.query).toString();
  return query === '' ? path : `${path}?${query}`;
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
