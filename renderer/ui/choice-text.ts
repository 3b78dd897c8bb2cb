// What typed letters choose out of a list.
import type { Option } from './inputs.tsx';

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/**
 * The line that typed letters mean: the one that says the same, else the only one that holds them.
 * @returns its value; null when no line or more than one holds them
 */
export function onlyChoice(options: readonly Option[], typed: string): string | null {
  const wanted = folded(typed);
  if (wanted === '') return null;
  const same = options.find(({ label }) => folded(label) === wanted);
  if (same) return same.value;
  const holding = options.filter(({ label }) => folded(label).includes(wanted));
  return holding.length === 1 ? (holding[0]?.value ?? null) : null;
}
