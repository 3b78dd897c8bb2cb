// 10-plan: one action plan. The five historic parts come first (S27), everything else after them.
import { dateWords, marked, responsibleWords } from '../as-typed.ts';
import type { PackContent, PackIndicator, PackPlan, PackStep, PlanText } from '../content.ts';
import { filledFacts, table, type Block, type BlockOf, type PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';
import { markedIf, packDocument, planStateWords, planVersionWords, sampleNote } from './frame.ts';

export function planDocument(content: PackContent, texts: PackTexts, plan: PackPlan): PackDocument {
  const title = texts.t('parts.plan', { number: plan.number });
  const blocks: Block[] = [
    { kind: 'title', text: title, subtitle: content.team.name },
    ...sampleNote(content, texts),
    { kind: 'note', text: planStateWords(plan, texts) },
    ...planBlocks(plan, texts),
    ...checkpointBlocks(plan, texts),
  ];
  return packDocument(content, texts, { title, blocks, version: planVersionWords(plan, texts) });
}

/** The blocks that a plan's own words need, on paper and on the screen. */
export type PlanBlock = BlockOf<'heading' | 'paragraph' | 'facts' | 'table'>;

/** What a plan says, the five historic parts first. */
export function planBlocks(plan: PlanText, texts: PackTexts): readonly PlanBlock[] {
  const { t } = texts;
  return [
    ...writtenPart(`1. ${t('plan.topic')}`, plan.topic, texts),
    ...writtenPart(`2. ${t('plan.agendaItem')}`, plan.agendaItem, texts),
    ...writtenPart(`3. ${t('plan.expectedOutput')}`, plan.expectedOutput, texts),
    { kind: 'heading', text: `4. ${t('plan.steps')}` },
    stepTable(plan, texts),
    { kind: 'heading', text: `5. ${t('plan.home')}` },
    homeTable(plan, texts),
    { kind: 'heading', text: t('plan.setting') },
    ...settingFacts(plan, texts),
    ...indicatorBlocks(plan, texts),
    ...riskBlocks(plan, texts),
    ...factorBlocks(plan, texts),
  ];
}

function writtenPart(heading: string, value: string, { t }: PackTexts): readonly PlanBlock[] {
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: value.trim() === '' ? t('notFilled') : value },
  ];
}

function stepTable(plan: PlanText, texts: PackTexts): PlanBlock {
  const { t } = texts;
  if (plan.steps.length === 0) return { kind: 'paragraph', text: t('notFilled') };
  return table(
    [
      [t('step.number'), 0.07],
      [t('step.text'), 0.48],
      [t('step.responsible'), 0.25],
      [t('step.due'), 0.2],
    ],
    plan.steps.map((step, index) => [
      String(index + 1),
      stepWords(step, texts),
      responsibleWords(step, texts).join('\n'),
      dateWords(step.dueDate, step.dueTyped, texts) || t('notFilled'),
    ]),
  );
}

/** The step and, on lines of their own, what else is known of it. A step that nobody has begun says nothing about its status. */
function stepWords(step: PackStep, texts: PackTexts): string {
  const { t } = texts;
  const start = dateWords(step.startDate, step.startTyped, texts);
  return [
    step.text,
    start === '' ? '' : t('step.startsOn', { date: start }),
    step.resources.trim() === '' ? '' : t('step.resourcesLine', { text: step.resources }),
    step.status === 'not-started' ? '' : t('step.statusLine', { status: t(`stepStatus.${step.status}`) }),
    step.changeReason.trim() === '' ? '' : t('step.reasonLine', { text: step.changeReason }),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Who explains the plan to whom, at which meeting, by when. */
export function homeTable(plan: PlanText, texts: PackTexts): PlanBlock {
  const { t } = texts;
  if (plan.homeIntroductions.length === 0) return { kind: 'paragraph', text: t('home.open') };
  return table(
    [
      [t('home.who'), 0.24],
      [t('home.toWhom'), 0.26],
      [t('home.meeting'), 0.3],
      [t('home.by'), 0.2],
    ],
    plan.homeIntroductions.map(({ who, toWhom, meeting, byDate, byTyped, done }) => [
      who,
      toWhom,
      meeting,
      [dateWords(byDate, byTyped, texts), done ? t('home.done') : ''].filter((line) => line !== '').join('\n'),
    ]),
  );
}

function settingFacts(plan: PlanText, texts: PackTexts): readonly PlanBlock[] {
  const { t } = texts;
  const { typed } = plan;
  return filledFacts([
    { label: t('plan.fields', { count: plan.fields.length }), value: plan.fields.map(({ name }) => name).join('\n') },
    { label: t('plan.phase'), value: plan.phase?.name ?? '' },
    { label: t('plan.accountable'), value: plan.accountable || marked(typed.accountable, texts) || t('notFilled') },
    { label: t('plan.startDate'), value: dateWords(plan.startDate, typed.startDate, texts) },
    { label: t('plan.endDate'), value: dateWords(plan.endDate, typed.endDate, texts) },
    { label: t('plan.objective'), value: plan.objective },
    { label: t('plan.link'), value: plan.linkToExistingPlan },
    { label: t('plan.resources'), value: plan.resources },
    { label: t('plan.budget'), value: budgetWords(plan, texts) },
  ]);
}

/** `12,000 USD, source: ministry budget, secured`; '' without a budget. */
export function budgetWords({ budget, typed }: PlanText, texts: PackTexts): string {
  const { t, amount } = texts;
  if (!budget) return '';
  return [
    typed.budget !== ''
      ? `${marked(typed.budget, texts)} ${budget.currency}`.trim()
      : budget.amount === ''
        ? ''
        : `${amount(budget.amount)} ${budget.currency}`.trim(),
    budget.source.trim() === '' ? '' : t('plan.budgetSource', { source: budget.source }),
    t(budget.secured ? 'plan.budgetSecured' : 'plan.budgetOpen'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function indicatorBlocks(plan: PlanText, texts: PackTexts): readonly PlanBlock[] {
  const { t } = texts;
  if (plan.indicators.length === 0) return [];
  const rows = plan.indicators.map((indicator) => [
    [indicator.name, indicator.type === null ? '' : `(${t(`indicator.type.${indicator.type}`)})`].filter((part) => part !== '').join(' '),
    lines(
      measured(indicator.baselineValue, indicator),
      dateWords(indicator.baselineDate, indicator.baselineTyped, texts),
      indicator.baselineSource.trim() === '' ? '' : t('indicator.source', { source: indicator.baselineSource }),
    ),
    lines(measured(indicator.targetValue, indicator), dateWords(indicator.targetDate, indicator.targetTyped, texts)),
    lines(indicator.frequency, indicator.owner.trim() === '' ? '' : t('indicator.owner', { owner: indicator.owner })),
  ]);
  return [
    { kind: 'heading', text: t('plan.indicators') },
    table(
      [
        [t('indicator.name'), 0.34],
        [t('indicator.baseline'), 0.24],
        [t('indicator.target'), 0.2],
        [t('indicator.followed'), 0.22],
      ],
      rows,
    ),
  ];
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
}

/** The value with its unit, unless the value says it already. */
export function measured(value: string, { unit }: PackIndicator): string {
  return value.trim() === '' || unit.trim() === '' || value.endsWith(unit) ? value : `${value} ${unit}`;
}

function riskBlocks(plan: PlanText, { t }: PackTexts): readonly PlanBlock[] {
  const risks = plan.risks.filter(({ text, response }) => `${text}${response}`.trim() !== '');
  if (risks.length === 0) return [];
  return [
    { kind: 'heading', text: t('plan.risks') },
    table(
      [
        [t('plan.risk'), 0.5],
        [t('plan.response'), 0.5],
      ],
      risks.map(({ text, response }) => [text, response]),
    ),
  ];
}

/** All twelve once one is answered: what was left open is part of the picture. */
function factorBlocks(plan: PlanText, texts: PackTexts): readonly PlanBlock[] {
  if (plan.factorChecks.every(({ answer, note }) => answer === null && note.trim() === '')) return [];
  const { t } = texts;
  return [
    { kind: 'heading', text: t('plan.factors') },
    table(
      [
        [t('plan.factor'), 0.52],
        [markedIf(plan.ours.includes('factor-answers'), t('plan.answer'), texts), 0.18],
        [t('plan.note'), 0.3],
      ],
      plan.factorChecks.map(({ text, answer, note }) => [text, t(answer === null ? 'answers.open' : `answers.${answer}`), note]),
    ),
  ];
}

function checkpointBlocks(plan: PackPlan, { t, date }: PackTexts): readonly Block[] {
  const isProposal = plan.checkpoints.every(({ isAgreed }) => !isAgreed);
  const facts = plan.checkpoints.map(({ kind, dueDate }) => ({ label: t(`checkpoint.${kind}`), value: date(dueDate) }));
  if (facts.length === 0) return [];
  return [
    { kind: 'heading', text: t(isProposal ? 'plan.checkpointsProposed' : 'plan.checkpoints') },
    { kind: 'facts', facts },
  ];
}
