// The last action on the room's clock, in words: what "Take back" would take back.
import { lastAction } from '../../../shared/domain/clock/order.ts';
import type { ClockEvent } from '../../../shared/domain/clock/model.ts';
import { useView } from '../../state/workshop-context.tsx';
import { useWords } from '../../ui/language.ts';
import { useTitle } from './use-titles.ts';

export interface LastAction {
  readonly id: ClockEvent['id'];
  readonly sessionId: ClockEvent['sessionId'];
  /** "+5 minutes", "pause". */
  readonly what: string;
}

/** @returns null while nothing has happened that counts */
export function useLastAction(): LastAction | null {
  const t = useWords();
  const titleOf = useTitle();
  const view = useView('clockEvents', 'sessions');
  const event = lastAction(view).at(-1);
  if (!event) return null;
  const session = view.get('sessions', event.sessionId);
  const minutes = event.minutes ?? 0;
  const shown =
    event.kind === 'extended'
      ? `${minutes < 0 ? '−' : '+'}${Math.abs(minutes)}`
      : String(event.kind === 'stepStarted' ? minutes + 1 : minutes);
  return {
    id: event.id,
    sessionId: event.sessionId,
    what: t(`run:did.${event.kind === 'takenBack' ? 'reopened' : event.kind}`, { name: session ? titleOf(session) : '', minutes: shown }),
  };
}
