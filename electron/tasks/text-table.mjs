// @ts-check
// Tables for the terminal, out of rows that tests and benches leave as lines of JSON.

/**
 * @param {string} text JSON lines
 * @returns {readonly any[]}
 */
export function parseRows(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/**
 * Columns as wide as their widest cell.
 * @param {readonly (readonly string[])[]} table the head first
 */
export function formatTable(table) {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  return table
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
