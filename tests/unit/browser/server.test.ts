// The browser shell's server: who is let in, what is served, and that everything else is refused.

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  largestUploadBytes,
  socketRefused,
  uploadLimitMegabytes,
  uploadRequest,
  type ServerMessage,
} from '../../../shared/contract/wire.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { codeOf, exchangeCode, loopbackShell, signIn } from '../../support/loopback-shell.ts';
import { requestSamples } from '../../support/request-samples.ts';
import { stubHandlers } from '../../support/stub-handlers.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface RawRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: string | Buffer;
}

/** Sends exactly what is given: `fetch` would tidy paths and refuse to set Host. */
function send(origin: string, { path, method = 'GET', headers = {}, body }: RawRequest): Promise<Answer> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('pages', () => {
  it('come with the policy, a fresh nonce per load, and nothing that a browser may keep or send on', async () => {
    const { origin } = await loopbackShell();
    const first = await send(origin, { path: '/' });
    const second = await send(origin, { path: '/' });
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThanOrEqual(20);
    expect(first.body).toBe(`<html lang="fr"><meta nonce="${nonce}"><script nonce="${nonce}" src="/assets/app.js"></script>`);
    expect(second.body).not.toContain(nonce);
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; ` +
        `connect-src 'self' ${origin.replace('http', 'ws')}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(first.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(first.headers['permissions-policy']).toContain('camera=()');
    expect(first.headers['set-cookie']).toBeUndefined();
  });

  it('and their files are the only things served', async () => {
    const { origin } = await loopbackShell();
    expect(await send(origin, { path: '/assets/app.js?v=1' })).toMatchObject({ status: 200, body: 'run()' });
    const outside = [
      '/package.json',
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '//etc/passwd',
      '/assets/%00',
      '/assets/',
      '/session',
    ];
    for (const path of outside) expect({ path, ...(await send(origin, { path })) }).toMatchObject({ path, status: 404, body: '' });
  });

  it('say nothing about what went wrong', async () => {
    const { origin } = await loopbackShell();
    const answer = await send(origin, {
      path: '/session',
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{"code"',
    });
    expect(answer).toMatchObject({ status: 400, body: '' });
  });
});

describe('foreign requests', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])('are refused by their Host %s', async (host) => {
    const { origin } = await loopbackShell();
    expect(await send(origin, { path: '/', headers: { host } })).toMatchObject({ status: 421, body: '' });
  });

  it('are refused by their Origin', async () => {
    const { origin, shell } = await loopbackShell();
    const code = codeOf(shell.newAddress());
    const exchange = (from: Record<string, string>) =>
      send(origin, {
        path: '/session',
        method: 'POST',
        headers: { ...from, 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
    for (const foreign of [
      'http://evil.example',
      'null',
      `${origin}.evil.example`,
      origin.replace('127.0.0.1', 'localhost'),
      origin.replace('http', 'https'),
    ]) {
      expect({ foreign, ...(await exchange({ origin: foreign })) }).toMatchObject({ foreign, status: 403 });
    }
    expect(await exchange({})).toMatchObject({ status: 403 });
    expect(await send(origin, { path: '/', headers: { origin: 'http://evil.example' } })).toMatchObject({ status: 403 });
    // None of them used the code up.
    expect((await exchange({ origin })).status).toBe(200);
  });

  it.each([{ origin: 'http://evil.example' }, {}])('get no socket with %j', async (options) => {
    const { origin } = await loopbackShell();
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, options);
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => {});
    });
    socket.terminate();
    expect(status).toBe(403);
  });
});

describe('one-time codes', () => {
  it('stand in the fragment of the address, which no server is sent', async () => {
    const { shell, origin } = await loopbackShell();
    expect(shell.newAddress()).toMatch(new RegExp(`^${origin}/#code=[\\w-]{43}$`));
  });

  it('work once', async () => {
    const { shell, origin } = await loopbackShell();
    const code = codeOf(shell.newAddress());
    const first = await exchangeCode(origin, code);
    expect(first).toMatchObject({ ok: true });
    expect(await exchangeCode(origin, code)).toEqual({ ok: false, reason: 'code-used' });
  });

  it('work for two minutes', async () => {
    const { shell, origin, clock } = await loopbackShell();
    const [early, late] = [codeOf(shell.newAddress()), codeOf(shell.newAddress())];
    clock.now += 120_000;
    expect(await exchangeCode(origin, early)).toMatchObject({ ok: true });
    clock.now += 1;
    expect(await exchangeCode(origin, late)).toEqual({ ok: false, reason: 'code-expired' });
    expect(await exchangeCode(origin, 'never-given')).toEqual({ ok: false, reason: 'code-expired' });
  });

  it('are refused when they are no text, or a very long one', async () => {
    const { origin } = await loopbackShell();
    const headers = { origin, 'content-type': 'application/json' };
    expect(await send(origin, { path: '/session', method: 'POST', headers, body: '{"code":{"$ne":0}}' })).toMatchObject({ status: 400 });
    expect(
      await send(origin, { path: '/session', method: 'POST', headers, body: JSON.stringify({ code: 'x'.repeat(5_000) }) }),
    ).toMatchObject({ status: 413 });
  });
});

describe('tokens', () => {
  it('must be in the first message of a socket', async () => {
    const stub = stubHandlers();
    const { origin } = await loopbackShell(stub);
    const start = JSON.stringify({ kind: 'request', id: 1, area: 'app', name: 'start', input: {} });
    for (const first of [start, JSON.stringify({ kind: 'hello', token: 'wrong' }), JSON.stringify({ kind: 'hello' }), 'not json', '']) {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin });
      const heard: unknown[] = [];
      socket.on('message', (data) => heard.push(data));
      socket.on('open', () => {
        socket.send(first);
        socket.send(start);
      });
      const reason = await new Promise((resolve) => socket.on('close', resolve));
      expect({ first, reason, heard }).toEqual({ first, reason: socketRefused, heard: [] });
    }
    expect(stub.asked).toEqual([]);
  });

  it('open no other door: neither in a header, a cookie nor an address', async () => {
    const { origin, shell } = await loopbackShell();
    const token = await signIn(shell.newAddress());
    for (const path of ['/upload', '/outbox', `/upload/${token}`, `/outbox/${token}`, `/outbox?token=${token}`]) {
      const headers = { origin, 'content-type': 'application/json', authorization: `Bearer ${token}`, cookie: `token=${token}` };
      expect({ path, ...(await send(origin, { path, method: 'POST', headers, body: '[]' })) }).toMatchObject({ path, status: 404 });
    }
    expect((await send(origin, { path: `/download/${token}`, headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
  });
});

/** Sends to a one-time address as a page does. */
function post(origin: string, path: string, headers: NonNullable<RawRequest['headers']>, body: string | Buffer): Promise<Answer> {
  return send(origin, { path, method: 'POST', headers: { origin, ...headers }, body });
}

describe('uploads', () => {
  const file = { 'content-type': 'application/octet-stream' };

  async function uploader() {
    const running = await loopbackShell();
    const page = running.openPage();
    const addressFor = async (fileName: string, bytes: number) => {
      const answer = await page.request({ ...uploadRequest, input: { fileName, bytes } });
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.value as string;
    };
    return { ...running, page, addressFor };
  }

  it('are given to no other page', async () => {
    const { origin, addressFor, ports } = await uploader();
    const answer = await post(origin, await addressFor('Liste d’été.csv', 3), file, Buffer.from('Nom'));
    const { value } = JSON.parse(answer.body) as { readonly value: string };
    expect(value).toMatch(/^\w{20}$/);
    expect(ports.takeUpload(value, { role: 'facilitator', clientId: 'another page' })).toBeNull();
    expect(ports.takeUpload('no such handle', { role: 'facilitator', clientId: 'another page' })).toBeNull();
  });

  it('are refused by announced and by real size, in words of the contract', async () => {
    const { origin, page, addressFor } = await uploader();
    const tooLarge = { fileName: 'people.xlsx', bytes: largestUploadBytes + 1 };
    expect(await page.request({ ...uploadRequest, input: tooLarge })).toEqual(
      err({ code: 'file-too-large', fileName: 'people.xlsx', megabytes: uploadLimitMegabytes + 1, limit: uploadLimitMegabytes }),
    );
    const more = Buffer.alloc(2_000_000);
    for (const [name, length] of [
      ['content-length', more.length],
      ['transfer-encoding', 'chunked'],
    ] as const) {
      const answer = await post(origin, await addressFor('people.xlsx', 1_000), { ...file, [name]: length }, more);
      expect({ status: answer.status, body: JSON.parse(answer.body) as unknown }).toMatchObject({
        status: 413,
        body: { failure: { code: 'file-too-large', fileName: 'people.xlsx' } },
      });
    }
  });

  it('are not for a projector', async () => {
    const { ports, openPage } = await uploader();
    const projector = openPage(codeOf((await ports.openProjector('w1', { role: 'facilitator', clientId: 'f' })) ?? ''));
    expect(await projector.request({ ...uploadRequest, input: { fileName: 'a', bytes: 1 } })).toEqual(err({ code: 'not-allowed' }));
  });

  it.each([null, {}, { fileName: 'a' }, { fileName: 1, bytes: 1 }, { fileName: 'a', bytes: -1 }, { fileName: 'a', bytes: 0.5 }])(
    'have no address for %j',
    async (input) => {
      const { page } = await uploader();
      expect(await page.request({ ...uploadRequest, input })).toEqual(err({ code: 'bad-request', place: 'fileName' }));
    },
  );
});

describe('the last post of a page', () => {
  const json = { 'content-type': 'application/json' };

  it('reaches the host in order, as this page', async () => {
    const stub = stubHandlers();
    const { origin, lastPost } = await connectedPage(stub);
    const execute = { area: 'document', name: 'execute', input: requestSamples.document.execute };
    const undo = { area: 'document', name: 'undo', input: requestSamples.document.undo };
    const answer = await post(origin, lastPost(), json, JSON.stringify([execute, undo, { area: 'disk', name: 'erase' }]));
    expect(JSON.parse(answer.body)).toEqual([ok(null), ok(null), err({ code: 'bad-request', place: 'name' })]);
    expect(stub.asked.map(({ place }) => place)).toEqual(['document.execute', 'document.undo']);
    expect(stub.asked[0]?.caller.role).toBe('facilitator');
  });

  it.each(['{}', '[42]', '[{"area":1,"name":"x"}]', 'null'])('is refused as %s', async (body) => {
    const stub = stubHandlers();
    const { origin, lastPost } = await connectedPage(stub);
    expect((await post(origin, lastPost(), json, body)).status).toBe(400);
    expect(stub.asked).toEqual([]);
  });

  it('is refused when it is oversized', async () => {
    const { origin, lastPost } = await connectedPage();
    expect((await post(origin, lastPost(), json, JSON.stringify(['x'.repeat(300_000)]))).status).toBe(413);
  });

  it('goes to an address of the connection, which gets another when it is used, and ends soon after it', async () => {
    const { origin, clock, lastPost, socket } = await connectedPage();
    const first = lastPost();
    clock.now += 3_600_000;
    expect((await post(origin, first, json, '[]')).status).toBe(200);
    await vi.waitFor(() => expect(lastPost()).not.toBe(first));
    const second = lastPost();
    socket.terminate();
    clock.now += 9_000;
    expect((await post(origin, second, json, '[]')).status).toBe(200);
    const other = await connectedPage();
    other.socket.terminate();
    // Until the shell has seen the end of the connection, its address is good.
    await vi.waitFor(() => expect(other.pageCounts.at(-1)).toBe(0));
    other.clock.now += 10_001;
    expect((await post(other.origin, other.lastPost(), json, '[]')).status).toBe(404);
  });
});

/** A socket that has been let in, and the address that it was given for its last post. */
async function connectedPage(stub = stubHandlers()) {
  const running = await loopbackShell(stub);
  const token = await signIn(running.shell.newAddress());
  const socket = new WebSocket(`${running.origin.replace('http', 'ws')}/socket`, { origin: running.origin });
  onTestFinished(() => socket.terminate());
  let address = '';
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ServerMessage;
    if (message.kind === 'welcome') address = message.lastPost;
    if (message.kind === 'lastPost') ({ address } = message);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ kind: 'hello', token }));
  await vi.waitFor(() => expect(address).not.toBe(''));
  return { ...running, socket, lastPost: () => address };
}

describe('one-time addresses', () => {
  async function addresses() {
    const running = await loopbackShell();
    const path = join(temporaryFolder(), 'pack.zip');
    writeFileSync(path, 'bytes of a pack');
    const page = running.openPage();
    const upload = await page.request({ ...uploadRequest, input: { fileName: 'a.csv', bytes: 3 } });
    const delivered = await running.ports.deliver({ kind: 'file', path, fileName: 'a.zip' }, { role: 'facilitator', clientId: 'f' });
    if (!upload.ok || !delivered.ok || delivered.value.kind !== 'download') throw new Error('no addresses');
    return { ...running, upload: upload.value as string, download: delivered.value.address };
  }
  const file = { 'content-type': 'application/octet-stream' };

  it('work once', async () => {
    const { origin, upload, download } = await addresses();
    expect((await post(origin, upload, file, 'Nom')).status).toBe(200);
    expect((await post(origin, upload, file, 'Nom')).status).toBe(404);
    expect((await send(origin, { path: download })).status).toBe(200);
    expect((await send(origin, { path: download })).status).toBe(404);
  });

  it('are refused when they are late', async () => {
    const { origin, upload, download, clock } = await addresses();
    clock.now += 120_001;
    expect((await post(origin, upload, file, 'Nom')).status).toBe(404);
    expect((await send(origin, { path: download })).status).toBe(404);
  });

  it('are good for nothing else, and are not used up by the attempt', async () => {
    const { origin, upload, download } = await addresses();
    const [uploadCode, downloadCode] = [upload, download].map((address) => address.split('/')[2] ?? '');
    expect((await send(origin, { path: `/download/${uploadCode}` })).status).toBe(404);
    expect((await post(origin, `/outbox/${uploadCode}`, { 'content-type': 'application/json' }, '[]')).status).toBe(404);
    expect((await post(origin, `/upload/${downloadCode}`, file, 'Nom')).status).toBe(404);
    expect((await post(origin, upload, file, 'Nom')).status).toBe(200);
    expect((await send(origin, { path: download })).status).toBe(200);
  });

  it('are refused to another origin, and are not used up by it', async () => {
    const { origin, upload, download } = await addresses();
    for (const foreign of ['http://evil.example', 'http://127.0.0.1:1', 'null']) {
      expect((await post(origin, upload, { ...file, origin: foreign }, 'Nom')).status).toBe(403);
      expect((await send(origin, { path: download, headers: { origin: foreign } })).status).toBe(403);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect((await send(origin, { path: download, headers: { 'sec-fetch-site': site } })).status).toBe(403);
    }
    expect((await post(origin, upload, file, 'Nom')).status).toBe(200);
    expect((await send(origin, { path: download, headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });
});

describe('downloads', () => {
  it('are fetched once, within two minutes, under their own name', async () => {
    const { origin, ports, clock } = await loopbackShell();
    const path = join(temporaryFolder(), 'pack.zip');
    writeFileSync(path, 'bytes of a pack');
    const offer = async () => {
      const delivered = await ports.deliver({ kind: 'file', path, fileName: 'Équipe 1.zip' }, { role: 'facilitator', clientId: 'f' });
      if (!delivered.ok || delivered.value.kind !== 'download') throw new Error('no download');
      return delivered.value.address;
    };
    const address = await offer();
    expect(await send(origin, { path: address })).toMatchObject({
      status: 200,
      body: 'bytes of a pack',
      headers: {
        'content-disposition': "attachment; filename*=UTF-8''%C3%89quipe%201.zip",
        'content-length': '15',
        'cache-control': 'no-store',
      },
    });
    expect((await send(origin, { path: address })).status).toBe(404);
    const late = await offer();
    clock.now += 120_001;
    expect((await send(origin, { path: late })).status).toBe(404);
    expect((await send(origin, { path: '/download/..%2f..%2fetc%2fpasswd' })).status).toBe(404);
  });
});

describe('ports', () => {
  it('are tried in order: the last one first, any other when it is taken', async () => {
    const first = await loopbackShell();
    const second = await loopbackShell(stubHandlers(), [first.shell.port, 0]);
    expect(second.shell.port).not.toBe(first.shell.port);
    await first.shell.close();
    const third = await loopbackShell(stubHandlers(), [first.shell.port, 0]);
    expect(third.shell.port).toBe(first.shell.port);
  });

  it('of another program are an error when there is no other choice', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { readonly port: number }).port)),
    );
    await expect(loopbackShell(stubHandlers(), [port])).rejects.toThrow('EADDRINUSE');
    other.close();
  });
});
