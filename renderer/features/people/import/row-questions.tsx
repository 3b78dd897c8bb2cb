// What a row asks: who somebody is whose mailbox is known, and whose place somebody new takes.
import { useState, type ReactNode } from 'react';
import type { ImportRow } from '../../../../shared/domain/people/import-model.ts';
import type { ParticipantId } from '../../../../shared/domain/people/model.ts';
import { identityChoices } from '../../../../shared/domain/people/values.ts';
import { isHere } from '../../../../shared/domain/people/rules.ts';
import { useCollection } from '../../../state/workshop-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords } from '../../../ui/language.ts';
import classes from '../people.module.css';
import type { RowAnswer } from './import-choices.ts';

interface RowQuestionProps {
  readonly row: ImportRow;
  readonly answer: RowAnswer;
  readonly onAnswer: (answer: RowAnswer) => void;
}

/** One mailbox, two names: nothing is imported before somebody says who this is. */
export function WhoIsThis({ row: { row, person, mailboxOf = '', isListed = false }, answer, onAnswer }: RowQuestionProps): ReactNode {
  const t = useWords();
  return (
    <span className={classes.question}>
      <span>{t(isListed ? 'people:import.who.askListed' : 'people:import.who.ask', { name: mailboxOf })}</span>
      <select
        className={classes.choiceCell}
        aria-label={t('people:import.who.label', { row, name: person.fullName })}
        value={answer.identity ?? ''}
        onChange={(event) => {
          const identity = identityChoices.find((choice) => choice === event.target.value);
          if (identity) onAnswer({ identity });
        }}
      >
        <option value="" disabled>
          {t('people:import.who.choose')}
        </option>
        {identityChoices
          .filter((choice) => !isListed || choice !== 'replaces')
          .map((choice) => (
            <option key={choice} value={choice}>
              {t(`people:import.who.${isListed && choice === 'renamed' ? 'listed' : choice}`, { name: mailboxOf })}
            </option>
          ))}
      </select>
    </span>
  );
}

/** The choice of a predecessor is built only where it is asked for: a list has many rows. */
export function WhosePlace({ row: { row, person }, answer, onAnswer }: RowQuestionProps): ReactNode {
  const t = useWords();
  const [isAsked, setAsked] = useState(false);
  const isSomebodyHere = useCollection('participants').some(isHere);
  if (!isSomebodyHere) return null;
  if (!isAsked && answer.replaces === undefined) {
    return (
      <Button kind="quiet" onClick={() => setAsked(true)} aria-label={t('people:import.place.label', { row, name: person.fullName })}>
        {t('people:import.place.open')}
      </Button>
    );
  }
  return (
    <PredecessorChoice
      label={t('people:import.place.label', { row, name: person.fullName })}
      value={answer.replaces ?? ''}
      onChange={(replaces) => onAnswer({ replaces })}
    />
  );
}

interface PredecessorChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: ParticipantId | undefined) => void;
}

function PredecessorChoice({ label, value, onChange }: PredecessorChoiceProps): ReactNode {
  const t = useWords();
  const { compare } = useFormats();
  const people = useCollection('participants')
    .filter(isHere)
    .toSorted((a, b) => compare(a.fullName, b.fullName));
  return (
    <select
      className={classes.choiceCell}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value === '' ? undefined : (event.target.value as ParticipantId))}
    >
      <option value="">{t('people:import.place.nobody')}</option>
      {people.map(({ id, fullName }) => (
        <option key={id} value={id}>
          {t('people:import.place.of', { name: fullName })}
        </option>
      ))}
    </select>
  );
}
