// Times of day as people type them: `8:30`, `08h30`, `830`, `8`, `2 pm`, `9:30 AM`, `14 h 30`.

/** @returns `08:30`, or null when the text is not a time of day */
export function parseTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const half = /^(.*?) ?([ap])\.?m?\.?$/.exec(plain);
  const clock = half ? (half[1] ?? '') : plain.replace(/ ?(?:hours?|hrs?|heures?)$/, 'h');
  const found = /^(\d{1,2})(?: ?[:h.] ?(\d{2})?(?: ?(?:m|min|mn))?)?$/.exec(clock) ?? /^(\d{1,2})(\d{2})$/.exec(clock);
  if (!found) return null;
  const [written, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  if (half && (written < 1 || written > 12)) return null;
  const hours = half ? (written % 12) + (half[2] === 'p' ? 12 : 0) : written;
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
