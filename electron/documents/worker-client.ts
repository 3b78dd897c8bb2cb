// The host's side of the worker thread: starts it when it is needed, gives it one job at a time, and ends it when a file keeps it too long.
import { Worker } from 'node:worker_threads';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { err } from '../../shared/kernel/result.ts';
import type { DeriveWorkshopInput } from './derive-workshop.ts';
import type { BuildPacksInput, BuildProgress, FromWorker, JobName, Jobs, PrintPlanInput, SourceInput, ToWorker } from './protocol.ts';

export interface WorkerClient {
  /** Builds packs into a folder. `signal` cancels between two files. */
  readonly buildPacks: (
    input: BuildPacksInput,
    watch: { readonly onProgress?: (progress: BuildProgress) => void; readonly signal?: AbortSignal },
  ) => Promise<Jobs['buildPacks']['output']>;
  readonly printPlan: (input: PrintPlanInput) => Promise<Jobs['printPlan']['output']>;
  /** Fails with `read-took-too-long` after the deadline; the thread is ended and the next job gets a new one. */
  readonly readSource: (input: SourceInput) => Promise<Jobs['readSource']['output']>;
  /** Fails with `workshop-file-took-too-long` after a deadline of its own, in the same way. */
  readonly readWorkshopFile: (input: SourceInput) => Promise<Jobs['readWorkshopFile']['output']>;
  readonly deriveWorkshop: (input: DeriveWorkshopInput) => Promise<Jobs['deriveWorkshop']['output']>;
  /** Ends the thread. Jobs that are still waiting reject. */
  readonly close: () => Promise<void>;
}

export interface WorkerClientOptions {
  /** The built worker. */
  readonly workerPath: string;
  /** Milliseconds that reading one list may take. */
  readonly readDeadline?: number;
  /** Milliseconds that reading one workshop may take. */
  readonly workshopDeadline?: number;
  /** Told why a file could not be written: the failure itself only says which. */
  readonly log?: (place: string, error: unknown) => void;
}

const defaultReadDeadline = 15_000;
const defaultWorkshopDeadline = 30_000;

/** A job on its way, with everything that may end it. */
interface RunningJob {
  readonly onMessage: (message: FromWorker) => void;
  readonly onGone: (error: Error) => void;
}

interface JobOptions<Name extends JobName> {
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly deadline?: { readonly milliseconds: number; readonly output: Jobs[Name]['output'] };
}

export function createWorkerClient({
  workerPath,
  readDeadline = defaultReadDeadline,
  workshopDeadline = defaultWorkshopDeadline,
  log = () => {},
}: WorkerClientOptions): WorkerClient {
  let worker: Worker | null = null;
  let running: RunningJob | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let lastJobId = 0;
  let isClosed = false;

  function started(): Worker {
    if (worker) return worker;
    const fresh = new Worker(workerPath);
    // An idle thread must not keep the application alive.
    fresh.unref();
    const gone = (error: Error) => {
      if (worker !== fresh) return;
      worker = null;
      running?.onGone(error);
    };
    fresh.on('message', (message: FromWorker) => running?.onMessage(message));
    fresh.on('error', (error) => gone(error instanceof Error ? error : new Error(String(error))));
    fresh.on('exit', (code) => gone(new Error(`The documents worker ended with code ${code}.`)));
    worker = fresh;
    return fresh;
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  /** Jobs run one after the other: ending the thread because of one then never takes another with it. */
  function inTurn<Output>(work: () => Promise<Output>): Promise<Output> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  function run<Name extends JobName>(
    name: Name,
    input: Jobs[Name]['input'],
    options: JobOptions<Name> = {},
  ): Promise<Jobs[Name]['output']> {
    return inTurn(() => {
      if (isClosed) throw new Error('The documents worker is closed.');
      return runNow(name, input, options);
    });
  }

  function runNow<Name extends JobName>(
    name: Name,
    input: Jobs[Name]['input'],
    { onProgress, signal, deadline }: JobOptions<Name>,
  ): Promise<Jobs[Name]['output']> {
    const thread = started();
    lastJobId += 1;
    const jobId = lastJobId;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    const post = (message: ToWorker) => thread.postMessage(message);
    const cancel = () => post({ kind: 'cancel', jobId });
    let timer: NodeJS.Timeout | undefined;
    return new Promise<Jobs[Name]['output']>((resolve, reject) => {
      running = {
        onGone: reject,
        onMessage: (message) => {
          if (message.jobId !== jobId) return;
          switch (message.kind) {
            case 'progress':
              onProgress?.(message.progress);
              break;
            case 'done':
              resolve(message.output);
              break;
            case 'trouble':
              log(name, new Error(message.message));
              break;
            case 'broke':
              reject(new Error(message.message));
              break;
            default:
              assertNever(message);
          }
        },
      };
      if (deadline) timer = setTimeout(() => void end().then(() => resolve(deadline.output)), deadline.milliseconds);
      thread.ref();
      post({ kind: 'job', jobId, name, input } as ToWorker);
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
    }).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      running = null;
      thread.unref();
    });
  }

  return {
    buildPacks: (input, { onProgress, signal }) => run('buildPacks', input, { onProgress, signal }),
    printPlan: (input) => run('printPlan', input),
    readSource: (input) => {
      const output = err({ code: 'read-took-too-long', fileName: input.fileName } as const);
      return run('readSource', input, { deadline: { milliseconds: readDeadline, output } });
    },
    readWorkshopFile: (input) => {
      const output = err({ code: 'workshop-file-took-too-long', fileName: input.fileName } as const);
      return run('readWorkshopFile', input, { deadline: { milliseconds: workshopDeadline, output } });
    },
    deriveWorkshop: (input) => run('deriveWorkshop', input),
    close: async () => {
      isClosed = true;
      running?.onGone(new Error('The documents worker is closed.'));
      await end();
    },
  };
}
