// The page's own transport against the browser shell's real server: connecting, breaks, and what is sent again.

import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../renderer/host/client.ts';
import { leaveWithPage } from '../../../renderer/host/leave-page.ts';
import { createOutbox } from '../../../renderer/host/outbox.ts';
import { createSocketTransport } from '../../../renderer/host/socket-transport.ts';
import type { Connection } from '../../../renderer/host/transport.ts';
import type { Caller } from '../../../shared/contract/combinators.ts';
import type { ServerMessage } from '../../../shared/contract/wire.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { codeOf, loopbackShell, testPage, type TestPage } from '../../support/loopback-shell.ts';
import { requestSamples } from '../../support/request-samples.ts';
import { stubHandlers } from '../../support/stub-handlers.ts';

const start = { area: 'app', name: 'start', input: {} };

/** Waits until the page's connection is this; throws when it does not become so. */
async function isNow(page: TestPage, connection: Connection): Promise<Connection> {
  await vi.waitFor(() => expect(page.connection.get()).toBe(connection), { timeout: 10_000 });
  return page.connection.get();
}

/** Answers that a test gives when it wants to. */
function heldAnswers() {
  const held: { readonly place: string; readonly input: unknown; readonly answer: (result: Result<unknown, never>) => void }[] = [];
  const stub = stubHandlers(({ place, input }) => new Promise((answer) => held.push({ place, input, answer })));
  return { stub, held };
}

it('asks and is answered from the first moment on', async () => {
  const stub = stubHandlers(() => ok('welcome'));
  const { openPage } = await loopbackShell(stub);
  const page = openPage();
  expect(page.connection.get()).toBe('connecting');
  expect(await page.request(start)).toEqual(ok('welcome'));
  expect(page.connection.get()).toBe('open');
});

it('says that its code was used, too old, or missing', async () => {
  const { openPage, shell, clock, origin } = await loopbackShell();
  const code = codeOf(shell.newAddress());
  expect(await isNow(openPage(code), 'open')).toBe('open');
  expect(await isNow(openPage(code), 'code-used')).toBe('code-used');
  const late = codeOf(shell.newAddress());
  clock.now += 200_000;
  expect(await isNow(openPage(late), 'code-expired')).toBe('code-expired');
  expect(await isNow(testPage(origin, null), 'no-code')).toBe('no-code');
  expect(await isNow(testPage(origin, null, 'token-of-an-earlier-start'), 'no-code')).toBe('no-code');
});

it('keeps its session through a reload, also when the used address is gone back to', async () => {
  const { openPage, shell, origin } = await loopbackShell();
  const code = codeOf(shell.newAddress());
  const first = openPage(code);
  expect(await isNow(first, 'open')).toBe('open');
  expect(await isNow(testPage(origin, null, first.token()), 'open')).toBe('open');
  expect(await isNow(testPage(origin, code, first.token()), 'open')).toBe('open');
});

it('hears events of its role, and only those', async () => {
  const { openPage, ports, publish } = await loopbackShell();
  const page = openPage();
  const projector = openPage(codeOf((await ports.openProjector('w1', { role: 'facilitator', clientId: 'f' })) ?? ''));
  await Promise.all([isNow(page, 'open'), isNow(projector, 'open')]);
  const [heard, projected]: [unknown[], unknown[]] = [[], []];
  createClient(page).library.onChanged((state) => heard.push(state));
  createClient(page).app.onSettingsChanged((settings) => heard.push(settings));
  createClient(projector).library.onChanged((state) => projected.push(state));
  createClient(projector).app.onSettingsChanged((settings) => projected.push(settings));
  publish('library', 'changed', { folder: '/somewhere', syncedBy: null, problem: null, workshops: [] });
  publish('app', 'settingsChanged', { language: 'fr', theme: 'dark', facilitatorName: '' });
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  await vi.waitFor(() => expect(projected).toEqual([{ language: 'fr', theme: 'dark', facilitatorName: '' }]));
});

it('tells a projector nothing of the other workshops that are open', async () => {
  const { openPage, ports, publish } = await loopbackShell();
  const projector = openPage(codeOf((await ports.openProjector('w1', { role: 'facilitator', clientId: 'f' })) ?? ''));
  await isNow(projector, 'open');
  const projected: string[] = [];
  createClient(projector).document.onChanged(({ workshopId, revision }) => projected.push(`${workshopId} ${revision}`));
  const undo = { undo: null, redo: null, isClockNewer: false };
  const changed = { at: '2026-03-20T10:42:07.000Z' as Instant, changes: [], commandId: 'c1', undo };
  publish('document', 'changed', { ...changed, workshopId: 'w2', revision: 8 }, { role: 'projector' });
  publish('document', 'changed', { ...changed, workshopId: 'w1', revision: 3 }, { role: 'projector' });
  await vi.waitFor(() => expect(projected).toEqual(['w1 3']));
});

it('gives a projector its workshop and no right to ask for more', async () => {
  const callers: Caller[] = [];
  const stub = stubHandlers(({ caller }) => {
    callers.push(caller);
    return ok(null);
  });
  const { openPage, ports } = await loopbackShell(stub);
  const projector = openPage(codeOf((await ports.openProjector('w1', { role: 'facilitator', clientId: 'f' })) ?? ''));
  expect(await projector.request(start)).toEqual(ok(null));
  expect(callers[0] && ports.workshopShownTo(callers[0])).toBe('w1');
  expect(await projector.request({ area: 'library', name: 'list', input: {} })).toEqual({ ok: false, failure: { code: 'not-allowed' } });
});

it('comes back after a break and sends unanswered commands again, in order and under their ids', async () => {
  const { stub, held } = heldAnswers();
  const { openPage } = await loopbackShell(stub);
  const page = openPage();
  await isNow(page, 'open');
  const execute = page.request({ area: 'document', name: 'execute', input: requestSamples.document.execute });
  const undo = page.request({ area: 'document', name: 'undo', input: requestSamples.document.undo });
  const create = page.request({ area: 'library', name: 'createSample', input: requestSamples.library.createSample });
  await vi.waitFor(() => expect(held).toHaveLength(3));
  page.cut();
  // What might be carried out twice is given back instead.
  expect(await create).toEqual({ ok: false, failure: { code: 'host-gone' } });
  await vi.waitFor(() => expect(held).toHaveLength(5));
  expect(held.slice(3).map(({ place, input }) => [place, input])).toEqual([
    ['document.execute', requestSamples.document.execute],
    ['document.undo', requestSamples.document.undo],
  ]);
  held[3]?.answer(ok('executed'));
  held[4]?.answer(ok('undone'));
  expect(await Promise.all([execute, undo])).toEqual([ok('executed'), ok('undone')]);
  expect(page.connection.get()).toBe('open');
});

describe('what is asked before the hello', () => {
  const execute = { area: 'document', name: 'execute', input: requestSamples.document.execute };
  const create = { area: 'library', name: 'createSample', input: requestSamples.library.createSample };
  const hello = { kind: 'hello', token: 'token' };

  it('goes along with it, and not once more with the welcome', async () => {
    const { transport, sockets } = scriptedTransport();
    const [first, second] = [transport.request(start), transport.request(execute)];
    const socket = await opened(sockets, 1);
    expect(socket.sent).toEqual([hello, { kind: 'request', id: 1, ...start }, { kind: 'request', id: 2, ...execute }]);
    const third = transport.request(execute);
    expect(socket.sent).toHaveLength(3);
    socket.receive({ kind: 'welcome', lastPost: '/outbox/code' });
    expect(socket.sent.slice(3)).toEqual([{ kind: 'request', id: 3, ...execute }]);
    for (const id of [1, 2, 3]) socket.receive({ kind: 'answer', id, result: ok(id) });
    expect(await Promise.all([first, second, third])).toEqual([ok(1), ok(2), ok(3)]);
  });

  it('goes along again, under its ids, when the connection breaks before the welcome', async () => {
    const { transport, sockets } = scriptedTransport();
    const asked = [transport.request(start), transport.request(execute)];
    const broken = await opened(sockets, 1);
    broken.breakOff();
    const socket = await opened(sockets, 2);
    expect(socket.sent).toEqual(broken.sent);
    expect(socket.sent).toHaveLength(3);
    socket.receive({ kind: 'welcome', lastPost: '/outbox/code' });
    expect(socket.sent).toHaveLength(3);
    for (const id of [1, 2]) socket.receive({ kind: 'answer', id, result: ok(id) });
    expect(await Promise.all(asked)).toEqual([ok(1), ok(2)]);
  });

  it('waits for the welcome from the first on that must not be sent twice, in order', async () => {
    const { transport, sockets } = scriptedTransport();
    for (const request of [start, create, execute]) void transport.request(request);
    const socket = await opened(sockets, 1);
    expect(socket.sent).toEqual([hello, { kind: 'request', id: 1, ...start }]);
    socket.receive({ kind: 'welcome', lastPost: '/outbox/code' });
    expect(socket.sent.slice(2)).toEqual([
      { kind: 'request', id: 2, ...create },
      { kind: 'request', id: 3, ...execute },
    ]);
  });

  it('waits for the welcome when it is long, since the shell takes little of strangers', async () => {
    const { stub, held } = heldAnswers();
    const { openPage } = await loopbackShell(stub);
    const page = openPage();
    const { commandId, workshopId, command } = requestSamples.document.execute;
    const long = {
      area: 'document',
      name: 'execute',
      input: { commandId, workshopId, command: { ...command, value: 'é'.repeat(15_000) } },
    };
    const asked = [page.request(start), page.request(long), page.request(execute)];
    await vi.waitFor(() => expect(held.map(({ place }) => place)).toEqual(['app.start', 'document.execute', 'document.execute']));
    expect(held[1]?.input).toEqual(long.input);
    held.forEach(({ answer }, index) => answer(ok(index)));
    expect(await Promise.all(asked)).toEqual([ok(0), ok(1), ok(2)]);
  });

  /** A transport over sockets that do what the test says. */
  function scriptedTransport() {
    const sockets: ReturnType<typeof scriptedSocket>[] = [];
    const transport = createSocketTransport({
      origin: 'http://127.0.0.1:4310',
      code: null,
      tokenPlace: { read: () => 'token', write: () => {} },
      openSocket: () => {
        const socket = scriptedSocket();
        sockets.push(socket);
        return socket.webSocket;
      },
      fetch,
    });
    return { transport, sockets };
  }

  function scriptedSocket() {
    const sent: unknown[] = [];
    const webSocket = Object.assign(new EventTarget(), { send: (text: string) => sent.push(JSON.parse(text)) }) as unknown as WebSocket;
    const dispatch = (type: string, data: object) => webSocket.dispatchEvent(Object.assign(new Event(type), data));
    return {
      webSocket,
      sent,
      open: () => dispatch('open', {}),
      receive: (message: ServerMessage) => dispatch('message', { data: JSON.stringify(message) }),
      breakOff: () => dispatch('close', { code: 1006 }),
    };
  }

  /** Waits for the transport's socket of this number, and opens it. */
  async function opened(sockets: readonly ReturnType<typeof scriptedSocket>[], count: number) {
    await vi.waitFor(() => expect(sockets).toHaveLength(count), { timeout: 5_000 });
    const socket = sockets[count - 1];
    if (!socket) throw new Error('No socket');
    socket.open();
    return socket;
  }
});

it('says that the host is gone, and keeps what was typed', async () => {
  const { openPage, shell } = await loopbackShell();
  const page = openPage();
  await isNow(page, 'open');
  await shell.close();
  await isNow(page, 'gone');
  expect(await page.request({ area: 'packs', name: 'cancel', input: { buildId: 'b1' } })).toEqual({
    ok: false,
    failure: { code: 'host-gone' },
  });
  const outbox = createOutbox({ client: createClient(page), sendLast: page.sendLast, newId: () => 'c1', now: () => 5_000 });
  void outbox.execute('w1', { name: 'workshopSet', id: 'workshop', field: 'place', value: 'Kigali by the lake', was: 'Kigali' });
  expect(outbox.unsavedTexts()).toEqual(['Kigali by the lake']);
  expect(outbox.state.get()).toEqual({ pending: 1, since: 5_000, savedAt: null, trouble: null });
});

it('gives the last post of a page to the host even when its socket is cut at once', async () => {
  const { stub, held } = heldAnswers();
  const { openPage } = await loopbackShell(stub);
  const page = openPage();
  await isNow(page, 'open');
  page.cut();
  page.sendLast([{ area: 'document', name: 'execute', input: requestSamples.document.execute }]);
  await vi.waitFor(() => expect(held.map(({ input }) => input)).toContainEqual(requestSamples.document.execute));
});

describe('the end of the shell', () => {
  it('waits for what the pages hold back', async () => {
    const at = '2026-03-20T10:42:07.000Z' as Instant;
    const stub = stubHandlers(() => ok({ revision: 3, at }));
    const { openPage, shell } = await loopbackShell(stub);
    const [typing, idle] = [openPage(), openPage()];
    const outbox = createOutbox({ client: createClient(typing), sendLast: typing.sendLast, newId: () => 'c1', now: () => 0 });
    const window = Object.assign(new EventTarget(), { document: new EventTarget() }) as unknown as Window;
    leaveWithPage(window, outbox, typing);
    outbox.beforeLeaving(() => void outbox.execute('w1', requestSamples.document.execute.command));
    await Promise.all([isNow(typing, 'open'), isNow(idle, 'open')]);
    idle.cut();
    const before = performance.now();
    expect(await shell.close()).toBe(true);
    // Well before its patience ends: one page has answered, the other is gone.
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(outbox.state.get()).toMatchObject({ pending: 0, savedAt: at });
  });

  it('comes all the same when a page does not answer', async () => {
    const { openPage, shell } = await loopbackShell();
    const page = openPage();
    await isNow(page, 'open');
    expect(await shell.close()).toBe(false);
    await expect(fetch(`http://127.0.0.1:${shell.port}/`)).rejects.toThrow('fetch failed');
  });
});

it('uploads a file under a handle that only it can use', async () => {
  const taken: unknown[] = [];
  const running: { takeUpload?: (handle: string, caller: Caller) => unknown } = {};
  const stub = stubHandlers(({ input, caller }) => {
    taken.push(running.takeUpload?.((input as { readonly handle: string }).handle, caller));
    return ok(null);
  });
  const { openPage, ports } = await loopbackShell(stub);
  running.takeUpload = ports.takeUpload;
  const [page, other] = [openPage(), openPage()];
  await Promise.all([isNow(page, 'open'), isNow(other, 'open')]);
  const handle = await page.uploadFile(new File(['Nom;Pays'], 'Liste d’été.csv'), 'list');
  if (!handle.ok) throw new Error(handle.failure.code);
  await createClient(other).intake.readUpload({ handle: handle.value });
  await createClient(page).intake.readUpload({ handle: handle.value });
  await createClient(page).intake.readUpload({ handle: handle.value });
  expect(taken).toEqual([null, { fileName: 'Liste d’été.csv', bytes: Buffer.from('Nom;Pays') }, null]);
});

it('does not send a file that is too large, and names the limit of what it is for', async () => {
  const { openPage } = await loopbackShell();
  const page = openPage();
  const file = { name: 'people.xlsx', size: 11 * 1024 * 1024 } as File;
  expect(await page.uploadFile(file, 'list')).toEqual({
    ok: false,
    failure: { code: 'file-too-large', fileName: 'people.xlsx', megabytes: 11, limit: 10 },
  });
  const workshop = { name: 'a.hrhworkshop', size: 51 * 1024 * 1024 } as File;
  expect(await page.uploadFile(workshop, 'workshop')).toEqual({
    ok: false,
    failure: { code: 'workshop-file-too-large', fileName: 'a.hrhworkshop', megabytes: 51, limit: 50 },
  });
});

it('is counted while it is there', async () => {
  const { openPage, pageCounts } = await loopbackShell();
  const page = openPage();
  await isNow(page, 'open');
  expect(pageCounts).toEqual([1]);
  page.cut();
  await vi.waitFor(() => expect(pageCounts.slice(0, 2)).toEqual([1, 0]));
});

it('reports in the outbox what is on disk', async () => {
  const at = '2026-03-20T10:42:07.000Z' as Instant;
  const { openPage } = await loopbackShell(stubHandlers(() => ok({ revision: 3, at })));
  const page = openPage();
  const outbox = createOutbox({ client: createClient(page), sendLast: page.sendLast, newId: () => 'c1', now: () => 0 });
  expect(await outbox.execute('w1', requestSamples.document.execute.command)).toEqual(ok({ revision: 3, at }));
  expect(outbox.state.get()).toEqual({ pending: 0, since: null, savedAt: at, trouble: null });
});
