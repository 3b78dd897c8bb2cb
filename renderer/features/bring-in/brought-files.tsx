// Workshop files that somebody brings to this page, from wherever: chosen, dropped, opened lately, given by the system. One is read at a time;
// what was read waits on a page of its own, what cannot be read is said where one is.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { WorkshopFileOutline } from '../../../shared/contract/workshop-files.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { addressOf } from '../../app/routes.ts';
import { useClient, useHost, useStart } from '../../state/host-context.tsx';
import { askForWorkshopFile } from './ask-for-workshop-file.ts';

export type BringState =
  | { readonly kind: 'idle' }
  /** `fileName` is '' while the person still chooses. */
  | { readonly kind: 'reading'; readonly fileName: string }
  /** Said on the page that was open. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly at: string };

/** Something that was read and waits on its page. */
export interface BroughtFile extends WorkshopFileOutline {
  /** The second folder of two that hold one workshop, and no file. */
  readonly isFolder: boolean;
}

export interface BroughtFiles {
  readonly state: BringState;
  /** Asks for a file: the system's dialog in the desktop shell, the browser's elsewhere. */
  readonly choose: () => void;
  readonly readFile: (file: File) => void;
  readonly openRecent: (recentId: string, fileName: string) => void;
  /** The second folder of two that hold one workshop. */
  readonly readFolder: (workshopId: string) => void;
  /** A copy that a synchronising program has put into the folder of a workshop. */
  readonly readConflictCopy: (workshopId: string, fileName: string) => void;
  /** Forgets a failure that was read. */
  readonly close: () => void;
  /** What was read, by its source; null when this page does not know it, such as after it was loaded again. */
  readonly broughtAs: (sourceId: string) => BroughtFile | null;
}

const BroughtFilesContext = createContext<BroughtFiles | null>(null);

export function useBroughtFiles(): BroughtFiles {
  const files = useContext(BroughtFilesContext);
  if (files === null) throw new Error('Brought files need a BroughtFilesProvider above them');
  return files;
}

export function BroughtFilesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useClient();
  const { uploadFile } = useHost();
  const { shell } = useStart();
  const navigate = useNavigate();
  const [state, setState] = useState<BringState>({ kind: 'idle' });
  const [brought, setBrought] = useState<ReadonlyMap<string, BroughtFile>>(new Map());
  const turn = useRef(0);
  const { pathname } = useLocation();
  // Which page one is on changes these, and nothing that is offered here.
  const place = useRef({ navigate, pathname });
  useEffect(() => {
    place.current = { navigate, pathname };
  });

  const show = useCallback((file: BroughtFile) => {
    setBrought((known) => new Map(known).set(file.sourceId, file));
    setState({ kind: 'idle' });
    void place.current.navigate(addressOf('bringIn', { sourceId: file.sourceId }));
  }, []);

  /** Only the latest file counts: who drops a second one does not wait for the first. */
  const read = useCallback(
    async (fileName: string, work: () => Promise<Result<WorkshopFileOutline | null, Failure>>, isFolder = false) => {
      const mine = ++turn.current;
      setState({ kind: 'reading', fileName });
      const answer = await work();
      if (mine !== turn.current) return;
      if (!answer.ok) setState({ kind: 'failed', failure: answer.failure, at: place.current.pathname });
      else if (answer.value === null) setState({ kind: 'idle' });
      else show({ ...answer.value, isFolder });
    },
    [show],
  );

  const readFile = useCallback(
    (file: File) =>
      void read(file.name, async () => {
        const handle = await uploadFile(file, 'workshop');
        return handle.ok ? client.files.readUpload({ handle: handle.value }) : handle;
      }),
    [client, uploadFile, read],
  );
  const files = useMemo<BroughtFiles>(
    () => ({
      state,
      choose: () => {
        if (shell === 'desktop') void read('', () => client.files.choose({}));
        else askForWorkshopFile(readFile);
      },
      readFile,
      openRecent: (recentId, fileName) => void read(fileName, () => client.files.openRecent({ recentId })),
      readFolder: (workshopId) => void read('', () => client.files.readFolder({ workshopId }), true),
      readConflictCopy: (workshopId, fileName) => void read(fileName, () => client.files.readConflictCopy({ workshopId, fileName })),
      close: () => {
        turn.current += 1;
        setState({ kind: 'idle' });
      },
      broughtAs: (sourceId) => brought.get(sourceId) ?? null,
    }),
    [brought, client, read, readFile, shell, state],
  );
  useGivenFiles(read);
  return <BroughtFilesContext value={files}>{children}</BroughtFilesContext>;
}

type Read = (fileName: string, work: () => Promise<Result<WorkshopFileOutline | null, Failure>>) => Promise<void>;

/** Files that were given to the application: what waits when the page is ready, and what comes later. The last one is shown. */
function useGivenFiles(read: Read): void {
  const client = useClient();
  const { shell } = useStart();
  useEffect(() => {
    if (shell !== 'desktop') return undefined;
    const take = async () => {
      const answer = await client.files.takeGiven({});
      const last = answer.ok ? answer.value.at(-1) : undefined;
      if (last) await read(last.fileName, () => Promise.resolve(last.read));
    };
    const stop = client.files.onGiven(() => void take());
    void take();
    return stop;
  }, [client, read, shell]);
}
