// The one thing that the formatters of dates do not know of French: the first day of a month is an ordinal.

/**
 * Writes the first of a month as French does: `1er décembre`, `mar. 1er décembre`, `1er–3 décembre 2026`.
 * @param date a date, a range of dates or a moment with the month in letters, as Intl formats it
 * @returns the text as it is when no day in it is the first, and in every language but French
 */
export function firstOfMonth(language: string, date: string): string {
  return language === 'fr' ? date.replace(/(?<![\d:])1(?=\s\p{L}|[-–]\d)/gu, '1er') : date;
}
