// Differences by plan, team and part of the workshop, folded where there are many; each with a tick: the file is followed.
import { useMemo, useState, type ReactNode } from 'react';
import type { MergeDifference } from '../../../shared/contract/workshop-files.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { CheckInput } from '../../ui/inputs.tsx';
import { useWords, type Words } from '../../ui/language.ts';
import { shownFirst } from '../../ui/shown-first.ts';
import type { ChangeWords } from '../changes/change-words.ts';
import { Fold } from '../plans/fold.tsx';
import classes from './bring-in.module.css';
import { groupsOf, keyOf, sideOf, type Decisions, type DifferenceGroup, type Take } from './merge-model.ts';

interface DifferenceGroupsProps {
  readonly differences: readonly MergeDifference[];
  readonly words: ChangeWords;
  readonly decisions: Decisions;
  readonly startsOpen: boolean;
  readonly onDecide: (differences: readonly MergeDifference[], take: Take) => void;
}

export function DifferenceGroups({ differences, startsOpen, ...rest }: DifferenceGroupsProps): ReactNode {
  const t = useWords();
  const { number } = useFormats();
  const groups = useMemo(() => groupsOf(differences), [differences]);
  return groups.map((group) => (
    <Fold
      key={group.key}
      title={group.head.kind === 'part' ? t(`bringIn:group.${group.head.part}`) : rest.words.record(group.head.record)}
      count={number(group.differences.length)}
      startsOpen={startsOpen}
    >
      <Group group={group} {...rest} />
    </Fold>
  ));
}

const shownAtFirst = 40;

function Group({
  group,
  words,
  decisions,
  onDecide,
}: Omit<DifferenceGroupsProps, 'differences' | 'startsOpen'> & { readonly group: DifferenceGroup }): ReactNode {
  const t = useWords();
  const [isAll, setAll] = useState(false);
  const { differences } = group;
  const shown = isAll ? differences.length : shownFirst(differences.length, shownAtFirst);
  const isTaken = (difference: MergeDifference) => sideOf(difference, decisions) === 'theirs';
  const take = (chosen: readonly MergeDifference[], isTicked: boolean) => onDecide(chosen, isTicked ? 'theirs' : 'mine');
  return (
    <ul className={classes.plainList}>
      {differences.length > 1 && (
        <li>
          <CheckInput label={t('bringIn:all')} value={differences.every(isTaken)} onChange={(isTicked) => take(differences, isTicked)} />
        </li>
      )}
      {differences.slice(0, shown).map((difference) => (
        <li key={keyOf(difference)} className={differences.length > 1 ? classes.indented : undefined}>
          <CheckInput
            label={lineOf(t, words, difference)}
            value={isTaken(difference)}
            onChange={(isTicked) => take([difference], isTicked)}
          />
        </li>
      ))}
      {shown < differences.length && (
        <li>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t('bringIn:showMore', { count: differences.length - shown })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function lineOf(t: Words, words: ChangeWords, difference: MergeDifference): string {
  if (difference.removedBy === null) return words.line(difference);
  const record = words.record(difference.record);
  return t(difference.removedBy === 'theirs' ? 'bringIn:removedThere' : 'bringIn:removedHere', { record });
}
