// How a sheet shows its numbers: telephone numbers kept as numbers have their zeros, plus signs and groups in the format of the cell only.
import { format } from 'numfmt';

/** @returns for the index of a cell's style the text that a number is shown as, or null where its digits alone say the same */
export function shownNumbers(styles: string | null): (style: string | undefined, stored: string) => string | null {
  const codes = new Map<string, string>();
  for (const [, attributes = ''] of (styles ?? '').matchAll(/<(?:[\w.-]+:)?numFmt(?=\s)([^<>]*)>/g)) {
    const id = /\bnumFmtId="(\d+)"/.exec(attributes)?.[1];
    const code = /\bformatCode="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && code !== undefined) codes.set(id, plainText(code));
  }
  const cellFormats = /<(?:[\w.-]+:)?cellXfs(?=[\s>])/.exec(styles ?? '');
  const after = cellFormats ? (styles ?? '').slice(cellFormats.index) : '';
  const end = after.search(/<\/(?:[\w.-]+:)?cellXfs\s*>/);
  const ids = [...after.slice(0, end === -1 ? 0 : end).matchAll(/<(?:[\w.-]+:)?xf(?=\s)([^<>]*)>/g)].map(
    ([, attributes = '']) => /\bnumFmtId="(\d+)"/.exec(attributes)?.[1] ?? '0',
  );
  return (style, stored) => {
    const code = style === undefined ? undefined : codes.get(ids[Number(style)] ?? '');
    if (code === undefined || !isOfDigits(code) || !/^-?\d+$/.test(stored)) return null;
    try {
      return format(code, Number(stored)).trim();
    } catch {
      // A format that is none: the digits themselves are shown.
      return null;
    }
  };
}

/** Formats of digits and signs between them. Amounts, shares, dates and rounded numbers keep all that is stored. */
function isOfDigits(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[0#?]/.test(bare) && /^[\s0#?+()\-;@/]*$/.test(bare) && !bare.includes('?/');
}

function plainText(xml: string): string {
  return xml
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
