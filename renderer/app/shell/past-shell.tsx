// The frame around the workshop as it was: which moment, the places to look at, and the ways out.
import { IconCalendarEvent, IconClipboardText, IconHistory } from '@tabler/icons-react';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { GoingBackDialog, type GoingBack } from '../../features/changes/going-back-dialog.tsx';
import { useGoingBack } from '../../features/history/use-going-back.ts';
import { useClient } from '../../state/host-context.tsx';
import { openPastSession } from '../../state/past-session.ts';
import { useSession, useSessionState, useWorkshop, WorkshopProvider } from '../../state/workshop-context.tsx';
import type { WorkshopSession } from '../../state/workshop-session.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { SampleFlag } from '../../ui/words.tsx';
import { addressOf } from '../routes.ts';
import { useAddress } from '../use-address.ts';
import { CannotOpen, ContentGate } from './content-gate.tsx';
import { KeyHelp } from './key-help.tsx';
import { railAt } from './rail-at.ts';
import { Shell } from './shell.tsx';
import classes from './shell.module.css';

export function PastShell(): ReactNode {
  const t = useWords();
  const { workshopId = '', revision = '' } = useParams();
  const opened = usePastSession(workshopId, Number(revision));
  if (opened === null) return <Waiting />;
  if (!opened.ok) {
    return <CannotOpen failure={opened.failure} way={{ label: t('history:past.toNow'), address: addressOf('history', { workshopId }) }} />;
  }
  return (
    <WorkshopProvider session={opened.value}>
      <ContentGate>
        <PastFrame />
      </ContentGate>
    </WorkshopProvider>
  );
}

/** Null while it is being put together. */
function usePastSession(workshopId: string, revision: number): Result<WorkshopSession, Failure> | null {
  const client = useClient();
  const key = `${workshopId} ${revision}`;
  const [opened, setOpened] = useState<{ readonly key: string; readonly result: Result<WorkshopSession, Failure> } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void openPastSession(client, workshopId, revision).then((result) => !isLeft && setOpened({ key, result }));
    return () => {
      isLeft = true;
    };
  }, [client, key, workshopId, revision]);
  return opened?.key === key ? opened.result : null;
}

function PastFrame(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const address = useAddress();
  const { title, isSample } = useWorkshop();
  const { savedAt } = useSessionState();
  const { pathname } = useLocation();
  const when = t('history:on', { moment: formats.moment(savedAt) });
  return (
    <Shell
      heading={
        <>
          <span className={classes.title}>{title === '' ? t('untitled') : title}</span>
          <span className={classes.day}>{t('history:past.heading', { when })}</span>
          {isSample && <SampleFlag label={t('sample')} />}
        </>
      }
      tools={null}
      places={[
        { label: t('frame.history'), address: address('history'), icon: IconHistory },
        { label: t('frame.prepare'), address: address('basics').replace('/basics', ''), icon: IconCalendarEvent },
        { label: t('frame.plans'), address: address('plans'), icon: IconClipboardText },
      ]}
      lastPlaces={[]}
      rail={railAt(pathname)}
    >
      <PastBanner when={when} />
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
      <KeyHelp />
    </Shell>
  );
}

function PastBanner({ when }: { readonly when: string }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { workshopId, store } = useSession();
  const goingBack = useGoingBack();
  const [going, setGoing] = useState<GoingBack | null>(null);
  const toNow = () => void navigate(addressOf('history', { workshopId }));
  const bringAll = () => setGoing(goingBack({ workshopId, revision: store.revision(), when, scope: { kind: 'workshop' }, name: '' }));
  return (
    <div className={`${classes.notes} ${classes.pinned}`}>
      <Note
        tone="warning"
        actions={
          <>
            <Button onClick={bringAll}>{t('history:past.bringAll')}</Button>
            <Button onClick={toNow}>{t('history:past.toNow')}</Button>
          </>
        }
      >
        <p>{t('history:past.banner', { when })}</p>
      </Note>
      {going && <GoingBackDialog going={going} onClose={() => setGoing(null)} onDone={toNow} />}
    </div>
  );
}
