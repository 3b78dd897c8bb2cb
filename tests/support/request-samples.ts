// One good input for every request of the contract. A request without a sample does not compile.

import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

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
    about: {},
  },
  library: {
    list: {},
    folderChoices: {},
    chooseFolder: { choiceId: 'home' },
    create: {
      templateId: 'three-days',
      basics: {
        title: 'Health workforce',
        place: 'Chandolo',
        country: 'Asandra',
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
    takeOver: { machine: 'office-pc', since: '2026-03-18T06:40:00.000Z' as Instant },
    duplicate: { workshopId: 'w1', title: 'Again', startDate: '2026-09-01' as CalendarDate },
    setArchived: { workshopId: 'w1', isArchived: true },
    makeIndependent: workshop,
  },
  drafts: {
    list: { workshopId: null },
    keep: { workshopId: 'w1', key: 'new-workshop', value: { title: 'Half a title' } },
    letGo: { workshopId: 'w1', key: 'new-workshop' },
  },
  document: {
    open: workshop,
    execute: { workshopId: 'w1', commandId: 'c1', command },
    undo: { workshopId: 'w1', commandId: 'c2' },
    redo: { workshopId: 'w1', commandId: 'c3' },
    conflictWriters: workshop,
  },
  intake: {
    chooseFile: {},
    readUpload: { handle: 'h1' },
    readAs: { sourceId: 's1', encoding: 'cp850' },
    readText: { text: 'Name\nAma Boateng' },
    preview: { workshopId: 'w1', selection },
    apply: { workshopId: 'w1', commandId: 'c4', selection, choices: { skippedRows: [3], missing: [] } },
  },
  packs: {
    build: { workshopId: 'w1', buildId: 'b1', teams: [{ teamId: 't1', language: 'fr' }] },
    cancel: { buildId: 'b1' },
    deliver: { buildId: 'b1', what: { kind: 'all' } },
    printPlan: { workshopId: 'w1', planId: 'p1', language: 'en', which: 'draft' },
  },
  history: {
    list: { workshopId: 'w1', before: 40, limit: 50, filter: { planId: 'p1', actor: 'Ama Boateng', sessionId: null } },
    at: { workshopId: 'w1', revision: 12 },
    compare: { workshopId: 'w1', revision: 12, scope: { kind: 'record', collection: 'steps', id: 's1' } },
    restore: { workshopId: 'w1', revision: 12, scope: { kind: 'plan', planId: 'p1' }, commandId: 'c5' },
  },
  copies: {
    list: workshop,
    make: workshop,
    compare: { workshopId: 'w1', copyId: 'copy-1' },
    restore: { workshopId: 'w1', copyId: 'copy-1', commandId: 'c6' },
    deliver: { workshopId: 'w1', copyId: 'copy-1' },
    chooseSecond: { choiceId: 'stick' },
    forget: { ...workshop, conflictCopies: [] },
  },
  files: {
    exportWorkshop: { workshopId: 'w1', what: { kind: 'team', teamId: 't1' } },
    choose: {},
    readUpload: { handle: 'h1' },
    recent: {},
    openRecent: { recentId: 'r1' },
    readFolder: workshop,
    conflictCopies: workshop,
    readConflictCopy: { workshopId: 'w1', fileName: 'workshop-LAPTOP.json' },
    add: { sourceId: 's1' },
    compare: { sourceId: 's1' },
    merge: { sourceId: 's1', commandId: 'c7', choices: [{ collection: 'steps', id: 's1', field: 'text', take: 'mine' }] },
    takeGiven: {},
  },
};

/** The sample of a request by its name. */
export function sampleOf(area: string, name: string): unknown {
  return (requestSamples as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[area]?.[name];
}
