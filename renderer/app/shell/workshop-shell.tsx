// The frame around an open workshop: opens its session, shows what the store has to say, offers undo and the places.
import {
  IconAdjustments,
  IconCalendarEvent,
  IconClipboardText,
  IconFolders,
  IconGift,
  IconHistory,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { ConflictMarks } from '../../features/conflicts/conflict-marks.tsx';
import { ConflictsNote } from '../../features/conflicts/conflicts-note.tsx';
import { ParkingLot } from '../../features/parking/parking-lot.tsx';
import { useHost } from '../../state/host-context.tsx';
import { useOpenProjector } from '../../state/use-open-projector.ts';
import { useUndo, type UndoStep } from '../../state/use-undo.ts';
import { WorkshopProvider } from '../../state/workshop-context.tsx';
import type { FirstWorkshop } from '../../state/first-workshop.ts';
import { openWorkshopSession, type WorkshopSession } from '../../state/workshop-session.ts';
import { useActions } from '../../ui/actions.tsx';
import { useNotify } from '../../ui/dialogs.tsx';
import { flushFields } from '../../ui/flush.ts';
import { useWords } from '../../ui/language.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { addressOf } from '../routes.ts';
import { useAddress } from '../use-address.ts';
import { useApplicationActions } from './application-actions.ts';
import { CannotOpen, ContentGate } from './content-gate.tsx';
import { KeyHelp } from './key-help.tsx';
import { railAt } from './rail-at.ts';
import { Shell } from './shell.tsx';
import { WorkshopNotes } from './workshop-notes.tsx';
import { WorkshopHeading, WorkshopTools } from './workshop-top-bar.tsx';

export function WorkshopShell({ first }: { readonly first: FirstWorkshop | null }): ReactNode {
  const { workshopId = '' } = useParams();
  const opened = useWorkshopSession(workshopId, first);
  if (opened === null) return <Waiting />;
  if (!opened.ok) return <CannotOpen failure={opened.failure} />;
  return (
    <WorkshopProvider session={opened.value}>
      <ContentGate>
        <WorkshopFrame />
      </ContentGate>
    </WorkshopProvider>
  );
}

interface Opened {
  readonly of: string;
  readonly result: Result<WorkshopSession, Failure>;
}

/** Opens the workshop of the address and closes it when the address leaves it. Null while it is being opened. */
function useWorkshopSession(workshopId: string, first: FirstWorkshop | null): Result<WorkshopSession, Failure> | null {
  const host = useHost();
  const [opened, setOpened] = useState<Opened | null>(() => {
    const result = first?.peek(workshopId) ?? null;
    return result && { of: workshopId, result };
  });
  useEffect(() => {
    let isLeft = false;
    let close: (() => void) | undefined;
    const opening = first?.take(workshopId) ?? openWorkshopSession(host, workshopId);
    void opening.then((result) => {
      if (result.ok) close = result.value.close;
      if (isLeft) close?.();
      else setOpened((known) => (known?.result === result ? known : { of: workshopId, result }));
    });
    return () => {
      isLeft = true;
      close?.();
    };
  }, [host, workshopId, first]);
  return opened?.of === workshopId ? opened.result : null;
}

function WorkshopFrame(): ReactNode {
  const t = useWords();
  const address = useAddress();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const places = [
    { label: t('frame.workshops'), address: addressOf('home'), icon: IconFolders, isExact: true },
    { label: t('frame.prepare'), address: address('basics').replace('/basics', ''), icon: IconCalendarEvent },
    { label: t('frame.run'), address: address('run'), icon: IconPlayerPlay },
    { label: t('frame.plans'), address: address('plans'), icon: IconClipboardText },
    { label: t('frame.handOut'), address: address('handOut'), icon: IconGift },
    { label: t('frame.history'), address: address('history'), icon: IconHistory, also: address('copies') },
  ];
  const settings = { label: t('frame.settings'), address: addressOf('settings'), icon: IconAdjustments };
  const everywhere = useApplicationActions();
  const openProjector = useOpenProjector();
  const go = (to: string) => () => void navigate(to);
  useActions([
    ...places.map((place) => ({ id: `go-${place.address}`, label: t('find.goTo', { place: place.label }), run: go(place.address) })),
    { id: 'do-start', label: t('find.start'), run: go(address('run')) },
    { id: 'do-import', label: t('find.import'), run: go(address('people')) },
    { id: 'do-sign-off', label: t('find.signOff'), run: go(address('plans')) },
    { id: 'do-build', label: t('find.build'), run: go(address('handOut')) },
    { id: 'do-copy', label: t('find.copy'), run: go(address('copies')) },
    { id: 'do-projector', label: t('run:keys.projector'), run: openProjector },
    ...everywhere,
  ]);
  return (
    <Shell heading={<WorkshopHeading />} tools={<WorkshopTools />} places={places} lastPlaces={[settings]} rail={railAt(pathname)}>
      <WorkshopNotes />
      <ConflictsNote />
      <ConflictMarks>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </ConflictMarks>
      {/* everywhere: what can be opened from every page of a workshop */}
      <KeyHelp />
      <UndoKeys />
      <ParkingLot />
    </Shell>
  );
}

/** Undo and redo by keyboard. Ctrl+S is a habit, not a need: it says so. On its own, since steps change with every save and the frame does not. */
function UndoKeys(): null {
  const t = useWords();
  const notify = useNotify();
  const { undo, redo } = useUndo();
  const step = ({ label, isPossible, run }: UndoStep) => ({
    label,
    isLeft: hasUnsentLetters,
    isFound: isPossible,
    run: () => isPossible && run(),
  });
  const keys = [
    { id: 'undo', keys: 'mod+Z', ...step(undo) },
    { id: 'redo', keys: 'mod+Y', ...step(redo) },
    { id: 'redo-too', keys: 'mod+shift+Z', ...step(redo), isFound: false },
    {
      id: 'save',
      label: t('saved.always'),
      keys: 'mod+S',
      isFound: false,
      run: () => {
        flushFields();
        notify({ text: t('saved.nothingToSave') });
      },
    },
  ];
  // A page may have an undo of its own, such as that of the room's clock.
  useActions(keys, { isBehind: true });
  return null;
}

/** In a text field with letters that have not been sent, undo is the field's own. */
function hasUnsentLetters({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.dataset['unsent'] !== undefined;
}
