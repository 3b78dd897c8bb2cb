// Reads a list that somebody brings: a file chosen or dropped, or cells pasted. Ends in an outline to import from, or in words why not.
import { useCallback, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { Failure } from '../../../../shared/contract/failures.ts';
import type { SourceOutline } from '../../../../shared/domain/people/import-model.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { useClient, useHost, useStart } from '../../../state/host-context.tsx';
import { askForFile } from './ask-for-file.ts';
import { begunImport } from './import-in-progress.ts';

export type ReadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly outline: SourceOutline };

interface ListReader {
  readonly state: ReadState;
  /** Asks for a file: the system's dialog in the desktop shell, the browser's elsewhere. */
  readonly choose: () => void;
  readonly readFile: (file: File) => void;
  readonly readText: (text: string) => void;
  readonly close: () => void;
}

export function useReadList(): ListReader {
  const client = useClient();
  const host = useHost();
  const { shell } = useStart();
  const { workshopId = '' } = useParams();
  const [state, setState] = useState<ReadState>(() => {
    const begun = begunImport(workshopId);
    return begun ? { kind: 'ready', outline: begun.outline } : { kind: 'idle' };
  });
  const turn = useRef(0);

  /** Only the latest list counts: who drops a second file does not wait for the first. */
  const read = useCallback(async (work: () => Promise<Result<SourceOutline | null, Failure>>) => {
    const mine = ++turn.current;
    setState({ kind: 'reading' });
    const answer = await work();
    if (mine !== turn.current) return;
    if (!answer.ok) setState({ kind: 'failed', failure: answer.failure });
    else setState(answer.value ? { kind: 'ready', outline: answer.value } : { kind: 'idle' });
  }, []);

  const readFile = useCallback(
    (file: File) =>
      void read(async () => {
        const handle = await host.uploadFile(file, 'list');
        return handle.ok ? client.intake.readUpload({ handle: handle.value }) : handle;
      }),
    [client, host, read],
  );
  const readText = useCallback((text: string) => void read(() => client.intake.readText({ text })), [client, read]);
  const choose = useCallback(() => {
    if (shell === 'desktop') void read(() => client.intake.chooseFile({}));
    else askForFile(readFile);
  }, [client, read, readFile, shell]);
  const close = useCallback(() => {
    turn.current += 1;
    setState({ kind: 'idle' });
  }, []);
  return { state, choose, readFile, readText, close };
}
