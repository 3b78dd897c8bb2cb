// 00-cover: the letter with names and dates that lies on top of the pack.
import { dateWords } from '../as-typed.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { PackContent } from '../content.ts';
import { filledFacts, type Block, type PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';
import { packDocument, sampleNote, topicWords, workshopDates } from './frame.ts';

/** @param inside titles of the other parts of the pack, in order */
export function coverDocument(content: PackContent, texts: PackTexts, inside: readonly string[]): PackDocument {
  const { t } = texts;
  const { team, workshop } = content;
  const blocks: Block[] = [
    { kind: 'title', text: t('cover.title'), subtitle: `${team.name} · ${workshop.title}` },
    ...sampleNote(content, texts),
    { kind: 'paragraph', text: t('cover.dear', { team: team.name }) },
    { kind: 'paragraph', text: t('cover.thanks', { workshop: workshop.title }) },
    ...filledFacts([
      { label: t('cover.place'), value: [workshop.place, workshop.country].filter((part) => part !== '').join(', ') },
      { label: t('cover.dates'), value: workshopDates(content, texts) },
      { label: t('cover.hosts'), value: workshop.hosts.join('\n') },
      { label: t('cover.partners'), value: workshop.partners.join('\n') },
      { label: t('cover.funders'), value: workshop.funders.join('\n') },
      {
        label: t('cover.organisers'),
        value: workshop.organisers.map(({ name, role }) => `${name} (${t(`organiser.${role}`)})`).join('\n'),
      },
    ]),
    ...listUnder(t('cover.objectives'), workshop.objectives),
    { kind: 'heading', text: t('cover.team') },
    members(content, texts),
    ...filledFacts([{ label: t('cover.support'), value: team.supportContact }]),
    { kind: 'heading', text: t('cover.plans') },
    plans(content, texts),
    ...listUnder(t('cover.next'), nextLines(content, texts)),
    { kind: 'heading', text: t('cover.inside') },
    { kind: 'paragraph', text: inside.join(' · ') },
    { kind: 'paragraph', text: t('cover.closing') },
  ];
  return packDocument(content, texts, { title: t('cover.title'), blocks });
}

function listUnder(heading: string, items: readonly string[]): readonly Block[] {
  const filled = items.filter((item) => item.trim() !== '');
  return filled.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items: filled },
      ];
}

function members({ team }: PackContent, { t }: PackTexts): Block {
  if (team.members.length === 0) return { kind: 'paragraph', text: t('cover.noMembers') };
  return { kind: 'list', items: team.members.map((name) => (name === team.lead ? t('cover.lead', { name }) : name)) };
}

function plans(content: PackContent, texts: PackTexts): Block {
  const { t } = texts;
  if (content.plans.length === 0) return { kind: 'paragraph', text: t('cover.noPlans') };
  const items = content.plans.map((plan) => {
    const state = plan.signed ? t('cover.stateSigned', { number: plan.version }) : t('cover.stateDraft');
    return t('cover.planLine', { number: plan.number, topic: topicWords(plan, texts), state });
  });
  return { kind: 'list', items };
}

/** Who introduces what, the first due date of each plan and the first check of progress. */
function nextLines(content: PackContent, texts: PackTexts): readonly string[] {
  const { t, date } = texts;
  const introductions = content.plans.flatMap((plan) =>
    plan.homeIntroductions
      .filter(({ who, toWhom }) => who.trim() !== '' && toWhom.trim() !== '')
      .map(({ who, toWhom, byDate, byTyped }) => {
        const by = dateWords(byDate, byTyped, texts);
        return by === ''
          ? t('cover.nextHomeOpen', { who, toWhom, number: plan.number })
          : t('cover.nextHome', { who, toWhom, number: plan.number, date: by });
      }),
  );
  const firstSteps = content.plans.flatMap((plan) => {
    const first = earliest(
      plan.steps.filter(({ text }) => text.trim() !== ''),
      ({ dueDate }) => dueDate,
    );
    return first ? [t('cover.nextStep', { date: date(first.dueDate), number: plan.number, step: first.text })] : [];
  });
  const check = earliest(
    content.plans.flatMap((plan) => plan.checkpoints),
    ({ dueDate }) => dueDate,
  );
  const checks = check ? [t(check.isAgreed ? 'cover.nextCheckpoint' : 'cover.nextCheckpointProposed', { date: date(check.dueDate) })] : [];
  return [...introductions, ...firstSteps, ...checks];
}

function earliest<Item>(items: readonly Item[], dateOf: (item: Item) => CalendarDate | null): Item | undefined {
  return items.filter((item) => dateOf(item) !== null).toSorted((a, b) => ((dateOf(a) ?? '') < (dateOf(b) ?? '') ? -1 : 1))[0];
}
