// What passes between the host and its worker thread: jobs in, progress and one answer out.
import type { PackFailure, WorkshopFileFailure } from '../../shared/contract/failures.ts';
import type { IntakeFailure, SourceSheet } from '../../shared/domain/people/import-model.ts';
import type { TextEncoding } from '../../shared/domain/people/values.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { PackContent } from '../../shared/pack/content.ts';
import type { ReadWorkshopFile } from '../intake/read-workshop-file.ts';
import type { DerivedWorkshop, DeriveWorkshopInput } from './derive-workshop.ts';

export interface BuildPacksInput {
  /** An existing, empty folder of this build alone. */
  readonly folder: string;
  /** One per team, in the order of the teams. */
  readonly packs: readonly PackContent[];
}

export interface PrintPlanInput {
  readonly content: PackContent;
  readonly planId: string;
}

export interface SourceInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Of a text, as a person has chosen it. */
  readonly encoding?: TextEncoding | undefined;
}

/** A file on disk. */
export interface BuiltFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BuiltTeam {
  readonly teamId: string;
  /** The team's folder: its name and where it lies. */
  readonly name: string;
  readonly path: string;
  readonly files: readonly BuiltFile[];
  readonly zip: BuiltFile;
}

export interface Unprintable {
  readonly character: string;
  /** Team and document, as people know them. */
  readonly where: string;
}

export interface BuiltPacks {
  readonly teams: readonly BuiltTeam[];
  /** Every team's folder and the sheets for the copier in one archive. */
  readonly all: BuiltFile;
  /** Null when no team has a plan. */
  readonly copying: BuiltFile | null;
  /** Size of the one archive. */
  readonly bytes: number;
  readonly unprintable: readonly Unprintable[];
}

export interface PrintedPlan {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface BuildProgress {
  readonly done: number;
  readonly total: number;
  /** Team and part in work. */
  readonly label: string;
}

/** The jobs by name, each with what goes in and what comes out. */
export interface Jobs {
  readonly buildPacks: { readonly input: BuildPacksInput; readonly output: Result<BuiltPacks, PackFailure> };
  readonly printPlan: { readonly input: PrintPlanInput; readonly output: Result<PrintedPlan, PackFailure> };
  readonly readSource: { readonly input: SourceInput; readonly output: Result<readonly SourceSheet[], IntakeFailure> };
  readonly readWorkshopFile: { readonly input: SourceInput; readonly output: Result<ReadWorkshopFile, WorkshopFileFailure> };
  readonly deriveWorkshop: { readonly input: DeriveWorkshopInput; readonly output: Result<DerivedWorkshop, PackFailure> };
}

export type JobName = keyof Jobs;

export type ToWorker =
  | {
      readonly [Name in JobName]: {
        readonly kind: 'job';
        readonly jobId: number;
        readonly name: Name;
        readonly input: Jobs[Name]['input'];
      };
    }[JobName]
  | { readonly kind: 'cancel'; readonly jobId: number };

export type FromWorker =
  | { readonly kind: 'progress'; readonly jobId: number; readonly progress: BuildProgress }
  | { readonly kind: 'done'; readonly jobId: number; readonly output: Jobs[JobName]['output'] }
  /** Why a job failed in an expected way; for the log, before its answer. */
  | { readonly kind: 'trouble'; readonly jobId: number; readonly message: string }
  /** Something broke that nobody expected; the message is for the log. */
  | { readonly kind: 'broke'; readonly jobId: number; readonly message: string };
