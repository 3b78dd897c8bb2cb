// "They are one person…": which of two entries stays, and whose value where they differ.
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { mergeableFields } from '../../../shared/domain/people/values.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useUndo } from '../../state/use-undo.ts';
import { useContentResult } from '../../state/content-context.tsx';
import { useExecute, useView } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, useNotify } from '../../ui/dialogs.tsx';
import { useFormats } from '../../ui/formats.ts';
import { SelectInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { entryInWords } from '../changes/value-words.ts';
import { anyWord, type WordSources } from '../changes/word-sources.ts';
import classes from './people.module.css';

type Field = (typeof mergeableFields.participants)[number];

interface MergePeopleDialogProps {
  readonly pair: readonly [Participant, Participant];
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

export function MergePeopleDialog({ pair, onClose, onMerged }: MergePeopleDialogProps): ReactNode {
  const t = useWords();
  const execute = useExecute();
  const notify = useNotify();
  const { undo } = useUndo();
  const [keepId, setKeepId] = useState<string>(pair[0].id);
  const [chosen, setChosen] = useState<ReadonlyMap<Field, boolean>>(new Map());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [keep, gone] = pair[0].id === keepId ? pair : [pair[1], pair[0]];
  const different = mergeableFields.participants.filter((field) => keep[field] !== gone[field]);
  /** What only one of the two says is kept from that one, unless somebody says otherwise; consent only by choice. */
  const isTaken = (field: Field): boolean =>
    chosen.get(field) ?? ((keep[field] === '' || keep[field] === null) && gone[field] !== '' && gone[field] !== null);
  const merge = async () => {
    const take = different.filter(isTaken);
    const answer = await execute({ name: 'participantsMerge', keepId: keep.id, goneId: gone.id, take });
    if (!answer.ok) return setFailure(answer.failure);
    notify({ text: t('people:merge.done', { name: keep.fullName }), action: { label: t('undo'), run: undo.run } });
    onMerged();
  };
  return (
    <Dialog
      title={t('people:merge.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onClick={() => void merge()}>
            {t('people:merge.do')}
          </Button>
        </>
      }
    >
      <div className={classes.drawer}>
        {failure && (
          <Note tone="danger">
            <p>{failureMessage(t, failure)}</p>
          </Note>
        )}
        <p>{t('people:merge.text')}</p>
        <SelectInput
          label={t('people:merge.keep')}
          name="keepId"
          value={keepId}
          onChange={(id) => {
            setKeepId(id);
            setChosen(new Map());
          }}
          options={pair.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        />
        {different.map((field) => (
          <ValueChoice
            key={field}
            field={field}
            pair={[keep, gone]}
            isTaken={isTaken(field)}
            onTake={(take) => setChosen(new Map([...chosen, [field, take]]))}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface ValueChoiceProps {
  readonly field: Field;
  /** Who stays first. */
  readonly pair: readonly [Participant, Participant];
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

function ValueChoice({ field, pair, isTaken, onTake }: ValueChoiceProps): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const content = useContentResult();
  const view = useView('organisations', 'teams', 'topicGroups');
  const names = Object.fromEntries(
    (['organisations', 'teams', 'topicGroups'] as const).flatMap((collection) =>
      [...view.all(collection)].map(({ id, name }) => [id as string, name] as const),
    ),
  );
  const sources: WordSources = { t, formats, content: content.ok ? content.value : null, names };
  const wordsOf = (person: Participant) =>
    entryInWords(sources, { collection: 'participants', field }, person[field]) || t('people:merge.nothing');
  return (
    <SelectInput
      label={anyWord(sources, `changes:field.participants.${field}`, field)}
      name={`merge-${field}`}
      value={isTaken ? 'gone' : 'keep'}
      onChange={(value) => onTake(value === 'gone')}
      options={[
        { value: 'keep', label: wordsOf(pair[0]) },
        { value: 'gone', label: wordsOf(pair[1]) },
      ]}
    />
  );
}
