// How a page of the browser shell begins: the one-time code leaves the address, and the token stays with the tab.

import { expect, it, vi } from 'vitest';
import { connectHost } from '../../../renderer/host/connect-host.ts';
import type { SessionAnswer } from '../../../shared/contract/wire.ts';

function browserPage(hash: string, answer: SessionAnswer) {
  const stored = new Map<string, string>();
  const addresses: unknown[] = [];
  const posted: unknown[] = [];
  const reload = vi.fn<() => void>();
  const page = Object.assign(new EventTarget(), {
    document: new EventTarget(),
    crypto: globalThis.crypto,
    location: { origin: 'http://127.0.0.1:4310', pathname: '/projector.html', hash, reload },
    history: { replaceState: (_state: unknown, _title: string, address: string) => addresses.push(address) },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
    fetch: async (address: string, options: RequestInit) => {
      posted.push([address, options.body]);
      return Response.json(answer);
    },
  }) as unknown as Window;
  return { page, stored, addresses, posted, reload };
}

it('takes the code out of the address before it does anything else', async () => {
  const { page, addresses, posted } = browserPage('#code=one-time_Code', { ok: false, reason: 'code-used' });
  const host = connectHost(page);
  expect(addresses).toEqual(['/projector.html']);
  await vi.waitFor(() => expect(host.connection.get()).toBe('code-used'));
  expect(posted).toEqual([['http://127.0.0.1:4310/session', '{"code":"one-time_Code"}']]);
});

it('keeps the token in the tab, and nothing else', async () => {
  vi.stubGlobal('WebSocket', EventTarget);
  const { page, stored } = browserPage('#code=one-time_Code', { ok: true, token: 'token-1' });
  connectHost(page);
  await vi.waitFor(() => expect([...stored]).toEqual([['hrh-token', 'token-1']]));
  vi.unstubAllGlobals();
});

it('leaves the address of a screen alone', async () => {
  const { page, addresses, posted } = browserPage('#/w/1/run', { ok: false, reason: 'code-expired' });
  const host = connectHost(page);
  await vi.waitFor(() => expect(host.connection.get()).toBe('no-code'));
  expect([addresses, posted]).toEqual([[], []]);
});

it('starts anew when a new address is opened in the same tab', () => {
  const { page, reload } = browserPage('', { ok: false, reason: 'code-expired' });
  connectHost(page);
  Object.assign(page.location, { hash: '#/w/1/run' });
  page.dispatchEvent(new Event('hashchange'));
  expect(reload).not.toHaveBeenCalled();
  Object.assign(page.location, { hash: '#code=another' });
  page.dispatchEvent(new Event('hashchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});
