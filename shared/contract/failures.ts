// Every failure that may cross the contract: a closed union of stable codes with data. Each code has a message in every language (test).
import type { CommandFailure } from '../domain/command.ts';
import type { IntakeFailure } from '../domain/people/import-model.ts';
import type { Instant } from '../kernel/instant.ts';

/** Who has a library open: the machine, and the moment when it was opened there; null where its lock does not say. */
export interface LockHolder {
  readonly machine: string;
  readonly since: Instant | null;
}

/** What can be wrong with a library folder or a stored workshop. Paths are shown to the user who owns the machine. */
export type StoreFailure =
  | { readonly code: 'library-missing'; readonly folder: string }
  | { readonly code: 'library-read-only'; readonly folder: string }
  | ({
      readonly code: 'library-in-use';
      readonly folder: string;
      readonly isThisMachine: boolean;
      /** False where only a person can find out whether it is still open there: on another machine, or where another program may have got the process's id. */
      readonly isCertain: boolean;
    } & LockHolder)
  | { readonly code: 'disk-full'; readonly folder: string }
  | { readonly code: 'disk-trouble'; readonly folder: string; readonly reason: string }
  | { readonly code: 'workshop-missing'; readonly workshopId: string }
  | {
      readonly code: 'workshop-damaged';
      readonly folder: string;
      readonly detail: 'empty' | 'cut' | 'not-json' | 'null' | 'not-a-workshop' | 'bad-record' | 'journal-gap' | 'foreign-journal';
      readonly place: string;
    }
  | { readonly code: 'workshop-newer'; readonly folder: string; readonly schemaVersion: number }
  | { readonly code: 'workshop-read-only'; readonly folder: string };

export type ContentFailure = { readonly code: 'template-invalid'; readonly file: string; readonly place: string };

export type PackFailure =
  | { readonly code: 'pack-cancelled' }
  | { readonly code: 'pack-nothing-chosen' }
  | { readonly code: 'pack-gone' }
  | { readonly code: 'pack-failed'; readonly file: string }
  | { readonly code: 'save-failed'; readonly folder: string; readonly reason: string };

/** Copies and the time machine. What cannot be looked at any more was deleted, or its file is damaged. */
export type CopyFailure =
  | { readonly code: 'copy-not-made'; readonly folder: string; readonly reason: string }
  | { readonly code: 'copy-gone' }
  | { readonly code: 'copy-damaged' }
  | { readonly code: 'past-gone' };

/** A workshop that travels as one file: why it is not read, not brought in, or not at hand any more. */
export type WorkshopFileFailure =
  | { readonly code: 'not-a-workshop-file'; readonly fileName: string }
  | {
      readonly code: 'workshop-file-damaged';
      readonly fileName: string;
      readonly detail: 'empty' | 'cut' | 'not-json' | 'too-deep' | 'forbidden-key' | 'too-many-records' | 'bad-record';
      /** Collection, id and field of a bad record; else ''. */
      readonly place: string;
    }
  | { readonly code: 'workshop-file-too-large'; readonly fileName: string; readonly megabytes: number; readonly limit: number }
  | { readonly code: 'workshop-file-inflates-too-far'; readonly fileName: string }
  | { readonly code: 'workshop-file-newer'; readonly fileName: string; readonly schemaVersion: number }
  | { readonly code: 'workshop-file-took-too-long'; readonly fileName: string }
  /** The file itself could not be had: it is gone, or the disk refuses. */
  | { readonly code: 'workshop-file-not-read'; readonly fileName: string; readonly folder: string; readonly reason: string }
  /** One team's plans can only be brought into the workshop that they were taken from. */
  | { readonly code: 'part-without-workshop'; readonly fileName: string; readonly teamName: string }
  /** The library has this workshop: bringing the file in is the way. */
  | { readonly code: 'workshop-already-here'; readonly title: string }
  | { readonly code: 'workshop-file-gone' };

/** Failures of the boundary itself. `internal` was logged once under `errorId`; data are safe up to `savedAt`. */
export type BoundaryFailure =
  | { readonly code: 'bad-request'; readonly place: string }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'too-large' }
  | { readonly code: 'host-gone' }
  | { readonly code: 'internal'; readonly errorId: string; readonly savedAt: string | null };

export type Failure =
  CommandFailure | IntakeFailure | StoreFailure | ContentFailure | PackFailure | CopyFailure | WorkshopFileFailure | BoundaryFailure;

export type FailureCode = Failure['code'];

/** The list for tests: a code that is missing here, or that no longer exists, does not compile. */
export const failureCodes = Object.keys({
  'not-found': true,
  'already-exists': true,
  'field-changed': true,
  'invalid-value': true,
  'text-too-long': true,
  'referred-to': true,
  'plan-locked': true,
  'plan-not-signed': true,
  'plan-incomplete': true,
  'reason-needed': true,
  'not-in-this-state': true,
  'undo-nothing': true,
  'undo-overtaken': true,
  'not-a-spreadsheet': true,
  'encrypted-workbook': true,
  'macro-workbook': true,
  'old-excel-format': true,
  'file-too-large': true,
  'too-many-rows': true,
  'inflates-too-far': true,
  'empty-file': true,
  'no-name-column': true,
  'read-took-too-long': true,
  'damaged-workbook': true,
  'file-not-readable': true,
  'source-gone': true,
  'library-missing': true,
  'library-read-only': true,
  'library-in-use': true,
  'disk-full': true,
  'disk-trouble': true,
  'workshop-missing': true,
  'workshop-damaged': true,
  'workshop-newer': true,
  'workshop-read-only': true,
  'template-invalid': true,
  'pack-cancelled': true,
  'pack-nothing-chosen': true,
  'pack-gone': true,
  'pack-failed': true,
  'save-failed': true,
  'copy-not-made': true,
  'copy-gone': true,
  'copy-damaged': true,
  'past-gone': true,
  'not-a-workshop-file': true,
  'workshop-file-damaged': true,
  'workshop-file-too-large': true,
  'workshop-file-inflates-too-far': true,
  'workshop-file-newer': true,
  'workshop-file-took-too-long': true,
  'workshop-file-not-read': true,
  'part-without-workshop': true,
  'workshop-already-here': true,
  'workshop-file-gone': true,
  'bad-request': true,
  'not-allowed': true,
  'too-large': true,
  'host-gone': true,
  internal: true,
} satisfies Record<FailureCode, true>) as readonly FailureCode[];
