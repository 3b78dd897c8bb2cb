// Home: the list of workshops, the one that runs today first and wide. The first run says where the data are and offers two ways in.
import { IconFileImport, IconFlask, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { LibraryState, WorkshopSummary } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { addressOf } from '../../app/routes.ts';
import { languageOf } from '../../app/language-of.ts';
import { failureMessage } from '../../state/failure-message.ts';
import { useClient, useNow, useSettings, useStart } from '../../state/host-context.tsx';
import { useLibrary } from '../../state/use-library.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useBroughtFiles } from '../bring-in/brought-files.tsx';
import { RecentFiles } from '../bring-in/recent-files.tsx';
import type { Beginnings } from './beginnings.ts';
import { ConflictCopiesNote } from '../bring-in/conflict-copies-note.tsx';
import { FirstRun } from './first-run.tsx';
import { LibraryFolder } from './library-folder.tsx';
import { RunningWorkshop } from './running-workshop.tsx';
import { TakeOverButton } from './take-over-button.tsx';
import { TwiceNote } from './twice-note.tsx';
import { WorkshopList } from './workshop-list.tsx';
import { dayToday } from './workshop-state.ts';
import classes from './home.module.css';

export function HomeScreen(): ReactNode {
  const t = useWords();
  const { state: library, lookAgain } = useLibrary();
  if (library === null) return <Waiting />;
  if (library.ok) return <Library library={library.value} lookAgain={lookAgain} />;
  return (
    <Page title={t('home:title')}>
      <Note tone="danger">
        <p>{failureMessage(t, library.failure)}</p>
      </Note>
    </Page>
  );
}

interface LibraryProps {
  readonly library: LibraryState;
  readonly lookAgain: () => Promise<void>;
}

function Library({ library, lookAgain }: LibraryProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const client = useClient();
  const now = useNow()();
  const language = languageOf(useSettings(), useStart());
  const { choose } = useBroughtFiles();
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const beginnings: Beginnings = {
    newWorkshop: () => void navigate(addressOf('newWorkshop')),
    trySample: () => {
      setMaking(true);
      void client.library.createSample({ language }).then((answer) => {
        setMaking(false);
        // Its second day is today: one sees a workshop that runs.
        if (answer.ok) void navigate(addressOf('run', answer.value));
        else setFailure(answer.failure);
      });
    },
    isMaking,
  };
  const trouble = failure ?? library.problem;
  const notes = trouble !== null && (
    <Note
      tone="danger"
      actions={
        library.problem !== null && (
          <>
            <Button
              onClick={() => {
                setFailure(null);
                void lookAgain();
              }}
            >
              {t('home:tryAgain')}
            </Button>
            <TakeOverButton problem={trouble} onFailure={setFailure} />
          </>
        )
      }
    >
      <p>{failureMessage(t, trouble)}</p>
    </Note>
  );
  if (library.workshops.length === 0 && library.problem !== null) {
    return (
      <Page title={t('home:title')}>
        {notes}
        <LibraryFolder library={library} />
      </Page>
    );
  }
  if (library.workshops.length === 0) {
    return (
      <FirstRun library={library} beginnings={beginnings}>
        {notes}
      </FirstRun>
    );
  }
  const running = library.workshops.find((workshop) => !workshop.isArchived && dayToday(workshop, now) !== null);
  const isSampleThere = library.workshops.some((workshop) => workshop.isSample);
  return (
    <Page
      title={t('home:title')}
      actions={
        <>
          {!isSampleThere && (
            <Button
              icon={<IconFlask size={16} stroke={1.75} aria-hidden />}
              onClick={beginnings.trySample}
              reason={isMaking ? t('home:sampleMaking') : null}
            >
              {t('home:trySample')}
            </Button>
          )}
          <Button icon={<IconFileImport size={16} stroke={1.75} aria-hidden />} onClick={choose}>
            {t('bringIn:open')}
          </Button>
          <Button
            kind={running ? 'plain' : 'primary'}
            icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={beginnings.newWorkshop}
          >
            {t('home:new')}
          </Button>
        </>
      }
    >
      {notes}
      <Twice workshops={library.workshops} onFailure={setFailure} />
      {library.workshops.map(({ workshopId, title }) => (
        <ConflictCopiesNote key={workshopId} workshopId={workshopId} title={title} />
      ))}
      {running && <RunningWorkshop workshop={running} now={now} />}
      <Workshops library={library} running={running} now={now} onFailure={setFailure} />
      <RecentFiles />
      <LibraryFolder library={library} />
    </Page>
  );
}

interface TwiceProps {
  readonly workshops: readonly WorkshopSummary[];
  readonly onFailure: (failure: Failure) => void;
}

/** Every second folder of a workshop, with the first one. */
function Twice({ workshops, onFailure }: TwiceProps): ReactNode {
  return workshops.map((second) => {
    const first = workshops.find(({ workshopId }) => workshopId === second.sameAs);
    return first && <TwiceNote key={second.workshopId} first={first} second={second} onFailure={onFailure} />;
  });
}

interface WorkshopsProps {
  readonly library: LibraryState;
  readonly running: WorkshopSummary | undefined;
  readonly now: number;
  readonly onFailure: (failure: Failure) => void;
}

/** The rest of the list, what cannot be opened with its reason, and the archive on request. */
function Workshops({ library, running, now, onFailure }: WorkshopsProps): ReactNode {
  const t = useWords();
  const [isArchiveShown, showArchive] = useState(false);
  const listed = library.workshops.filter((workshop) => workshop !== running && !workshop.isArchived && workshop.problem === null);
  const broken = library.workshops.filter((workshop) => workshop.problem !== null);
  const archived = library.workshops.filter((workshop) => workshop.isArchived && workshop.problem === null);
  return (
    <>
      {listed.length > 0 && <WorkshopList label={t('home:title')} workshops={listed} now={now} onFailure={onFailure} />}
      {broken.length > 0 && (
        <Panel title={t('home:problems')}>
          <ul className={classes.problems}>
            {broken.map((workshop) => (
              <li key={workshop.folder}>
                <p className={classes.problemTitle}>{workshop.title === '' ? workshop.folder : workshop.title}</p>
                {workshop.problem && <p>{failureMessage(t, workshop.problem)}</p>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {archived.length > 0 && (
        <div>
          <Button kind="quiet" aria-expanded={isArchiveShown} onClick={() => showArchive(!isArchiveShown)}>
            {isArchiveShown ? t('home:hideArchived') : t('home:showArchived', { count: archived.length })}
          </Button>
        </div>
      )}
      {isArchiveShown && archived.length > 0 && (
        <WorkshopList label={t('home:archiveTitle')} workshops={archived} now={now} onFailure={onFailure} />
      )}
    </>
  );
}
