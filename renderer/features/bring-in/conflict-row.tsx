// One conflict of a merge: both values side by side, and the choice. Without a choice both are kept.
import { useId, type ReactNode } from 'react';
import type { MergeDifference } from '../../../shared/contract/workshop-files.ts';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import type { ChangeWords } from '../changes/change-words.ts';
import { wroteWords } from '../conflicts/wrote-words.ts';
import classes from './bring-in.module.css';
import type { Take } from './merge-model.ts';

interface ConflictRowProps {
  readonly difference: MergeDifference;
  readonly words: ChangeWords;
  readonly side: Take | null;
  readonly onDecide: (take: Take | null) => void;
}

export function ConflictRow({ difference, words, side, onDecide }: ConflictRowProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const name = useId();
  const { record, kind, fields } = difference;
  const field = fields[0];
  const isField = kind === 'updated' && field !== undefined;
  const about = isField
    ? t('conflicts:about', { record: words.record(record), field: words.field(record.collection, field.field) })
    : words.record(record);
  const valueOf = (take: Take) => {
    if (isField) return words.value(record.collection, field.field, take === 'mine' ? field.before : field.after);
    return t(lacks(difference, take) ? 'bringIn:conflicts.removed' : 'bringIn:conflicts.present');
  };
  const wroteBy = (take: Take) => wroteWords(t, formats, difference.wrote[take]);
  const option = (take: Take | null, head: string, value: string, wrote = '') => (
    <label className={classes.option} data-chosen={side === take || undefined}>
      <input type="radio" name={name} checked={side === take} onChange={() => onDecide(take)} />
      <span className={classes.optionWords}>
        <span className={classes.optionHead}>{head}</span>
        {value !== '' && <span className={classes.value}>{value}</span>}
        {wrote !== '' && <span className={classes.wrote}>{wrote}</span>}
      </span>
    </label>
  );
  return (
    <fieldset className={classes.conflict}>
      <legend className={classes.strong}>{about}</legend>
      <div className={classes.options}>
        {option('mine', t('bringIn:conflicts.mine'), valueOf('mine'), wroteBy('mine'))}
        {option('theirs', t('bringIn:conflicts.theirs'), valueOf('theirs'), wroteBy('theirs'))}
        {option(null, t('bringIn:conflicts.later'), '')}
      </div>
    </fieldset>
  );
}

/** True for the side that does not have the record. */
function lacks({ kind, removedBy }: MergeDifference, side: Take): boolean {
  return kind === 'created' ? side === 'mine' : removedBy === side;
}
