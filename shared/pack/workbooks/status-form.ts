// 50-status-form as a spreadsheet with a drop-down list for the status of each step.
import { dateOrWords, responsibleWords } from '../as-typed.ts';
import type { PackContent, PackPlan } from '../content.ts';
import { topicWords } from '../documents/frame.ts';
import type { PackTexts } from '../texts.ts';
import {
  headingCell,
  inputCell,
  labelCell,
  lineCell,
  textCell,
  titleCell,
  type Cell,
  type Sheet,
  type Workbook,
} from '../workbook-model.ts';
import { stepStatuses } from '../../domain/plan/values.ts';

const statusColumn = 4;
const columnCount = 8;
const blankRows = 12;
/** An answer reaches over the columns from the second to the last. */
const answerColumns = columnCount - 1;

export function statusFormWorkbook(content: PackContent, texts: PackTexts, isFilled: boolean): Workbook {
  const { t } = texts;
  const head: readonly (readonly Cell[])[] = [
    [titleCell(`${t(isFilled ? 'status.titleFilled' : 'status.titleBlank')} · ${content.team.name}`)],
    [lineCell(content.isSample ? `${content.workshop.title} (${t('sample')})` : content.workshop.title)],
    [lineCell(content.ours.includes('status-form') ? `${t('status.lead')} ${t('status.ours')}` : t('status.lead'))],
    (['plan', 'step', 'responsible', 'due', 'status', 'happened', 'newDate', 'reason'] as const).map((key) =>
      headingCell(t(`status.${key}`)),
    ),
  ];
  const steps = isFilled ? content.plans.flatMap((plan) => filledRows(plan, texts)) : Array.from({ length: blankRows }, blankRow);
  const questions = (['helped', 'hindered', 'support', 'filledBy'] as const).map((key): readonly Cell[] => [
    labelCell(t(`status.${key}`)),
    inputCell('', answerColumns),
  ]);
  const sheet: Sheet = {
    name: t('status.sheet'),
    isLandscape: true,
    widths: [28, 36, 20, 12, 15, 34, 12, 26],
    stickyRows: head.length,
    rows: [...head, ...steps, [], ...questions],
    dropDowns:
      steps.length === 0
        ? []
        : [
            {
              column: statusColumn,
              firstRow: head.length,
              lastRow: head.length + steps.length - 1,
              choices: stepStatuses.map((status) => t(`stepStatus.${status}`)),
            },
          ],
  };
  return { listSheet: t('status.listSheet'), sheets: [sheet] };
}

function filledRows(plan: PackPlan, texts: PackTexts): readonly (readonly Cell[])[] {
  return plan.steps.map((step) => [
    textCell(topicWords(plan, texts)),
    textCell(step.text),
    textCell(responsibleWords(step, texts).join(', ')),
    dateOrWords(step.dueDate, step.dueTyped, texts),
    inputCell(texts.t(`stepStatus.${step.status}`)),
    inputCell(),
    inputCell(),
    inputCell(step.changeReason),
  ]);
}

function blankRow(): readonly Cell[] {
  return Array.from({ length: columnCount }, () => inputCell());
}
