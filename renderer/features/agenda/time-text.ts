// Times of day as people type them: `8:30`, `08h30`, `830`, `8`.

/** @returns `08:30`, or null when the text is not a time of day */
export function parseTime(text: string): string | null {
  const plain = text.trim().toLowerCase();
  const found = /^(\d{1,2})(?:\s*[:h.]\s*(\d{2})?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
