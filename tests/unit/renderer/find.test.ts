// "Find or do…": which lines a few letters leave, and in which order; what is typed before the dialog is there.
import { describe, expect, it, vi } from 'vitest';
import { matching, type Findable, type FindGroup } from '../../../renderer/app/shell/find-matching.ts';
import { afterKey, type Typed } from '../../../renderer/app/shell/typed-ahead.ts';

function line(label: string, description?: string): Findable {
  return { id: `${label} ${description}`, label, run: vi.fn<() => void>(), ...(description !== undefined && { description }) };
}
function group(label: string, ...items: readonly Findable[]): FindGroup {
  return { label, items };
}
const list = group('all', ...['Équipe du Mali', 'Kenya', 'Team Mali-Sud', 'Aïssata Koné'].map((label) => line(label)));
const labels = (groups: readonly FindGroup[], query: string) =>
  matching(groups, query).flatMap(({ items }) => items.map(({ label }) => label));

describe('matching', () => {
  it('ignores accents and case and wants every word', () => {
    expect(labels([list], 'equipe MALI')).toEqual(['Équipe du Mali']);
    expect(labels([list], 'aissata')).toEqual(['Aïssata Koné']);
    expect(labels([list], 'kenya mali')).toEqual([]);
  });

  it('puts the very name first, then what begins so, then words inside', () => {
    const named = ['Unkenya', 'The Kenya plan', 'Kenya at last', 'Kenya'].map((label) => line(label));
    const described = line('Fill posts', 'Kenya');
    expect(labels([group('all', described, ...named)], 'kenya')).toEqual([
      'Kenya',
      'Kenya at last',
      'The Kenya plan',
      'Unkenya',
      'Fill posts',
    ]);
    expect(labels([list], 'mali')).toEqual(['Équipe du Mali', 'Team Mali-Sud']);
  });

  it('lists at most seven of a kind', () => {
    const many = Array.from({ length: 30 }, (_, index) => line(`Person ${index}`));
    expect(labels([group('people', ...many)], 'person')).toHaveLength(7);
  });

  it('puts a team before the plans and people that only belong to it', () => {
    const people = group('people', line('Ama Boateng', 'Ghana'), line('Kofi Mensah', 'Ghana'));
    const teams = group('teams', line('Ghana'), line('Guinea'));
    const plans = group('plans', line('Fill posts', 'Ghana'));
    expect(matching([people, plans, teams], 'ghana').map(({ label }) => label)).toEqual(['teams', 'people', 'plans']);
    expect(matching([people, plans, teams], 'ama').map(({ label }) => label)).toEqual(['people']);
  });

  it('puts sentences that merely hold the word behind names and commands', () => {
    const steps = { ...group('steps', line('Build a shelf for the files')), areSentences: true };
    const commands = group('commands', line('Do: build packs'));
    expect(matching([steps, commands], 'build').map(({ label }) => label)).toEqual(['commands', 'steps']);
    expect(matching([steps, commands], 'shelf').map(({ label }) => label)).toEqual(['steps']);
  });

  it('keeps the order of groups that answer equally well', () => {
    const groups = [group('plans', line('Posts', 'Ghana')), group('people', line('Ama', 'Ghana'))];
    expect(matching(groups, 'ghana').map(({ label }) => label)).toEqual(['plans', 'people']);
    expect(matching(groups.toReversed(), 'ghana').map(({ label }) => label)).toEqual(['people', 'plans']);
  });
});

describe('what is typed ahead', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  const after = (keys: readonly string[]) =>
    keys.reduce<Typed>((typed, key) => afterKey(typed, { ...none, key }) ?? typed, { letters: '', isEntered: false });

  it('keeps letters, takes back the last one, and ends with Enter', () => {
    expect(after(['k', 'é', 'x', 'Backspace', 'n'])).toEqual({ letters: 'kén', isEntered: false });
    expect(after(['k', 'Enter', 'x', 'Backspace'])).toEqual({ letters: 'k', isEntered: true });
  });

  it('makes nothing of Enter without a letter', () => {
    expect(after(['Enter', 'k'])).toEqual({ letters: 'k', isEntered: false });
  });

  it('leaves shortcuts and other keys alone, but not the letters of AltGr', () => {
    const typed: Typed = { letters: 'a', isEntered: false };
    expect(afterKey(typed, { ...none, key: 'z', ctrlKey: true })).toBeNull();
    expect(afterKey(typed, { ...none, key: 'F4' })).toBeNull();
    expect(afterKey(typed, { ...none, key: 'Escape' })).toBeNull();
    expect(afterKey(typed, { key: '@', ctrlKey: true, altKey: true, metaKey: false })).toEqual({ letters: 'a@', isEntered: false });
  });
});
