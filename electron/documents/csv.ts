// The list of participants as CSV for the spreadsheets people have: byte order mark, separator of the language, no formulas.
import papaparse from 'papaparse';
import type { Language } from '../../shared/kernel/local-text.ts';
import type { ParticipantList } from '../../shared/pack/participants.ts';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const byteOrderMark = '\ufeff';

/** French Excel expects semicolons because its decimal sign is the comma. */
const separators: Readonly<Record<Language, string>> = { en: ',', fr: ';' };

/** Cells that begin like a formula get an apostrophe in front, so that opening the file never computes anything. */
export function renderCsv({ header, rows }: ParticipantList, language: Language): string {
  const data = [header, ...rows].map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  return `${byteOrderMark}${papaparse.unparse(data, { delimiter: separators[language], newline: '\r\n', escapeFormulae: true })}\r\n`;
}
