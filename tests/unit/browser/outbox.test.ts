// What the page keeps until the host has it: the outbox, its words, and what happens when the page goes away.

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../../renderer/host/client.ts';
import { connectHost, hostOver } from '../../../renderer/host/connect-host.ts';
import { observable } from '../../../renderer/host/observable.ts';
import type { Connection, Transport } from '../../../renderer/host/transport.ts';
import { typedTextsOf } from '../../../shared/contract/typed-texts.ts';
import type { Failure } from '../../../shared/contract/failures.ts';
import type { DesktopBridge, WireEvent, WireRequest } from '../../../shared/contract/wire.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

const setPlace = (value: string): Command => ({ name: 'workshopSet', id: 'workshop', field: 'place', value, was: 'Accra' });

/** A page and a transport that a test answers by hand. */
function testPage() {
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { hidden: false }),
    crypto: globalThis.crypto,
  }) as unknown as Window;
  const asked: { readonly request: WireRequest; readonly answer: (result: Result<unknown, Failure>) => void }[] = [];
  const lastSent: (readonly WireRequest[])[] = [];
  const listeners = new Set<(event: WireEvent) => void>();
  const connection = observable<Connection>('open');
  const transport: Transport = {
    connection,
    request: (request) => new Promise((answer) => asked.push({ request, answer })),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    uploadFile: () => Promise.resolve(err({ code: 'host-gone' })),
    enter: () => {},
    sendLast: (requests) => lastSent.push(requests),
  };
  const tell = (event: WireEvent) => listeners.forEach((listener) => listener(event));
  return { host: hostOver(transport, page), page, transport, connection, asked, lastSent, tell };
}

it('turns names of the contract into messages', async () => {
  const { host, asked, tell } = testPage();
  const opened = host.client.document.open({ workshopId: 'w1' });
  expect(asked[0]?.request).toEqual({ area: 'document', name: 'open', input: { workshopId: 'w1' } });
  asked[0]?.answer(err({ code: 'workshop-missing', workshopId: 'w1' }));
  expect(await opened).toEqual(err({ code: 'workshop-missing', workshopId: 'w1' }));
  const heard: unknown[] = [];
  const stop = host.client.app.onSettingsChanged((settings) => heard.push(settings));
  tell({ area: 'app', name: 'settingsChanged', payload: 1 });
  tell({ area: 'library', name: 'settingsChanged', payload: 2 });
  stop();
  tell({ area: 'app', name: 'settingsChanged', payload: 3 });
  expect(heard).toEqual([1]);
});

it('can be awaited without ending up in itself', async () => {
  const client = createClient(testPage().transport);
  expect(await Promise.resolve(client)).toBe(client);
});

it('gives commands in order, each with an id of its own, and says when they are on disk', async () => {
  const { host, asked } = testPage();
  const { outbox } = host;
  const first = outbox.execute('w1', setPlace('Kigali'));
  const second = outbox.undo('w1');
  expect(asked.map(({ request }) => request.name)).toEqual(['execute', 'undo']);
  const ids = asked.map(({ request }) => (request.input as { readonly commandId: string }).commandId);
  expect(new Set(ids).size).toBe(2);
  expect(outbox.state.get()).toMatchObject({ pending: 2, savedAt: null });
  asked[0]?.answer(ok({ revision: 8, at: '2026-03-20T10:42:07.000Z' }));
  await first;
  expect(outbox.state.get()).toMatchObject({ pending: 1, savedAt: '2026-03-20T10:42:07.000Z' });
  asked[1]?.answer(err({ code: 'undo-nothing' }));
  expect(await second).toEqual(err({ code: 'undo-nothing' }));
  expect(outbox.state.get()).toEqual({ pending: 0, since: null, savedAt: '2026-03-20T10:42:07.000Z', trouble: null });
});

it('collects what waits in fields before the page goes, and sends it in a way that outlives the page', () => {
  const { host, page, asked, lastSent } = testPage();
  const unregister = host.outbox.beforeLeaving(() => void host.outbox.execute('w1', setPlace('typed just now')));
  page.dispatchEvent(new Event('pagehide'));
  expect(asked).toHaveLength(1);
  expect(lastSent).toEqual([[asked[0]?.request]]);
  void host.outbox.execute('w1', setPlace('typed while going'));
  expect(lastSent[1]).toEqual([asked[1]?.request]);
  page.dispatchEvent(new Event('pageshow'));
  unregister();
  void host.outbox.execute('w1', setPlace('back again'));
  expect(lastSent).toHaveLength(2);
});

it('counts a hidden page as one that goes: the browser may end it without another word', () => {
  const { host, page, lastSent } = testPage();
  void host.outbox.execute('w1', setPlace('Kigali'));
  Object.assign(page.document, { hidden: true });
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(lastSent).toHaveLength(1);
  Object.assign(page.document, { hidden: false });
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(lastSent).toHaveLength(1);
});

it('answers a shell or window that closes when everything is on disk, not before', async () => {
  const { host, asked, lastSent, tell } = testPage();
  host.outbox.beforeLeaving(() => void host.outbox.execute('w1', setPlace('typed just now')));
  tell({ area: 'shell', name: 'leaving', payload: null });
  expect(asked.map(({ request }) => request.name)).toEqual(['execute']);
  asked[0]?.answer(ok({ revision: 8, at: '2026-03-20T10:42:07.000Z' }));
  await host.outbox.settled();
  expect(asked.map(({ request }) => `${request.area}.${request.name}`)).toEqual(['document.execute', 'shell.left']);
  // The page is still there: nothing has to outlive it.
  expect(lastSent).toEqual([]);
});

describe('while the disk takes nothing', () => {
  const full: Failure = { code: 'disk-full', folder: '/library/w1' };
  const at = '2026-03-20T10:42:07.000Z';
  const wait = () => vi.advanceTimersByTimeAsync(2_000);
  const texts = (asked: ReturnType<typeof testPage>['asked']) =>
    asked.map(({ request }) => (request.input as { readonly command: { readonly value: string } }).command.value);

  function pageWithClock() {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    return testPage();
  }

  it('keeps what was given, says why, and sends it again in order and under its id until it is on disk', async () => {
    const { host, asked } = pageWithClock();
    const { outbox } = host;
    const first = outbox.execute('w1', setPlace('Kig'));
    asked[0]?.answer(err(full));
    await wait();
    const second = outbox.execute('w1', setPlace('Kigali'));
    expect(outbox.state.get()).toMatchObject({ pending: 2, trouble: full });
    expect(outbox.unsavedTexts()).toEqual(['Kigali']);
    asked[1]?.answer(err(full));
    asked[2]?.answer(err(full));
    await wait();
    expect(texts(asked)).toEqual(['Kig', 'Kig', 'Kigali', 'Kig', 'Kigali']);
    expect(asked[3]?.request).toEqual(asked[0]?.request);
    asked[3]?.answer(ok({ revision: 8, at }));
    asked[4]?.answer(ok({ revision: 9, at }));
    expect(await Promise.all([first, second])).toEqual([ok({ revision: 8, at }), ok({ revision: 9, at })]);
    expect(outbox.state.get()).toEqual({ pending: 0, since: null, savedAt: at, trouble: null });
  });

  it('lets later commands wait for the earlier ones on which they build', async () => {
    const { host, asked } = pageWithClock();
    void host.outbox.execute('w1', setPlace('Kig'));
    const under = host.outbox.execute('w1', { ...setPlace('Kigali'), was: 'Kig' } as Command);
    asked[0]?.answer(err(full));
    await vi.advanceTimersByTimeAsync(0);
    asked[1]?.answer(err({ code: 'field-changed', current: 'Accra' } as Failure));
    void host.outbox.execute('w1', setPlace('Kigali, Rwanda'));
    await vi.advanceTimersByTimeAsync(1_900);
    expect(texts(asked)).toEqual(['Kig', 'Kigali']);
    await vi.advanceTimersByTimeAsync(100);
    expect(texts(asked)).toEqual(['Kig', 'Kigali', 'Kig', 'Kigali', 'Kigali, Rwanda']);
    asked[2]?.answer(ok({ revision: 8, at }));
    asked[3]?.answer(ok({ revision: 9, at }));
    expect(await under).toEqual(ok({ revision: 9, at }));
  });

  it('takes no for an answer that is not the disk’s', async () => {
    const { host, asked } = pageWithClock();
    const answer = host.outbox.execute('w1', setPlace('Kigali'));
    asked[0]?.answer(err({ code: 'workshop-read-only', folder: '/library/w1' }));
    expect(await answer).toEqual(err({ code: 'workshop-read-only', folder: '/library/w1' }));
    expect(host.outbox.state.get()).toMatchObject({ pending: 0, trouble: null });
  });
});

it('tells when a broken connection is back, and not when it opens for the first time', () => {
  const { host, connection } = testPage();
  let returns = 0;
  const stop = host.onReturn(() => (returns += 1));
  connection.set('connecting');
  connection.set('gone');
  expect(returns).toBe(0);
  connection.set('open');
  expect(returns).toBe(1);
  stop();
  connection.set('gone');
  connection.set('open');
  expect(returns).toBe(1);
});

it('uses the bridge of the desktop shell where there is one', async () => {
  const received: unknown[] = [];
  const bridge: DesktopBridge = {
    shell: 'desktop',
    request: async (...wanted) => ok(wanted),
    subscribe: () => () => {},
    receiveFile: async (...file) => {
      received.push(file);
      return ok('handle-1');
    },
  };
  const { page } = testPage();
  const host = connectHost(Object.assign(page, { hrh: bridge }));
  expect(host.connection.get()).toBe('open');
  expect(await host.client.library.list({})).toEqual(ok(['library', 'list', {}]));
  expect(await host.uploadFile(new File(['Nom'], 'Liste.csv'), 'list')).toEqual(ok('handle-1'));
  expect(received).toEqual([['Liste.csv', new TextEncoder().encode('Nom').buffer]]);
  expect(await host.uploadFile({ name: 'big.xlsx', size: 10 ** 9 } as File, 'list')).toMatchObject(err({ code: 'file-too-large' }));
});

it('shows the words of a command, and nothing but words', () => {
  expect(typedTextsOf(setPlace('Kigali'))).toEqual(['Kigali']);
  expect(typedTextsOf(setPlace('  '))).toEqual([]);
  const objectives: Command = {
    name: 'workshopSet',
    id: 'workshop',
    field: 'objectives',
    value: ['Fill posts', 'Keep nurses'],
    was: ['Old'],
  };
  expect(typedTextsOf(objectives)).toEqual(['Fill posts', 'Keep nurses']);
});
