// Printed documents as PDF/A-3b: A4, 18 mm margins, embedded fonts, language, title and bookmarks. Grey prints stay readable.
import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { Block, Fact, PackDocument } from '../../shared/pack/document-model.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { directionOf, hasArabic } from './direction.ts';
import { arabicFirstFamilies, fontFamilies, loadFonts, missingCharacters } from './fonts.ts';
import { styles } from './pdf-styles.ts';

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface PdfOptions {
  /** Written into the file; the same content at the same moment gives the same bytes. */
  readonly createdAt: Date;
  /** Share of the page height that may be used: less than 1 leaves room for programs that set the same text wider. */
  readonly heightShare?: number;
}

/** Writes one document. */
export async function renderPdf(document: PackDocument, { createdAt, heightShare = 1 }: PdfOptions): Promise<Pdf> {
  await loadFonts();
  const counter = pageCounter();
  const bytes = await renderToBuffer(
    <PdfFile language={document.language} title={document.title} createdAt={createdAt}>
      <Sheets document={document} heightShare={heightShare} onPages={counter.note} />
    </PdfFile>,
  );
  return { bytes, pages: counter.pages() };
}

/** A document with the number of pages that it takes, as known from writing it alone. */
export interface CountedDocument {
  readonly document: PackDocument;
  readonly pages: number;
}

/** Writes several documents into one file for the copier: each begins on an odd page, so that both sides of the paper can be used. */
export async function renderForCopying(documents: readonly CountedDocument[], title: string, createdAt: Date): Promise<Pdf> {
  await loadFonts();
  const sheets = documents.flatMap(({ document, pages }, index): readonly ReactElement[] => {
    const isLast = index === documents.length - 1;
    return [
      <Sheets key={`document-${index}`} document={document} heightShare={1} onPages={() => {}} />,
      ...(pages % 2 === 1 && !isLast ? [<BlankSheet key={`blank-${index}`} />] : []),
    ];
  });
  const bytes = await renderToBuffer(
    <PdfFile language={documents[0]?.document.language ?? 'en'} title={title} createdAt={createdAt}>
      {sheets}
    </PdfFile>,
  );
  const pages = documents.reduce((sum, { pages: own }, index) => sum + own + (own % 2 === 1 && index < documents.length - 1 ? 1 : 0), 0);
  return { bytes, pages };
}

/** The empty back of a sheet. A page without any element would be left out. */
function BlankSheet(): ReactElement {
  return (
    <Page size="A4">
      <View />
    </Page>
  );
}

/** The number of pages is known only while they are laid out: the footer is told and tells it on. */
function pageCounter(): { readonly note: (pages: number | undefined) => void; readonly pages: () => number } {
  let seen = 1;
  return {
    note: (pages) => {
      seen = pages ?? seen;
    },
    pages: () => seen,
  };
}

interface PdfFileProps {
  readonly language: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly children: ReactNode;
}

function PdfFile({ language, title, createdAt, children }: PdfFileProps): ReactElement {
  const creator = 'HRH Action Workshop';
  return (
    <Document
      conformance="PDF/A-3b"
      language={language}
      title={printable(title)}
      creator={creator}
      producer={creator}
      creationDate={createdAt}
      modificationDate={createdAt}
    >
      {children}
    </Document>
  );
}

interface SheetsProps {
  readonly document: PackDocument;
  readonly heightShare: number;
  /** Told again with every layout; before the first one nobody knows. */
  readonly onPages: (pages: number | undefined) => void;
}

/** The pages of one document. "page x of y" counts within it, also where several documents share a file. */
function Sheets({ document, heightShare, onPages }: SheetsProps): ReactElement {
  const { footer } = document;
  const { width, height } = pageSize(document.orientation);
  return (
    <Page size={[width, height * heightShare]} style={styles.page} bookmark={printable(document.title)}>
      <View fixed style={styles.header}>
        <Words style={styles.marginal} text={document.header} />
      </View>
      {chapters(document.blocks).map((blocks, index) => (
        <View key={index} break={index > 0}>
          {blocks.map((block, place) => (
            <BlockView key={place} block={block} />
          ))}
        </View>
      ))}
      <View fixed style={styles.footer}>
        <Text
          style={styles.marginal}
          render={({ subPageNumber, subPageTotalPages }) => {
            onPages(subPageTotalPages);
            const page = `${footer.page.before}${subPageNumber}${footer.page.between}${subPageTotalPages}${footer.page.after}`;
            return [page, footer.date, footer.sample ?? ''].filter((part) => part !== '').join(' · ');
          }}
        />
      </View>
    </Page>
  );
}

/** A4 in points. */
function pageSize(orientation: PackDocument['orientation']): { readonly width: number; readonly height: number } {
  return orientation === 'portrait' ? { width: 595.28, height: 841.89 } : { width: 841.89, height: 595.28 };
}

function chapters(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const result: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'pageBreak') result.push([]);
    else result.at(-1)?.push(block);
  }
  return result;
}

function BlockView({ block }: { readonly block: Block }): ReactElement | null {
  switch (block.kind) {
    case 'title':
      return (
        <View style={styles.titleBlock}>
          <Words style={styles.title} text={block.text} />
          {block.subtitle === '' ? null : <Words style={styles.subtitle} text={block.subtitle} />}
        </View>
      );
    case 'heading':
      return (
        <View minPresenceAhead={60} style={styles.headingBlock} {...bookmark(block.text)}>
          <Words style={styles.heading} text={block.text} />
        </View>
      );
    case 'subheading':
      return (
        <View minPresenceAhead={40} style={styles.subheadingBlock}>
          <Words style={styles.subheading} text={block.text} />
        </View>
      );
    case 'paragraph':
      return <Words style={styles.paragraph} text={block.text} />;
    case 'note':
      return (
        <View style={styles.note} wrap={false}>
          <Words style={styles.text} text={block.text} />
        </View>
      );
    case 'list':
      return <ListView items={block.items} />;
    case 'facts':
      return <FactsView facts={block.facts} />;
    case 'table':
      return <TableView table={block} />;
    case 'ruled':
      return <RuledView label={block.label} lines={block.lines} />;
    case 'pageBreak':
      return null;
    default:
      return assertNever(block);
  }
}

function ListView({ items }: { readonly items: readonly string[] }): ReactElement {
  return (
    <View style={styles.list}>
      {items.map((item, index) => (
        <View key={index} style={styles.listItem}>
          <Text style={styles.bullet}>–</Text>
          <View style={styles.listText}>
            <Words style={styles.text} text={item} />
          </View>
        </View>
      ))}
    </View>
  );
}

function FactsView({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <View style={styles.facts}>
      {facts.map(({ label, value }, index) => (
        // A label keeps its words beside it, unless they are longer than a page can be.
        <View key={index} style={styles.fact} wrap={value.length > 1200 || value.split('\n').length > 20}>
          <View style={styles.factLabel}>
            <Words style={styles.label} text={label} />
          </View>
          <View style={styles.factValue}>
            <Words style={styles.text} text={value} />
          </View>
        </View>
      ))}
    </View>
  );
}

function TableView({ table }: { readonly table: Extract<Block, { kind: 'table' }> }): ReactElement {
  const cell = (share: number) => ({ ...styles.cell, width: `${share * 100}%` });
  return (
    <View style={styles.table}>
      <View style={styles.headerRow} wrap={false} fixed>
        {table.columns.map(({ label, share }, column) => (
          <View key={column} style={cell(share)}>
            <Words style={styles.label} text={label} />
          </View>
        ))}
      </View>
      {table.rows.map((row, index) => (
        // A row stays on one page unless it is longer than a page can be.
        <View key={index} style={table.forHandwriting ? styles.formRow : styles.row} wrap={row.join('').length > 1200}>
          {table.columns.map(({ share }, column) => (
            <View key={column} style={cell(share)}>
              <Words style={styles.text} text={row[column] ?? ''} />
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function RuledView({ label, lines }: { readonly label: string; readonly lines: number }): ReactElement {
  return (
    <View wrap={false} style={styles.ruled}>
      <Words style={styles.label} text={label} />
      {Array.from({ length: lines }, (_, index) => (
        <View key={index} style={styles.ruledLine} />
      ))}
    </View>
  );
}

/** Every element may carry a bookmark, but only the types of pages say so. */
function bookmark(title: string): { readonly bookmark: string } {
  return { bookmark: printable(title) };
}

interface WordsProps {
  readonly text: string;
  readonly style: (typeof styles)[keyof typeof styles];
}

/** Text in its own direction; each line feed begins a new line, which may run the other way. */
function Words({ text, style }: WordsProps): ReactElement {
  const [first = '', ...others] = printable(text).split('\n');
  if (others.length === 0) return <Line text={first} style={style} />;
  return (
    <View>
      {[first, ...others].map((line, index) => (
        <Line key={index} text={line} style={style} />
      ))}
    </View>
  );
}

function Line({ text, style }: WordsProps): ReactElement {
  return <Text style={{ ...style, ...directionStyle(text) }}>{text === '' ? ' ' : text}</Text>;
}

/** A name in Arabic script stays in its column; a text in it begins at the right as it should. */
const longestNameLine = 60;

function directionStyle(line: string) {
  const fontFamily = hasArabic(line) ? arabicFirstFamilies : fontFamilies;
  if (directionOf(line) === 'ltr') return { fontFamily };
  return { fontFamily, direction: 'rtl' as const, textAlign: line.length > longestNameLine ? ('right' as const) : ('left' as const) };
}

/** A character that no font has would come out as an empty box: it is written as its number, which can at least be looked up. */
function printable(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  const missing = missingCharacters(clean);
  return missing.reduce(
    (result, character) =>
      result.replaceAll(character, `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`),
    clean,
  );
}
