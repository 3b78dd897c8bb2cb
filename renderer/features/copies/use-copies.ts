// The copies of the open workshop as the host knows them; what it makes by itself appears by itself.
import { useCallback, useEffect, useState } from 'react';
import type { CopyList } from '../../../shared/contract/copies.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { useClient } from '../../state/host-context.tsx';
import { useSession } from '../../state/workshop-context.tsx';

export interface Copies {
  /** Null while it is on its way. */
  readonly list: Result<CopyList, Failure> | null;
  readonly lookAgain: () => Promise<void>;
  /** @returns whether one was made; why not stands in the list */
  readonly make: () => Promise<Result<CopyList, Failure>>;
}

export function useCopies(): Copies {
  const client = useClient();
  const { workshopId } = useSession();
  const [list, setList] = useState<Result<CopyList, Failure> | null>(null);
  const lookAgain = useCallback(async () => setList(await client.copies.list({ workshopId })), [client, workshopId]);
  useEffect(() => {
    void client.copies.list({ workshopId }).then(setList);
    return client.copies.onChanged((news) => news.workshopId === workshopId && setList(ok(news.list)));
  }, [client, workshopId]);
  const make = async () => {
    const answer = await client.copies.make({ workshopId });
    if (answer.ok) setList(answer);
    return answer;
  };
  return { list, lookAgain, make };
}
