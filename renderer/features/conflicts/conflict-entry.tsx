// One thing with two values in the list of all: what it is about, both values, and the way to its place.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../app/use-address.ts';
import type { ConflictWriters } from '../../../shared/document/conflict-writers.ts';
import { useWords } from '../../ui/language.ts';
import { ConflictValues, useConflictName } from './conflict-values.tsx';
import classes from './conflicts.module.css';
import type { DescribedConflict } from './described-conflict.ts';

interface ConflictEntryProps {
  readonly conflict: DescribedConflict;
  readonly writers: ConflictWriters | undefined;
  /** The person goes to another page. */
  readonly onLeave: () => void;
}

export function ConflictEntry({ conflict, writers, onLeave }: ConflictEntryProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const about = useConflictName(conflict);
  return (
    <li className={classes.entry}>
      <h3 className={classes.about}>{about}</h3>
      <ConflictValues conflict={conflict} writers={writers} />
      {conflict.planId !== null && (
        <Link to={address('plan', { planId: conflict.planId })} onClick={onLeave}>
          {t('conflicts:toPlan')}
        </Link>
      )}
    </li>
  );
}
