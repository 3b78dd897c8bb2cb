// Reads the files of a pack with other libraries than those that wrote them.
import { inflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import yauzl from 'yauzl';

/** The text of a Word file, paragraph by paragraph. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

export interface ReadPdf {
  readonly pages: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly bookmarks: readonly string[];
  /** The XMP packet as text. */
  readonly metadata: string;
  readonly fontsEmbedded: boolean;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  const { info, metadata } = await pdf.getMetadata();
  const { Title, Language } = info as { readonly Title?: string; readonly Language?: string };
  const outline = (await pdf.getOutline()) ?? [];
  const titles = (nodes: readonly { readonly title: string; readonly items: readonly unknown[] }[]): readonly string[] =>
    nodes.flatMap((node) => [node.title, ...titles(node.items as typeof nodes)]);
  await task.destroy();
  return {
    pages,
    title: Title ?? '',
    language: Language ?? '',
    bookmarks: titles(outline),
    metadata: metadata?.getRaw() ?? '',
    fontsEmbedded: Buffer.from(bytes).includes('/FontFile2'),
  };
}

/** Text with every run of white space as one space: where lines break is the business of the layout. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

export async function readWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** Every cell of every sheet; dates as `YYYY-MM-DD`. */
export async function xlsxText(bytes: Uint8Array): Promise<string> {
  const cells: string[] = [];
  (await readWorkbook(bytes)).eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== null) cells.push(cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text);
      }),
    ),
  );
  return cells.join('\n');
}

/** The entries of an archive by name. Reading checks each entry against its checksum and its declared size. */
export function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Uint8Array>();
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, decodeStrings: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (openError, stream) => {
          if (openError) return reject(openError);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            entries.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** Rows of a CSV file as RFC 4180 has it. The mark at the beginning is taken off. */
export function readCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let index = 0; index < body.length; index += 1) {
    const character = body[index] ?? '';
    if (isQuoted) {
      if (character === '"' && body[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else if (character === '"') isQuoted = false;
      else cell += character;
    } else if (character === '"') isQuoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (row.length > 0 || cell !== '') rows.push([...row, cell]);
  return rows;
}

/** Undoes the folding of long lines in calendar files and address cards. */
export function unfolded(text: string): string {
  return text.replace(/\r\n[ \t]/g, '');
}

/**
 * Everything that a file holds, in every form a reader could find it: the bytes themselves, the parts of archives, the streams of a PDF.
 * @returns each as text, bytes outside ASCII decoded as UTF-8
 */
export async function everyByte(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const raw = Buffer.from(bytes);
  const own = [raw.toString('utf8'), raw.toString('utf16le'), unfolded(raw.toString('utf8'))];
  if (/\.(docx|xlsx|zip)$/.test(name)) {
    const inner: string[] = [];
    for (const [entryName, entry] of await unzip(bytes)) inner.push(entryName, ...(await everyByte(entryName, entry)));
    return [...own, ...inner];
  }
  if (!name.endsWith('.pdf')) return own;
  const { pages, title } = await readPdf(bytes);
  return [...own, ...pdfStreams(raw), ...pages, ...pages.map((page) => page.replace(/\s/g, '')), title];
}

function pdfStreams(raw: Buffer): readonly string[] {
  const streams: string[] = [];
  let from = raw.indexOf('stream\n');
  while (from !== -1) {
    const start = from + 'stream\n'.length;
    const end = raw.indexOf('endstream', start);
    try {
      streams.push(inflateSync(raw.subarray(start, end)).toString('latin1'));
    } catch {
      streams.push(raw.subarray(start, end).toString('latin1'));
    }
    from = raw.indexOf('stream\n', end + 'endstream'.length);
  }
  return streams;
}
