// What a paste brings, in both flavours: the text, and the cells of a table or the lines of a list where the program that was copied from says which they
// are. HTML is read for its words alone: in a document of its own that nothing of is ever shown, loaded or run.

export interface Pasted {
  readonly text: string;
  /** Rows of cells; null where the HTML has no table or list, or is not there: then the text is all there is. */
  readonly rows: readonly (readonly string[])[] | null;
}

/** Longer HTML is left alone: its text is pasted. */
const longestHtml = 4_000_000;

export function readPasted(data: Pick<DataTransfer, 'getData'>): Pasted {
  const html = data.getData('text/html');
  return { text: data.getData('text/plain'), rows: html === '' || html.length > longestHtml ? null : rowsOfHtml(html) };
}

/**
 * The rows of the tables, or the lines of the lists, in the HTML of a clipboard.
 * @returns null where it is running text
 */
export function rowsOfHtml(html: string): readonly (readonly string[])[] | null {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const hidden of body.querySelectorAll('script, template, noscript, [hidden]')) hidden.remove();
  // What Word writes before an entry of a list, for programs that know no lists.
  for (const mark of body.querySelectorAll('[data-style*="mso-list" i]'))
    if (/mso-list:\s*ignore/i.test(mark.getAttribute('data-style') ?? '')) mark.remove();
  const tables = [...body.querySelectorAll('table')].filter((table) => table.parentElement?.closest('table') === null);
  const rows = tables.length > 0 ? tables.flatMap(rowsOfTable) : linesOfList(body);
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  // Text that stands beside the table or the list would be lost: the flavour that has all of it is taken then.
  const isWhole = letters(filled.flat().join('')) === letters(wordsIn(body));
  return filled.length === 0 || !isWhole ? null : filled;
}

/** The rules of the page refuse every style that it did not bring itself, and report each: nothing of them is needed but Word's words on its lists. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'));
}

function letters(text: string): number {
  return text.replace(/\s/gu, '').length;
}

/** Merged cells are filled at their first place; the places that they cover stay empty, so that columns stay columns. */
function rowsOfTable(table: HTMLTableElement): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const taken = new Map<string, true>();
  for (const [at, row] of [...table.rows].entries()) {
    const cells: string[] = [];
    for (const cell of row.cells) {
      while (taken.has(`${at} ${cells.length}`)) cells.push('');
      const first = cells.length;
      cells.push(wordsIn(cell));
      for (let more = 1; more < Math.min(cell.colSpan, 100); more += 1) cells.push('');
      for (let down = 1; down < Math.min(cell.rowSpan, 1_000); down += 1) {
        for (let place = first; place < cells.length; place += 1) taken.set(`${at + down} ${place}`, true);
      }
    }
    rows.push(cells);
  }
  return rows;
}

/** Lists as such, and the paragraphs that Word writes for the entries of its own. */
function linesOfList(body: HTMLElement): readonly (readonly string[])[] {
  const isWords = (element: Element) =>
    element.matches('p[class*="MsoList"]') || /mso-list/i.test(element.getAttribute('data-style') ?? '');
  const entries = [...body.querySelectorAll('li, p')].filter((element) => element.matches('li') || isWords(element));
  return entries.filter((entry) => entry.matches('li') || entry.closest('li') === null).map((entry) => [wordsIn(ownWords(entry))]);
}

/** An entry without the entries below it. */
function ownWords(entry: Element): Element {
  const own = entry.cloneNode(true) as Element;
  for (const part of own.querySelectorAll('ul, ol')) part.remove();
  return own;
}

const blocks = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'PRE']);

/** The words of an element as they read: white space of the source is one space, breaks and paragraphs are lines. */
function wordsIn(element: Element): string {
  let text = '';
  const breakLine = () => {
    text = text.replace(/ +$/, '');
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = (node.nodeValue ?? '').replace(/[\t\n\r\f ]+/g, ' ').replaceAll('\u00A0', ' ');
      text += text === '' || /[\n ]$/.test(text) ? words.trimStart() : words;
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.tagName === 'BR') return breakLine();
    const isBlock = blocks.has(node.tagName);
    if (isBlock) breakLine();
    for (const child of node.childNodes) visit(child);
    if (isBlock) breakLine();
  };
  for (const child of element.childNodes) visit(child);
  return text.trim();
}
