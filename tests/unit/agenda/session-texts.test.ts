// Editing a session's texts: the guide's text is stored nowhere until somebody edits, and two people may edit two languages at once.
import { describe, expect, it } from 'vitest';
import { languageBinding, listBinding } from '../../../renderer/features/agenda/local-text-binding.ts';
import { parseTime } from '../../../renderer/features/agenda/time-text.ts';
import type { SaveAnswer } from '../../../renderer/ui/autosave.ts';
import type { LocalText } from '../../../shared/kernel/local-text.ts';
import { sameValue } from '../../../shared/kernel/record.ts';

const guide: LocalText = { en: 'Guide', fr: 'Le guide' };

/** A stored field that answers as the host does: `was` must still hold. */
function field<T>(value: T, shown: T = value) {
  const stored = { value };
  const onSave = async (next: T, was: T): Promise<SaveAnswer<T>> => {
    if (!sameValue(was, stored.value)) return { kind: 'changed', current: stored.value };
    stored.value = next;
    return { kind: 'saved' };
  };
  return { stored, binding: { value: shown, onSave } };
}

describe('one language of a text', () => {
  it('shows the guide’s text, and keeps its other language where both are in sight', async () => {
    const { stored, binding } = field<LocalText | null>(null);
    const french = languageBinding({ own: binding, guide, language: 'fr', keepsOthers: true });
    expect(french.value).toBe('Le guide');
    expect(await french.onSave('Autre', 'Le guide')).toEqual({ kind: 'saved' });
    expect(stored.value).toEqual({ en: 'Guide', fr: 'Autre' });
  });

  it('lets the guide’s other language go where only one is in sight', async () => {
    const { stored, binding } = field<LocalText | null>(null);
    await languageBinding({ own: binding, guide, language: 'en', keepsOthers: false }).onSave('Speech', 'Guide');
    expect(stored.value).toEqual({ en: 'Speech' });
  });

  it('keeps what somebody else wrote in the other language meanwhile', async () => {
    const { stored, binding } = field<LocalText | null>({ en: 'A', fr: 'Nouveau' }, { en: 'A', fr: 'Ancien' });
    const english = languageBinding({ own: binding, guide, language: 'en', keepsOthers: true });
    expect(await english.onSave('B', 'A')).toEqual({ kind: 'saved' });
    expect(stored.value).toEqual({ en: 'B', fr: 'Nouveau' });
  });

  it('reports the other text when the same language was changed meanwhile', async () => {
    const { stored, binding } = field<LocalText | null>({ en: 'Theirs' }, { en: 'A' });
    const english = languageBinding({ own: binding, guide, language: 'en', keepsOthers: true });
    expect(await english.onSave('Mine', 'A')).toEqual({ kind: 'changed', current: 'Theirs' });
    expect(stored.value).toEqual({ en: 'Theirs' });
  });

  it('goes on from its own first save before the page has seen it', async () => {
    const { stored, binding } = field<LocalText | null>(null);
    const english = languageBinding({ own: binding, guide, language: 'en', keepsOthers: true });
    await english.onSave('B', 'Guide');
    expect(await english.onSave('Bc', 'B')).toEqual({ kind: 'saved' });
    expect(stored.value).toEqual({ en: 'Bc', fr: 'Le guide' });
  });
});

describe('a list of texts', () => {
  it('starts from the guide’s list and is its own afterwards', async () => {
    const { stored, binding } = field<readonly string[] | null>(null);
    const list = listBinding(binding, ['one', 'two']);
    expect(list.value).toEqual(['one', 'two']);
    expect(await list.onSave(['one'], ['one', 'two'])).toEqual({ kind: 'saved' });
    expect(stored.value).toEqual(['one']);
    expect(await list.onSave([], ['one'])).toEqual({ kind: 'saved' });
  });

  it('reports the guide’s list when somebody went back to it meanwhile', async () => {
    const { binding } = field<readonly string[] | null>(null, ['own']);
    expect(await listBinding(binding, ['one']).onSave(['mine'], ['own'])).toEqual({ kind: 'changed', current: ['one'] });
  });
});

describe('times as typed', () => {
  it.each([
    ['8', '08:00'],
    ['8:30', '08:30'],
    ['08h30', '08:30'],
    ['8h', '08:00'],
    ['830', '08:30'],
    ['1730', '17:30'],
    ['17.30', '17:30'],
    ['2 pm', '14:00'],
    ['2pm', '14:00'],
    ['9:30 AM', '09:30'],
    ['12 a.m.', '00:00'],
    ['12:15 p.m.', '12:15'],
    ['14h30', '14:30'],
    ['14 h 30', '14:30'],
    ['9 heures', '09:00'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each(['', '25:00', '8:75', 'noon', '12345', '13 pm', '0 am'])('%j is not a time of day', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});
