// What the top bar says about saving: the time of the last save, "Saving…" only after 300 ms, or the trouble.
import { isLost } from '../host/transport.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { useLongWait } from '../ui/waiting.tsx';
import { useConnection, useOutboxState } from './host-context.tsx';
import { useHealth, useSessionState } from './workshop-context.tsx';

export type SavedState =
  { readonly kind: 'saved'; readonly at: Instant } | { readonly kind: 'saving' } | { readonly kind: 'trouble'; readonly failure: Failure };

export function useSaved(): SavedState {
  const outbox = useOutboxState();
  const { savedAt } = useSessionState();
  const health = useHealth();
  const connection = useConnection();
  const isSaving = useLongWait(outbox.pending > 0);
  if (isLost(connection) && outbox.pending > 0) return { kind: 'trouble', failure: { code: 'host-gone' } };
  if (outbox.trouble !== null) return { kind: 'trouble', failure: outbox.trouble };
  if (health.state === 'trouble' && health.failure) return { kind: 'trouble', failure: health.failure };
  if (isSaving || health.state === 'slow') return { kind: 'saving' };
  return { kind: 'saved', at: savedAt };
}
