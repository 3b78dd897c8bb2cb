// One good input for every request of the contract. A request without a sample does not compile.

import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';

type Samples = {
  readonly [Area in keyof HostHandlers]: { readonly [Name in keyof HostHandlers[Area]]: InputOf<HostHandlers[Area][Name]> };
};
type InputOf<Handler> = Handler extends (input: infer Input, ...rest: never[]) => unknown ? Input : never;

const workshop = { workshopId: 'w1' };
const command = { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Kigali', was: '' } as const;
const selection = { sourceId: 's1', sheet: 0, headerRow: 2, mapping: ['fullName', 'ignore'] as ['fullName', 'ignore'] };

export const requestSamples: Samples = {
  app: {
    start: {},
    content: {},
    setSettings: { language: 'fr', theme: 'dark', facilitatorName: 'Ama Boateng' },
    openProjector: workshop,
    reveal: { revealId: 'r1' },
  },
  library: {
    list: {},
    folderChoices: {},
    chooseFolder: { choiceId: 'home' },
    create: {
      templateId: 'three-days',
      basics: {
        title: 'Health workforce',
        place: 'Accra',
        country: 'Ghana',
        hosts: [],
        partners: [],
        funders: [],
        organisers: [],
        objectives: [],
        startDate: '2026-03-18' as CalendarDate,
        languages: ['en'],
        timezone: 'Africa/Accra',
      },
    },
    createSample: { language: 'en' },
    duplicate: { workshopId: 'w1', title: 'Again', startDate: '2026-09-01' as CalendarDate },
    setArchived: { workshopId: 'w1', isArchived: true },
  },
  document: {
    open: workshop,
    execute: { workshopId: 'w1', commandId: 'c1', command },
    undo: { workshopId: 'w1', commandId: 'c2' },
    redo: { workshopId: 'w1', commandId: 'c3' },
  },
  intake: {
    chooseFile: {},
    readUpload: { handle: 'h1' },
    readText: { text: 'Name\nAma Boateng' },
    preview: { workshopId: 'w1', selection },
    apply: { workshopId: 'w1', commandId: 'c4', selection, choices: { skippedRows: [3], missing: [] } },
  },
  packs: {
    build: { workshopId: 'w1', buildId: 'b1', teams: [{ teamId: 't1', language: 'fr' }] },
    cancel: { buildId: 'b1' },
    deliver: { buildId: 'b1', what: { kind: 'all' } },
    printPlan: { workshopId: 'w1', planId: 'p1', language: 'en' },
  },
};

/** The sample of a request by its name. */
export function sampleOf(area: string, name: string): unknown {
  return (requestSamples as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[area]?.[name];
}
