// A line of the history in words: the change itself, or what a command did to many records.
import type { DescribedChange } from '../../../shared/document/describe.ts';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Words } from '../../ui/language.ts';
import type { ChangeWords } from '../changes/change-words.ts';
import { countWords } from '../changes/count-words.ts';

/** So many changes can be read one after the other. */
const mostInLine = 2;

interface LineSources {
  readonly t: Words;
  readonly formats: Formats;
  readonly words: ChangeWords;
}

export function lineWords(sources: LineSources, entry: HistoryEntry): string {
  const { t } = sources;
  switch (entry.name) {
    case 'workshopBegin':
      return t('history:began');
    case 'undo':
      return t('history:undone', { what: whatWords(sources, entry) });
    case 'redo':
      return t('history:redone', { what: whatWords(sources, entry) });
    case 'conflictSettle':
      return t('history:settled', { what: whatWords(sources, entry) });
    case 'restore':
      return t('history:restored', { what: whatWords(sources, entry) });
    default: {
      const what = whatWords(sources, entry);
      return isReadable({ ...entry, changes: toldOf(entry.changes) })
        ? what
        : t('history:several', { command: capitalised(sources, t(`commands:name.${entry.name}`)), what });
    }
  }
}

/** What a command is called stands in the middle of a sentence elsewhere. */
function capitalised({ formats }: LineSources, text: string): string {
  return text.charAt(0).toLocaleUpperCase(formats.language) + text.slice(1);
}

/** Without what only goes along: the frozen text and the state of a plan beside its signature, and the record of two values beside the decision. */
function toldOf(changes: readonly DescribedChange[]): readonly DescribedChange[] {
  const isSignature = changes.some(({ record }) => record.collection === 'signOffs');
  const goesAlong = ({ kind, record: { collection } }: DescribedChange) =>
    collection === 'conflicts' || (isSignature && (collection === 'planVersions' || (collection === 'plans' && kind === 'updated')));
  const told = changes.filter((change) => !goesAlong(change));
  return told.length === 0 ? changes : told;
}

/** True when its changes are read themselves, and need no command to be understood. */
function isReadable({ changes, more }: HistoryEntry): boolean {
  return more === 0 && (changes.length <= mostInLine || mainChange(changes) !== null);
}

function whatWords({ t, formats, words }: LineSources, whole: HistoryEntry): string {
  const entry = { ...whole, changes: toldOf(whole.changes) };
  const { changes, more } = entry;
  if (changes.length === 0 && more === 0) return t('changes:nothing');
  const main = mainChange(changes);
  if (main && more === 0) return words.line(main);
  if (isReadable(entry)) return changes.map(words.line).reduce((first, next) => t('history:then', { first, next }));
  const counts = countWords(t, changes, entry.beyond);
  const untold = more - entry.beyond.reduce((sum, { count }) => sum + count, 0);
  return untold <= 0 ? formats.list(counts) : [...counts, t('changes:more', { count: untold })].join(', ');
}

/** The change that the others only go along with: a plan that was removed with its steps. */
function mainChange(changes: readonly DescribedChange[]): DescribedChange | null {
  const [first, ...rest] = changes.filter(
    ({ record }) => !changes.some((other) => other.record.id === record.of?.id && other.kind !== 'updated'),
  );
  return first && rest.length === 0 ? first : null;
}
