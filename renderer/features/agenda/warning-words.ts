// What is unwise in a day, as words beside the session it is about.
import type { ScheduleWarning } from '../../../shared/domain/agenda/rules.ts';
import type { Words } from '../../ui/language.ts';

/** Words by session id; several warnings about one session are joined. */
export function warningWords(t: Words, warnings: readonly ScheduleWarning[]): ReadonlyMap<string, string> {
  const bySession = new Map<string, string>();
  for (const warning of warnings) {
    const words = t(`agenda:warning.${warning.code}`, { minutes: warning.minutes });
    const before = bySession.get(warning.sessionId);
    bySession.set(warning.sessionId, before === undefined ? words : `${before} · ${words}`);
  }
  return bySession;
}
