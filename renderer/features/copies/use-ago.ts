// How long ago a moment is, by the host's clock.
import { millisecondsOf, type Instant } from '../../../shared/kernel/instant.ts';
import { useNow } from '../../state/host-context.tsx';
import { useFormats } from '../../ui/formats.ts';

export function useAgo(): (moment: Instant) => string {
  const now = useNow();
  const formats = useFormats();
  return (moment) => formats.ago(Math.max(0, now() - millisecondsOf(moment)));
}
