// 40-calendar as a spreadsheet: the same entries as the calendar file, one per row.
import { packCalendar } from '../calendar-entries.ts';
import type { PackContent } from '../content.ts';
import type { PackTexts } from '../texts.ts';
import { dateCell, headingCell, textCell, titleCell, type Workbook } from '../workbook-model.ts';

export function calendarWorkbook(content: PackContent, texts: PackTexts): Workbook {
  const { t } = texts;
  const { name, entries } = packCalendar(content, texts);
  const rows = [
    [titleCell(name)],
    [headingCell(t('calendar.date')), headingCell(t('calendar.what')), headingCell(t('calendar.who')), headingCell(t('calendar.plan'))],
    ...entries.map(({ date, summary, who, plan }) => [dateCell(date), textCell(summary), textCell(who), textCell(plan)]),
  ];
  return {
    listSheet: t('status.listSheet'),
    sheets: [{ name: t('calendar.sheet'), isLandscape: true, widths: [12, 62, 26, 44], stickyRows: 2, rows, dropDowns: [] }],
  };
}
