// The state behind a field that is read from typed words: a day, a time, minutes, an amount, a choice. What is understood is saved as its value; what is
// not is kept as it was typed, in the record where it has a place for it, else in the field. Nothing typed is dropped by leaving.
import { useLayoutEffect, useRef, useState } from 'react';
import { isSameField } from './autosave-state.ts';
import { useTypedAutosave, type Binding, type PlainBinding, type Typed, type TypedAutosave } from './autosave.ts';
import { onFlush } from './flush.ts';
import { keptTyped } from './kept-text.tsx';

/** How a field reads and writes. */
export interface Reading<T> {
  /** @returns null for words that are not understood; never asked about an empty text */
  readonly read: (text: string) => { readonly value: T } | null;
  readonly write: (value: T) => string;
  /** What an emptied field holds; without it, emptying brings the value back. */
  readonly empty?: { readonly value: T };
  /** What is understood is saved letter by letter, not only when the field is left. */
  readonly savesWhileTyping?: boolean;
}

/** A field that is only read shows what is stored, and nothing that was kept of what was typed there. */
export interface ReadBinding<T> extends Binding<T> {
  readonly isReadOnly?: boolean | undefined;
}

export interface TypedText<T> {
  readonly autosave: TypedAutosave<Typed<T>>;
  /** What the field shows. */
  readonly text: string;
  /** The value that the text means; the stored one while it means none. */
  readonly value: T;
  /** True while the text means nothing that the field can hold. */
  readonly isUnclear: boolean;
  /** True while the unclear text stands in the record. */
  readonly isKept: boolean;
  /** True while something is typed that was not handed on. */
  readonly isTyping: boolean;
  readonly change: (text: string) => void;
  /** Ends typing: hands on what was understood, keeps what was not. */
  readonly finish: () => void;
  /** Forgets what is being typed. */
  readonly revert: () => void;
  /** Sets a value that was not typed, such as one that was picked. */
  readonly set: (value: T) => void;
  /** The same, saved after a while like letters: for values that are stepped through. */
  readonly put: (value: T) => void;
}

export function useTypedText<T>(binding: ReadBinding<T>, reading: Reading<T>): TypedText<T> {
  const keeps = binding.typed !== undefined;
  const autosave = useTypedAutosave(binding.typed ?? withoutPlace(binding), { isReadOnly: binding.isReadOnly, read: keptTyped });
  const [typed, setTyped] = useState<string | null>(null);
  const { shown } = autosave;
  const isEmpty = typed?.trim() === '';
  const found = typed === null || isEmpty ? null : reading.read(typed);
  const save = (next: Typed<T>) => {
    autosave.change(next);
    autosave.flush();
  };
  const next = (): Typed<T> | null => {
    if (found) return { value: found.value, asTyped: '' };
    // Taking the words away shows what stands behind them; only then can that be emptied.
    if (isEmpty) return { value: reading.empty && shown.asTyped === '' ? reading.empty.value : shown.value, asTyped: '' };
    // The words replace what was there: a day that somebody wrote over no longer speaks.
    return keeps && typed !== null ? { value: reading.empty ? reading.empty.value : shown.value, asTyped: typed.trim() } : null;
  };
  const finish = () => {
    if (typed === null) return;
    const wanted = next();
    if (wanted === null) return;
    setTyped(null);
    if (wanted.asTyped !== shown.asTyped || wanted.value !== shown.value) save(wanted);
    else autosave.flush();
  };
  useLast(finish, binding.target);
  return {
    autosave,
    text: typed ?? (shown.asTyped === '' ? reading.write(shown.value) : shown.asTyped),
    value: found ? found.value : isEmpty && reading.empty ? reading.empty.value : shown.value,
    isUnclear: typed === null ? shown.asTyped !== '' : !isEmpty && found === null,
    isKept: typed === null && shown.asTyped !== '' && autosave.kept === null,
    isTyping: typed !== null,
    change: (text) => {
      setTyped(text);
      if (!reading.savesWhileTyping) return;
      const understood = text.trim() === '' ? null : reading.read(text);
      if (understood) autosave.change({ value: understood.value, asTyped: '' });
      else autosave.revert();
    },
    finish,
    revert: () => {
      setTyped(null);
      if (reading.savesWhileTyping) autosave.revert();
    },
    set: (value) => {
      setTyped(null);
      save({ value, asTyped: '' });
    },
    put: (value) => {
      setTyped(null);
      autosave.change({ value, asTyped: '' });
    },
  };
}

/** A field of a form, whose words have no place of their own. */
function withoutPlace<T>({ value, onSave, target }: Binding<T>): PlainBinding<Typed<T>> {
  return {
    value: { value, asTyped: '' },
    onSave: async (next, was) => {
      const answer = await onSave(next.value, was.value);
      return answer.kind === 'changed' ? { kind: 'changed', current: { value: answer.current, asTyped: '' } } : answer;
    },
    target,
  };
}

/** Calls `finish` once more before the field goes away or becomes another one, and before the page is left. */
export function useLast(finish: () => void, target: string | undefined): void {
  const latest = useRef(finish);
  // Grows when the field becomes another one; letters that are being typed when its record comes to be are not ended by that.
  const [field, setField] = useState({ target, turn: 0 });
  if (field.target !== target) setField({ target, turn: field.turn + (isSameField(field.target, target) ? 0 : 1) });
  useLayoutEffect(() => {
    latest.current = finish;
  });
  useLayoutEffect(() => {
    const forget = onFlush(() => latest.current());
    return () => {
      forget();
      latest.current();
    };
    // The turn is not read here: it is what ends one field and begins the next.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [field.turn]);
}

/** How a value with words reads where two of them stand beside each other. */
export function typedWords<T>(write: (value: T) => string): (typed: Typed<T>) => string {
  return ({ value, asTyped }) => (asTyped === '' ? write(value) : asTyped);
}
