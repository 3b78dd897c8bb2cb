// 10-plan as a spreadsheet: the five historic parts first, then the rest, each list on a sheet of its own.
import { dateOrWords, marked, responsibleWords } from '../as-typed.ts';
import type { PackContent, PackPlan } from '../content.ts';
import { markedIf, planStateWords } from '../documents/frame.ts';
import { budgetWords } from '../documents/plan.ts';
import type { PackTexts } from '../texts.ts';
import {
  dateCell,
  headingCell,
  labelCell,
  lineCell,
  textCell,
  titleCell,
  type Cell,
  type Sheet,
  type Workbook,
} from '../workbook-model.ts';

type Row = readonly Cell[];

export function planWorkbook(content: PackContent, texts: PackTexts, plan: PackPlan): Workbook {
  return {
    listSheet: texts.t('status.listSheet'),
    sheets: [mainSheet(content, texts, plan), ...indicatorSheet(texts, plan), ...factorSheet(texts, plan)],
  };
}

function mainSheet(content: PackContent, texts: PackTexts, plan: PackPlan): Sheet {
  const { t } = texts;
  const fact = (label: string, value: string): readonly Row[] => (value.trim() === '' ? [] : [[labelCell(label), textCell(value)]]);
  const rows: readonly Row[] = [
    [titleCell(`${t('parts.plan', { number: plan.number })} · ${content.team.name}`)],
    [lineCell(content.workshop.title)],
    ...(content.isSample ? [[lineCell(t('sampleNote'))]] : []),
    [lineCell(planStateWords(plan, texts))],
    [],
    [labelCell(`1. ${t('plan.topic')}`), textCell(plan.topic)],
    [labelCell(`2. ${t('plan.agendaItem')}`), textCell(plan.agendaItem)],
    [labelCell(`3. ${t('plan.expectedOutput')}`), textCell(plan.expectedOutput)],
    [labelCell(`4. ${t('plan.steps')}`)],
    (
      ['step.number', 'step.text', 'step.responsible', 'step.start', 'step.due', 'step.resources', 'step.status', 'step.reason'] as const
    ).map((key) => headingCell(t(key))),
    ...plan.steps.map((step, index): Row => [
      textCell(String(index + 1)),
      textCell(step.text),
      textCell(responsibleWords(step, texts).join(', ')),
      dateOrWords(step.startDate, step.startTyped, texts),
      dateOrWords(step.dueDate, step.dueTyped, texts),
      textCell(step.resources),
      textCell(t(`stepStatus.${step.status}`)),
      textCell(step.changeReason),
    ]),
    [labelCell(`5. ${t('plan.home')}`)],
    (['home.who', 'home.toWhom', 'home.meeting', 'home.by'] as const).map((key) => headingCell(t(key))),
    ...plan.homeIntroductions.map(({ who, toWhom, meeting, byDate, byTyped }): Row => [
      textCell(who),
      textCell(toWhom),
      textCell(meeting),
      dateOrWords(byDate, byTyped, texts),
    ]),
    [],
    [labelCell(t('plan.setting'))],
    ...fact(t('plan.fields', { count: plan.fields.length }), plan.fields.map(({ name }) => name).join(', ')),
    ...fact(t('plan.phase'), plan.phase?.name ?? ''),
    ...fact(t('plan.accountable'), plan.accountable || marked(plan.typed.accountable, texts)),
    ...(['startDate', 'endDate'] as const).flatMap((field): readonly Row[] => {
      const cell = dateOrWords(plan[field], plan.typed[field], texts);
      return cell === null ? [] : [[labelCell(t(`plan.${field}`)), cell]];
    }),
    ...fact(t('plan.objective'), plan.objective),
    ...fact(t('plan.link'), plan.linkToExistingPlan),
    ...fact(t('plan.resources'), plan.resources),
    ...fact(t('plan.budget'), budgetWords(plan, texts)),
    ...plan.risks.flatMap(({ text, response }) => [...fact(t('plan.risk'), text), ...fact(t('plan.response'), response)]),
    ...plan.checkpoints.map(({ kind, dueDate }): Row => [labelCell(t(`checkpoint.${kind}`)), dateCell(dueDate)]),
  ];
  return { name: t('sheet.plan'), isLandscape: true, widths: [26, 46, 26, 13, 13, 22, 15, 22], stickyRows: 0, rows, dropDowns: [] };
}

function indicatorSheet(texts: PackTexts, plan: PackPlan): readonly Sheet[] {
  const { t } = texts;
  if (plan.indicators.length === 0) return [];
  const columns = [
    'indicator.name',
    'sheet.type',
    'sheet.unit',
    'sheet.baselineValue',
    'sheet.baselineDate',
    'sheet.baselineSource',
    'sheet.targetValue',
    'sheet.targetDate',
    'sheet.frequency',
    'sheet.owner',
  ] as const;
  const rows: readonly Row[] = [
    columns.map((key) => headingCell(t(key))),
    ...plan.indicators.map((indicator): Row => [
      textCell(indicator.name),
      textCell(indicator.type === null ? '' : t(`indicator.type.${indicator.type}`)),
      textCell(indicator.unit),
      textCell(indicator.baselineValue),
      dateOrWords(indicator.baselineDate, indicator.baselineTyped, texts),
      textCell(indicator.baselineSource),
      textCell(indicator.targetValue),
      dateOrWords(indicator.targetDate, indicator.targetTyped, texts),
      textCell(indicator.frequency),
      textCell(indicator.owner),
    ]),
  ];
  return [
    {
      name: t('sheet.indicators'),
      isLandscape: true,
      widths: [40, 14, 12, 14, 14, 24, 14, 14, 18, 20],
      stickyRows: 1,
      rows,
      dropDowns: [],
    },
  ];
}

function factorSheet(texts: PackTexts, plan: PackPlan): readonly Sheet[] {
  if (plan.factorChecks.every(({ answer, note }) => answer === null && note.trim() === '')) return [];
  const { t } = texts;
  const rows: readonly Row[] = [
    [
      headingCell(t('plan.factor')),
      headingCell(markedIf(plan.ours.includes('factor-answers'), t('plan.answer'), texts)),
      headingCell(t('plan.note')),
    ],
    ...plan.factorChecks.map(({ text, answer, note }): Row => [
      textCell(text),
      textCell(t(answer === null ? 'answers.open' : `answers.${answer}`)),
      textCell(note),
    ]),
  ];
  return [{ name: t('sheet.factors'), isLandscape: false, widths: [60, 16, 40], stickyRows: 1, rows, dropDowns: [] }];
}
