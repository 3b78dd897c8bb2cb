// The one worker thread: writes documents and reads what people bring, so that the host's event loop never waits for either.
import { parentPort, type MessagePort } from 'node:worker_threads';
import { readSource } from '../intake/read-source.ts';
import { readWorkshopFile } from '../intake/read-workshop-file.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { buildPacks } from './build-packs.ts';
import { deriveWorkshop } from './derive-workshop.ts';
import { printPlan } from './print-plan.ts';
import type { FromWorker, JobName, Jobs, ToWorker } from './protocol.ts';

function listen(port: MessagePort): void {
  const cancelled = new Set<number>();
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'cancel':
        cancelled.add(message.jobId);
        break;
      case 'job':
        void answer(port, message, cancelled);
        break;
      default:
        assertNever(message);
    }
  });
}

type Job = Extract<ToWorker, { readonly kind: 'job' }>;

async function answer(port: MessagePort, job: Job, cancelled: Set<number>): Promise<void> {
  const send = (message: FromWorker) => port.postMessage(message);
  try {
    send({ kind: 'done', jobId: job.jobId, output: await carryOut(job, send, cancelled) });
  } catch (error) {
    send({ kind: 'broke', jobId: job.jobId, message: messageOf(error) });
  } finally {
    cancelled.delete(job.jobId);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function carryOut(job: Job, send: (message: FromWorker) => void, cancelled: Set<number>): Promise<Jobs[JobName]['output']> {
  switch (job.name) {
    case 'buildPacks':
      return buildPacks(job.input, {
        onProgress: (progress) => send({ kind: 'progress', jobId: job.jobId, progress }),
        onTrouble: (error) => send({ kind: 'trouble', jobId: job.jobId, message: messageOf(error) }),
        isCancelled: () => cancelled.has(job.jobId),
      });
    case 'printPlan':
      return printPlan(job.input);
    case 'readSource':
      return readSource(job.input);
    case 'readWorkshopFile':
      return readWorkshopFile(job.input);
    case 'deriveWorkshop':
      return deriveWorkshop(job.input);
    default:
      return assertNever(job);
  }
}

if (parentPort) listen(parentPort);
