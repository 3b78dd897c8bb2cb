// Minutes as people type them: `10`, `10m`, `0:10`, `1h15`, `1 h`, `1:15`, `1.5h`, `1 hour 30`, `une heure et demie`.

export const shortestSession = 5;
export const longestSession = 240;

/** @returns whole minutes, or null when the text does not say any; the limits of a session are not checked here */
export function parseMinutes(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('⁄', '/')
    .replaceAll(/(?:hours?|hrs?|heures?)/g, 'h')
    .replaceAll(/(?:minutes?|mins?|mn)/g, 'm')
    .replaceAll(/\s+|\band\b|\bet\b/g, '');
  const half = /^(\d{1,2}|one|une|an)?h(?:ahalf|demie)$/.exec(plain);
  if (half) return (/^\d/.test(half[1] ?? '') ? Number(half[1]) : 1) * 60 + 30;
  if (/^(?:half|1\/2|une?demi-?|demi-?)(?:an)?h$/.test(plain)) return 30;
  const minutes = /^(\d{1,4})(?:m|'|′)?$/.exec(plain);
  if (minutes) return Number(minutes[1]);
  const parts = /^(\d{1,2})[.,](\d{1,2})h$/.exec(plain);
  if (parts) {
    const exact = Number(`${parts[1]}.${parts[2]}`) * 60;
    return Math.abs(exact - Math.round(exact)) < 1e-6 ? Math.round(exact) : null;
  }
  const hours = /^(\d{1,2})(?:h|:)(\d{1,2})?m?$/.exec(plain);
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
