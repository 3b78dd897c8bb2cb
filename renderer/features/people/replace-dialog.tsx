// "Replace…": who comes instead, and whether the open responsibilities move. The person replaced stays in the list.
import { useMemo, useState, type ReactNode } from 'react';
import { tidied } from '../../../shared/domain/people/import-text.ts';
import type { Participant, ParticipantId } from '../../../shared/domain/people/model.ts';
import { isHere, openResponsibilitiesOf, responsibilitiesOf } from '../../../shared/domain/people/rules.ts';
import { useHost } from '../../state/host-context.tsx';
import { useSmallForm } from '../../state/use-held-form.ts';
import { useCollection, useExecute, useView } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { CheckInput, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { useWords } from '../../ui/language.ts';
import { ActDialog } from './act-dialog.tsx';
import classes from './people.module.css';

/** The value that stands for somebody who is not in the list yet. */
const somebodyNew = '';

const noName = { newName: '' };

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
  const form = useSmallForm(`replace ${person.id}`, noName);
  const { newName } = form.value;
  const [moves, setMoves] = useState(true);
  const replace = useReplace();
  const others = people.filter((other) => other.id !== person.id && isHere(other)).toSorted((a, b) => compare(a.fullName, b.fullName));
  const options = [
    { value: somebodyNew, label: t('people:replace.new') },
    ...others.map(({ id, fullName }) => ({ value: id, label: fullName })),
  ];
  const leave = () => {
    form.clear();
    onClose();
  };
  const isNameMissing = byId === somebodyNew && tidied(newName) === '';
  return (
    <ActDialog
      title={t('people:replace.title', { name: person.fullName })}
      verb={t('people:replace.do')}
      reason={isNameMissing ? t('people:replace.nameMissing') : null}
      act={() => replace(person, byId === somebodyNew ? { newName: tidied(newName) } : { id: byId as ParticipantId }, moves)}
      done={t('people:replace.done', { name: person.fullName })}
      onDone={leave}
      onClose={onClose}
    >
      <p>{t('people:replace.text', { name: person.fullName })}</p>
      <SelectInput label={t('people:replace.by')} name="replacedById" isFirst value={byId} onChange={setById} options={options} />
      {byId === somebodyNew && (
        <TextInput label={t('people:replace.newName')} name="newName" value={newName} onChange={(next) => form.set({ newName: next })} />
      )}
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
    </ActDialog>
  );
}

type Successor = { readonly id: ParticipantId } | { readonly newName: string };

/** @returns the replacement as one command, so that one undo takes back all of it */
export function useReplace() {
  const execute = useExecute();
  const { newId } = useHost();
  return (person: Participant, by: Successor, movesResponsibilities: boolean) => {
    const successor = 'id' in by ? { byId: by.id } : { byId: newId() as ParticipantId, newName: by.newName };
    return execute({ name: 'participantReplace', id: person.id, ...successor, movesResponsibilities });
  };
}
