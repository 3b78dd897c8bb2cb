// The records that a session makes, one at a time.
import { IconParking } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { RecordKind } from '../../../shared/domain/agenda/template.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../ui/language.ts';
import { Kbd } from '../../ui/words.tsx';
import { ParkingLists } from '../parking/parking-lists.tsx';
import classes from './record-column.module.css';
import { AttendanceRecord } from './records/attendance-record.tsx';
import { CheckpointsRecord } from './records/checkpoints-record.tsx';
import { HomeRecord } from './records/home-record.tsx';
import { NotesRecord } from './records/notes-record.tsx';
import { PacksRecord } from './records/packs-record.tsx';
import { PlansRecord } from './records/plans-record.tsx';
import { RatingRecord } from './records/rating-record.tsx';
import { SignOffRecord } from './records/sign-off-record.tsx';
import { TopicsRecord } from './records/topics-record.tsx';
import type { RoomSession } from './room.ts';

interface RecordColumnProps {
  readonly focus: RoomSession;
  readonly isReadOnly: boolean;
}

export function RecordColumn({ focus, isReadOnly }: RecordColumnProps): ReactNode {
  const t = useWords();
  const { recordKinds } = focus.session;
  const [chosen, setChosen] = useState<RecordKind | null>(null);
  const kind = recordKinds.find((each) => each === chosen) ?? recordKinds[0];
  if (kind === undefined) {
    return <EmptyState icon={<IconParking size={24} stroke={1.75} />} text={t('run:record.none')} action={<Kbd>F4</Kbd>} />;
  }
  return (
    <section className={classes.record} aria-label={t('run:record.label')}>
      {recordKinds.length === 1 ? (
        <h2 className={classes.title}>{t(`framework:recordKind.${kind}`)}</h2>
      ) : (
        <nav className={classes.tabs} aria-label={t('run:record.label')}>
          {recordKinds.map((each) => (
            <button key={each} type="button" className={classes.tab} aria-pressed={each === kind} onClick={() => setChosen(each)}>
              {t(`framework:recordKind.${each}`)}
            </button>
          ))}
        </nav>
      )}
      <RecordOf kind={kind} focus={focus} isReadOnly={isReadOnly} />
    </section>
  );
}

function RecordOf({ kind, focus, isReadOnly }: RecordColumnProps & { readonly kind: RecordKind }): ReactNode {
  const { session } = focus;
  switch (kind) {
    case 'attendance':
      return <AttendanceRecord dayId={session.dayId} startsAt={focus.start} isReadOnly={isReadOnly} />;
    case 'notes':
      return <NotesRecord sessionId={session.id} isReadOnly={isReadOnly} />;
    case 'parking-lot':
      return <ParkingLists isReadOnly={isReadOnly} />;
    case 'field-rating':
      return <RatingRecord isReadOnly={isReadOnly} />;
    case 'topics':
      return <TopicsRecord isReadOnly={isReadOnly} />;
    case 'action-plans':
      return <PlansRecord />;
    case 'home-introduction':
      return <HomeRecord isReadOnly={isReadOnly} />;
    case 'checkpoints':
      return <CheckpointsRecord isReadOnly={isReadOnly} />;
    case 'sign-off':
      return <SignOffRecord isReadOnly={isReadOnly} />;
    case 'packs':
      return <PacksRecord />;
    default:
      return assertNever(kind);
  }
}
