// What is worth knowing about a person before editing: replacements, namesakes, responsibilities.
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { contactValues } from '../../../shared/domain/people/contacts.ts';
import type { Participant } from '../../../shared/domain/people/model.ts';
import { namesakes, replacementChain, responsibilitiesOf } from '../../../shared/domain/people/rules.ts';
import { useAddress } from '../../app/use-address.ts';
import { useView } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './people.module.css';

interface PersonNotesProps {
  readonly person: Participant;
  readonly onOpen: (id: string) => void;
}

export function PersonNotes({ person, onOpen }: PersonNotesProps): ReactNode {
  return (
    <>
      <Replacements person={person} onOpen={onOpen} />
      <NamesakeNote person={person} onOpen={onOpen} />
      <ResponsibilityList person={person} />
    </>
  );
}

/** Who stood in this place one after the other: "Ana → Beatrice". */
function Replacements({ person, onOpen }: PersonNotesProps): ReactNode {
  const t = useWords();
  const view = useView('participants');
  const chain = useMemo(() => replacementChain(view, person.id), [view, person.id]);
  if (chain.length < 2) return null;
  return (
    <Note tone="info" title={t('people:replace.chain')}>
      <ol className={classes.chain}>
        {chain.map(({ id, fullName }) => (
          <li key={id}>
            {id === person.id ? (
              <strong aria-current="true">{fullName}</strong>
            ) : (
              <button type="button" className={classes.link} onClick={() => onOpen(id)}>
                {fullName}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Note>
  );
}

function NamesakeNote({ person, onOpen }: PersonNotesProps): ReactNode {
  const t = useWords();
  const view = useView('participants', 'organisations');
  const others = useMemo(() => namesakes(view).get(person.id) ?? [], [view, person.id]);
  if (others.length === 0) return null;
  return (
    <Note tone="warning">
      <p>{t('people:namesake.long')}</p>
      {others.map(({ id, fullName, contacts }) => (
        <p key={id}>
          <button type="button" className={classes.link} onClick={() => onOpen(id)}>
            {[fullName, contactValues(contacts, 'email')[0] ?? ''].filter((text) => text !== '').join(' · ')}
          </button>
        </p>
      ))}
    </Note>
  );
}

function ResponsibilityList({ person }: { readonly person: Participant }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const view = useView('plans', 'steps');
  const { plans, steps } = useMemo(() => responsibilitiesOf(view, person.id), [view, person.id]);
  if (plans.length === 0 && steps.length === 0) return null;
  return (
    <section aria-label={t('people:responsibilities.title')}>
      <h3 className={classes.section}>{t('people:responsibilities.title')}</h3>
      <ul className={classes.plainList}>
        {plans.map(({ id, topic }) => (
          <li key={id}>
            <Link to={address('plan', { planId: id })}>{topic === '' ? t('untitled') : topic}</Link>
            <span className={classes.quiet}> · {t('people:responsibilities.plan')}</span>
          </li>
        ))}
        {steps.map(({ id, planId, text }) => (
          <li key={id}>
            <Link to={address('plan', { planId })}>{text === '' ? t('untitled') : text}</Link>
            <span className={classes.quiet}> · {t('people:responsibilities.step')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
