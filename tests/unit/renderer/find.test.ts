// "Find or do…": which lines a few letters leave, and in which order.
import { describe, expect, it, vi } from 'vitest';
import { matching } from '../../../renderer/app/shell/find-matching.ts';

const items = ['Équipe du Mali', 'Kenya', 'Team Mali-Sud', 'Aïssata Koné'].map((label) => ({ id: label, label, run: vi.fn<() => void>() }));
const labels = (query: string) => matching(items, query).map(({ label }) => label);

describe('matching', () => {
  it('ignores accents and case and wants every word', () => {
    expect(labels('equipe MALI')).toEqual(['Équipe du Mali']);
    expect(labels('aissata')).toEqual(['Aïssata Koné']);
    expect(labels('kenya mali')).toEqual([]);
  });

  it('puts what begins with the word first', () => {
    expect(labels('team')).toEqual(['Team Mali-Sud']);
    expect(matching([{ id: '1', label: 'The Kenya plan', run: vi.fn<() => void>() }, ...items], 'kenya').map(({ label }) => label)).toEqual(
      ['Kenya', 'The Kenya plan'],
    );
  });

  it('lists at most seven of a kind', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: String(index), label: `Person ${index}`, run: vi.fn<() => void>() }));
    expect(matching(many, 'person')).toHaveLength(7);
  });
});
