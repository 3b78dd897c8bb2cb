// Which lines of "Find or do…" a few typed letters leave, and in which order.

export interface Findable {
  readonly id: string;
  readonly label: string;
  /** What tells two of the same name apart. */
  readonly description?: string;
  readonly run: () => void;
}

export interface FindGroup {
  readonly label: string;
  readonly items: readonly Findable[];
  /** Sentences that people wrote, such as steps: they hold every common verb, so names and commands stand before them. */
  readonly areSentences?: boolean;
}

const mostPerGroup = 7;

/** Accents and case do not matter: « equipe » finds « Équipe ». */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** How well a line answers, best first; a hit that needs the description is worth less than any hit in the name. */
const ranks = { isName: 0, beginsName: 1, beginsWords: 2, inName: 3, inDescription: 4 } as const;

type Rank = (typeof ranks)[keyof typeof ranks];

/** @returns null when some typed word occurs nowhere in the line */
function rankOf({ label, description }: Findable, query: string): Rank | null {
  const name = folded(label);
  const typed = folded(query);
  const words = typed.split(/\s+/);
  if (!words.every((word) => `${name} ${folded(description ?? '')}`.includes(word))) return null;
  if (name === typed) return ranks.isName;
  if (name.startsWith(typed)) return ranks.beginsName;
  const nameWords = name.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => nameWords.some((nameWord) => nameWord.startsWith(word)))) return ranks.beginsWords;
  return words.every((word) => name.includes(word)) ? ranks.inName : ranks.inDescription;
}

/**
 * The groups in which every typed word occurs, at most seven lines of each. Lines whose own name answers come first, and so do their groups:
 * a country's name finds its team before the plans and the people of that team. Sentences stand last. Groups that answer equally well keep their order.
 */
export function matching(groups: readonly FindGroup[], query: string): readonly FindGroup[] {
  return groups
    .map(({ label, items, areSentences = false }) => {
      const hits = items.flatMap((item) => {
        const rank = rankOf(item, query);
        return rank === null ? [] : [{ item, rank }];
      });
      const sorted = hits.toSorted((a, b) => a.rank - b.rank);
      return {
        label,
        items: sorted.slice(0, mostPerGroup).map(({ item }) => item),
        best: areSentences ? ranks.inDescription + 1 : (sorted[0]?.rank ?? ranks.inDescription),
      };
    })
    .filter(({ items }) => items.length > 0)
    .toSorted((a, b) => a.best - b.best)
    .map(({ label, items }) => ({ label, items }));
}
