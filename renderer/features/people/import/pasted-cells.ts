// Tells cells copied from a spreadsheet from ordinary text.

/** True for several lines or several columns; a single name that ends in a line break is still a name. */
export function looksLikeCells(text: string): boolean {
  return (
    text.trim().includes('\t') ||
    text
      .trim()
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '').length > 1
  );
}
