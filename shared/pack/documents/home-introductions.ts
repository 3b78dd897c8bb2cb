// 30-introducing-at-home: one card per plan to take to the meeting, with lines to write on.
import { dateWords } from '../as-typed.ts';
import type { PackContent, PackPlan } from '../content.ts';
import { filledFacts, type Block, type PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';
import { packDocument, planStateWords, sampleNote, topicWords } from './frame.ts';
import { homeTable } from './plan.ts';

/** Enough to say what happens first; the plan itself holds the rest. */
const stepsOnCard = 3;
const linesPerQuestion = 4;

export function homeIntroductionDocument(content: PackContent, texts: PackTexts): PackDocument {
  const { t } = texts;
  const title = t('parts.home');
  const cards: readonly (readonly Block[])[] =
    content.plans.length === 0 ? [[{ kind: 'paragraph', text: t('cover.noPlans') }]] : content.plans.map((plan) => card(plan, texts));
  const blocks: readonly Block[] = cards.flatMap((blocksOfCard, index): readonly Block[] => [
    ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
    { kind: 'title', text: title, subtitle: content.team.name },
    ...sampleNote(content, texts),
    ...(index === 0 ? [{ kind: 'paragraph', text: t('home.lead') } as const] : []),
    ...blocksOfCard,
  ]);
  return packDocument(content, texts, { title, blocks });
}

function card(plan: PackPlan, texts: PackTexts): readonly Block[] {
  const { t } = texts;
  const steps = plan.steps.filter(({ text }) => text.trim() !== '').slice(0, stepsOnCard);
  return [
    { kind: 'heading', text: t('summary.plan', { number: plan.number, topic: topicWords(plan, texts) }) },
    { kind: 'note', text: planStateWords(plan, texts) },
    homeTable(plan, texts),
    { kind: 'subheading', text: t('home.idea') },
    ...filledFacts([
      { label: t('plan.agendaItem'), value: plan.agendaItem },
      { label: t('plan.expectedOutput'), value: plan.expectedOutput },
      { label: t('plan.resources'), value: plan.resources },
    ]),
    ...(steps.length === 0
      ? []
      : [
          { kind: 'subheading', text: t('home.firstSteps') } as const,
          {
            kind: 'list',
            items: steps.map(({ text, dueDate, dueTyped }) => {
              const due = dateWords(dueDate, dueTyped, texts);
              return due === '' ? text : `${text} (${due})`;
            }),
          } as const,
        ]),
    { kind: 'ruled', label: t('home.saidThere'), lines: linesPerQuestion },
    { kind: 'ruled', label: t('home.agreedNext'), lines: linesPerQuestion },
  ];
}
