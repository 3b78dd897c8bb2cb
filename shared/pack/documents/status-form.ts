// 50-status-form on paper: blank, and filled in as far as the plans know.
import { dateWords, responsibleWords } from '../as-typed.ts';
import type { PackContent, PackPlan } from '../content.ts';
import { form, type Block, type PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';
import { packDocument, sampleNote, topicWords } from './frame.ts';
import { stepStatuses } from '../../domain/plan/values.ts';

const blankRows = 8;
const linesPerQuestion = 2;

export function statusFormDocument(content: PackContent, texts: PackTexts, isFilled: boolean): PackDocument {
  const { t } = texts;
  const title = t(isFilled ? 'status.titleFilled' : 'status.titleBlank');
  const blocks: Block[] = [
    { kind: 'title', text: title, subtitle: content.team.name },
    ...sampleNote(content, texts),
    { kind: 'paragraph', text: t('status.lead') },
    { kind: 'paragraph', text: t('status.choices', { choices: stepStatuses.map((status) => t(`stepStatus.${status}`)).join(', ') }) },
    ...(content.ours.includes('status-form') ? [{ kind: 'paragraph', text: t('status.ours') } as const] : []),
    ...(isFilled ? content.plans.flatMap((plan) => filledPlan(plan, texts)) : blankPlan(texts)),
    { kind: 'ruled', label: t('status.helped'), lines: linesPerQuestion },
    { kind: 'ruled', label: t('status.hindered'), lines: linesPerQuestion },
    { kind: 'ruled', label: t('status.support'), lines: linesPerQuestion },
    { kind: 'ruled', label: t('status.filledBy'), lines: 1 },
  ];
  return packDocument(content, texts, { title, blocks, orientation: 'landscape' });
}

function statusTable({ t }: PackTexts, rows: readonly (readonly string[])[]): Block {
  return form(
    [
      [t('status.step'), 0.28],
      [t('status.responsible'), 0.14],
      [t('status.due'), 0.12],
      [t('status.status'), 0.12],
      [t('status.happened'), 0.2],
      [t('status.newDate'), 0.14],
    ],
    rows,
  );
}

function filledPlan(plan: PackPlan, texts: PackTexts): readonly Block[] {
  const { t } = texts;
  const rows = plan.steps.map((step) => [
    step.text,
    responsibleWords(step, texts).join('\n'),
    dateWords(step.dueDate, step.dueTyped, texts),
    t(`stepStatus.${step.status}`),
    step.changeReason,
    '',
  ]);
  return [
    { kind: 'heading', text: t('summary.plan', { number: plan.number, topic: topicWords(plan, texts) }) },
    rows.length === 0 ? { kind: 'paragraph', text: t('notFilled') } : statusTable(texts, rows),
  ];
}

function blankPlan(texts: PackTexts): readonly Block[] {
  const empty = ['', '', '', '', '', ''];
  return [
    { kind: 'ruled', label: texts.t('status.plan'), lines: 1 },
    statusTable(
      texts,
      Array.from({ length: blankRows }, () => empty),
    ),
  ];
}
