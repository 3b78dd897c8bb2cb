// Who wrote the values that are open beside each other: asked of the host, which alone knows the commits behind them.
import { useEffect, useState } from 'react';
import type { ConflictWriters } from '../../../shared/document/conflict-writers.ts';
import { useClient } from '../../state/host-context.tsx';
import { useSession } from '../../state/workshop-context.tsx';

type WritersById = Readonly<Record<string, ConflictWriters>>;

const nobody: WritersById = {};

/** @param of what they are asked again for when it changes; keep it stable */
export function useConflictWriters(of: unknown): WritersById {
  const client = useClient();
  const { workshopId } = useSession();
  const [writers, setWriters] = useState(nobody);
  useEffect(() => {
    let isLeft = false;
    // Without an answer the values are shown without names: they can be decided all the same.
    void client.document.conflictWriters({ workshopId }).then((answer) => !isLeft && answer.ok && setWriters(answer.value));
    return () => {
      isLeft = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, workshopId, of]);
  return writers;
}
