// What is fetched once: asked once however many want it, and marked as there for whoever draws it.
import { expect, it } from 'vitest';
import { loadable } from '../../../renderer/host/loadable.ts';

it('is fetched when it is first wanted, and once', async () => {
  let fetched = 0;
  const words = loadable(async () => (fetched += 1));
  expect(fetched).toBe(0);
  const [first, second] = [words.load(), words.load()];
  expect(second).toBe(first);
  await first;
  expect([fetched, await words.load()]).toEqual([1, 1]);
});

it('says in the promise itself that it is there', async () => {
  const words = loadable(async () => 'here');
  const promise = words.load();
  expect(promise).not.toHaveProperty('status');
  await promise;
  expect(promise).toMatchObject({ status: 'fulfilled', value: 'here' });
});

it('fails for everybody when it cannot be fetched', async () => {
  let fetched = 0;
  const words = loadable(() => {
    fetched += 1;
    return Promise.reject(new Error('no network'));
  });
  await expect(words.load()).rejects.toThrow('no network');
  await expect(words.load()).rejects.toThrow('no network');
  expect(fetched).toBe(1);
});
