// 20-one-page-summary for the Permanent Secretary. It comes in several lengths; the writer takes the longest that fits on one page.
// Nothing is cut silently: shortened texts end in …, and a line says what was shortened.
import { dateWords, responsibleWords } from '../as-typed.ts';
import type { PackContent, PackPlan } from '../content.ts';
import { filledFacts, type Block, type Fact, type PackDocument } from '../document-model.ts';
import type { PackKey, PackTexts } from '../texts.ts';
import { packDocument, sampleNote, topicWords, workshopDates } from './frame.ts';
import { budgetWords, measured } from './plan.ts';

/** How much of each plan is said. */
interface Detail {
  readonly steps: 'all' | 'count';
  /** Indicators, resources, budget and introduction. */
  readonly hasDetails: boolean;
  /** Longest text in characters, or null for whole texts. */
  readonly longestText: number | null;
  /** How many plans are described; the others are named or counted. */
  readonly plans: number;
}

/** From everything to what fits on one page whatever was typed. */
const details: readonly Detail[] = [
  { steps: 'all', hasDetails: true, longestText: null, plans: Infinity },
  { steps: 'count', hasDetails: true, longestText: null, plans: Infinity },
  { steps: 'count', hasDetails: true, longestText: 300, plans: Infinity },
  { steps: 'all', hasDetails: false, longestText: 300, plans: Infinity },
  { steps: 'count', hasDetails: false, longestText: 300, plans: Infinity },
  { steps: 'count', hasDetails: false, longestText: 120, plans: 6 },
  { steps: 'count', hasDetails: false, longestText: 80, plans: 3 },
  { steps: 'count', hasDetails: false, longestText: 80, plans: 2 },
];

/** Names of further plans are listed up to this number and counted beyond. */
const mostNamedPlans = 6;

/** @returns the summary in all its lengths, longest first */
export function summaryDocuments(content: PackContent, texts: PackTexts): readonly [PackDocument, ...PackDocument[]] {
  const [longest, ...shorter] = details.map((detail) => summaryDocument(content, texts, detail));
  if (!longest) throw new Error('A summary has at least one length.');
  return [longest, ...shorter];
}

function summaryDocument(content: PackContent, texts: PackTexts, detail: Detail): PackDocument {
  const { t } = texts;
  const title = t('summary.title');
  const short = (text: string) => shortened(text, detail.longestText);
  const described = content.plans.slice(0, detail.plans);
  const blocks: readonly Block[] = [
    { kind: 'title', text: title, subtitle: short(content.team.name) },
    ...sampleNote(content, texts),
    { kind: 'paragraph', text: intro(content, texts, short) },
    ...described.flatMap((plan) => planBlocks(plan, texts, detail)),
    ...furtherPlans(content.plans.slice(described.length), texts, short),
    ...checkpoints(content, texts),
    ...leftOut(content, texts, detail),
  ];
  const document = packDocument(content, texts, { title, blocks });
  return { ...document, header: short(document.header) };
}

function intro(content: PackContent, texts: PackTexts, short: (text: string) => string): string {
  const values = { team: short(content.team.name), workshop: short(content.workshop.title), dates: workshopDates(content, texts) };
  return content.plans.length === 0
    ? texts.t('summary.introNone', values)
    : texts.t('summary.intro', { ...values, count: content.plans.length });
}

function planBlocks(plan: PackPlan, texts: PackTexts, detail: Detail): readonly Block[] {
  const { t, date } = texts;
  const short = (text: string) => shortened(text, detail.longestText);
  const facts: Fact[] = [
    {
      label: t('plan.state'),
      value: plan.signed
        ? t('plan.signed', { date: date(plan.signed.on), by: short(plan.signed.by), number: plan.version })
        : t('cover.stateDraft'),
    },
    { label: t('summary.item'), value: short(plan.agendaItem) },
    { label: t('summary.output'), value: short(plan.expectedOutput) },
    {
      label: t('summary.fields'),
      value: [...plan.fields.map(({ name }) => name), plan.phase?.name ?? ''].filter((name) => name !== '').join(', '),
    },
    { label: t('summary.accountable'), value: short(plan.accountable) },
    { label: t('summary.steps'), value: detail.steps === 'all' ? stepLines(plan, texts) : stepCount(plan, texts) },
    ...(detail.hasDetails ? detailFacts(plan, texts, short) : []),
  ];
  return [
    { kind: 'heading', text: t('summary.plan', { number: plan.number, topic: short(topicWords(plan, texts)) }) },
    ...filledFacts(facts),
  ];
}

function stepLines(plan: PackPlan, texts: PackTexts): string {
  const { t, list } = texts;
  return plan.steps
    .filter(({ text }) => text.trim() !== '')
    .map((step) => {
      const { text } = step;
      const who = list(responsibleWords(step, texts));
      const due = dateWords(step.dueDate, step.dueTyped, texts);
      if (who === '') return due === '' ? text : `${text} (${due})`;
      return due === '' ? t('summary.stepWho', { text, who }) : t('summary.stepLine', { text, who, date: due });
    })
    .join('\n');
}

function stepCount(plan: PackPlan, { t, date }: PackTexts): string {
  const count = plan.steps.length;
  if (count === 0) return '';
  const last = plan.steps
    .flatMap(({ dueDate }) => (dueDate === null ? [] : [dueDate]))
    .toSorted()
    .at(-1);
  return last === undefined ? t('summary.stepCountOpen', { count }) : t('summary.stepCount', { count, last: date(last) });
}

function detailFacts(plan: PackPlan, texts: PackTexts, short: (text: string) => string): readonly Fact[] {
  const { t } = texts;
  const measures = plan.indicators
    .filter(({ name }) => name.trim() !== '')
    .map((indicator) => {
      const { name, baselineValue, targetValue } = indicator;
      const baseline = measured(baselineValue, indicator) || '–';
      return t('summary.measureLine', {
        name: short(name),
        baseline: short(baseline),
        target: short(measured(targetValue, indicator) || '–'),
      });
    });
  const introductions = plan.homeIntroductions
    .filter(({ who }) => who.trim() !== '')
    .map(({ who, toWhom, meeting, byDate, byTyped }) => {
      const date = short(dateWords(byDate, byTyped, texts)) || '–';
      const values = { who: short(who), toWhom: short(toWhom), meeting: short(meeting), date };
      return t(meeting.trim() === '' ? 'summary.homeLineNoMeeting' : 'summary.homeLine', values);
    });
  return [
    { label: t('summary.measure'), value: measures.join('\n') },
    {
      label: t('summary.needs'),
      value: [short(plan.resources), short(budgetWords(plan, texts))].filter((part) => part.trim() !== '').join('\n'),
    },
    { label: t('summary.home'), value: introductions.join('\n') },
  ];
}

function furtherPlans(plans: readonly PackPlan[], texts: PackTexts, short: (text: string) => string): readonly Block[] {
  const { t, list } = texts;
  if (plans.length === 0) return [];
  if (plans.length > mostNamedPlans) return [{ kind: 'paragraph', text: t('summary.moreCount', { count: plans.length }) }];
  const topics = list(plans.map((plan) => short(topicWords(plan, texts))));
  return [{ kind: 'paragraph', text: t('summary.more', { count: plans.length, topics }) }];
}

/** The days on which progress is checked, each once however many plans share it. */
function checkpoints(content: PackContent, { t, date, list }: PackTexts): readonly Block[] {
  const all = content.plans.flatMap((plan) => plan.checkpoints);
  const agreed = all.filter(({ isAgreed }) => isAgreed);
  const shown = agreed.length > 0 ? agreed : all;
  // A room that moved every check by itself may have many days: the first five say what matters.
  const dates = [...new Set(shown.map(({ dueDate }) => dueDate))].toSorted().slice(0, 5);
  if (dates.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: t(agreed.length > 0 ? 'summary.checkpoints' : 'summary.checkpointsProposed', { dates: list(dates.map(date)) }),
    },
  ];
}

function leftOut(content: PackContent, { t, list }: PackTexts, detail: Detail): readonly Block[] {
  const keys: PackKey[] = [];
  if (content.plans.length === 0) return [];
  if (detail.steps === 'count') keys.push('summary.shortened.steps');
  if (!detail.hasDetails) keys.push('summary.shortened.details');
  if (detail.longestText !== null) keys.push('summary.shortened.texts');
  if (content.plans.length > detail.plans) keys.push('summary.shortened.plans');
  return keys.length === 0 ? [] : [{ kind: 'paragraph', text: t('summary.leftOut', { what: list(keys.map((key) => t(key))) }) }];
}

/** Cuts at the end of a word and says so with …; line feeds become spaces because each would cost a line. */
function shortened(text: string, longest: number | null): string {
  if (longest === null) return text;
  const flat = text.replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  if (characters.length <= longest) return flat;
  const cut = characters.slice(0, longest - 2).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut} …`;
}
