// Requests about one workshop: open it, change it, take changes back.
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { HostOptions } from './host-options.ts';
import type { ExecuteResult, OpenDocument } from './open-document.ts';
import type { Workshops } from './workshops.ts';

export function documentHandlers(options: HostOptions, workshops: Workshops): HostHandlers['document'] {
  async function on(workshopId: string, act: (document: OpenDocument) => Promise<ExecuteResult>): Promise<ExecuteResult> {
    const document = await workshops.open(workshopId);
    return document.ok ? act(document.value) : document;
  }

  return {
    open: async ({ workshopId }, caller) => {
      // A projector page sees the one workshop that it was opened for.
      if (caller.role === 'projector' && options.ports.workshopShownTo(caller) !== workshopId) return refused();
      const document = await workshops.open(workshopId);
      return document.ok ? ok(document.value.snapshot(caller.role)) : document;
    },
    execute: ({ workshopId, commandId, command }) => on(workshopId, (document) => document.execute(commandId, command)),
    undo: ({ workshopId, commandId }) => on(workshopId, (document) => document.undo(commandId)),
    redo: ({ workshopId, commandId }) => on(workshopId, (document) => document.redo(commandId)),
  };
}

function refused(): Result<never, Failure> {
  return err({ code: 'not-allowed' });
}
