// Time left as digits: `42:10`, `1:12:05`, over time `+02:10`.

/** Whole seconds shown for time left. The last second counts until it is over. */
function shownSeconds(milliseconds: number): number {
  return milliseconds >= 0 ? Math.ceil(milliseconds / 1000) : Math.floor(-milliseconds / 1000);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** @param hasHours false: minutes go on above 59, as on the projector */
export function remainingText(milliseconds: number, hasHours = true): string {
  const seconds = shownSeconds(milliseconds);
  const sign = milliseconds < 0 ? '+' : '';
  const minutes = Math.floor(seconds / 60);
  if (hasHours && minutes >= 60) return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${sign}${two(minutes)}:${two(seconds % 60)}`;
}

/** Minutes for words such as "16 min left": rounded up while there is time, down when it is over. */
export function remainingMinutes(milliseconds: number): number {
  return milliseconds >= 0 ? Math.ceil(milliseconds / 60_000) : Math.floor(-milliseconds / 60_000);
}
