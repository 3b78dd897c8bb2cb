// Which record a change is about: `Step 3 of “Fill critical posts”`.
import type { RecordName } from '../../../shared/document/record-name.ts';
import { actionFieldName, anyWord, guideTitle, type WordSources } from './word-sources.ts';

export function recordWords(sources: WordSources, record: RecordName): string {
  const part = ownWords(sources, record);
  if (record.of === null) return part;
  const whole = shownName(sources, record.of);
  if (whole === '') {
    const around = record.of.of === null ? '' : shownName(sources, record.of.of);
    const unnamed = around === '' ? '' : anyWord(sources, `changes:withinUnnamed.${record.of.collection}`, '', { of: around });
    return unnamed === '' ? part : sources.t('changes:partOf', { part, whole: unnamed });
  }
  const within = anyWord(sources, `changes:within.${record.of.collection}`, whole, { name: whole, date: whole });
  return sources.t('changes:partOf', { part, whole: within });
}

function ownWords(sources: WordSources, record: RecordName): string {
  const { collection, number } = record;
  const name = shownName(sources, record);
  const unnamed =
    name === '' && (number === null || collection === 'sessions') ? anyWord(sources, `changes:unnamed.${collection}`, '') : '';
  if (unnamed !== '') return unnamed;
  return anyWord(sources, `changes:record.${collection}`, collection, { name, number: String(number ?? ''), date: name }).trim();
}

/** A day is called by its date, a half-day by date and half, a rating by its action field, and a session by its guide while nobody gave it a title. */
export function shownName(sources: WordSources, { collection, name, guideId }: RecordName): string {
  if (collection === 'attendance') return halfDay(sources, name);
  if (collection === 'days') return name === '' ? '' : sources.formats.date(name);
  if (collection === 'fieldAssessments') return actionFieldName(sources, name);
  if (collection === 'sessions' && name === '') return guideTitle(sources, guideId);
  return name;
}

/** A half-day is called by its date and which half it is. */
function halfDay(sources: WordSources, name: string): string {
  const [date = '', half = ''] = name.split(' ');
  if (date === '') return '';
  return sources.t('changes:halfDay', {
    date: sources.formats.dayMonth(date),
    half: anyWord(sources, `changes:choice.attendance.half.${half}`, ''),
  });
}
