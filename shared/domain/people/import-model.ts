// The import of a participant list, as shown to the facilitator: source, mapping, preview, choices. The rules are in import-rules.ts.
import { z } from 'zod';
import { longestText } from '../../kernel/limits.ts';
import { idSchema } from '../../kernel/schema.ts';
import {
  identityChoices,
  importFieldNames,
  importTargets,
  longestCellText,
  type setAsideReasons,
  textEncodings,
  type contactKinds,
  type TextEncoding,
} from './values.ts';

export const importTargetSchema = z.enum(importTargets);
export type ImportTarget = z.infer<typeof importTargetSchema>;

/** One sheet of a file, or the pasted text: every cell as text, as a person sees it. */
export interface SourceSheet {
  readonly name: string;
  /** Cells of all rows, row 1 of the sheet first; blank rows are kept so that numbers stay those of the sheet. */
  readonly rows: readonly (readonly string[])[];
  /** Rows that a filter or a person has hidden in the sheet. Indexes from 0. */
  readonly hiddenRows?: readonly number[];
  /** Columns that a person has hidden in the sheet. Indexes from 0. */
  readonly hiddenColumns?: readonly number[];
  /** Of a text: how its bytes were read. */
  readonly encoding?: SourceEncoding;
  /** Cells whose formula was never calculated: their text is empty, which is not what the author of the list meant. Indexes from 0. */
  readonly formulasWithoutValue?: readonly { readonly row: number; readonly column: number }[];
}

export interface SourceEncoding {
  readonly used: TextEncoding;
  /** The one in which the signs look right, where they look wrong now. */
  readonly suggested: TextEncoding | null;
  /** Rows whose bytes are not in `used`, and how these were read. Indexes from 0. */
  readonly oddRows: readonly number[];
  readonly oddRowsAs: TextEncoding | null;
}

export const textEncodingSchema = z.enum(textEncodings);

/** What the page needs to choose a sheet and map its columns. */
export interface SourceOutline {
  readonly sourceId: string;
  readonly fileName: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly rowCount: number;
    /** The first rows of the sheet as they are, so that another row can be chosen as the header. */
    readonly top: readonly (readonly string[])[];
    /** Index of the guessed header row, or null when none looks like one. */
    readonly headerRow: number | null;
    readonly header: readonly string[];
    /** Up to 5 rows under the header. */
    readonly sample: readonly (readonly string[])[];
    readonly mapping: readonly ImportTarget[];
    /** Columns that a person has hidden in the sheet. Indexes from 0. */
    readonly hiddenColumns: readonly number[];
  }[];
  /** Of a file of text: how it was read, which a person can choose. Null for workbooks and pasted cells. */
  readonly encoding: SourceEncoding | null;
  /** Index of the sheet that looks most like a list of people. */
  readonly bestSheet: number;
}

export const importSelectionSchema = z.object({
  sourceId: z.string().min(1).max(64),
  sheet: z.number().int().min(0).max(1000),
  headerRow: z.number().int().min(0).max(100_000).nullable(),
  mapping: z.array(importTargetSchema).max(500),
  /** Rows, by number, that would be set aside and are taken all the same. */
  taken: z.array(z.number().int().min(1)).max(100_000).optional(),
  /** Cells that were corrected by hand in the preview: row by number, column by index. */
  fixes: z
    .array(
      z.object({
        row: z.number().int().min(1).max(100_000),
        column: z.number().int().min(0).max(500),
        text: z.string().max(longestCellText),
      }),
    )
    .max(10_000)
    .optional(),
  /** True when a country alone in a row is the country of the people below it. */
  countryLines: z.boolean().optional(),
});
export type ImportSelection = z.infer<typeof importSelectionSchema>;

/**
 * A person as read from one row, trimmed, otherwise as typed. `fullName` is put together from given and family name where the list has no
 * column of its own for it; `team` is the country where the list has no column for teams.
 */
export interface ImportedPerson {
  readonly fullName: string;
  readonly familyName: string;
  readonly givenName: string;
  /** Every address and number of the row, each once, in the order of the list. */
  readonly contacts: readonly ImportedContact[];
  readonly organisation: string;
  readonly role: string;
  readonly country: string;
  readonly team: string;
  readonly topicGroup: string;
  readonly language: string;
  readonly sex: string;
  readonly kind: string;
  readonly consentContact: string;
}

export interface ImportedContact {
  readonly kind: (typeof contactKinds)[number];
  readonly value: string;
}

/** What a list says about somebody, field by field: contacts by their kind, and `status` where the list names somebody who had left. */
export type ImportField = (typeof importFieldNames)[number];

/** `problem` keeps the row out; `warning` lets it in; `note` says what a person has decided. */
export interface ImportRemark {
  readonly level: 'problem' | 'warning' | 'note';
  readonly code:
    | 'name-missing'
    | 'email-invalid'
    | 'phone-unusual'
    | 'text-too-long'
    | 'kind-unknown'
    | 'consent-unclear'
    | 'email-shared'
    | 'same-person-twice'
    | 'same-name'
    | 'formula-without-value'
    | 'cell-error'
    | 'phone-was-number'
    | 'not-a-phone'
    | 'other-encoding'
    | 'changed-by-hand'
    | 'country-of-line';
  /** Null where it is about the whole row. */
  readonly field: ImportField | null;
  readonly value: string;
  /** The column of the cell that was corrected by hand. */
  readonly column?: number;
  /** The other row or person that it is about, where there is one. */
  readonly otherRow?: number;
}

/** A value that differs from what is known. For kind a participant kind, for language a code where the word is known, for consent `yes`, `no` or `some`. */
export interface ImportChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

/** `question`: it has to be said who this is before the row is imported. */
export type ImportRowState = 'new' | 'changed' | 'same' | 'problem' | 'question';

export interface ImportRow {
  /** Row number as the spreadsheet shows it, from 1. */
  readonly row: number;
  readonly state: ImportRowState;
  readonly person: ImportedPerson;
  /** The cells of the mapped columns, as the sheet or a correction by hand has them, in the order of the sheet. */
  readonly cells: readonly ImportCell[];
  /** The participant that this row is about, when known; with a question the one that it may be about. */
  readonly participantId: string | null;
  /** With a question: whose mailbox this is, as far as the workshop knows. */
  readonly mailboxOf?: string;
  /** With a question: true where another row names that person, so that this row can only be about them once more, or about somebody else. */
  readonly isListed?: boolean;
  readonly changes: readonly ImportChange[];
  readonly remarks: readonly ImportRemark[];
}

export interface ImportCell {
  readonly column: number;
  readonly target: ImportTarget;
  readonly text: string;
  readonly isFixed: boolean;
}

export type SetAsideReason = (typeof setAsideReasons)[number];

/** A row that stays out by itself. A tick takes it where there is anything to take. */
export interface SetAsideRow {
  readonly row: number;
  readonly reason: SetAsideReason;
  /** The words of the sheet that are the reason; '' where it is none of its words. */
  readonly value: string;
  /** The row as it stands in the list, shortened. */
  readonly text: string;
  /** False where the columns that are imported are empty: taking the row would do nothing. */
  readonly isTakeable: boolean;
  readonly isTaken: boolean;
}

export interface ImportPreview {
  readonly rows: readonly ImportRow[];
  /** Rows that are no person, or one who does not come, in the order of the list. */
  readonly setAside: readonly SetAsideRow[];
  /** People of the workshop whom the list does not name (only when the list matches at least one known person). */
  readonly missing: readonly { readonly participantId: string; readonly fullName: string; readonly isNamedInPlans: boolean }[];
  readonly newTeams: readonly string[];
  /** New teams whose language the list does not tell: to be asked, or the language of the workshop. */
  readonly teamsWithoutLanguage: readonly string[];
  readonly newOrganisations: readonly string[];
  readonly newTopicGroups: readonly string[];
}

/**
 * What the facilitator chose. Rows not named are imported when they have no problem and no question; missing people not named are kept.
 * `answers` say who a row with a question is, whose place a new person takes, and which fields keep what is known.
 */
export const importChoicesSchema = z.object({
  skippedRows: z.array(z.number().int().min(1)).max(100_000),
  answers: z
    .array(
      z.object({
        row: z.number().int().min(1),
        identity: z.enum(identityChoices).optional(),
        replaces: idSchema<'participant'>().optional(),
        ours: z.array(z.enum(importFieldNames)).max(importFieldNames.length).optional(),
      }),
    )
    .max(100_000)
    .optional(),
  teamLanguages: z
    .array(z.object({ team: z.string().max(longestText), language: z.string().max(12) }))
    .max(1000)
    .optional(),
  missing: z.array(z.object({ participantId: idSchema<'participant'>(), choice: z.enum(['keep', 'mark-left', 'remove']) })).max(5000),
});
export type ImportChoices = z.infer<typeof importChoicesSchema>;

/** Why a file cannot be read as a list of people. */
export type IntakeFailure =
  | { readonly code: 'not-a-spreadsheet'; readonly fileName: string }
  | { readonly code: 'encrypted-workbook'; readonly fileName: string }
  | { readonly code: 'macro-workbook'; readonly fileName: string }
  | { readonly code: 'old-excel-format'; readonly fileName: string }
  | { readonly code: 'file-too-large'; readonly fileName: string; readonly megabytes: number; readonly limit: number }
  | { readonly code: 'too-many-rows'; readonly fileName: string; readonly rows: number; readonly limit: number }
  | { readonly code: 'inflates-too-far'; readonly fileName: string }
  | { readonly code: 'empty-file'; readonly fileName: string }
  /** The page itself cannot read it: a folder, or a file that is gone. */
  | { readonly code: 'file-not-readable'; readonly fileName: string }
  | { readonly code: 'no-name-column'; readonly sheet: string }
  | { readonly code: 'read-took-too-long'; readonly fileName: string }
  | { readonly code: 'damaged-workbook'; readonly fileName: string }
  | { readonly code: 'source-gone' };
