// Changes in full and in words, one entry per record: "Step 3 of “Fill critical posts”: due date 12 March → 30 March 2026".
//
//   <ChangeList changes={differences.changes} names={differences.names} more={differences.more} />
//
// `changes` and `names` are what the host describes (HistoryEntry, Differences). `more` counts changes beyond those handed in.
// `actionsOf` puts buttons or a choice at the right of a record. For a sentence or two values side by side: useChangeWords(names).
import { useState, type ReactNode } from 'react';
import type { CollectionName } from '../../../shared/domain/collections.ts';
import type { DescribedChange, DescribedField } from '../../../shared/document/describe.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.ts';
import { shownFirst } from '../../ui/shown-first.ts';
import { fieldsToShow, longTexts, type ChangeWords } from './change-words.ts';
import classes from './changes.module.css';
import { textDifference } from './text-difference.ts';
import { useChangeWords } from './use-change-words.ts';

interface ChangeListProps {
  readonly changes: readonly DescribedChange[];
  readonly names: Readonly<Record<string, string>>;
  /** Changes beyond those in `changes`. */
  readonly more?: number;
  readonly actionsOf?: (change: DescribedChange) => ReactNode;
}

/** So many records are shown before somebody asks for the rest. */
const atFirst = 12;

export function ChangeList({ changes, names, more = 0, actionsOf }: ChangeListProps): ReactNode {
  const t = useWords();
  const words = useChangeWords(names);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? changes.length : shownFirst(changes.length, atFirst);
  return (
    <>
      <ul className={classes.list}>
        {changes.slice(0, shown).map((change) => (
          <ChangeEntry
            key={`${change.record.collection} ${change.record.id}`}
            change={change}
            words={words}
            actions={actionsOf?.(change)}
          />
        ))}
      </ul>
      {shown < changes.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('changes:showAll', { count: changes.length - shown })}
        </Button>
      )}
      {shown === changes.length && more > 0 && <p className={classes.more}>{t('changes:more', { count: more })}</p>}
    </>
  );
}

interface ChangeEntryProps {
  readonly change: DescribedChange;
  readonly words: ChangeWords;
  readonly actions?: ReactNode;
}

function ChangeEntry({ change, words, actions }: ChangeEntryProps): ReactNode {
  const t = useWords();
  const { kind, record } = change;
  const event = words.event(change);
  // What happened is the whole of it.
  const fields = event === null ? fieldsToShow(change) : [];
  const name = words.record(record);
  return (
    <li className={classes.entry}>
      <div className={classes.what}>
        <p className={classes.record}>
          {event ?? (kind === 'updated' ? name : t('changes:changeOf', { record: name, change: t(`changes:kind.${kind}`) }))}
        </p>
        {fields.length > 0 && (
          <ul className={classes.fields}>
            {fields.map((field) => (
              <li key={field.field}>
                <FieldChange collection={record.collection} change={field} words={words} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {actions}
    </li>
  );
}

interface FieldChangeProps {
  readonly collection: CollectionName;
  readonly change: DescribedField;
  readonly words: ChangeWords;
}

/** One field; of a long text the whole, with what differs marked. */
function FieldChange({ collection, change, words }: FieldChangeProps): ReactNode {
  const language = useLanguage();
  const texts = longTexts(collection, change, language);
  if (texts === null) return words.change(collection, change);
  const { start, before, after, end } = textDifference(...texts);
  return (
    <>
      {words.field(collection, change.field)}
      <span className={classes.text}>
        {start}
        {before !== '' && <del>{before}</del>}
        {after !== '' && <ins>{after}</ins>}
        {end}
      </span>
    </>
  );
}
