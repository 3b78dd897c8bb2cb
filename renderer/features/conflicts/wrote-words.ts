// Who wrote a value and when, in words.
import type { Wrote } from '../../../shared/document/writers.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Words } from '../../ui/language.ts';

/** @returns '' where nobody knows */
export function wroteWords(t: Words, formats: Formats, wrote: Wrote | null | undefined): string {
  if (!wrote) return '';
  const moment = formats.moment(wrote.at);
  return wrote.by === '' ? t('conflicts:wroteUnnamed', { moment }) : t('conflicts:wroteBy', { by: wrote.by, moment });
}
