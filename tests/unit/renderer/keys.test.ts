// Shortcuts: what they match, and what the list of keys shows.
import { describe, expect, it } from 'vitest';
import { createActionRegistry } from '../../../renderer/ui/actions.tsx';
import { keyMeant, keyNames, matchesKey } from '../../../renderer/ui/keys.ts';

function press(key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

describe('matchesKey', () => {
  it('takes Ctrl and Command for mod, also while text is typed', () => {
    expect(matchesKey(press('k', { ctrlKey: true }), 'mod+K', true)).toBe(true);
    expect(matchesKey(press('k', { metaKey: true }), 'mod+K', true)).toBe(true);
    expect(matchesKey(press('k'), 'mod+K', false)).toBe(false);
  });

  it('tells undo from redo by Shift', () => {
    expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+Z', false)).toBe(false);
    expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+Z', false)).toBe(true);
  });

  it('lets single letters and ? act only outside text', () => {
    expect(matchesKey(press('m'), 'M', false)).toBe(true);
    expect(matchesKey(press('m'), 'M', true)).toBe(false);
    expect(matchesKey(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesKey(press('?', { shiftKey: true }), '?', true)).toBe(false);
    expect(matchesKey(press('F4'), 'F4', true)).toBe(true);
  });
});

/** What the keys of each layout send, at the places of K, Z, M, B and 3. */
const layouts = {
  'Arabic (101)': { KeyK: 'ن', KeyZ: 'ئ', KeyM: 'ة', KeyB: 'لا', Digit3: '٣' },
  Greek: { KeyK: 'κ', KeyZ: 'ζ', KeyM: 'μ', KeyB: 'β', Digit3: '3' },
  Russian: { KeyK: 'л', KeyZ: 'я', KeyM: 'ь', KeyB: 'и', Digit3: '3' },
  Amharic: { KeyK: 'ክ', KeyZ: 'ዝ', KeyM: 'ም', KeyB: 'ብ', Digit3: '፫' },
  'US English': { KeyK: 'k', KeyZ: 'z', KeyM: 'm', KeyB: 'b', Digit3: '3' },
} as const;

describe('shortcuts on keyboards of other scripts', () => {
  it.each(Object.entries(layouts))('are at the places of their Latin letters: %s', (_, keys) => {
    const ctrlKey = true;
    expect(matchesKey({ ...press(keys.KeyK, { ctrlKey }), code: 'KeyK' }, 'mod+K', true)).toBe(true);
    expect(matchesKey({ ...press(keys.KeyZ, { ctrlKey }), code: 'KeyZ' }, 'mod+Z', true)).toBe(true);
    expect(matchesKey({ ...press(keys.KeyZ, { ctrlKey, shiftKey: true }), code: 'KeyZ' }, 'mod+shift+Z', true)).toBe(true);
    expect(matchesKey({ ...press(keys.KeyM), code: 'KeyM' }, 'M', false)).toBe(true);
    expect(matchesKey({ ...press(keys.KeyM), code: 'KeyM' }, 'M', true)).toBe(false);
    expect(Object.entries(keys).map(([code, key]) => keyMeant({ key, code }))).toEqual(['k', 'z', 'm', 'b', '3']);
  });

  it('are what AZERTY writes, wherever the key lies', () => {
    const ctrlKey = true;
    // The key left of X writes W on AZERTY, and Z is above.
    expect(matchesKey({ ...press('w', { ctrlKey }), code: 'KeyZ' }, 'mod+Z', false)).toBe(false);
    expect(matchesKey({ ...press('z', { ctrlKey }), code: 'KeyW' }, 'mod+Z', false)).toBe(true);
    expect(matchesKey({ ...press('m'), code: 'Semicolon' }, 'M', false)).toBe(true);
    expect(matchesKey({ ...press(','), code: 'KeyM' }, 'M', false)).toBe(false);
    expect(keyMeant({ key: 'é', code: 'Digit2' })).toBe('é');
  });

  it('take the question mark of each script, and named keys at their word', () => {
    expect(matchesKey({ ...press('؟', { shiftKey: true }), code: 'Slash' }, '?', false)).toBe(true);
    expect(matchesKey({ ...press('፧', { shiftKey: true }), code: 'Slash' }, '?', false)).toBe(true);
    expect(keyMeant({ key: 'Enter', code: 'NumpadEnter' })).toBe('enter');
    expect(keyMeant({ key: 'Unidentified', code: 'KeyB' })).toBe('b');
  });
});

describe('keyNames', () => {
  it('names keys as the machine does', () => {
    expect(keyNames('mod+shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('mod+K', true)).toEqual(['⌘', 'K']);
  });
});

describe('the registry of actions', () => {
  const action = (id: string) => ({ id, label: id, run: () => {} });

  function offers() {
    const registry = createActionRegistry();
    const offer = (id: string, isBehind?: boolean) => {
      const own = registry.offer(isBehind);
      own.set([action(id)]);
      return own;
    };
    return { registry, offer, ids: () => registry.list().map(({ id }) => id) };
  }

  it('puts the latest offer first and takes it back', () => {
    const { registry, offer, ids } = offers();
    offer('page');
    let heard = 0;
    registry.subscribe(() => (heard += 1));
    const drawer = offer('drawer');
    expect(ids()).toEqual(['drawer', 'page']);
    drawer.end();
    expect(ids()).toEqual(['page']);
    expect(heard).toBe(2);
  });

  it('an offer keeps its place when its actions change, and the frame stands behind every page whichever came first', () => {
    const { offer, ids } = offers();
    const page = offer('page');
    const frame = offer('undo', true);
    expect(ids()).toEqual(['page', 'undo']);
    const drawer = offer('drawer');
    frame.set([action('undo: notes')]);
    page.set([action('page, changed')]);
    expect(ids()).toEqual(['drawer', 'page, changed', 'undo: notes']);
    drawer.end();
    page.end();
    expect(ids()).toEqual(['undo: notes']);
  });
});
