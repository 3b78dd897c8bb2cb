// Two entries that are one: people, organisations, teams. Both stand side by side; one stays, field by field with the value that is chosen.
import { useState, type ReactNode } from 'react';
import { mergeEffects, type Mergeable } from '../../../shared/domain/people/merge-effects.ts';
import { mergeableFields } from '../../../shared/domain/people/values.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { StoredRecord } from '../../../shared/kernel/record.ts';
import { sameValue } from '../../../shared/kernel/record.ts';
import { useContentResult } from '../../state/content-context.tsx';
import { useExecute, useView } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { SelectInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { entriesInWords } from '../changes/value-words.ts';
import { anyWord, type WordSources } from '../changes/word-sources.ts';
import { ActDialog } from './act-dialog.tsx';
import { countryOf, entryName, likelyDoubles } from './merge-entries.ts';
import classes from './people.module.css';

/** What is about to become one; without `otherId` the other one is chosen first. */
export interface Merging {
  readonly collection: Mergeable;
  readonly id: string;
  readonly otherId?: string;
}

interface MergeDialogProps extends Merging {
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

const commandOf = { participants: 'participantsMerge', organisations: 'organisationsMerge', teams: 'teamsMerge' } as const;

export function MergeDialog({ collection, id, otherId, onClose, onMerged }: MergeDialogProps): ReactNode {
  const t = useWords();
  const { list, compare } = useFormats();
  const execute = useExecute();
  const view = useView(
    'participants',
    'organisations',
    'teams',
    'topicGroups',
    'plans',
    'steps',
    'topics',
    'fieldAssessments',
    'attendance',
    'planVersions',
    'signOffs',
  );
  const record = view.get(collection, id) as StoredRecord | undefined;
  const others = record ? likelyDoubles(view, collection, record, compare) : [];
  const [chosenOther, setOther] = useState<string | null>(otherId ?? null);
  const other = view.get(collection, chosenOther ?? others.find(({ isLikely }) => isLikely)?.record.id ?? '') as StoredRecord | undefined;
  const [chosenKeep, setKeep] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  if (!record) return null;
  const pair = other ? ([record, other] as const) : null;
  const keep = pair?.find((one) => one.id === chosenKeep) ?? record;
  const gone = pair?.find((one) => one !== keep);
  /** What only one of the two says is kept from that one, unless somebody says otherwise. */
  const sideOf = (field: string): string => {
    const side = chosen.get(field);
    if (side !== undefined && pair?.some((one) => one.id === side)) return side;
    return gone && isEmpty(keep[field]) && !isEmpty(gone[field]) ? gone.id : keep.id;
  };
  const fields: readonly string[] = mergeableFields[collection];
  const differing = pair ? fields.filter((field) => !sameValue(pair[0][field], pair[1][field])) : [];
  const act = () => {
    const take = differing.filter((field) => sideOf(field) === gone?.id);
    return execute({ name: commandOf[collection], keepId: keep.id, goneId: gone?.id, take } as unknown as Command);
  };
  const effects = gone ? mergeEffects(view, collection, { keepId: keep.id, goneId: gone.id }) : null;
  const moves = (effects?.moves ?? []).map(({ from, count }) => anyCount(t, from, count));
  return (
    <ActDialog
      title={t(`people:merge.${collection}.title`)}
      verb={t('people:merge.do')}
      reason={pair ? null : t('people:merge.chooseFirst')}
      size="wide"
      act={act}
      done={t('people:merge.done', { name: entryName(keep) })}
      onDone={onMerged}
      onClose={onClose}
    >
      {otherId === undefined && (
        <SelectInput
          label={t(`people:merge.${collection}.other`, { name: entryName(record) })}
          name="other"
          isFirst
          value={other?.id ?? ''}
          onChange={(next) => setOther(next)}
          options={[
            ...(other ? [] : [{ value: '', label: t('people:merge.choose') }]),
            ...others.map(({ record: { id: value }, label }) => ({ value, label })),
          ]}
        />
      )}
      {pair && gone && (
        <>
          {countryOf(pair[0]) !== '' && countryOf(pair[1]) !== '' && countryOf(pair[0]) !== countryOf(pair[1]) && (
            <Note tone="warning">
              <p>{t('people:merge.countries')}</p>
            </Note>
          )}
          <table className={classes.merge}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">{t('people:merge.field')}</span>
                </th>
                {pair.map((one) => (
                  <th key={one.id} scope="col">
                    <Choice name="merge-keep" isChosen={one === keep} onChoose={() => setKeep(one.id)}>
                      {t('people:merge.stays', { name: entryName(one) })}
                    </Choice>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fields
                .filter((field) => pair.some((one) => !isEmpty(one[field])))
                .map((field) => (
                  <FieldRow
                    key={field}
                    collection={collection}
                    field={field}
                    pair={pair}
                    side={differing.includes(field) ? sideOf(field) : null}
                    onChoose={(side) => setChosen(new Map([...chosen, [field, side]]))}
                  />
                ))}
            </tbody>
          </table>
          <p>
            {moves.length === 0
              ? t('people:merge.nothingMoves', { name: entryName(gone) })
              : t('people:merge.moves', { what: list(moves), name: entryName(keep) })}{' '}
            {t(`people:merge.${collection}.text`)}
          </p>
          {effects !== null && effects.givingWay > 0 && (
            <p>
              {t(collection === 'teams' ? 'people:merge.teams.givingWay' : 'people:merge.participants.givingWay', {
                count: effects.givingWay,
                name: entryName(keep),
              })}
            </p>
          )}
        </>
      )}
    </ActDialog>
  );
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || value === undefined;
}

/** "3 plans": what moves, by the collection that it stands in. */
function anyCount(t: ReturnType<typeof useWords>, from: string, count: number): string {
  return t(`people:merge.count.${from}` as 'people:merge.count.plans', { count });
}

interface FieldRowProps {
  readonly collection: Mergeable;
  readonly field: string;
  readonly pair: readonly [StoredRecord, StoredRecord];
  /** Whose value stays; null where both say the same. */
  readonly side: string | null;
  readonly onChoose: (id: string) => void;
}

function FieldRow({ collection, field, pair, side, onChoose }: FieldRowProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const content = useContentResult();
  const view = useView('organisations', 'teams', 'topicGroups', 'participants');
  const names = Object.fromEntries([
    ...(['organisations', 'teams', 'topicGroups'] as const).flatMap((from) =>
      [...view.all(from)].map(({ id, name }) => [id as string, name] as const),
    ),
    ...[...view.all('participants')].map(({ id, fullName }) => [id as string, fullName] as const),
  ]);
  const sources: WordSources = { t, formats, content: content.ok ? content.value : null, names };
  const wordsOf = (one: StoredRecord) => entriesInWords(sources, { collection, field }, one[field]).join(', ') || t('people:merge.nothing');
  const label = anyWord(sources, `changes:field.${collection}.${field}`, field);
  return (
    <tr>
      <th scope="row">{label}</th>
      {pair.map((one) => (
        <td key={one.id}>
          {side === null ? (
            wordsOf(one)
          ) : (
            <Choice name={`merge-${field}`} isChosen={side === one.id} onChoose={() => onChoose(one.id)}>
              <span className="visually-hidden">{label} </span>
              {wordsOf(one)}
            </Choice>
          )}
        </td>
      ))}
    </tr>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ name, isChosen, onChoose, children }: ChoiceProps): ReactNode {
  return (
    <label className={classes.choice}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
