// Why something could not be done, where it was tried. What stands in the way is listed, each a link to it.
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import { useAddress } from '../../app/use-address.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useView } from '../../state/workshop-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import classes from './people.module.css';

interface RefusalNoteProps {
  readonly failure: Failure;
  readonly onClose: () => void;
}

export function RefusalNote({ failure, onClose }: RefusalNoteProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const plans = usePlansInTheWay(failure);
  return (
    <Note tone="danger" actions={<Button onClick={onClose}>{t('close')}</Button>}>
      <p>{failureMessage(t, failure)}</p>
      {plans.length > 0 && (
        <ul className={classes.plainList}>
          {plans.map(({ id, topic, team }) => (
            <li key={id}>
              <Link to={address('plan', { planId: id })}>{topic === '' ? t('untitled') : topic}</Link>
              {team !== '' && <span className={classes.quiet}> · {team}</span>}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

/** The plans that a refused removal named, themselves or through their steps. */
function usePlansInTheWay(failure: Failure): readonly { readonly id: string; readonly topic: string; readonly team: string }[] {
  const view = useView('plans', 'steps', 'planVersions', 'signOffs', 'teams');
  return useMemo(() => {
    if (failure.code !== 'referred-to') return [];
    const ids = failure.by.map(({ collection, id }) => {
      if (collection === 'plans') return id;
      if (collection === 'steps' || collection === 'planVersions' || collection === 'signOffs') return view.get(collection, id)?.planId;
      return undefined;
    });
    return [...new Set(ids)].flatMap((id) => {
      const plan = view.get('plans', id ?? '');
      return plan ? [{ id: plan.id, topic: plan.topic, team: view.get('teams', plan.teamId)?.name ?? '' }] : [];
    });
  }, [failure, view]);
}
