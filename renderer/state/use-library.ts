// The list of workshops as the host knows it now.
import { useEffect, useState } from 'react';
import type { LibraryState } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { useClient } from './host-context.tsx';

/** Null while it is on its way; later changes arrive by themselves. */
export function useLibrary(): Result<LibraryState, Failure> | null {
  const client = useClient();
  const [library, setLibrary] = useState<Result<LibraryState, Failure> | null>(null);
  useEffect(() => {
    let isLeft = false;
    const stop = client.library.onChanged((state) => setLibrary(ok(state)));
    void client.library.list({}).then((answer) => !isLeft && setLibrary(answer));
    return () => {
      isLeft = true;
      stop();
    };
  }, [client]);
  return library;
}
