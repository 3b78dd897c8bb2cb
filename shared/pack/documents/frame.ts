// What every printed document shares: header, footer, the flag of a sample, the state of a plan in words.
import type { PackContent, PackPlan } from '../content.ts';
import type { Block, PackDocument } from '../document-model.ts';
import type { PackTexts } from '../texts.ts';

export interface DocumentInput {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly orientation?: PackDocument['orientation'];
  /** The version that the header names, where the document is about one plan. */
  readonly version?: string;
}

/** Puts header and footer around blocks. */
export function packDocument(content: PackContent, texts: PackTexts, { title, blocks, orientation, version }: DocumentInput): PackDocument {
  return {
    language: texts.language,
    title: `${title} · ${content.team.name}`,
    orientation: orientation ?? 'portrait',
    header: [content.workshop.title, content.team.name, version ?? ''].filter((part) => part !== '').join(' · '),
    footer: {
      date: texts.date(content.builtOn),
      sample: content.isSample ? texts.t('sample') : null,
      page: pageWords(texts),
    },
    blocks,
  };
}

function pageWords(texts: PackTexts): PackDocument['footer']['page'] {
  const [before = '', between = '', after = ''] = texts.t('page', { page: '\u0000', pages: '\u0000' }).split('\u0000');
  return { before, between, after };
}

/** The framed line under the title of a sample; nothing on a real workshop. */
export function sampleNote(content: PackContent, texts: PackTexts): readonly Block[] {
  return content.isSample ? [{ kind: 'note', text: texts.t('sampleNote') }] : [];
}

/** A label with the mark "our proposal", where it is one. */
export function markedIf(isOurs: boolean, label: string, { t }: PackTexts): string {
  return isOurs ? t('marked', { text: label, mark: t('ours') }) : label;
}

/** `version 2` or `draft`, for headers and lists. */
export function planVersionWords(plan: PackPlan, texts: PackTexts): string {
  if (plan.signed) return texts.t('version', { number: plan.version });
  return plan.draftBeside ? texts.t('draftOf', { number: plan.version }) : texts.t('draft');
}

/** Whether a plan is signed, by whom and when; and that a newer draft exists where one does. */
export function planStateWords(plan: PackPlan, texts: PackTexts): string {
  if (plan.draftBeside) {
    const { version: signed, on } = plan.draftBeside;
    return texts.t('plan.draftBesideNote', { number: plan.version, signed, date: texts.date(on) });
  }
  if (!plan.signed && plan.withdrawn) {
    const { version, on, reason } = plan.withdrawn;
    return `${texts.t('plan.draftNote')} ${texts.t('plan.withdrawnNote', { number: version, date: texts.date(on), reason })}`;
  }
  if (!plan.signed) return texts.t('plan.draftNote');
  const signed = texts.t('plan.signedNote', { date: texts.date(plan.signed.on), by: plan.signed.by, number: plan.version });
  if (plan.newerDraft === null) return signed;
  return `${signed} ${texts.t('plan.newerDraftNote', { draft: plan.newerDraft, signed: plan.version })}`;
}

/** The topic, or words that say it is still open. */
export function topicWords(plan: PackPlan, texts: PackTexts): string {
  return plan.topic.trim() === '' ? texts.t('notFilled') : plan.topic;
}

/** `3 to 5 March 2026` as two whole dates: no language needs another rule for it. */
export function workshopDates(content: PackContent, texts: PackTexts): string {
  const { startDate, endDate } = content.workshop;
  if (startDate === endDate) return texts.date(startDate);
  return texts.t('cover.datesRange', { from: texts.date(startDate), to: texts.date(endDate) });
}
