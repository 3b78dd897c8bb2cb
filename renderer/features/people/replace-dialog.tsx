// "Replace…": who comes instead, and whether the open responsibilities move. The person replaced stays in the list.
import { useMemo, useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import { tidied } from '../../../shared/domain/people/import-text.ts';
import type { Participant, ParticipantId } from '../../../shared/domain/people/model.ts';
import { isHere, openResponsibilitiesOf, responsibilitiesOf } from '../../../shared/domain/people/rules.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useHost } from '../../state/host-context.tsx';
import { useUndo } from '../../state/use-undo.ts';
import { useCollection, useExecute, useView } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, useNotify } from '../../ui/dialogs.tsx';
import { useFormats } from '../../ui/formats.ts';
import { CheckInput, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './people.module.css';

/** The value that stands for somebody who is not in the list yet. */
const somebodyNew = '';

interface ReplaceDialogProps {
  readonly person: Participant;
  readonly onClose: () => void;
}

export function ReplaceDialog({ person, onClose }: ReplaceDialogProps): ReactNode {
  const t = useWords();
  const { compare } = useFormats();
  const people = useCollection('participants');
  const view = useView('plans', 'steps', 'planVersions', 'signOffs');
  const all = useMemo(() => responsibilitiesOf(view, person.id), [view, person.id]);
  const open = useMemo(() => openResponsibilitiesOf(view, person.id), [view, person.id]);
  const isNamedElsewhere = all.plans.length + all.steps.length > open.plans.length + open.steps.length;
  const [byId, setById] = useState<string>(somebodyNew);
  const [newName, setNewName] = useState('');
  const [moves, setMoves] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const replace = useReplace();
  const others = people.filter((other) => other.id !== person.id && isHere(other)).toSorted((a, b) => compare(a.fullName, b.fullName));
  const options = [
    { value: somebodyNew, label: t('people:replace.new') },
    ...others.map(({ id, fullName }) => ({ value: id, label: fullName })),
  ];
  const isNameMissing = byId === somebodyNew && tidied(newName) === '';
  const act = async () => {
    const by = byId === somebodyNew ? { newName: tidied(newName) } : { id: byId as ParticipantId };
    const answer = await replace(person, by, moves);
    if (answer.ok) onClose();
    else setFailure(answer.failure);
  };
  return (
    <Dialog
      title={t('people:replace.title', { name: person.fullName })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" reason={isNameMissing ? t('people:replace.nameMissing') : null} onClick={() => void act()}>
            {t('people:replace.do')}
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
        <p>{t('people:replace.text', { name: person.fullName })}</p>
        <SelectInput label={t('people:replace.by')} name="replacedById" value={byId} onChange={setById} options={options} />
        {byId === somebodyNew && <TextInput label={t('people:replace.newName')} name="newName" value={newName} onChange={setNewName} />}
        {open.plans.length + open.steps.length > 0 && (
          <CheckInput
            label={t('people:replace.moves', {
              plans: t('people:replace.plans', { count: open.plans.length }),
              steps: t('people:replace.steps', { count: open.steps.length }),
            })}
            value={moves}
            onChange={setMoves}
          />
        )}
        {isNamedElsewhere && <p className={classes.quiet}>{t('people:replace.staysNamed', { name: person.fullName })}</p>}
      </div>
    </Dialog>
  );
}

type Successor = { readonly id: ParticipantId } | { readonly newName: string };

/** @returns the replacement as one command, so that one undo takes back all of it */
function useReplace() {
  const t = useWords();
  const execute = useExecute();
  const notify = useNotify();
  const { undo } = useUndo();
  const { newId } = useHost();
  return async (person: Participant, by: Successor, movesResponsibilities: boolean) => {
    const successor = 'id' in by ? { byId: by.id } : { byId: newId() as ParticipantId, newName: by.newName };
    const replaced = await execute({ name: 'participantReplace', id: person.id, ...successor, movesResponsibilities });
    if (replaced.ok) notify({ text: t('people:replace.done', { name: person.fullName }), action: { label: t('undo'), run: undo.run } });
    return replaced;
  };
}
