// Which lines of "Find or do…" a few typed letters leave.

export interface Findable {
  readonly id: string;
  readonly label: string;
  /** What tells two of the same name apart. */
  readonly description?: string;
  readonly run: () => void;
}

const mostPerGroup = 7;

/** Accents and case do not matter: « equipe » finds « Équipe ». */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Items in which every typed word occurs, those that begin with the query first. */
export function matching(items: readonly Findable[], query: string): readonly Findable[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const hits = items.filter((item) => {
    const text = folded(`${item.label} ${item.description ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (item: Findable) => (words[0] !== undefined && folded(item.label).startsWith(words[0]) ? 0 : 1);
  return hits.toSorted((a, b) => begins(a) - begins(b)).slice(0, mostPerGroup);
}
