// Changes that are said as what happened, not as the fields of a record: the clock, signatures, attendance, packs that were handed out, two values
// of two laptops.
import type { DescribedChange } from '../../../shared/document/describe.ts';
import { fieldWords } from './field-words.ts';
import { recordWords, shownName } from './record-words.ts';
import { entriesInWords } from './value-words.ts';
import { anyWord, type WordSources } from './word-sources.ts';

/** @returns the sentence; null where the change is told by its record and fields */
export function eventWords(sources: WordSources, described: DescribedChange): string | null {
  const { collection } = described.record;
  if (collection === 'clockEvents') return described.kind === 'created' ? clockWords(sources, described) : null;
  if (collection === 'signOffs') return signatureWords(sources, described);
  if (collection === 'attendance') return attendanceWords(sources, described);
  if (collection === 'conflicts') return conflictWords(sources, described);
  if (collection === 'packExports') return described.kind === 'created' ? packWords(sources, described) : null;
  return null;
}

function after({ fields }: DescribedChange, name: string): unknown {
  return fields.find(({ field }) => field === name)?.after;
}

function textAfter(described: DescribedChange, name: string): string {
  const value = after(described, name);
  return typeof value === 'string' ? value.trim() : '';
}

function clockWords(sources: WordSources, described: DescribedChange): string {
  const { t, names } = sources;
  const { of } = described.record;
  const session = of === null ? '' : shownName(sources, of);
  const kind = String(after(described, 'kind'));
  const minutes = Number(after(described, 'minutes') ?? 0);
  const part = session === '' ? t('changes:unnamed.sessions') : t('changes:quoted', { text: session });
  const what = (): string => {
    if (kind === 'extended') return t(minutes < 0 ? 'changes:clock.shortened' : 'changes:clock.extended', { count: Math.abs(minutes) });
    if (kind === 'stepStarted') return t('changes:clock.stepStarted', { number: minutes + 1 });
    if (kind === 'elapsedSet') return t('changes:clock.elapsedSet', { count: minutes });
    if (kind === 'takenBack') {
      const taken = names[String(after(described, 'eventId'))] ?? '';
      const action = anyWord(sources, `changes:choice.clockEvents.kind.${taken}`, '');
      return action === '' ? t('changes:clock.takenBackLast') : t('changes:clock.takenBack', { action });
    }
    return anyWord(sources, `changes:choice.clockEvents.kind.${kind}`, t('changes:kind.updated'));
  };
  return t('changes:changeOf', { record: part, change: what() });
}

function signatureWords(sources: WordSources, described: DescribedChange): string | null {
  const { t } = sources;
  const { of, name: version } = described.record;
  const plan = of === null ? t('changes:unnamed.plans') : recordWords(sources, of);
  if (described.kind === 'created') {
    const by = textAfter(described, 'by');
    return t('changes:changeOf', { record: plan, change: t(by === '' ? 'changes:signed' : 'changes:signedBy', { by, version }) });
  }
  const isWithdrawn = described.kind === 'updated' && typeof after(described, 'withdrawnAt') === 'string';
  if (!isWithdrawn) return null;
  const reason = textAfter(described, 'reason');
  const change = t(reason === '' ? 'changes:signatureWithdrawn' : 'changes:signatureWithdrawnFor', { version, reason });
  return t('changes:changeOf', { record: plan, change });
}

function attendanceWords(sources: WordSources, described: DescribedChange): string | null {
  const state = described.fields.find(({ field }) => field === 'state');
  if (described.kind === 'removed')
    return sources.t('changes:changeOf', { record: recordWords(sources, described.record), change: sources.t('changes:notMarked') });
  if (!state) return null;
  const word = (value: unknown) => anyWord(sources, `changes:choice.attendance.state.${String(value)}`, '');
  const [before, now] = [word(state.before), word(state.after)];
  const change = before === '' ? now : `${before} → ${now}`;
  return sources.t('changes:changeOf', { record: recordWords(sources, described.record), change });
}

/** Two values for one field, or a record that was removed on one laptop and changed on the other. */
function conflictWords(sources: WordSources, { kind, record: { name, of } }: DescribedChange): string {
  const { t } = sources;
  const isOver = kind === 'removed';
  if (of === null) return t(isOver ? 'changes:conflict.overUnknown' : 'changes:conflict.openUnknown');
  const change =
    name === ''
      ? t(isOver ? 'changes:conflict.removalOver' : 'changes:conflict.removalOpen')
      : t(isOver ? 'changes:conflict.over' : 'changes:conflict.open', { field: fieldWords(sources, of.collection, name) });
  return t('changes:changeOf', { record: recordWords(sources, of), change });
}

function packWords(sources: WordSources, described: DescribedChange): string {
  const { t, formats } = sources;
  const teams = entriesInWords(sources, { collection: 'packExports', field: 'teamIds' }, after(described, 'teamIds'));
  return teams.length === 0 ? t('changes:record.packExports') : t('changes:handedOut', { teams: formats.list(teams) });
}
