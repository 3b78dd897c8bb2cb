// Changes in words: which record, which field, from what to what. Pure: words, formats and the names that ids stand for are handed in.
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { DescribedChange, DescribedField } from '../../../shared/document/describe.ts';
import type { RecordName } from '../../../shared/document/record-name.ts';
import { pickText, type LocalText } from '../../../shared/kernel/local-text.ts';
import { sameValue } from '../../../shared/kernel/record.ts';
import { eventWords } from './event-words.ts';
import { fieldKind, type FieldKind } from './field-kinds.ts';
import { fieldWords } from './field-words.ts';
import { recordWords } from './record-words.ts';
import { isLong, shortened, shortenedBoth } from './text-difference.ts';
import { entriesInWords, entryInWords, isNothing } from './value-words.ts';
import type { WordSources } from './word-sources.ts';

export interface ChangeWords {
  /** `Step 3 of “Fill critical posts”` */
  readonly record: (record: RecordName) => string;
  /** `due date` */
  readonly field: (collection: CollectionName, field: string) => string;
  /** `30 March 2026`; `nothing` for an empty value. Texts in full. */
  readonly value: (collection: CollectionName, field: string, value: unknown) => string;
  /** `due date 12 March → 30 March 2026`; long texts only around what differs. */
  readonly change: (collection: CollectionName, change: DescribedField) => string;
  /** What happened, where a change is told as an event and not by its fields; null for any other. */
  readonly event: (change: DescribedChange) => string | null;
  /** A change in one line: `Step 3 of “Fill critical posts”: due date 12 March → 30 March 2026` */
  readonly line: (change: DescribedChange) => string;
}

export function changeWords(sources: WordSources): ChangeWords {
  return {
    record: (record) => recordWords(sources, record),
    field: (collection, field) => fieldWords(sources, collection, field),
    value: (collection, field, value) => valueWords(sources, collection, field, value),
    change: (collection, change) => fieldChange(sources, collection, change),
    event: (change) => eventWords(sources, change),
    line: (change) => changeLine(sources, change),
  };
}

function valueWords(sources: WordSources, collection: CollectionName, field: string, value: unknown): string {
  const { t, formats } = sources;
  const entries = entriesInWords(sources, { collection, field }, value);
  if (entries.length > 0) return formats.list(entries);
  return isNothing(value) ? t('changes:nothing') : t('changes:otherwise', { field: fieldWords(sources, collection, field) });
}

function isText(kind: FieldKind | null): boolean {
  return kind === 'text' || kind === 'localText' || kind === null;
}

function fieldChange(sources: WordSources, collection: CollectionName, change: DescribedField): string {
  const { t } = sources;
  const { field: name, before, after } = change;
  const kind = fieldKind(collection, name);
  const field = fieldWords(sources, collection, name);
  // Written again on purpose: it says to other laptops that somebody decided for it.
  if (sameValue(before, after)) return t('changes:unchanged', { field });
  if (kind === 'order') return t('changes:moved');
  if (collection === 'plans' && name === 'draftVersion') return draftWords(sources, change);
  if (kind === 'frozen') return t('changes:frozen', { field });
  if (Array.isArray(before) || Array.isArray(after) || kind === 'factorChecks') return listChange(sources, collection, change);
  const [old, next] = [before, after].map((value) => entryInWords(sources, { collection, field: name }, value)) as [string, string];
  const isUnreadable = (old === '' && !isNothing(before)) || (next === '' && !isNothing(after)) || (old === '' && next === '');
  if (isUnreadable) return t('changes:otherwise', { field });
  if (old === '') return t(isText(kind) ? 'changes:textSet' : 'changes:set', { field, after: shortened(next) });
  if (next === '') return t(isText(kind) ? 'changes:textCleared' : 'changes:cleared', { field, before: shortened(old) });
  if (isText(kind)) return t('changes:textChanged', { field, ...shortenedBoth(old, next) });
  return t('changes:fromTo', { field, before: kind === 'date' ? earlierDate(sources, change) : old, after: next });
}

/** The number of the version in work says which draft was begun, or given up. */
function draftWords({ t }: WordSources, { before, after }: DescribedField): string {
  const isBegun = Number(after ?? 0) > Number(before ?? 0);
  return t(isBegun ? 'changes:versionBegun' : 'changes:versionGivenUp', { version: String(isBegun ? after : before) });
}

/** Two dates of one year say the year once. */
function earlierDate({ formats }: WordSources, { before, after }: DescribedField): string {
  const [old, next] = [before as string, after as string];
  return old.slice(0, 4) === next.slice(0, 4) ? formats.dayMonth(old) : formats.date(old);
}

function listChange(sources: WordSources, collection: CollectionName, { field: name, before, after }: DescribedField): string {
  const { t, formats } = sources;
  const kind = fieldKind(collection, name);
  const isQuoted = isText(kind) || kind === 'risk' || kind === 'sessionStep';
  const field = fieldWords(sources, collection, name);
  const [old, next] = [before, after].map((value) => entriesInWords(sources, { collection, field: name }, value)) as [
    readonly string[],
    readonly string[],
  ];
  const read = (entries: readonly string[]) =>
    formats.list(entries.map((text) => (isQuoted ? t('changes:quoted', { text: shortened(text) }) : text)));
  const added = read(next.filter((text) => !old.includes(text)));
  const removed = read(old.filter((text) => !next.includes(text)));
  if (added !== '' && removed !== '') return t('changes:listBoth', { field, added, removed });
  if (added !== '') return old.length === 0 ? t('changes:set', { field, after: added }) : t('changes:listAdded', { field, added });
  return removed === '' ? t('changes:otherwise', { field }) : t('changes:listRemoved', { field, removed });
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

function changeLine(sources: WordSources, described: DescribedChange): string {
  const { t } = sources;
  const event = eventWords(sources, described);
  if (event !== null) return event;
  const { collection } = described.record;
  const record = recordWords(sources, described.record);
  const fields = fieldsToShow(described);
  const isSetting = described.kind === 'updated' || (described.kind === 'created' && valueRecords.has(collection) && fields.length > 0);
  if (!isSetting) return t('changes:changeOf', { record, change: kindWords(sources, described) });
  // A record that was moved to another list says where to; its place there says nothing more.
  const told = fields.length > 1 ? fields.filter(({ field }) => fieldKind(collection, field) !== 'order') : fields;
  const said = told.slice(0, fieldsInLine).map((change) => fieldChange(sources, collection, change));
  const rest = told.length > fieldsInLine ? [t('changes:more', { count: told.length - fieldsInLine })] : [];
  return t('changes:changeOf', { record, change: [...said, ...rest].join(', ') });
}

/** A record that goes by its number is told by its text as well. */
function kindWords({ t }: WordSources, { kind, record: { collection, number, name } }: DescribedChange): string {
  const isTold = kind !== 'updated' && number !== null && name !== '' && collection !== 'sessions';
  return isTold ? t(`changes:kindNamed.${kind}`, { name: shortened(name) }) : t(`changes:kind.${kind}`);
}

/** Fields worth a line of their own: an added record says its place and its name already. */
export function fieldsToShow({ kind, record, fields }: DescribedChange): readonly DescribedField[] {
  if (kind === 'updated') return fields;
  return fields.filter(({ field, before, after }) => {
    const value = kind === 'created' ? after : before;
    const shown = fieldKind(record.collection, field);
    return shown !== 'order' && shown !== 'otherwise' && value !== record.of?.id && value !== record.name;
  });
}

/** The two texts of a change whose difference is best shown word by word; null for anything else. */
export function longTexts(
  collection: CollectionName,
  { field, before, after }: DescribedField,
  language: string,
): readonly [string, string] | null {
  const kind = fieldKind(collection, field);
  if ((kind !== 'text' && kind !== 'localText') || Array.isArray(before) || Array.isArray(after) || sameValue(before, after)) return null;
  const [old, next] = [textOf(before, language), textOf(after, language)];
  return isLong(old) || isLong(next) ? [old, next] : null;
}

function textOf(value: unknown, language: string): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? pickText(value as LocalText, [language, 'en']) : '';
}
