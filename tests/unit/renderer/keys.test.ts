// Shortcuts: what they match, and what the list of keys shows.
import { describe, expect, it } from 'vitest';
import { createActionRegistry } from '../../../renderer/ui/actions.tsx';
import { keyNames, matchesKey } from '../../../renderer/ui/keys.ts';

function press(key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
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

describe('keyNames', () => {
  it('names keys as the machine does', () => {
    expect(keyNames('mod+shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('mod+K', true)).toEqual(['⌘', 'K']);
  });
});

describe('the registry of actions', () => {
  it('puts the latest offer first and takes it back', () => {
    const registry = createActionRegistry();
    const action = (id: string) => ({ id, label: id, run: () => {} });
    registry.offer([action('page')]);
    let heard = 0;
    registry.subscribe(() => (heard += 1));
    const takeBack = registry.offer([action('drawer')]);
    expect(registry.list().map(({ id }) => id)).toEqual(['drawer', 'page']);
    takeBack();
    expect(registry.list().map(({ id }) => id)).toEqual(['page']);
    expect(heard).toBe(2);
  });
});
