// The template's day that a day came from: it names the day until somebody does.
import type { Day } from '../../../shared/domain/agenda/model.ts';
import type { WorkshopTemplate } from '../../../shared/domain/agenda/template.ts';
import type { LocalText } from '../../../shared/kernel/local-text.ts';

type TemplateDay = WorkshopTemplate['days'][number];

/** @returns undefined for a day that was added by hand, or whose template is not shipped any more */
export function templateDayOf(day: Day, templates: readonly WorkshopTemplate[]): TemplateDay | undefined {
  const [templateId, dayId] = (day.templateDay ?? '').split('/');
  return templates.find(({ id }) => id === templateId)?.days.find(({ id }) => id === dayId);
}

export function templateDayLabel(day: Day, templates: readonly WorkshopTemplate[]): LocalText {
  return templateDayOf(day, templates)?.label ?? {};
}
