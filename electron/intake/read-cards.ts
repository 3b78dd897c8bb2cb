// Reads address cards (vCard 2.1 to 4.0, RFC 2426 and 6350), as phones and mail programs hand them on, as rows of a list.

const header = ['Full name', 'Family name', 'Given name', 'Organisation', 'Job title', 'E-mail', 'Phone'];

/** @returns a header and one row for each card; null for a text that does not begin as cards do */
export function cardsIn(text: string): string[][] | null {
  if (!/^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 200)) || !/^\s*BEGIN:VCARD/i.test(text)) return null;
  const rows: string[][] = [header];
  let card: Map<string, string[]> | null = null;
  for (const line of unfolded(text).split(/\r\n|\r|\n/)) {
    const [, name = '', parameters = '', value = ''] = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    const property = name.toUpperCase();
    if (property === 'BEGIN') card = new Map();
    else if (property === 'END' && card) {
      rows.push(rowOf(card));
      card = null;
    } else if (card && value !== '') {
      const decoded = /QUOTED-PRINTABLE/i.test(parameters) ? printable(value) : value;
      card.set(property, [...(card.get(property) ?? []), decoded]);
    }
  }
  return rows.length > 1 ? rows : null;
}

function rowOf(card: ReadonlyMap<string, readonly string[]>): string[] {
  const first = (property: string): string => card.get(property)?.[0] ?? '';
  const all = (property: string): string =>
    (card.get(property) ?? []).map((value) => plain(value.replace(/^(tel|mailto):/i, ''))).join(' / ');
  const [family = '', given = ''] = first('N')
    .split(/(?<!\\);/)
    .map(plain);
  const written = plain(first('FN'));
  const fullName = written === '' ? [given, family].filter((part) => part !== '').join(' ') : written;
  // A card must have a structured name: where nobody knows the parts, the whole name stands in the place of one.
  const isOnlyWhole = given === '' && family === fullName;
  const [organisation = ''] = first('ORG')
    .split(/(?<!\\);/)
    .map(plain);
  return [fullName, isOnlyWhole ? '' : family, given, organisation, plain(first('TITLE')), all('EMAIL'), all('TEL')];
}

/** Long lines go on after a line end and a space, or, in the oldest version, after "=" at the end. */
function unfolded(text: string): string {
  return text.replace(/\r?\n[ \t]/g, '').replace(/=\r?\n/g, '');
}

function plain(value: string): string {
  return value
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,:])/g, '$1')
    .trim();
}

function printable(value: string): string {
  const bytes = value.replace(/=([\dA-F]{2})/gi, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  // Signs that are no bytes were not encoded: then the text stays as it stands.
  return /[\u0100-\uFFFF]/.test(bytes) ? value : Buffer.from(bytes, 'latin1').toString('utf-8');
}
