// What the host asks of the shell it runs in: the desktop shell answers with dialogs and windows, the browser shell with one-time addresses.
import type { Caller } from '../../shared/contract/combinators.ts';
import type { Delivery } from '../../shared/contract/answers.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** A file that a person brought: chosen in a dialog, dropped or uploaded. */
export interface BroughtFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What leaves the host: one file, or a folder with everything in it. `path` lies in a temporary folder of the host. */
export interface OutgoingItem {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** The name that is offered to the person, file-safe. */
  readonly fileName: string;
}

export interface HostPorts {
  /**
   * The file behind a handle that the shell gave to this page. It can be taken once.
   * @returns null when there is none: never given, given to another page, taken before, or too old
   */
  readonly takeUpload: (handle: string, caller: Caller) => BroughtFile | null;
  /** The system's dialogs; null where the shell has none. Each answers null when it was cancelled. */
  readonly dialogs: {
    readonly chooseFolder: (caller: Caller) => Promise<string | null>;
    /** Fails with `file-too-large` or `disk-trouble` when the chosen file cannot be taken. */
    readonly chooseFile: (caller: Caller) => Promise<Result<BroughtFile | null, Failure>>;
    /** Where a workshop file lies. */
    readonly chooseWorkshop: (caller: Caller) => Promise<string | null>;
  } | null;
  /** Saves where the person says, or offers a download. The item must stay where it is until the host closes. Fails with `save-failed`. */
  readonly deliver: (item: OutgoingItem, caller: Caller) => Promise<Result<Delivery, Failure>>;
  /** Shows what `deliver` saved in the file manager. Fails with `not-allowed` for an unknown id or where there is no file manager to ask. */
  readonly reveal: (revealId: string) => Promise<Result<null, Failure>>;
  /** Opens the second window and answers null, or makes a one-time address for a second tab. */
  readonly openProjector: (workshopId: string, caller: Caller) => Promise<string | null>;
  /** The workshop that a projector page shows; null for a facilitator's page. */
  readonly workshopShownTo: (caller: Caller) => string | null;
  /** Told whenever a workshop's clock starts or stops to run, and at opening: a laptop must not fall asleep in front of the room. */
  readonly clockRuns: (workshopId: string, isRunning: boolean) => void;
}
