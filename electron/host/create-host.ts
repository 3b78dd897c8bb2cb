// Puts the host together: the contract, answered by small services. Knows no shell.
import { appHandlers } from './app.ts';
import { createContentService } from './content.ts';
import { createCopyService } from './copies.ts';
import { documentHandlers } from './documents.ts';
import { createDraftService } from './drafts.ts';
import { createFileService } from './files.ts';
import { historyHandlers } from './history.ts';
import type { Host, HostOptions } from './host-options.ts';
import { intakeHandlers } from './intake.ts';
import { libraryHandlers } from './library.ts';
import { createPackService } from './packs.ts';
import { createWorkshops } from './workshops.ts';

/** Opens the library and answers every request of the contract from then on. What is wrong with the library is told by `library.list`. */
export async function createHost(options: HostOptions): Promise<Host> {
  const content = createContentService(options.files, options.dataFolder);
  const workshops = await createWorkshops(options);
  const packs = createPackService(options, workshops, content);
  const drafts = createDraftService(options, workshops);
  const copies = createCopyService(options, workshops, drafts);
  const travelling = createFileService(options, workshops);
  return {
    handlers: {
      app: appHandlers({ options, content, workshops }),
      library: libraryHandlers({ options, workshops, content }),
      document: documentHandlers(options, workshops, drafts),
      intake: intakeHandlers(options, workshops),
      packs: packs.handlers,
      history: historyHandlers(workshops),
      copies: copies.handlers,
      files: travelling.handlers,
      drafts: drafts.handlers,
    },
    give: travelling.give,
    close: async (how) => {
      await drafts.close();
      await workshops.close(how);
      await packs.close();
      await copies.close();
      await travelling.close();
    },
  };
}
