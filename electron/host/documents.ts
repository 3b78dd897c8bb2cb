// Requests about one workshop: open it, change it, take changes back.
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { DraftService } from './drafts.ts';
import type { HostOptions } from './host-options.ts';
import type { ExecuteResult, OpenDocument } from './open-document.ts';
import type { Workshops } from './workshops.ts';

/** So many people are not removed by a slip of one hand. */
const manyPeople = 5;

export function documentHandlers(options: HostOptions, workshops: Workshops, drafts: DraftService): HostHandlers['document'] {
  async function on(workshopId: string, act: (document: OpenDocument) => Promise<ExecuteResult>): Promise<ExecuteResult> {
    const document = await workshops.open(workshopId);
    return document.ok ? act(document.value) : document;
  }

  return {
    open: async ({ workshopId }, caller) => {
      // A projector page sees the one workshop that it was opened for.
      if (caller.role === 'projector' && options.ports.workshopShownTo(caller) !== workshopId) return refused();
      const document = await workshops.open(workshopId);
      if (!document.ok) return document;
      // A workshop is no less open for what cannot be read beside it.
      const typed = caller.role === 'facilitator' ? await drafts.list(workshopId) : ok([]);
      return ok({ ...document.value.snapshot(caller.role), drafts: typed.ok ? typed.value : [] });
    },
    execute: ({ workshopId, commandId, command }) => {
      // Before anything is waited for: its place among what arrives counts.
      const tellDrafts = drafts.arrived({ workshopId, commandId, command });
      return on(workshopId, async (document) => {
        if (removesMany(command)) await document.copies.before('before-removal');
        const answer = await document.execute(commandId, command);
        await tellDrafts(answer.ok ? null : answer.failure);
        return answer;
      });
    },
    undo: ({ workshopId, commandId, stepId }) => on(workshopId, (document) => document.undo(commandId, stepId)),
    redo: ({ workshopId, commandId }) => on(workshopId, (document) => document.redo(commandId)),
    conflictWriters: async ({ workshopId }) => {
      const document = await workshops.open(workshopId);
      return document.ok ? ok(document.value.conflictWriters()) : document;
    },
  };
}

/** A command that takes many people out at once: there is a copy of the moment before. */
function removesMany(command: Command): boolean {
  return command.name === 'participantsRemove' && command.ids.length >= manyPeople;
}

function refused(): Result<never, Failure> {
  return err({ code: 'not-allowed' });
}
