// The list of workshops as the host knows it now.
import { useCallback, useEffect, useState } from 'react';
import type { LibraryState } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { useClient } from './host-context.tsx';

export interface LibraryInUse {
  /** Null while it is on its way; later changes arrive by themselves. */
  readonly state: Result<LibraryState, Failure> | null;
  /** Looks again: a stick may be back, a disk may have space. */
  readonly lookAgain: () => Promise<void>;
}

export function useLibrary(): LibraryInUse {
  const client = useClient();
  const [state, setState] = useState<Result<LibraryState, Failure> | null>(null);
  const lookAgain = useCallback(async () => setState(await client.library.list({})), [client]);
  useEffect(() => {
    const stop = client.library.onChanged((changed) => setState(ok(changed)));
    void client.library.list({}).then(setState);
    return stop;
  }, [client]);
  return { state, lookAgain };
}
