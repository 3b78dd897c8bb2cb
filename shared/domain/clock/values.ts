// The closed lists of this area, without schemas: pages show them and check nothing.

export const clockEventKinds = [
  'started',
  'extended',
  'paused',
  'resumed',
  'finished',
  'skipped',
  'reopened',
  'stepStarted',
  'elapsedSet',
  'takenBack',
] as const;
