// What carries the contract between a page and its host, over the desktop bridge or over a WebSocket.
import type { Failure } from '../../shared/contract/failures.ts';
import type { FilePurpose, WireEvent, WireRequest } from '../../shared/contract/wire.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Observable } from './observable.ts';

/**
 * `gone`: the host does not answer; what is repeatable waits for its return. `ended`: another start of the host answers, which does not know this
 * page; what it holds waits for a new code. The last three end the page's session for good: the
 * address was opened before (`code-used`), too late (`code-expired`), or without any code, such as from a bookmark (`no-code`).
 */
export type Connection = 'connecting' | 'open' | 'gone' | 'ended' | 'code-used' | 'code-expired' | 'no-code';

/** True while nothing that is given to the host can reach it; a page that waits for its first connection is not lost. */
export function isLost(connection: Connection): boolean {
  return connection === 'gone' || connection === 'ended';
}

export interface Transport {
  /**
   * Asks the host. A repeatable request waits while the host is gone, and is sent again in order when it is back; any other then fails
   * with `host-gone`.
   */
  readonly request: (request: WireRequest) => Promise<Result<unknown, Failure>>;
  readonly subscribe: (listener: (event: WireEvent) => void) => () => void;
  readonly connection: Observable<Connection>;
  /** Hands a file over; answers the handle that `intake.readUpload` or `files.readUpload` takes. Fails by its size as `refusalFor` says, with `host-gone`. */
  readonly uploadFile: (file: File, purpose: FilePurpose) => Promise<Result<string, Failure>>;
  /** Sends requests once more in a way that outlives the page. Their answers are not awaited. */
  readonly sendLast: (requests: readonly WireRequest[]) => void;
  /** Begins anew with a one-time code that another tab has got: what waits is sent then. */
  readonly enter: (code: string) => void;
}

const repeatable: ReadonlySet<string> = new Set([
  'app.start',
  'app.content',
  'library.list',
  'document.open',
  'document.execute',
  'document.undo',
  'document.redo',
  'intake.apply',
  'drafts.list',
  'drafts.keep',
  'drafts.letGo',
]);

/** True for requests that only read, and for those that carry a command id: the host carries a command out once, however often it arrives. */
export function isRepeatable({ area, name }: WireRequest): boolean {
  return repeatable.has(`${area}.${name}`);
}
