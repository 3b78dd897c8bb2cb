// What bringing a file in would change now, from the host.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { Comparison } from '../../../shared/contract/workshop-files.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { useClient } from '../../state/host-context.tsx';

/** @returns null while it is on its way */
export function useComparison(sourceId: string): Result<Comparison, Failure> | null {
  const client = useClient();
  const [compared, setCompared] = useState<{ readonly of: string; readonly result: Result<Comparison, Failure> } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void client.files.compare({ sourceId }).then((result) => {
      if (!isLeft) setCompared({ of: sourceId, result });
    });
    return () => {
      isLeft = true;
    };
  }, [client, sourceId]);
  return compared?.of === sourceId ? compared.result : null;
}
