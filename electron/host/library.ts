// Requests about the library: the list of workshops, new ones, copies, and where the library lies.
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import { sampleChanges } from '../../shared/document/sample-changes.ts';
import { emptyRecords, viewOf } from '../../shared/document/records.ts';
import type { WorkshopTemplate } from '../../shared/domain/agenda/template.ts';
import { decide } from '../../shared/domain/commands.ts';
import { duplicateChanges } from '../../shared/domain/workshop/duplicate.ts';
import { pickText } from '../../shared/kernel/local-text.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { folderChoices } from '../store/library-folder.ts';
import type { ContentService } from './content.ts';
import type { HostOptions } from './host-options.ts';
import type { Workshops } from './workshops.ts';

/** Asks with the system's dialog instead of naming a place. */
const dialogChoice = 'dialog';

export interface LibraryParts {
  readonly options: HostOptions;
  readonly workshops: Workshops;
  readonly content: ContentService;
}

export function libraryHandlers({ options, workshops, content }: LibraryParts): HostHandlers['library'] {
  const { clock, newId, settings, ports } = options;

  async function templateOf(templateId: string): Promise<Result<WorkshopTemplate, Failure>> {
    const loaded = await content.content();
    if (!loaded.ok) return loaded;
    const template = loaded.value.templates.find(({ id }) => id === templateId);
    return template ? ok(template) : err({ code: 'template-invalid', file: `templates/${templateId}.json`, place: '' });
  }

  return {
    list: async () => ok(await workshops.state()),
    folderChoices: async () => ok(folderChoices(options.documentsFolder)),
    chooseFolder: async ({ choiceId }, caller) => {
      if (choiceId === dialogChoice && !ports.dialogs) return err({ code: 'not-allowed' });
      const folder =
        choiceId === dialogChoice
          ? await ports.dialogs?.chooseFolder(caller)
          : folderChoices(options.documentsFolder).find((choice) => choice.choiceId === choiceId)?.path;
      if (folder === undefined) return err({ code: 'bad-request', place: 'choiceId' });
      if (folder === null) return ok(await workshops.state());
      const state = await workshops.moveTo(folder);
      await settings.update({ libraryFolder: folder }).catch((error: unknown) => options.log('settings', error));
      return ok(state);
    },
    takeOver: async (from) => ok(await workshops.takeOver(from)),
    create: async ({ basics, templateId }) => {
      const template = await templateOf(templateId);
      if (!template.ok) return template;
      const context = { now: clock(), newId, actor: settings.get().facilitatorName };
      const command = { name: 'workshopBegin', basics, template: template.value, isSample: false } as const;
      const decision = decide(viewOf(emptyRecords()), command, context);
      return decision.ok ? workshops.create(basics.title, decision.value) : decision;
    },
    createSample: async ({ language }) => {
      const sample = await content.sample();
      if (!sample.ok) return sample;
      const template = await templateOf(sample.value.workshop.templateId);
      if (!template.ok) return template;
      const actor = settings.get().facilitatorName;
      const { timeZone: timezone } = new Intl.DateTimeFormat().resolvedOptions();
      const changes = sampleChanges({ sample: sample.value, template: template.value, now: clock(), language, timezone, actor, newId });
      return workshops.create(pickText(sample.value.workshop.title, [language]), changes);
    },
    duplicate: async ({ workshopId, title, startDate }) => {
      const source = await workshops.open(workshopId);
      if (!source.ok) return source;
      const decision = duplicateChanges(source.value.view(), { title, startDate }, newId);
      return decision.ok ? workshops.create(title, decision.value) : decision;
    },
    makeIndependent: ({ workshopId }) => workshops.makeIndependent(workshopId),
    setArchived: ({ workshopId, isArchived }) => workshops.setArchived(workshopId, isArchived),
  };
}
