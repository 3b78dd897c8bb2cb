// Which record of notes belongs to which session.
import type { SessionRecord } from './model.ts';

/** Natural key: one per session. */
export function notesId(sessionId: string): SessionRecord['id'] {
  return `${sessionId}.notes` as SessionRecord['id'];
}
