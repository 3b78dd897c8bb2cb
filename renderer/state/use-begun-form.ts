// What was typed into a form of no workshop before, and has not become anything.
import { useEffect, useState } from 'react';
import { useClient } from './host-context.tsx';

/**
 * @param key names the form for the host
 * @returns what the form held, null for an empty one; null as a whole until the host has said it
 */
export function useBegunForm(key: string): { readonly value: unknown } | null {
  const client = useClient();
  const [begun, setBegun] = useState<{ readonly value: unknown } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void client.drafts.list({ workshopId: null }).then((answer) => {
      // Without an answer the form is empty, and as good as ever.
      const found = answer.ok ? answer.value.find((draft) => draft.key === key) : undefined;
      if (!isLeft) setBegun({ value: found?.kind === 'typed' ? found.value : null });
    });
    return () => {
      isLeft = true;
    };
  }, [client, key]);
  return begun;
}
