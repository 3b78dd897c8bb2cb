// The typing rules of design §5: 400 ms after the last key, at most 1 s after the first unsaved one, and what a refused save shows.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type Binding, type SaveAnswer } from '../../../renderer/ui/autosave-state.ts';

interface Sent {
  readonly next: string;
  readonly was: string;
  readonly answer: (answer: SaveAnswer<string>) => void;
}

function field(stored: string) {
  const sent: Sent[] = [];
  const onSave = (next: string, was: string) => new Promise<SaveAnswer<string>>((answer) => sent.push({ next, was, answer }));
  let draws = 0;
  let drawn: Binding<string> = { value: stored, onSave };
  const state = createAutosave(drawn, () => (draws += 1));
  return {
    sent,
    read: () => state.read(drawn),
    store: (value: string) => {
      drawn = { value, onSave };
      state.bind(drawn);
    },
    draws: () => draws,
    answer: async (index: number, answer: SaveAnswer<string>) => {
      sent[index]?.answer(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

/** A field whose text was refused: somebody else has set it to `theirs` meanwhile. */
async function inConflict(): Promise<ReturnType<typeof field>> {
  const title = field('A');
  title.read().change('mine');
  title.read().flush();
  await title.answer(0, { kind: 'changed', current: 'theirs' });
  return title;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving while typing', () => {
  it('saves 400 ms after the last key', () => {
    const title = field('A');
    title.read().change('Ab');
    vi.advanceTimersByTime(300);
    title.read().change('Abc');
    vi.advanceTimersByTime(399);
    expect(title.sent).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(title.sent.map(({ next, was }) => [next, was])).toEqual([['Abc', 'A']]);
  });

  it('saves at most 1 s after the first unsaved key, however fast somebody types', () => {
    const title = field('');
    let typed = '';
    for (let time = 0; time < 1_000; time += 100) {
      typed += 'x';
      title.read().change(typed);
      expect(title.sent).toHaveLength(0);
      vi.advanceTimersByTime(100);
    }
    expect(title.sent.map(({ next }) => next)).toEqual(['xxxxxxxxxx']);
  });

  it('sends at once when the field is left, and never twice', () => {
    const title = field('A');
    title.read().change('B');
    title.read().flush();
    title.read().flush();
    vi.advanceTimersByTime(2_000);
    expect(title.sent.map(({ next }) => next)).toEqual(['B']);
  });

  it('builds the next save on the one that is still under way', async () => {
    const title = field('A');
    title.read().change('B');
    title.read().flush();
    title.read().change('C');
    title.read().flush();
    expect(title.sent.map(({ was }) => was)).toEqual(['A', 'B']);
    title.store('C');
    await title.answer(0, { kind: 'saved' });
    expect(title.read().shown).toBe('C');
  });
});

describe('what the field shows', () => {
  it('keeps the typed text until the save is answered, then shows what is stored', async () => {
    const title = field('A');
    title.read().change('B');
    title.read().flush();
    title.store('somebody else');
    expect(title.read().shown).toBe('B');
    title.store('B');
    await title.answer(0, { kind: 'saved' });
    title.store('changed elsewhere');
    expect(title.read().shown).toBe('changed elsewhere');
  });

  it('shows both texts when somebody else changed the field, and sends mine on top of theirs', async () => {
    const title = await inConflict();
    expect(title.read()).toMatchObject({ shown: 'mine', conflict: { theirs: 'theirs' } });
    title.read().settle('mine');
    expect(title.sent[1]).toMatchObject({ next: 'mine', was: 'theirs' });
  });

  it('hands on what is typed during a conflict, upon the refused text, so that it is kept and replaces nothing', async () => {
    const title = await inConflict();
    title.store('theirs');
    title.read().change('mine, longer');
    vi.advanceTimersByTime(400);
    expect(title.sent.map(({ next, was }) => [next, was])).toEqual([
      ['mine', 'A'],
      ['mine, longer', 'mine'],
    ]);
    await title.answer(1, { kind: 'changed', current: 'theirs' });
    expect(title.read()).toMatchObject({ shown: 'mine, longer', conflict: { theirs: 'theirs' }, isUnsent: false });
    title.read().settle('theirs');
    expect(title.read()).toMatchObject({ shown: 'theirs', conflict: null });
  });

  it.each(['mine', 'theirs'] as const)('a choice of %s holds, whatever is answered about letters that were under way', async (choice) => {
    const title = await inConflict();
    title.store('theirs');
    title.read().change('mine, longer');
    title.read().flush();
    title.read().settle(choice);
    await title.answer(1, { kind: 'changed', current: 'theirs' });
    expect(title.read()).toMatchObject({ shown: choice === 'mine' ? 'mine, longer' : 'theirs', conflict: null });
  });

  it('an earlier text that is refused later than the next is saved leaves no word of refusal', async () => {
    const title = field('A');
    title.read().change('first');
    title.read().flush();
    title.read().change('second');
    title.read().flush();
    title.store('second');
    await title.answer(1, { kind: 'saved' });
    await title.answer(0, { kind: 'refused', message: 'Shorten it.' });
    expect(title.read()).toMatchObject({ shown: 'second', refusal: null, conflict: null, isOwn: false });
  });

  it('keeps a refused text with the reason until it is changed', async () => {
    const title = field('A');
    title.read().change('too long');
    title.read().flush();
    await title.answer(0, { kind: 'refused', message: 'Shorten it.' });
    expect(title.read()).toMatchObject({ shown: 'too long', refusal: 'Shorten it.' });
    title.read().change('short');
    expect(title.read().refusal).toBeNull();
    vi.advanceTimersByTime(400);
    expect(title.sent[1]).toMatchObject({ next: 'short', was: 'A' });
  });

  it('tries a refused text once more when the field is left: what stood in its way may be gone', async () => {
    const title = field('A');
    title.read().change('B');
    title.read().flush();
    await title.answer(0, { kind: 'refused', message: 'This plan is signed.' });
    title.store('A, changed by somebody');
    title.read().flush();
    title.read().flush();
    expect(title.sent.map(({ next, was }) => [next, was])).toEqual([
      ['B', 'A'],
      ['B', 'A'],
    ]);
    title.store('B');
    await title.answer(1, { kind: 'saved' });
    expect(title.read()).toMatchObject({ shown: 'B', refusal: null, isOwn: false });
  });

  it('brings the stored value back on request', () => {
    const title = field('A');
    title.read().change('B');
    title.read().revert();
    vi.advanceTimersByTime(2_000);
    expect(title.read().shown).toBe('A');
    expect(title.sent).toHaveLength(0);
    expect(title.draws()).toBeGreaterThan(0);
  });
});

describe('a field that comes to stand for another record', () => {
  function twoTargets() {
    const sent: (readonly [string, string])[] = [];
    const binding = (target: string, value: string) => ({
      target,
      value,
      onSave: async (next: string): Promise<SaveAnswer<string>> => {
        sent.push([target, next]);
        return { kind: 'changed', current: 'theirs' };
      },
    });
    return { sent, first: binding('plan 1', 'A'), second: binding('plan 2', 'B') };
  }

  it('sends unsent letters to the record they were typed for, and shows nothing of them in the other', async () => {
    const { sent, first, second } = twoTargets();
    const state = createAutosave(first, () => {});
    state.read(first).change('A typed');
    expect(state.read(second).shown).toBe('B');
    state.bind(second);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([['plan 1', 'A typed']]);
    expect(state.read(second)).toMatchObject({ shown: 'B', conflict: null, isUnsent: false });
  });
});

describe('a field whose record comes to be while somebody types', () => {
  it('stays the same field: what it shows is what was typed, and the rest is saved after the answer', async () => {
    const sent: (readonly [string, string])[] = [];
    const answers: ((answer: SaveAnswer<string>) => void)[] = [];
    const onSave = (next: string, was: string) => {
      sent.push([next, was]);
      return new Promise<SaveAnswer<string>>((answer) => answers.push(answer));
    };
    let drawn: Binding<string> = { value: '', onSave };
    const state = createAutosave(drawn, () => undefined);
    state.read(drawn).change('S');
    vi.advanceTimersByTime(400);
    state.read(drawn).change('So');
    drawn = { target: 'steps s1 dueDate', value: 'S', onSave };
    expect(state.read(drawn)).toMatchObject({ shown: 'So', isOwn: true });
    state.bind(drawn);
    answers[0]?.({ kind: 'saved' });
    await vi.advanceTimersByTimeAsync(0);
    state.read(drawn).change('Som');
    vi.advanceTimersByTime(400);
    expect(sent).toEqual([
      ['S', ''],
      ['Som', 'S'],
    ]);
  });
});
