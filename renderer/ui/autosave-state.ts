// The state behind a field that saves while one types. Plain values and timers, so that it is tested without a page.

/** How a save went. `changed`: somebody else set the field meanwhile; `refused`: why, in words of the page's language. */
export type SaveAnswer<T> =
  { readonly kind: 'saved' } | { readonly kind: 'changed'; readonly current: T } | { readonly kind: 'refused'; readonly message: string };

/** Saves `next` where `was` is what the page showed before. */
export type Save<T> = (next: T, was: T) => Promise<SaveAnswer<T>>;

/** A value, and what was typed into its field since and not understood; '' where there is nothing such. */
export interface Typed<T> {
  readonly value: T;
  readonly asTyped: string;
}

/** What a field needs to show and save one value. */
export interface PlainBinding<T> {
  readonly value: T;
  readonly onSave: Save<T>;
  /**
   * What is saved, such as `plans p1 topic`. When it changes, the field is another one: unsent letters still go to the old target,
   * and nothing of it is shown in the new one. A field without one that gets its first stays the same field: its record has come to be meanwhile.
   */
  readonly target?: string | undefined;
}

export interface Binding<T> extends PlainBinding<T> {
  /** The same field with the words that were not understood, where its record keeps them. */
  readonly typed?: PlainBinding<Typed<T>> | undefined;
}

export interface Autosave<T> {
  /** What the field shows. */
  readonly shown: T;
  /** True while the field shows a value of its own instead of the stored one. */
  readonly isOwn: boolean;
  /** True while there are letters that have not been sent yet. */
  readonly isUnsent: boolean;
  readonly conflict: { readonly theirs: T } | null;
  readonly refusal: string | null;
  readonly change: (next: T) => void;
  /** Sends what is unsent at once. */
  readonly flush: () => void;
  /** Forgets what is unsent and shows the stored value again. */
  readonly revert: () => void;
  /** Ends a conflict: the shown text replaces theirs, or is given up for theirs. */
  readonly settle: (choice: 'mine' | 'theirs') => void;
}

export interface AutosaveState<T> {
  /** The field as it is now, drawn over a binding. */
  readonly read: (drawn: PlainBinding<T>) => Autosave<T>;
  /** Takes the stored value and the way to save of the latest drawing. */
  readonly bind: (next: PlainBinding<T>) => void;
  readonly flush: () => void;
}

/** @returns whether a field whose target was `before` is still the same with `now` */
export function isSameField(before: string | undefined, now: string | undefined): boolean {
  return before === now || before === undefined;
}

/** Milliseconds (design §5, Typing). */
const afterLastKey = 400;
const afterFirstKey = 1_000;

/**
 * Holds the local value of one field and saves it 400 ms after the last change, at most 1 s after the first unsaved one.
 * While nothing is unsent, under way, in conflict or refused, the stored value is shown: changes of others and undo appear by themselves.
 * @param onChange called whenever `read` answers something new
 */
export function createAutosave<T>(first: PlainBinding<T>, onChange: () => void): AutosaveState<T> {
  let binding = first;
  let draft = first.value;
  /** What the next save replaces: the stored value, or the one sent before it. */
  let was = first.value;
  let isUnsent = false;
  let firstUnsentAt = 0;
  let underWay = 0;
  let conflict: { readonly theirs: T } | null = null;
  let refusal: string | null = null;
  /** What the refused text was to replace. */
  let refusedOver = first.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every new target: answers about an old one say nothing of this one. */
  let generation = 0;
  /** Counts what was sent: only the answer about the latest says what is to be shown. */
  let sends = 0;

  async function send(next: T, before: T): Promise<void> {
    const sentIn = generation;
    const place = (sends += 1);
    was = next;
    underWay += 1;
    const answer = await binding.onSave(next, before);
    if (sentIn !== generation) return;
    underWay -= 1;
    if (place === sends) {
      conflict = answer.kind === 'changed' ? { theirs: answer.current } : null;
      refusal = answer.kind === 'refused' ? answer.message : null;
      refusedOver = before;
    }
    onChange();
  }

  function flush(): void {
    clearTimeout(timer);
    // What was refused is tried once more: a plan that was locked then may be open now.
    const isAgain = refusal !== null && underWay === 0;
    if (!isUnsent && !isAgain) return;
    // On what it was written over, and not on what somebody may have set since.
    if (!isUnsent) was = refusedOver;
    isUnsent = false;
    // Letters that are typed on in a conflict go out as well: the host refuses them again, and keeps them from then on.
    void send(draft, was);
    onChange();
  }

  function change(next: T): void {
    const now = Date.now();
    if (!isUnsent) {
      isUnsent = true;
      firstUnsentAt = now;
      // In a conflict the next text stands on the one that was refused: so it cannot replace theirs before somebody chose.
      if (underWay === 0 && conflict === null) was = binding.value;
    }
    draft = next;
    refusal = null;
    clearTimeout(timer);
    timer = setTimeout(flush, Math.min(afterLastKey, Math.max(0, firstUnsentAt + afterFirstKey - now)));
    onChange();
  }

  function revert(): void {
    clearTimeout(timer);
    isUnsent = false;
    conflict = null;
    refusal = null;
    onChange();
  }

  function settle(choice: 'mine' | 'theirs'): void {
    if (conflict === null) return;
    const { theirs } = conflict;
    // What is still under way was written before the choice: its answer says nothing any more.
    sends += 1;
    revert();
    if (choice === 'mine') void send(draft, theirs);
    onChange();
  }

  function leaveTarget(): void {
    flush();
    clearTimeout(timer);
    generation += 1;
    isUnsent = false;
    underWay = 0;
    conflict = null;
    refusal = null;
  }

  return {
    read: (drawn) => {
      const isOwn = isSameField(binding.target, drawn.target) && (isUnsent || underWay > 0 || conflict !== null || refusal !== null);
      const shown = isOwn ? draft : drawn.value;
      return isOwn
        ? { shown, isOwn, isUnsent, conflict, refusal, change, flush, revert, settle }
        : { shown, isOwn, isUnsent: false, conflict: null, refusal: null, change, flush, revert, settle };
    },
    bind: (next) => {
      if (!isSameField(binding.target, next.target)) leaveTarget();
      binding = next;
    },
    flush,
  };
}
