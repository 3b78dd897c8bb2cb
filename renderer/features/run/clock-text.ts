// Time left as digits: `42:10`, `1:12:05`, over time `+02:10`.

/** Whole seconds shown for time left. The last second counts until it is over. */
function shownSeconds(milliseconds: number): number {
  return milliseconds >= 0 ? Math.ceil(milliseconds / 1000) : Math.floor(-milliseconds / 1000);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** @param hoursFrom minutes from which hours are written; on the projector two figures of minutes are read more easily than an hour, up to 99 */
export function remainingText(milliseconds: number, hoursFrom = 60): string {
  const seconds = shownSeconds(milliseconds);
  const sign = milliseconds < 0 ? '+' : '';
  const minutes = Math.floor(seconds / 60);
  if (minutes >= hoursFrom) return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${sign}${two(minutes)}:${two(seconds % 60)}`;
}

/** Minutes for words such as "16 min left": the nearest to the digits beside them, and never none while there is time. */
export function remainingMinutes(milliseconds: number): number {
  const minutes = Math.round(shownSeconds(milliseconds) / 60);
  return milliseconds > 0 ? Math.max(1, minutes) : minutes;
}
