// Requests about the application itself: what a page needs to begin, shipped content, settings, the projector.
import { join } from 'node:path';
import type { HostHandlers, StartInfo } from '../../shared/contract/contract.ts';
import { visibleGuides } from '../../shared/contract/role-filter.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { diskFailure } from '../store/disk-failure.ts';
import { settingsFolder, visibleSettings } from '../store/settings.ts';
import type { ContentService } from './content.ts';
import type { HostOptions } from './host-options.ts';
import type { Workshops } from './workshops.ts';

function platform(): StartInfo['platform'] {
  const { platform: name } = process;
  return name === 'linux' || name === 'win32' || name === 'darwin' ? name : 'other';
}

export interface AppParts {
  readonly options: HostOptions;
  readonly content: ContentService;
  readonly workshops: Workshops;
}

export function appHandlers({ options, content: { content }, workshops }: AppParts): HostHandlers['app'] {
  const { settings, ports, publish, files } = options;
  return {
    start: async (_input, caller) =>
      ok({
        appVersion: options.appVersion,
        shell: options.shell,
        role: caller.role,
        settings: visibleSettings(settings.get()),
        systemLanguage: options.systemLanguage,
        now: options.clock(),
        ...(options.readUptime?.() ?? { boot: '', uptime: null }),
        platform: platform(),
        workshopId: caller.role === 'projector' ? ports.workshopShownTo(caller) : null,
      }),
    content: async (_input, { role }) => {
      const read = await content();
      return read.ok ? ok({ ...read.value, guides: visibleGuides(role, read.value.guides) }) : read;
    },
    setSettings: async ({ language, theme, facilitatorName }) => {
      try {
        await settings.update({
          ...(language !== undefined && { language }),
          ...(theme !== undefined && { theme }),
          ...(facilitatorName !== undefined && { facilitatorName }),
        });
      } catch (error) {
        return err(diskFailure(error, settingsFolder()));
      }
      const visible = visibleSettings(settings.get());
      publish('app', 'settingsChanged', visible);
      return ok(visible);
    },
    about: async () => {
      const notices = await files.readFile(join(options.dataFolder, 'NOTICES.md')).catch(() => null);
      const { electron = null, chrome = null, node } = process.versions as Readonly<Record<string, string>> & { readonly node: string };
      return ok({
        appVersion: options.appVersion,
        versions: { electron, chrome, node },
        libraryFolder: workshops.folder(),
        settingsFolder: settingsFolder(),
        notices: notices ? Buffer.from(notices).toString('utf8') : '',
      });
    },
    openProjector: async ({ workshopId }, caller) => ok({ address: await ports.openProjector(workshopId, caller) }),
    reveal: ({ revealId }) => ports.reveal(revealId),
  };
}
