// 40-calendar: every day of the follow-up on which somebody does something, as entries for a calendar file and for a sheet.
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { PackContent, PackPlan } from './content.ts';
import { topicWords } from './documents/frame.ts';
import type { PackTexts } from './texts.ts';

export interface CalendarEntry {
  /** Stable over rebuilt packs, so that a second import moves entries instead of doubling them. */
  readonly uid: string;
  readonly date: CalendarDate;
  readonly summary: string;
  readonly who: string;
  readonly plan: string;
}

export interface PackCalendar {
  readonly name: string;
  /** Rises with every change of the workshop, so that a newer file wins over an older one (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  readonly entries: readonly CalendarEntry[];
}

export function packCalendar(content: PackContent, texts: PackTexts): PackCalendar {
  const values = { team: content.team.name, workshop: content.workshop.title };
  const entries = content.plans.flatMap((plan) => entriesOfPlan(content.documentId, plan, texts));
  return {
    name: texts.t(content.isSample ? 'calendar.nameSample' : 'calendar.name', values),
    sequence: content.workshopRevision,
    entries: entries.toSorted((a, b) => (a.date === b.date ? (a.uid < b.uid ? -1 : 1) : a.date < b.date ? -1 : 1)),
  };
}

function entriesOfPlan(documentId: string, plan: PackPlan, texts: PackTexts): readonly CalendarEntry[] {
  const { t } = texts;
  const topic = topicWords(plan, texts);
  const entry = (id: string, date: CalendarDate | null, summary: string, who: string): readonly CalendarEntry[] =>
    date === null ? [] : [{ uid: `${documentId}.${plan.id}.${id}@hrh-action-workshop`, date, summary, who, plan: topic }];
  return [
    ...plan.steps
      .filter(({ status }) => status !== 'dropped')
      .flatMap((step) =>
        entry(`step.${step.id}`, step.dueDate, t('calendar.step', { text: step.text || t('notFilled') }), texts.list(step.responsible)),
      ),
    ...plan.homeIntroductions.flatMap(({ id, byDate, toWhom, who }) =>
      entry(`home.${id}`, byDate, t('calendar.home', { topic, toWhom: toWhom || t('notFilled') }), who),
    ),
    ...plan.checkpoints.flatMap(({ kind, dueDate, isAgreed }) =>
      entry(
        `checkpoint.${kind}`,
        dueDate,
        t(isAgreed ? 'calendar.checkpoint' : 'calendar.checkpointProposed', { kind: t(`checkpoint.${kind}`), topic }),
        plan.accountable,
      ),
    ),
  ];
}
