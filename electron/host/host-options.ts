// What the host is made from. The shells choose these values; tests choose others.
import type { HostHandlers, HostPublish, UiLanguage } from '../../shared/contract/contract.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { WorkerClient } from '../documents/worker-client.ts';
import type { FilePort } from '../store/file-port.ts';
import type { SettingsStore } from '../store/settings.ts';
import type { Timers } from '../store/workshop-copies.ts';
import type { ReadUptime } from './clock.ts';
import type { HostPorts } from './ports.ts';

export interface HostOptions {
  readonly shell: 'desktop' | 'browser';
  readonly appVersion: string;
  /** Language of the operating system, as far as the product speaks it. */
  readonly systemLanguage: UiLanguage;
  /** The shipped, read-only `data` folder. */
  readonly dataFolder: string;
  /** From `--library`: wins over the settings, and is made when it is not there. Null: as the settings say, else the default. */
  readonly libraryFolder: string | null;
  /** The system's folder for documents, where the shell knows it better than the host. */
  readonly documentsFolder?: string;
  readonly settings: SettingsStore;
  readonly files: FilePort;
  readonly worker: WorkerClient;
  readonly ports: HostPorts;
  readonly publish: HostPublish;
  readonly clock: () => Instant;
  /** Milliseconds of a clock that nobody sets, for how long ago something was; that of the process where it is left out. */
  readonly steady?: () => number;
  /** Measures the room's time; nothing is measured where it is left out. */
  readonly readUptime?: ReadUptime;
  readonly newId: NewId;
  /** Told of what went wrong in the background, such as a compaction that failed. Gets no names and no texts of users. */
  readonly log: (place: string, error: unknown) => void;
  /** When copies are made on their own; the real time where it is left out. */
  readonly timers?: Timers;
}

export interface Host {
  readonly handlers: HostHandlers;
  /** Takes a file that the system gave to the application, such as by a double click; a page fetches it with `files.takeGiven`. */
  readonly give: (path: string) => void;
  /**
   * Makes everything durable and gives the library back.
   * `quick` leaves the tidying up for the next start: for the few seconds that an operating system grants at the end of a session.
   */
  readonly close: (how?: { readonly quick?: boolean }) => Promise<void>;
}
