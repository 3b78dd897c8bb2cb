// The projection: snapshot, then numbered changes; what has not changed stays the same object.
import { describe, expect, it } from 'vitest';
import { createDocumentStore } from '../../../renderer/state/document-store.ts';
import type { DocumentChange } from '../../../shared/domain/collections.ts';

const team = (id: string, name: string) => ({ id, name, country: '', language: 'en', leadId: null, supportContact: '', order: 'a0' });

function rename(id: string, before: string, after: string): DocumentChange {
  return { kind: 'updated', collection: 'teams', id, fields: { name: { before, after } } };
}

function loaded() {
  const store = createDocumentStore();
  store.load({ revision: 5, collections: { teams: [team('t1', 'Kenya')], days: [] } });
  return store;
}

describe('the projection of a document', () => {
  it('applies the next revision and tells', () => {
    const store = loaded();
    let told = 0;
    store.subscribe(() => (told += 1));
    expect(store.apply({ revision: 6, changes: [rename('t1', 'Kenya', 'Uganda')] })).toBe('applied');
    expect(store.view.get('teams', 't1')?.name).toBe('Uganda');
    expect([store.revision(), told]).toEqual([6, 1]);
  });

  it('leaves out what it knows and reports what it missed', () => {
    const store = loaded();
    expect(store.apply({ revision: 5, changes: [rename('t1', 'Kenya', 'X')] })).toBe('known');
    expect(store.apply({ revision: 7, changes: [rename('t1', 'Kenya', 'X')] })).toBe('gap');
    expect(store.view.get('teams', 't1')?.name).toBe('Kenya');
    expect(store.revision()).toBe(5);
  });

  it('raises the version of touched collections only, and keeps the lists of the others', () => {
    const store = loaded();
    const [days, teams] = [store.list('days'), store.list('teams')];
    const [daysAt, teamsAt] = [store.versionOf(['days']), store.versionOf(['teams'])];
    store.apply({ revision: 6, changes: [rename('t1', 'Kenya', 'Uganda')] });
    expect(store.list('days')).toBe(days);
    expect(store.versionOf(['days'])).toBe(daysAt);
    expect(store.list('teams')).not.toBe(teams);
    expect(store.versionOf(['teams'])).toBeGreaterThan(teamsAt);
  });

  it('settles who waits for a revision when it comes, by a change or by a snapshot', async () => {
    const store = loaded();
    const order: string[] = [];
    const six = store.reached(6).then(() => order.push('six'));
    const nine = store.reached(9).then(() => order.push('nine'));
    store.apply({ revision: 6, changes: [] });
    await six;
    expect(order).toEqual(['six']);
    store.load({ revision: 9, collections: {} });
    await nine;
    await store.reached(9);
    expect(order).toEqual(['six', 'nine']);
    expect(store.list('teams')).toEqual([]);
  });
});
