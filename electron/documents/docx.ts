// Printed documents as Word files: the editable and the accessible form. Real headings, header rows that repeat, language, title.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Block, PackDocument, TableRow as Row } from '../../shared/pack/document-model.ts';
import { directionOf } from './direction.ts';

/** Twentieths of a point. Widths are given in these, never in percent: programs disagree about percent. */
const margin = 1021;
const pageWidth = 11_906;
const pageHeight = 16_838;
const writingLine = 510;

/** In every office program, or with a metric twin in it; has Greek, Cyrillic and Arabic. */
const font = 'Arial';
const bodySize = 20;
const softInk = '404040';
const hairline = '8C8C8C';
const tint = 'F2F2F2';
const listReference = 'dashes';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: hairline } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const cellMargins = { top: 50, bottom: 50, left: 80, right: 80 };

/** Writes one document. The same content at the same moment gives the same words; Word adds its own noise elsewhere. */
export async function renderDocx(document: PackDocument): Promise<Uint8Array> {
  const isLandscape = document.orientation === 'landscape';
  const textWidth = (isLandscape ? pageHeight : pageWidth) - 2 * margin;
  const file = new Document({
    title: document.title,
    creator: 'HRH Action Workshop',
    lastModifiedBy: 'HRH Action Workshop',
    styles: styles(document.language),
    numbering: { config: [dashes] },
    sections: [
      {
        properties: {
          page: {
            // docx swaps the two sides itself when the page lies on its side.
            size: { width: pageWidth, height: pageHeight, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: 560, footer: 560 },
          },
        },
        headers: { default: new Header({ children: [textParagraph(document.header, { style: 'Marginal' })] }) },
        footers: { default: new Footer({ children: [footerParagraph(document)] }) },
        children: blocksOf(document, textWidth),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const dashes = {
  reference: listReference,
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '–',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 340, hanging: 340 } } },
    },
  ],
};

function styles(language: PackDocument['language']) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const run = (size: number, bold: boolean, color = '000000') => ({
    font,
    size,
    sizeComplexScript: size,
    bold,
    boldComplexScript: bold,
    color,
  });
  const base = { basedOn: 'Normal', next: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: { font, size: bodySize, sizeComplexScript: bodySize, language: { value: locale } },
        paragraph: { spacing: { after: 100, line: 276 } },
      },
      title: { run: run(34, true), paragraph: { spacing: { before: 0, after: 40 }, keepNext: true } },
      heading1: { run: run(25, true), paragraph: { spacing: { before: 220, after: 80 }, keepNext: true } },
      heading2: { run: run(bodySize, true), paragraph: { spacing: { before: 140, after: 40 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', ...base, run: run(23, false, softInk), paragraph: { spacing: { after: 180 } } },
      { id: 'Marginal', name: 'Marginal', ...base, run: run(17, false, softInk), paragraph: { spacing: { after: 0 } } },
      { id: 'Label', name: 'Label', ...base, run: run(19, true, softInk), paragraph: { spacing: { after: 0 } } },
      { id: 'Cell', name: 'Cell', ...base, paragraph: { spacing: { after: 0, line: 264 } } },
    ],
  };
}

function footerParagraph({ footer }: PackDocument): Paragraph {
  const rest = [footer.date, footer.sample ?? ''].filter((part) => part !== '').map((part) => ` · ${part}`);
  return new Paragraph({
    style: 'Marginal',
    children: [
      new TextRun({ children: [footer.page.before, PageNumber.CURRENT, footer.page.between, PageNumber.TOTAL_PAGES, footer.page.after] }),
      new TextRun(rest.join('')),
    ],
  });
}

function blocksOf(document: PackDocument, textWidth: number): (Paragraph | Table)[] {
  const children: (Paragraph | Table)[] = [];
  let breaksBefore = false;
  for (const block of document.blocks) {
    if (block.kind === 'pageBreak') {
      breaksBefore = true;
      continue;
    }
    children.push(...blockChildren(block, textWidth, breaksBefore));
    breaksBefore = false;
  }
  return children;
}

type Printed = Exclude<Block, { readonly kind: 'pageBreak' }>;

/** @param breaksBefore begins a new page; only titles follow a page break */
function blockChildren(block: Printed, textWidth: number, breaksBefore: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        textParagraph(block.text, { heading: HeadingLevel.TITLE, pageBreakBefore: breaksBefore }),
        ...(block.subtitle === '' ? [] : [textParagraph(block.subtitle, { style: 'Subtitle' })]),
      ];
    case 'heading':
      return [textParagraph(block.text, { heading: HeadingLevel.HEADING_1 })];
    case 'subheading':
      return [textParagraph(block.text, { heading: HeadingLevel.HEADING_2 })];
    case 'paragraph':
      return textParagraphs(block.text, {});
    case 'note':
      return [noteTable(block.text, textWidth), spacer()];
    case 'list':
      return block.items.map((item) => textParagraph(item, { numbering: { reference: listReference, level: 0 }, spacing: { after: 40 } }));
    case 'facts':
      return [factTable(block.facts, textWidth), spacer()];
    case 'table':
      return [readingTable(block, textWidth), spacer()];
    case 'ruled':
      return [
        textParagraph(block.label, { style: 'Label', keepNext: true, spacing: { before: 160 } }),
        ruledTable(block.lines, textWidth),
        spacer(),
      ];
    default:
      return assertNever(block);
  }
}

const longestNameLine = 60;

type ParagraphLook = Omit<NonNullable<Exclude<ConstructorParameters<typeof Paragraph>[0], string>>, 'children' | 'text'>;

/** One paragraph in the direction of its text; line feeds become line breaks. */
function textParagraph(text: string, look: ParagraphLook): Paragraph {
  // A name in Arabic script stays in its column; a text in it begins at the right as it should.
  const isRightToLeft = directionOf(text) === 'rtl';
  const lines = printable(text).split('\n');
  const children = lines.map((line, index) => {
    const run: IRunOptions = { text: line, rightToLeft: isRightToLeft, ...(index > 0 ? { break: 1 } : {}) };
    return new TextRun(run);
  });
  return new Paragraph({ ...look, bidirectional: isRightToLeft && text.length > longestNameLine, children });
}

/** One paragraph per line, so that each takes its own direction. */
function textParagraphs(text: string, look: ParagraphLook): readonly Paragraph[] {
  return printable(text)
    .split('\n')
    .map((line) => textParagraph(line, look));
}

/** XML has no control characters; a file that holds one does not open. */
function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}

/** Two tables without a paragraph between them grow into one. */
function spacer(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 120, lineRule: 'exact' }, children: [] });
}

function cell(text: string, width: number, style: 'Cell' | 'Label', shaded = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: tint, color: 'auto' } } : {}),
    children: textParagraphs(text, { style }),
  });
}

function noteTable(text: string, textWidth: number): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    borders: { top: thin, bottom: thin, left: thin, right: thin },
    rows: [new TableRow({ cantSplit: true, children: [cell(text, textWidth, 'Cell', true)] })],
  });
}

function factTable(facts: readonly { readonly label: string; readonly value: string }[], textWidth: number): Table {
  const widths = columnWidths([0.3, 0.7], textWidth);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: facts.map(
      ({ label, value }) => new TableRow({ children: [cell(label, widths[0] ?? 0, 'Label'), cell(value, widths[1] ?? 0, 'Cell')] }),
    ),
  });
}

function readingTable(table: Extract<Block, { kind: 'table' }>, textWidth: number): Table {
  const widths = columnWidths(
    table.columns.map(({ share }) => share),
    textWidth,
  );
  const body = (row: Row) =>
    new TableRow({
      // A row stays on one page unless it is longer than a page can be.
      cantSplit: row.join('').length <= 1200,
      ...(table.forHandwriting ? { height: { value: writingLine, rule: HeightRule.ATLEAST } } : {}),
      children: widths.map((width, column) => cell(row[column] ?? '', width, 'Cell')),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, top: thin, bottom: thin, insideHorizontal: thin, insideVertical: table.forHandwriting ? thin : none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map(({ label }, column) => cell(label, widths[column] ?? 0, 'Label', true)),
      }),
      ...table.rows.map(body),
    ],
  });
}

/** Lines to write on: rows of exact height with a line below each. */
function ruledTable(lines: number, textWidth: number): Table {
  const row = () =>
    new TableRow({
      cantSplit: true,
      height: { value: writingLine, rule: HeightRule.EXACT },
      children: [
        new TableCell({ width: { size: textWidth, type: WidthType.DXA }, children: [new Paragraph({ style: 'Cell', children: [] })] }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    borders: { ...noBorders, bottom: thin, insideHorizontal: thin },
    rows: Array.from({ length: lines }, row),
  });
}

/** Whole twips that add up to the width. */
function columnWidths(shares: readonly number[], textWidth: number): number[] {
  const widths = shares.map((share) => Math.floor(share * textWidth));
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}
