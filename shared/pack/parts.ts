// The parts of a team's pack and their formats (domain §9.4): which files there are and what stands in each.
import { packCalendar, type PackCalendar } from './calendar-entries.ts';
import type { PackContent } from './content.ts';
import type { PackDocument } from './document-model.ts';
import { coverDocument } from './documents/cover.ts';
import { homeIntroductionDocument } from './documents/home-introductions.ts';
import { parkingLotDocument } from './documents/parking-lot.ts';
import { planDocument } from './documents/plan.ts';
import { referencesDocument } from './documents/references.ts';
import { statusFormDocument } from './documents/status-form.ts';
import { summaryDocuments } from './documents/summary.ts';
import { planFileNames } from './plan-file-names.ts';
import { contactCards, participantList, type ContactCard, type ParticipantList } from './participants.ts';
import type { PackTexts } from './texts.ts';
import type { Workbook } from './workbook-model.ts';
import { calendarWorkbook } from './workbooks/calendar.ts';
import { planWorkbook } from './workbooks/plan.ts';
import { statusFormWorkbook } from './workbooks/status-form.ts';

export type PackFileBody =
  | { readonly kind: 'docx' | 'pdf'; readonly document: PackDocument }
  /** The first of several lengths that fits on one page is written. */
  | { readonly kind: 'one-page-docx' | 'one-page-pdf'; readonly lengths: readonly [PackDocument, ...PackDocument[]] }
  | { readonly kind: 'xlsx'; readonly workbook: Workbook }
  | { readonly kind: 'ics'; readonly calendar: PackCalendar }
  | { readonly kind: 'csv'; readonly list: ParticipantList }
  | { readonly kind: 'vcf'; readonly cards: readonly ContactCard[] }
  | { readonly kind: 'json'; readonly content: PackContent };

export interface PackPartFile {
  readonly name: string;
  /** What the file is, in the language of the pack. */
  readonly title: string;
  /** Set on the files of one plan. */
  readonly planId: string | null;
  readonly body: PackFileBody;
}

/** Every file of a pack except `manifest.txt` and `index.html`, which list the others and are written last. */
export function packPartFiles(content: PackContent, texts: PackTexts): readonly PackPartFile[] {
  const { t } = texts;
  const file = (name: string, title: string, body: PackFileBody, planId: string | null = null): PackPartFile => ({
    name,
    title,
    planId,
    body,
  });
  const onPaper = (name: string, title: string, document: PackDocument): readonly PackPartFile[] => [
    file(`${name}.docx`, title, { kind: 'docx', document }),
    file(`${name}.pdf`, title, { kind: 'pdf', document }),
  ];
  const names = planFileNames(content.plans, { beginning: '10-plan-', team: content.team.name, texts });
  const plans = content.plans.flatMap((plan, index) => {
    const name = names[index] ?? '';
    const title = t('parts.plan', { number: plan.number });
    const document = planDocument(content, texts, plan);
    return [
      file(`${name}.docx`, title, { kind: 'docx', document }, plan.id),
      file(`${name}.pdf`, title, { kind: 'pdf', document }, plan.id),
      file(`${name}.xlsx`, title, { kind: 'xlsx', workbook: planWorkbook(content, texts, plan) }, plan.id),
    ];
  });
  const lengths = summaryDocuments(content, texts);
  const statusForms = [false, true].flatMap((isFilled) => {
    const name = isFilled ? '50-status-form-prefilled' : '50-status-form-blank';
    const title = t(isFilled ? 'parts.statusFilled' : 'parts.statusBlank');
    return [
      file(`${name}.xlsx`, title, { kind: 'xlsx', workbook: statusFormWorkbook(content, texts, isFilled) }),
      file(`${name}.pdf`, title, { kind: 'pdf', document: statusFormDocument(content, texts, isFilled) }),
    ];
  });
  // A calendar without entries and a file of contacts without contacts are refused by the programs that open them: such a file is not handed out.
  // Their sheets stay: one can type into them.
  const calendar = packCalendar(content, texts);
  const cards = contactCards(content, texts);
  const afterCover: readonly PackPartFile[] = [
    ...plans,
    file('20-one-page-summary.docx', t('parts.summary'), { kind: 'one-page-docx', lengths }),
    file('20-one-page-summary.pdf', t('parts.summary'), { kind: 'one-page-pdf', lengths }),
    ...onPaper('30-introducing-at-home', t('parts.home'), homeIntroductionDocument(content, texts)),
    ...(calendar.entries.length > 0 ? [file('40-calendar.ics', t('parts.calendar'), { kind: 'ics', calendar })] : []),
    file('40-calendar.xlsx', t('parts.calendar'), { kind: 'xlsx', workbook: calendarWorkbook(content, texts) }),
    ...statusForms,
    file('70-parking-lot-outcomes.docx', t('parts.parkingLot'), { kind: 'docx', document: parkingLotDocument(content, texts) }),
    file('90-participants.csv', t('parts.participants'), { kind: 'csv', list: participantList(content, texts) }),
    ...(cards.length > 0 ? [file('90-participants.vcf', t('parts.participants'), { kind: 'vcf', cards })] : []),
    file('95-bibliography.docx', t('parts.references'), { kind: 'docx', document: referencesDocument(content, texts) }),
    file('data.json', t('parts.data'), { kind: 'json', content }),
  ];
  const inside = [...new Set(afterCover.map(({ title }) => title))];
  return [...onPaper('00-cover', t('parts.cover'), coverDocument(content, texts, inside)), ...afterCover];
}
