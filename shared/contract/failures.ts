// Every failure that may cross the contract: a closed union of stable codes with data. Each code has a message in every language (test).
import type { CommandFailure } from '../domain/command.ts';
import type { IntakeFailure } from '../domain/people/import-model.ts';

/** What can be wrong with a library folder or a stored workshop. Paths are shown to the user who owns the machine. */
export type StoreFailure =
  | { readonly code: 'library-missing'; readonly folder: string }
  | { readonly code: 'library-read-only'; readonly folder: string }
  | { readonly code: 'library-in-use'; readonly folder: string; readonly machine: string; readonly isThisMachine: boolean }
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

/** Failures of the boundary itself. `internal` was logged once under `errorId`; data are safe up to `savedAt`. */
export type BoundaryFailure =
  | { readonly code: 'bad-request'; readonly place: string }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'too-large' }
  | { readonly code: 'host-gone' }
  | { readonly code: 'internal'; readonly errorId: string; readonly savedAt: string | null };

export type Failure = CommandFailure | IntakeFailure | StoreFailure | ContentFailure | PackFailure | BoundaryFailure;

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
  'bad-request': true,
  'not-allowed': true,
  'too-large': true,
  'host-gone': true,
  internal: true,
} satisfies Record<FailureCode, true>) as readonly FailureCode[];
