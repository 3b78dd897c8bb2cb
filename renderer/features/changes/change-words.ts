// Changes in words: which record, which field, from what to what. Pure: words, formats and the names that ids stand for are handed in.
import type { Guide } from '../../../shared/domain/agenda/template.ts';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { Framework } from '../../../shared/domain/framework/model.ts';
import type { DescribedChange, DescribedField } from '../../../shared/document/describe.ts';
import type { RecordName } from '../../../shared/document/record-name.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { pickText, type LocalText } from '../../../shared/kernel/local-text.ts';
import { sameValue } from '../../../shared/kernel/record.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Words } from '../../ui/language.ts';
import { languageName } from '../agenda/language-name.ts';
import { fieldKind, type FieldKind } from './field-kinds.ts';
import { isLong, shortened, shortenedBoth } from './text-difference.ts';

export interface WordSources {
  readonly t: Words;
  readonly formats: Formats;
  /** Null when the shipped content cannot be read: ids are shown then. */
  readonly content: { readonly framework: Framework; readonly guides: readonly Guide[] } | null;
  /** Names of the records that fields point to, by id. */
  readonly names: Readonly<Record<string, string>>;
}

export interface ChangeWords {
  /** `Step 3 of “Fill critical posts”` */
  readonly record: (record: RecordName) => string;
  /** `due date` */
  readonly field: (collection: CollectionName, field: string) => string;
  /** `30 March 2026`; `nothing` for an empty value. Texts in full. */
  readonly value: (collection: CollectionName, field: string, value: unknown) => string;
  /** `due date 12 March → 30 March 2026`; long texts only around what differs. */
  readonly change: (collection: CollectionName, change: DescribedField) => string;
  /** A change in one line: `Step 3 of “Fill critical posts”: due date 12 March → 30 March 2026` */
  readonly line: (change: DescribedChange) => string;
}

/** Records that exist for their values: adding one is setting these. */
const valueRecords: ReadonlySet<CollectionName> = new Set<CollectionName>([
  'clockEvents',
  'attendance',
  'fieldAssessments',
  'sessionRecords',
  'signOffs',
]);

const fieldsInLine = 3;

/** True for a value that holds nothing. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Fields worth a line of their own: an added record says its place and its name already. */
export function fieldsToShow({ kind, record, fields }: DescribedChange): readonly DescribedField[] {
  if (kind === 'updated') return fields;
  return fields.filter(({ field, before, after }) => {
    const value = kind === 'created' ? after : before;
    const shape = fieldKind(record.collection, field);
    return shape !== 'order' && value !== record.of?.id && value !== record.name;
  });
}

export function changeWords({ t, formats, content, names }: WordSources): ChangeWords {
  /** A word of the catalogue whose key is known only at run time: values of files may be anything. */
  const word = (key: string, otherwise: string, values: Readonly<Record<string, string>> = {}) =>
    t(key as 'changes:nothing', { defaultValue: otherwise, ...values });
  const local = (text: LocalText | null | undefined) => pickText(text ?? {}, [formats.language, 'en']);
  const quoted = (text: string) => t('changes:quoted', { text });

  function nameOf(record: RecordName): string {
    if (record.collection === 'days') return record.name === '' ? '' : formats.date(record.name);
    if (record.collection === 'fieldAssessments') return fieldName(record.name);
    if (record.collection === 'sessions' && record.name === '')
      return local(content?.guides.find(({ id }) => id === record.guideId)?.title);
    return record.name;
  }

  function fieldName(fieldId: string): string {
    return local(content?.framework.fields.find(({ id }) => id === fieldId)?.name) || fieldId;
  }

  function ownWords(record: RecordName): string {
    const name = nameOf(record);
    const { collection, number } = record;
    const isNamed = name !== '' || number !== null;
    const unnamed = isNamed ? '' : word(`changes:unnamed.${collection}`, '');
    if (unnamed !== '') return unnamed;
    return word(`changes:record.${collection}`, collection, { name, number: String(number ?? ''), date: name }).trim();
  }

  function record(of: RecordName): string {
    const part = ownWords(of);
    const whole = of.of === null ? '' : nameOf(of.of);
    if (of.of === null || whole === '') return part;
    const within = word(`changes:within.${of.of.collection}`, whole, { name: whole, date: whole });
    return t('changes:partOf', { part, whole: within });
  }

  function field(collection: CollectionName, name: string): string {
    const known = fieldKind(collection, name);
    return known === null ? t('changes:unknownField', { field: name }) : word(`changes:field.${collection}.${name}`, name);
  }

  /** One entry in full; '' when there is nothing that can be read. */
  function entry(kind: FieldKind | null, collection: CollectionName, name: string, value: unknown): string {
    if (isNothing(value)) return '';
    if (typeof kind === 'object' && kind !== null) return reference(kind.to, value);
    switch (kind) {
      case null:
      case 'plain':
      case 'text':
        return typeof value === 'object' ? '' : typeof value === 'number' ? formats.number(value) : String(value as string);
      case 'date':
        return formats.date(String(value as string));
      case 'instant':
        return formats.moment(String(value as string));
      case 'yesNo':
        return t(value === true ? 'changes:yes' : 'changes:no');
      case 'localText':
        return local(value as LocalText);
      case 'choice':
        return word(`changes:choice.${collection}.${name}.${String(value as string)}`, String(value as string));
      case 'actionField':
        return fieldName(String(value as string));
      case 'phase':
        return local(content?.framework.phases.find(({ id }) => id === value)?.name) || String(value as string);
      case 'guide':
        return local(content?.guides.find(({ id }) => id === value)?.title) || String(value as string);
      case 'language':
        return languageName(t, String(value as string));
      case 'sessionKind':
        return word(`framework:sessionKind.${String(value as string)}`, String(value as string));
      case 'recordKind':
        return word(`framework:recordKind.${String(value as string)}`, String(value as string));
      case 'organiser': {
        const { name: who, role } = value as { readonly name: string; readonly role: string };
        return `${who} (${word(`workshop:role.${role}`, role)})`;
      }
      case 'risk': {
        const { text, response } = value as { readonly text: string; readonly response: string };
        return response === '' ? text : `${text} → ${response}`;
      }
      case 'sessionStep':
        return local((value as { readonly text: LocalText }).text);
      case 'factorChecks':
      case 'frozen':
      case 'order':
      case 'otherwise':
        return '';
      default:
        return assertNever(kind);
    }
  }

  function reference(to: CollectionName, value: unknown): string {
    const known = names[String(value as string)];
    if (known === undefined) return t('changes:gone');
    if (known === '') return word(`changes:unnamed.${to}`, known);
    return to === 'days' ? formats.date(known) : known;
  }

  /** Values as lists of entries; a single value is a list of one, nothing is none. */
  function entries(kind: FieldKind | null, collection: CollectionName, name: string, value: unknown): readonly string[] {
    if (kind === 'factorChecks') return factorAnswers(value);
    return (Array.isArray(value) ? (value as readonly unknown[]) : [value])
      .map((one) => entry(kind, collection, name, one))
      .filter((text) => text !== '');
  }

  function factorAnswers(value: unknown): readonly string[] {
    const checks = (value ?? {}) as Readonly<Record<string, { readonly answer: string | null; readonly note: string }>>;
    return Object.entries(checks).map(([id, { answer, note }]) => {
      const factor = local(content?.framework.successFactors.find((one) => one.id === id)?.text) || id;
      return [`${quoted(shortened(factor))} ${answer === null ? '' : word(`plans:factors.${answer}`, answer)}`.trim(), note]
        .filter((part) => part !== '')
        .join(', ');
    });
  }

  function value(collection: CollectionName, name: string, of: unknown): string {
    const kind = fieldKind(collection, name);
    const texts = entries(kind, collection, name, of);
    if (texts.length === 0) return isNothing(of) ? t('changes:nothing') : t('changes:otherwise', { field: field(collection, name) });
    return texts.length === 1 ? (texts[0] ?? '') : formats.list(texts);
  }

  function change(collection: CollectionName, { field: name, before, after }: DescribedField): string {
    const kind = fieldKind(collection, name);
    const words = field(collection, name);
    if (kind === 'order') return t('changes:moved');
    if (kind === 'frozen') return t('changes:frozen', { field: words });
    if (Array.isArray(before) || Array.isArray(after) || kind === 'factorChecks')
      return listChange(kind, collection, name, { before, after });
    const [old, next] = [entry(kind, collection, name, before), entry(kind, collection, name, after)];
    if ((old === '' && !isNothing(before)) || (next === '' && !isNothing(after)) || (old === '' && next === '')) {
      return t('changes:otherwise', { field: words });
    }
    const isText = kind === 'text' || kind === 'localText' || kind === null;
    if (old === '') return t(isText ? 'changes:textSet' : 'changes:set', { field: words, after: shortened(next) });
    if (next === '') return t(isText ? 'changes:textCleared' : 'changes:cleared', { field: words, before: shortened(old) });
    if (isText) return t('changes:textChanged', { field: words, ...shortenedBoth(old, next) });
    return t('changes:fromTo', { field: words, before: kind === 'date' ? dateBefore(before, after) : old, after: next });
  }

  /** Two dates of one year say the year once. */
  function dateBefore(before: unknown, after: unknown): string {
    const [old, next] = [String(before as string), String(after as string)];
    return old.slice(0, 4) === next.slice(0, 4) ? formats.dayMonth(old) : formats.date(old);
  }

  function listChange(
    kind: FieldKind | null,
    collection: CollectionName,
    name: string,
    { before, after }: { readonly before: unknown; readonly after: unknown },
  ): string {
    const words = field(collection, name);
    const isText = kind === 'text' || kind === 'localText' || kind === 'risk' || kind === 'sessionStep';
    const [old, next] = [entries(kind, collection, name, before), entries(kind, collection, name, after)];
    const read = (texts: readonly string[]) => formats.list(texts.map((text) => (isText ? quoted(shortened(text)) : text)));
    const added = read(next.filter((text) => !old.includes(text)));
    const removed = read(old.filter((text) => !next.includes(text)));
    if (added !== '' && removed !== '') return t('changes:listBoth', { field: words, added, removed });
    if (added !== '')
      return old.length === 0 ? t('changes:set', { field: words, after: added }) : t('changes:listAdded', { field: words, added });
    if (removed !== '') return t('changes:listRemoved', { field: words, removed });
    return t('changes:otherwise', { field: words });
  }

  function line(described: DescribedChange): string {
    const { collection } = described.record;
    const fields = fieldsToShow(described);
    const isSetting = described.kind === 'updated' || (described.kind === 'created' && valueRecords.has(collection) && fields.length > 0);
    if (!isSetting) return t('changes:changeOf', { record: record(described.record), change: t(`changes:kind.${described.kind}`) });
    // A record that was moved to another list says where to; its place there says nothing more.
    const told = fields.length > 1 ? fields.filter(({ field: name }) => fieldKind(collection, name) !== 'order') : fields;
    const said = told.slice(0, fieldsInLine).map((one) => change(collection, one));
    const rest = told.length > fieldsInLine ? [t('changes:more', { count: told.length - fieldsInLine })] : [];
    return t('changes:changeOf', { record: record(described.record), change: [...said, ...rest].join(', ') });
  }

  return { record, field, value, change, line };
}

/** The two texts of a change whose difference is best shown word by word; null for anything else. */
export function longTexts(
  collection: CollectionName,
  { field, before, after }: DescribedField,
  language: string,
): readonly [string, string] | null {
  const kind = fieldKind(collection, field);
  const text = (value: unknown) =>
    typeof value === 'string'
      ? value
      : kind === 'localText' && value !== null
        ? pickText((value ?? {}) as LocalText, [language, 'en'])
        : '';
  if ((kind !== 'text' && kind !== 'localText') || Array.isArray(before) || Array.isArray(after) || sameValue(before, after)) return null;
  const [old, next] = [text(before), text(after)];
  return isLong(old) || isLong(next) ? [old, next] : null;
}
