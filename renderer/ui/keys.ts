// Keyboard shortcuts as text: `mod+K`, `mod+shift+Z`, `F4`, `M`, `?`, `Space`, `ArrowRight`, `Plus`.

/** Keys that would not stand well in such a text, or whose name people do not know: what the keyboard calls them, and their sign. */
const namedKeys: Readonly<Record<string, { readonly key: string; readonly sign: string }>> = {
  Space: { key: ' ', sign: '␣' },
  Plus: { key: '+', sign: '+' },
  Minus: { key: '-', sign: '−' },
  ArrowLeft: { key: 'ArrowLeft', sign: '←' },
  ArrowRight: { key: 'ArrowRight', sign: '→' },
};

/** True for elements in which letters are typed. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** True where the element under the focus has its own use for a key: letters in text fields, Space on a button, arrows in a choice. */
export function ownsKey(target: EventTarget | null, key: string): boolean {
  if (isTextField(target)) return true;
  if (!(target instanceof Element)) return false;
  if (key === ' ') return target.closest('button, a, summary, input, [role="button"], [role="radio"], [role="tab"]') !== null;
  return (
    key.startsWith('Arrow') && target.closest('table, input, [role="radiogroup"], [role="tablist"], [role="menu"], [data-arrows]') !== null
  );
}

/** What of a key event says which letter is meant. */
export type LetterEvent = Pick<KeyboardEvent, 'key' | 'code'>;

/** Question marks of scripts whose keyboards have no other one on the same key. */
const questionMarks = new Set(['؟', '፧']);

/**
 * The key that is meant, in small letters: what the keyboard writes, and only where that is no Latin sign the Latin letter or digit of the key's
 * place. Greek, Cyrillic, Arabic and Ethiopic keyboards so have every shortcut, where their Latin letters are printed; AZERTY keeps its letters.
 */
export function keyMeant({ key, code }: LetterEvent): string {
  const isLatin = /^[ -~\p{Script=Latin}]+$/u.test(key);
  if (isLatin && key !== 'Unidentified') return key.toLowerCase();
  if (questionMarks.has(key)) return '?';
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase();
}

/** Keys as people know them, for the list of keys: `Ctrl K`, on a Mac `⌘ K`. */
export function keyNames(keys: string, isMac: boolean): readonly string[] {
  return keys.split('+').map((part) => {
    if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'shift') return isMac ? '⇧' : 'Shift';
    return namedKeys[part]?.sign ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** @param isOwned true where the element under the focus has its own use for the key: then letters and named keys do not act */
export function matchesKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  keys: string,
  isOwned: boolean,
): boolean {
  const parts = keys.split('+');
  const named = namedKeys[parts.at(-1) ?? ''];
  const key = named?.key ?? parts.at(-1) ?? '';
  const needsMod = parts.includes('mod');
  const hasMod = event.ctrlKey || event.metaKey;
  if (needsMod !== hasMod || event.altKey) return false;
  if (needsMod && parts.includes('shift') !== event.shiftKey) return false;
  if (!needsMod && (key.length === 1 || named !== undefined) && isOwned) return false;
  return keyMeant(event) === key.toLowerCase();
}
