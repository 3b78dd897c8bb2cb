// The one contract between host and pages, grouped by area. Channel names are derived from it, never typed by hand.
import { themes } from './themes.ts';
import { z } from 'zod';
import type { Guide, WorkshopTemplate } from '../domain/agenda/template.ts';
import { commandSchema } from '../domain/commands.ts';
import type { CollectionName, DocumentChange } from '../domain/collections.ts';
import type { ConflictWriters } from '../document/conflict-writers.ts';
import type { StepName } from '../document/steps.ts';
import type { Framework } from '../domain/framework/model.ts';
import {
  importChoicesSchema,
  importSelectionSchema,
  textEncodingSchema,
  type ImportPreview,
  type SourceOutline,
} from '../domain/people/import-model.ts';
import { workshopBasicsSchema } from '../domain/workshop/commands.ts';
import type { WorkshopStatus } from '../domain/workshop/model.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { instantSchema, textSchema } from '../kernel/schema.ts';
import type { Delivery, Executed, TakenStep } from './answers.ts';
import { event, request, type Client, type Handlers, type Publish } from './combinators.ts';
import { copiesContract } from './copies.ts';
import { draftsContract, type Draft } from './drafts.ts';
import type { Failure } from './failures.ts';
import { historyContract } from './history.ts';
import { filesContract } from './workshop-files.ts';

const nothing = z.object({});
const id = z.string().min(1).max(64);
const workshop = z.object({ workshopId: id });
const everyone = ['facilitator', 'projector'] as const;

export const uiLanguages = ['en', 'fr'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

export interface Settings {
  /** Null: as the system says. */
  readonly language: UiLanguage | null;
  readonly theme: (typeof themes)[number];
  /** Shown as the author in history and on sign-offs. */
  readonly facilitatorName: string;
}

export interface StartInfo {
  readonly appVersion: string;
  readonly shell: 'desktop' | 'browser';
  readonly role: 'facilitator' | 'projector';
  readonly settings: Settings;
  /** Language of the operating system, as far as we speak it. */
  readonly systemLanguage: UiLanguage;
  /** Today and the clock of the host, for tests with a fixed clock. */
  readonly now: Instant;
  /** A clock of the host that nobody sets and that counts sleep, and in which run of the computer: see `SteadyReading`. */
  readonly boot: string;
  readonly uptime: number | null;
  readonly platform: 'linux' | 'win32' | 'darwin' | 'other';
  /** For a projector page: what it shows. */
  readonly workshopId: string | null;
}

export interface About {
  readonly appVersion: string;
  /** Null where the part is not there, such as Electron in the browser shell. */
  readonly versions: { readonly electron: string | null; readonly chrome: string | null; readonly node: string };
  readonly libraryFolder: string;
  readonly settingsFolder: string;
  /** Licences of everything that is shipped, as Markdown. */
  readonly notices: string;
}

/** One line of Home. `problem` = the folder is there but cannot be opened as it is. */
export interface WorkshopSummary {
  readonly workshopId: string;
  readonly folder: string;
  readonly title: string;
  readonly place: string;
  readonly startDate: CalendarDate | null;
  readonly endDate: CalendarDate | null;
  readonly status: WorkshopStatus;
  readonly isSample: boolean;
  readonly isArchived: boolean;
  readonly teams: number;
  readonly plans: number;
  readonly signedPlans: number;
  readonly nextCheckpoint: { readonly kind: string; readonly dueDate: CalendarDate } | null;
  readonly timezone: string;
  /** The workshop whose document this folder holds as well: they can be merged, or made independent. Null for the first of them. */
  readonly sameAs: string | null;
  readonly problem: Failure | null;
}

export interface LibraryState {
  /** The visible library folder as a path, for people. */
  readonly folder: string;
  /** Set when the folder lies inside a folder that a program synchronises. */
  readonly syncedBy: 'OneDrive' | 'Dropbox' | 'Google Drive' | 'iCloud' | null;
  readonly problem: Failure | null;
  readonly workshops: readonly WorkshopSummary[];
}

/** What undo and redo will do next, for this person. */
export interface UndoState {
  readonly undo: NextStep | null;
  readonly redo: NextStep | null;
  /** True when the last action on the room's clock that still counts came after what undo would take back. */
  readonly isClockNewer: boolean;
}

export interface NextStep {
  /** The first command of the step: it is asked for by this. */
  readonly stepId: string;
  readonly name: Exclude<StepName, 'undo' | 'redo'>;
  readonly changes: number;
  /** The record that the step changes; null when it changes several. */
  readonly record: {
    readonly collection: CollectionName;
    readonly id: string;
    /** What it is called, where the step adds or removes it: it may not be there now. */
    readonly name: string;
    /** The field, when the step sets one. */
    readonly field: string | null;
  } | null;
}

/** What was found and mended at opening, in words the page makes from the code. */
export interface RecoveryNote {
  readonly code: 'torn-tail-cut' | 'snapshot-rebuilt' | 'edited-outside' | 'backup-restored' | 'history-restored';
  readonly keptAt: string;
  /** Moment of the newest state that was restored; null when nothing is missing. */
  readonly restoredTo: Instant | null;
}

export interface DocumentSnapshot {
  readonly workshopId: string;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly collections: Readonly<Partial<Record<CollectionName, readonly StoredRecord[]>>>;
  readonly undo: UndoState;
  /** The name that this installation writes under here; '' where it does not write. */
  readonly replica: string;
  readonly isReadOnly: boolean;
  /** A newer version of the product wrote it: it can be looked at, and changed only there. */
  readonly isFromNewerVersion: boolean;
  readonly recovery: RecoveryNote | null;
  /** What was typed here and is not saved; none for a projector. */
  readonly drafts: readonly Draft[];
}

export interface DocumentChanged {
  readonly workshopId: string;
  readonly revision: number;
  readonly at: Instant;
  readonly changes: readonly DocumentChange[];
  readonly commandId: string;
  readonly undo: UndoState;
}

export interface BuiltPack {
  readonly buildId: string;
  readonly teams: readonly { readonly teamId: string; readonly files: number; readonly bytes: number }[];
  readonly bytes: number;
  /** Characters that no shipped font can print, with where they stand. */
  readonly unprintable: readonly { readonly character: string; readonly where: string }[];
}

export interface PackProgress {
  readonly buildId: string;
  readonly done: number;
  readonly total: number;
  /** Team and plan of the file in work, as people know them. */
  readonly label: string;
}

const packInput = z.object({
  workshopId: id,
  /** Chosen by the page, so that progress and cancel can name the build before it ends. */
  buildId: id,
  teams: z
    .array(z.object({ teamId: z.string().min(1).max(200), language: z.enum(uiLanguages) }))
    .min(1)
    .max(500),
});

export const contract = {
  app: {
    start: request<StartInfo>()(nothing, { roles: everyone }),
    content: request<{
      readonly framework: Framework;
      readonly templates: readonly WorkshopTemplate[];
      readonly guides: readonly Guide[];
    }>()(nothing, {
      roles: everyone,
    }),
    setSettings: request<Settings>()(
      z.object({
        language: z.enum(uiLanguages).nullable().optional(),
        theme: z.enum(themes).optional(),
        facilitatorName: z.string().max(200).optional(),
      }),
    ),
    /** What a person who asks for help is asked: versions, places, licences. */
    about: request<About>()(nothing),
    /** Desktop: opens the second window and answers null. Browser: a one-time address for a second tab. */
    openProjector: request<{ readonly address: string | null }>()(workshop),
    /** Shows a saved file or folder in the file manager. Desktop only; elsewhere `not-allowed`. */
    reveal: request<null>()(z.object({ revealId: id })),
    settingsChanged: event<Settings>({ roles: everyone }),
  },
  library: {
    list: request<LibraryState>()(nothing),
    /** Places that the host offers for the library: home, Documents, removable drives. The desktop shell adds its dialog. */
    folderChoices:
      request<readonly { readonly choiceId: string; readonly path: string; readonly syncedBy: LibraryState['syncedBy'] }[]>()(nothing),
    /** `dialog` asks with the system's dialog (desktop shell only). */
    chooseFolder: request<LibraryState>()(z.object({ choiceId: id })),
    create: request<{ readonly workshopId: string }>()(z.object({ basics: workshopBasicsSchema, templateId: id })),
    createSample: request<{ readonly workshopId: string }>()(z.object({ language: z.enum(uiLanguages) })),
    /**
     * Opens a library that is locked by another machine, when a person says that it is not open there any more. The lock is named as the
     * failure named it: where another one stands by now, the state still says so.
     */
    takeOver: request<LibraryState>()(z.object({ machine: z.string().max(255), since: instantSchema.nullable() })),
    /** A copy with agenda and basics, without people, records and plans. */
    duplicate: request<{ readonly workshopId: string }>()(
      z.object({ workshopId: id, title: textSchema, startDate: workshopBasicsSchema.shape.startDate }),
    ),
    setArchived: request<null>()(z.object({ workshopId: id, isArchived: z.boolean() })),
    /** Makes a workshop of its own out of one of two folders that hold the same: what it is changed to from now on stays apart. */
    makeIndependent: request<{ readonly workshopId: string }>()(workshop),
    changed: event<LibraryState>(),
  },
  document: {
    /** Opens the workshop if need be; later changes arrive as `changed`. */
    open: request<DocumentSnapshot>()(workshop, { roles: everyone }),
    execute: request<Executed>()(z.object({ workshopId: id, commandId: id, command: commandSchema }), { limit: 8_000_000 }),
    /** Takes back the newest step that can be, or the one that is named: what a notice offers to undo is what it undoes. */
    undo: request<TakenStep>()(z.object({ workshopId: id, commandId: id, stepId: id.optional() })),
    redo: request<TakenStep>()(z.object({ workshopId: id, commandId: id })),
    /** Who wrote each value of the open conflicts, by the conflict's id. */
    conflictWriters: request<Readonly<Record<string, ConflictWriters>>>()(workshop),
    changed: event<DocumentChanged>({ roles: everyone }),
    /** The store's condition: saving takes long, or went wrong with a reason. */
    health: event<{ readonly workshopId: string; readonly state: 'fine' | 'slow' | 'trouble'; readonly failure: Failure | null }>(),
  },
  intake: {
    /** Asks for a file with the system's dialog (desktop shell); null = cancelled. Pages of the browser shell upload instead. */
    chooseFile: request<SourceOutline | null>()(nothing),
    /** Reads a file that was uploaded before, by its handle. */
    readUpload: request<SourceOutline>()(z.object({ handle: id })),
    /** Reads a text that was read before once more, in an encoding that a person has chosen. */
    readAs: request<SourceOutline>()(z.object({ sourceId: id, encoding: textEncodingSchema })),
    /** Reads cells pasted from a spreadsheet. */
    readText: request<SourceOutline>()(z.object({ text: z.string().max(4_000_000) }), { limit: 5_000_000 }),
    preview: request<ImportPreview>()(z.object({ workshopId: id, selection: importSelectionSchema })),
    apply: request<Executed & { readonly added: number; readonly changed: number; readonly removed: number }>()(
      z.object({ workshopId: id, commandId: id, selection: importSelectionSchema, choices: importChoicesSchema }),
    ),
  },
  packs: {
    build: request<BuiltPack>()(packInput),
    cancel: request<null>()(z.object({ buildId: id })),
    /** Saves or offers what was built: everything as one ZIP, one team's ZIP, the sheets for the copier, or (desktop) folders. Writes the pack log. */
    deliver: request<Delivery>()(
      z.object({
        buildId: id,
        what: z.union([
          z.object({ kind: z.enum(['all', 'copying', 'folders']) }),
          z.object({ kind: z.literal('team'), teamId: z.string().min(1).max(200) }),
        ]),
      }),
    ),
    /** One plan as PDF, for the print button: as packs hand it out (signed, where it is), or the draft that is in work. */
    printPlan: request<Delivery>()(
      z.object({
        workshopId: id,
        planId: z.string().min(1).max(200),
        language: z.enum(uiLanguages),
        which: z.enum(['handed-out', 'draft']),
      }),
    ),
    progress: event<PackProgress>(),
  },
  history: historyContract,
  copies: copiesContract,
  files: filesContract,
  drafts: draftsContract,
} as const;

export type Contract = typeof contract;
export type HostHandlers = Handlers<Contract>;
export type HostClient = Client<Contract>;
export type HostPublish = Publish<Contract>;
