// Which language the interface speaks: the chosen one, else the system's.
import type { Settings, StartInfo, UiLanguage } from '../../shared/contract/contract.ts';

export function languageOf(settings: Settings, start: Pick<StartInfo, 'systemLanguage'>): UiLanguage {
  return settings.language ?? start.systemLanguage;
}
