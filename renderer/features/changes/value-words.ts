// What a field holds, in words: dates as the language writes them, names for ids, the product's own words for choices.
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { Contact } from '../../../shared/domain/people/model.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { LocalText } from '../../../shared/kernel/local-text.ts';
import { languageName } from '../agenda/language-name.ts';
import { fieldKind, type FieldKind } from './field-kinds.ts';
import { shortened } from './text-difference.ts';
import { actionFieldName, anyWord, guideTitle, localWords, type WordSources } from './word-sources.ts';

export interface FieldPlace {
  readonly collection: CollectionName;
  readonly field: string;
}

/** True for a value that holds nothing. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** @returns the entries of a list in words; a single value is a list of one, and what cannot be read is left out */
export function entriesInWords(sources: WordSources, place: FieldPlace, value: unknown): readonly string[] {
  const kind = fieldKind(place.collection, place.field);
  if (kind === 'factorChecks') return factorAnswers(sources, value);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.map((entry) => entryInWords(sources, place, entry)).filter((words) => words !== '');
}

/** @returns one value in full; '' when there is nothing that can be read */
export function entryInWords(sources: WordSources, place: FieldPlace, value: unknown): string {
  const kind = fieldKind(place.collection, place.field);
  if (isNothing(value)) return '';
  // A field that there is no more holds yes or no as well.
  if (typeof value === 'boolean') return sources.t(value ? 'changes:yes' : 'changes:no');
  if (typeof value === 'number') return sources.formats.number(value);
  if (typeof value === 'string') return textInWords(sources, place, kind, value);
  return typeof value === 'object' && value !== null ? objectInWords(sources, kind, value) : '';
}

function textInWords(sources: WordSources, { collection, field }: FieldPlace, kind: FieldKind | null, value: string): string {
  const { t, formats, content } = sources;
  if (typeof kind === 'object' && kind !== null) return referenceInWords(sources, kind.to, value);
  switch (kind) {
    case null:
    case 'plain':
    case 'text':
      return value;
    case 'date':
      return formats.date(value);
    case 'instant':
      return formats.moment(value);
    case 'choice':
      return anyWord(sources, `changes:choice.${collection}.${field}.${value}`, value);
    case 'actionField':
      return actionFieldName(sources, value);
    case 'phase':
      return localWords(sources, content?.framework.phases.find(({ id }) => id === value)?.name) || value;
    case 'guide':
      return guideTitle(sources, value) || value;
    case 'language':
      return languageName(t, value);
    case 'sessionKind':
    case 'recordKind':
      return anyWord(sources, `framework:${kind}.${value}`, value);
    case 'yesNo':
    case 'localText':
    case 'organiser':
    case 'contact':
    case 'risk':
    case 'sessionStep':
    case 'factorChecks':
    case 'frozen':
    case 'order':
    case 'otherwise':
      return '';
    default:
      return assertNever(kind);
  }
}

function referenceInWords(sources: WordSources, to: CollectionName, id: string): string {
  const name = sources.names[id];
  if (name === undefined) return sources.t('changes:gone');
  if (name === '') return anyWord(sources, `changes:unnamed.${to}`, '');
  return to === 'days' ? sources.formats.date(name) : name;
}

function objectInWords(sources: WordSources, kind: FieldKind | null, value: object): string {
  if (kind === 'localText') return localWords(sources, value as LocalText);
  if (kind === 'sessionStep') return localWords(sources, (value as { readonly text: LocalText }).text);
  if (kind === 'organiser') {
    const { name, role } = value as { readonly name: string; readonly role: string };
    return `${name} (${anyWord(sources, `workshop:role.${role}`, role)})`;
  }
  if (kind === 'contact') {
    const { value: text, consent } = value as Contact;
    return consent.includes('packs') ? sources.t('changes:contactShared', { contact: text }) : text;
  }
  if (kind === 'risk') {
    const { text, response } = value as { readonly text: string; readonly response: string };
    return response === '' ? text : `${text} → ${response}`;
  }
  return '';
}

function factorAnswers(sources: WordSources, value: unknown): readonly string[] {
  const checks = (value ?? {}) as Readonly<Record<string, { readonly answer: string | null; readonly note: string }>>;
  const factors = sources.content?.framework.successFactors ?? [];
  return Object.entries(checks).map(([id, { answer, note }]) => {
    const factor = localWords(sources, factors.find((one) => one.id === id)?.text) || id;
    const words = [
      sources.t('changes:quoted', { text: shortened(factor) }),
      answer === null ? '' : anyWord(sources, `plans:factors.${answer}`, answer),
      note,
    ];
    return words.filter((part) => part !== '').join(' ');
  });
}
