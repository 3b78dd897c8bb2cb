// A printed document as blocks: what stands on the page and in which order. The writers of electron/documents turn it into bytes.
import type { Language } from '../kernel/local-text.ts';

export interface PackDocument {
  readonly language: Language;
  /** Metadata and first bookmark; the visible title is a block. */
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Workshop · team · version. */
  readonly header: string;
  readonly footer: DocumentFooter;
  readonly blocks: readonly Block[];
}

export interface DocumentFooter {
  readonly date: string;
  /** The word that marks a sample, or null. */
  readonly sample: string | null;
  /** "page x of y", cut at its two numbers. */
  readonly page: { readonly before: string; readonly between: string; readonly after: string };
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Framed: something to know before reading on. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly TableRow[];
      readonly forHandwriting: boolean;
    }
  /** Lines for writing by hand, 9 mm apart. */
  | { readonly kind: 'ruled'; readonly label: string; readonly lines: number }
  | { readonly kind: 'pageBreak' };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface TableColumn {
  readonly label: string;
  /** Share of the text width; the shares of a table add up to 1. */
  readonly share: number;
}

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

/** One text per column; a line feed starts a new paragraph in the cell. */
export type TableRow = readonly string[];

/** A block of facts without those that say nothing. */
export function filledFacts(facts: readonly Fact[]): readonly BlockOf<'facts'>[] {
  const filled = facts.filter(({ value }) => value.trim() !== '');
  return filled.length === 0 ? [] : [{ kind: 'facts', facts: filled }];
}

/** A table for reading. */
export function table(columns: readonly (readonly [label: string, share: number])[], rows: readonly TableRow[]): BlockOf<'table'> {
  return { kind: 'table', columns: columns.map(([label, share]) => ({ label, share })), rows, forHandwriting: false };
}

/** A table with rows high enough to write in. */
export function form(columns: readonly (readonly [label: string, share: number])[], rows: readonly TableRow[]): Block {
  return { kind: 'table', columns: columns.map(([label, share]) => ({ label, share })), rows, forHandwriting: true };
}

/** Every visible text of a document: what the fonts must be able to print. */
export function* textsOf(document: PackDocument): Iterable<string> {
  yield document.title;
  yield document.header;
  for (const block of document.blocks) yield* textsOfBlock(block);
}

function* textsOfBlock(block: Block): Iterable<string> {
  switch (block.kind) {
    case 'title':
      yield block.text;
      yield block.subtitle;
      break;
    case 'heading':
    case 'subheading':
    case 'paragraph':
    case 'note':
      yield block.text;
      break;
    case 'list':
      yield* block.items;
      break;
    case 'facts':
      for (const { label, value } of block.facts) {
        yield label;
        yield value;
      }
      break;
    case 'table':
      yield* block.columns.map(({ label }) => label);
      for (const row of block.rows) yield* row;
      break;
    case 'ruled':
      yield block.label;
      break;
    case 'pageBreak':
      break;
    default:
      block satisfies never;
  }
}
