// Minutes as people type them: `10`, `10m`, `0:10`, `1h15`, `1 h`, `1:15`.

export const shortestSession = 5;
export const longestSession = 240;

/** @returns whole minutes, or null when the text does not say any; the limits of a session are not checked here */
export function parseMinutes(text: string): number | null {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, '');
  const minutes = /^(\d{1,4})(?:m|min|mn|')?$/.exec(plain);
  if (minutes) return Number(minutes[1]);
  const hours = /^(\d{1,2})(?:h|:)(\d{1,2})?(?:m|min|mn)?$/.exec(plain);
  if (!hours || (plain.includes(':') && hours[2] === undefined)) return null;
  const rest = Number(hours[2] ?? 0);
  return rest < 60 ? Number(hours[1]) * 60 + rest : null;
}

/** True for minutes that a session may have (domain §9.2). */
export function isSessionLength(minutes: number | null): minutes is number {
  return minutes !== null && minutes >= shortestSession && minutes <= longestSession;
}

/** Five minutes more or less, within the limits of a session. */
export function steppedMinutes(minutes: number, direction: 1 | -1): number {
  return Math.min(longestSession, Math.max(shortestSession, minutes + direction * 5));
}
