// One file of a pack as bytes: which writer makes which format.
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { Language } from '../../shared/kernel/local-text.ts';
import { textsOf, type PackDocument } from '../../shared/pack/document-model.ts';
import type { PackFileBody } from '../../shared/pack/parts.ts';
import { renderCsv } from './csv.ts';
import { renderDocx } from './docx.ts';
import { renderIcs } from './ics.ts';
import { renderPdf } from './pdf.tsx';
import { renderVcf } from './vcf.ts';
import { renderXlsx } from './xlsx.ts';

export interface RenderedFile {
  readonly bytes: Uint8Array;
  /** Pages of a PDF; null for everything else. */
  readonly pages: number | null;
}

/**
 * A Word file is set in the fonts of the machine that opens it, which may be wider than ours: a summary is chosen to fill no more than this
 * share of a page in our own fonts. The PDF takes the same length, so that both say the same.
 */
const shareForOtherFonts = 0.85;

export async function renderFile(body: PackFileBody, language: Language, createdAt: Date): Promise<RenderedFile> {
  switch (body.kind) {
    case 'docx':
      return { bytes: await renderDocx(body.document), pages: null };
    case 'pdf':
      return renderPdf(body.document, { createdAt });
    case 'one-page-docx':
      return { bytes: await renderDocx(await lengthForOnePage(body.lengths)), pages: null };
    case 'one-page-pdf':
      return renderPdf(await lengthForOnePage(body.lengths), { createdAt });
    case 'xlsx':
      return { bytes: await renderXlsx(body.workbook), pages: null };
    case 'ics':
      return textFile(renderIcs(body.calendar, createdAt));
    case 'csv':
      return textFile(renderCsv(body.list, language));
    case 'vcf':
      return textFile(renderVcf(body.cards));
    case 'json':
      return textFile(`${JSON.stringify(body.content, null, 2)}\n`);
    default:
      return assertNever(body);
  }
}

function textFile(text: string): RenderedFile {
  return { bytes: new TextEncoder().encode(text), pages: null };
}

/** No page of ours holds more: lengths beyond it are not even tried, since setting many pages takes long. */
const mostOnPage = 6_000;

function charactersOf(document: PackDocument): number {
  return [...textsOf(document)].reduce((sum, text) => sum + text.length, 0);
}

type Lengths = readonly [PackDocument, ...PackDocument[]];

/** The search sets every candidate; the second format of a summary finds what the first has found. */
const found = new WeakMap<Lengths, Promise<PackDocument>>();

function lengthForOnePage(lengths: Lengths): Promise<PackDocument> {
  const search = found.get(lengths) ?? longestOnOnePage(lengths);
  found.set(lengths, search);
  return search;
}

/** The longest of several lengths that fits on one page, as found by setting it. The shortest is taken as it is. */
async function longestOnOnePage(lengths: Lengths): Promise<PackDocument> {
  let shortest: PackDocument = lengths[0];
  for (const document of lengths) {
    shortest = document;
    if (charactersOf(document) > mostOnPage) continue;
    const { pages } = await renderPdf(document, { createdAt: new Date(0), heightShare: shareForOtherFonts });
    if (pages === 1) break;
  }
  return shortest;
}
