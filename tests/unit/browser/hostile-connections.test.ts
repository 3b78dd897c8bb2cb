// Whoever can reach the browser shell's port but was never let in: slow, endless, malformed and very many connections.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { uploadRequest } from '../../../shared/contract/wire.ts';
import { loopbackShell, type LoopbackShell } from '../../support/loopback-shell.ts';
import { stubHandlers } from '../../support/stub-handlers.ts';

/** Short enough to be waited for. */
const limits = { headersMs: 300, requestMs: 600, checkMs: 100 };

/** Connects, and collects what comes until the other side ends it. */
async function dial({ shell }: LoopbackShell): Promise<{ readonly line: Socket; readonly answer: Promise<string> }> {
  const line = connect(shell.port, '127.0.0.1');
  onTestFinished(() => void line.destroy());
  let heard = '';
  line.on('data', (piece: Buffer) => (heard += piece.toString('latin1')));
  // A reset is an answer too: an empty one.
  line.on('error', () => {});
  const answer = new Promise<string>((resolve) => line.on('close', () => resolve(heard)));
  await once(line, 'connect');
  return { line, answer };
}

/** Sends bytes as they are. @returns everything that came back until the end of the connection */
async function say(running: LoopbackShell, bytes: string): Promise<string> {
  const { line, answer } = await dial(running);
  line.write(bytes.replaceAll('{host}', `127.0.0.1:${running.shell.port}`), 'latin1');
  return answer;
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
}

const page = (line: string, headers = '') => `${line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n${headers}\r\n`;
const ours = 'Origin: http://{host}\r\n';
const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';

/** What is answered, by how it is asked. */
const answers: readonly (readonly [what: string, bytes: string, status: number])[] = [
  ['a page', page('GET /'), 200],
  ['a file that is not there', page('GET /none.js'), 404],
  ['a code that never was', page('POST /session', `${ours}Content-Type: application/json\r\nContent-Length: 12\r\n`) + '{"code":"x"}', 200],
  ['a foreign host', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: evil.example\r\nHost: {host}\r\nConnection: close\r\n\r\n', 421],
  ['no origin', page('POST /session', 'Content-Length: 2\r\n') + '{}', 403],
  ['a foreign origin', page('POST /session', 'Origin: http://evil.example\r\nContent-Length: 2\r\n') + '{}', 403],
  ['a preflight from elsewhere', page('OPTIONS /session', 'Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n'), 403],
  ['no one-time address', page('POST /outbox/guessed', `${ours}Content-Type: application/json\r\nContent-Length: 2\r\n`) + '[]', 404],
  ['a form', page('POST /session', `${ours}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n`) + 'code=x', 415],
  ['a body that is no text', page('POST /session', `${ours}Content-Type: application/octet-stream\r\nContent-Length: 3\r\n`) + 'abc', 400],
  ['an announced flood', page('POST /session', `${ours}Content-Type: application/json\r\nContent-Length: 9999999999\r\n`), 413],
  ['an address that cannot be decoded', page('GET /%zz'), 400],
  ['a path upwards', page('GET /../../etc/passwd'), 404],
  ['a path upwards, encoded', page('GET /%2e%2e/%2e%2e/etc/passwd'), 404],
  ['a path upwards, encoded twice', page('GET /%252e%252e%252fetc%252fpasswd'), 404],
  ['a path upwards with backslashes', page('GET /..\\..\\windows\\win.ini'), 404],
  ['a path upwards with encoded backslashes', page('GET /assets/..%5c..%5cpackage.json'), 404],
  ['a path with a zero byte', page('GET /index.html%00.js'), 404],
  ['a whole address', page('GET http://evil.example/'), 404],
  ['a download that was never offered', page('GET /download/..%2f..%2fetc%2fpasswd'), 404],
  ['a socket somewhere else', page('GET /', `${ours}${upgrade}Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`), 404],
  ['a socket without a key', page('GET /socket', `${ours}${upgrade}`), 400],
  ['a known method where it has no place', page('DELETE /session', ours), 404],
  ['a method of another protocol', page('PROPFIND /', ours), 404],
  ['a method that nobody knows', page('BREW /'), 400],
  ['no HTTP at all', 'EHLO evil.example\r\n\r\n', 400],
  ['headers without measure', page('GET /', `X: ${'x'.repeat(100_000)}\r\n`), 431],
  [
    'a body said to be of two lengths',
    page('POST /session', `${ours}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n`) + '0\r\n\r\n',
    400,
  ],
];

describe('every answer', () => {
  it.each(answers)('to %s has its status and all the headers that keep browsers from helping', async (_what, bytes, status) => {
    const running = await loopbackShell(stubHandlers(), [0], limits);
    const answer = await say(running, bytes);
    expect(statusOf(answer)).toBe(status);
    const [head = '', body] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^content-security-policy: default-src 'none'; .*frame-ancestors 'none'/im);
    expect(head).toMatch(/^x-content-type-options: nosniff$/im);
    expect(head).toMatch(/^referrer-policy: no-referrer$/im);
    expect(head).toMatch(/^cross-origin-opener-policy: same-origin$/im);
    expect(head).toMatch(/^cross-origin-resource-policy: same-origin$/im);
    expect(head).toMatch(/^cache-control: no-store$/im);
    expect(head).not.toMatch(/^(access-control-|set-cookie|server:|x-powered-by)/im);
    // A refusal says nothing about its reason.
    if (status !== 200) expect(body).toBe('');
  });
});

describe('who is slow', () => {
  it.each([
    ['says nothing at all', ''],
    ['never ends its headers', 'GET / HTTP/1.1\r\nHost: {host}\r\nX-Slow: '],
    [
      'never sends its body',
      `POST /session HTTP/1.1\r\nHost: {host}\r\n${ours}Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{"co`,
    ],
    [
      'opens a request without a length and never ends it',
      `POST /session HTTP/1.1\r\nHost: {host}\r\n${ours}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"co\r\n`,
    ],
  ])('and %s is cut off', async (_what, bytes) => {
    const running = await loopbackShell(stubHandlers(), [0], limits);
    expect(statusOf(await say(running, bytes))).toBe(408);
  });

  it('and sends a byte now and then, is cut off too', async () => {
    const running = await loopbackShell(stubHandlers(), [0], limits);
    const { line, answer } = await dial(running);
    line.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${running.shell.port}\r\nX-Slow: `);
    const drip = setInterval(() => line.write('x'), 50);
    expect(statusOf(await answer)).toBe(408);
    clearInterval(drip);
  });

  it('and has an address for it, is cut off while a file trickles in', async () => {
    const running = await loopbackShell(stubHandlers(), [0], limits);
    const address = await running.openPage().request({ ...uploadRequest, input: { fileName: 'a.csv', bytes: 1_000 } });
    if (!address.ok) throw new Error(address.failure.code);
    const headers = `Content-Type: application/octet-stream\r\nContent-Length: 1000\r\n`;
    const answer = await say(running, `POST ${String(address.value)} HTTP/1.1\r\nHost: {host}\r\n${ours}${headers}\r\nsome`);
    expect(statusOf(answer)).not.toBe(200);
  });
});

describe('a socket of a stranger', () => {
  it('is ended when its hello has no end', async () => {
    const stub = stubHandlers();
    const { origin } = await loopbackShell(stub);
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin });
    socket.on('error', () => {});
    await once(socket, 'open');
    socket.send('x'.repeat(1_000_000));
    const [code] = (await once(socket, 'close')) as [number];
    // Cut, before it was read: a message that is read and is no hello gets a word of refusal.
    expect(code).toBe(1006);
    expect(stub.asked).toEqual([]);
  });
});

describe('a thousand connections at once', () => {
  it('neither disturb a page that is connected, nor keep a new one out', { timeout: 60_000 }, async () => {
    const stub = stubHandlers();
    const running = await loopbackShell(stub);
    const connected = running.openPage();
    const start = { area: 'app', name: 'start', input: {} };
    expect(await connected.request(start)).toEqual({ ok: true, value: null });

    let open = 0;
    const crowd = Array.from({ length: 1_000 }, () => connect(running.shell.port, '127.0.0.1'));
    onTestFinished(() => crowd.forEach((line) => line.destroy()));
    await Promise.all(
      crowd.map(
        (line) =>
          new Promise<void>((resolve) => {
            line.once('connect', () => {
              open += 1;
              resolve();
            });
            line.once('error', () => resolve());
            line.once('close', () => (open -= 1));
          }),
      ),
    );
    expect(await connected.request(start)).toEqual({ ok: true, value: null });
    const late = running.openPage();
    expect(await late.request(start)).toEqual({ ok: true, value: null });
    await expect.poll(() => open).toBeLessThanOrEqual(100);
    expect(connected.connection.get()).toBe('open');
  });
});
