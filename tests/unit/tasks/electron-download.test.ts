import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { downloadRuntime } from '../../../electron/tasks/electron-download.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

const version = '45.4.1';
const fileName = `electron-v${version}-linux-x64.zip`;
const archive = Buffer.alloc(200_000, 'runtime');
const rightChecksum = createHash('sha256').update(archive).digest('hex');

/** Long enough for a machine that is busy with other things. */
const limits = { answerMs: 20_000, silenceMs: 20_000, totalMs: 40_000 };

const briefly = { ...limits, answerMs: 300 };

/** Asks a local server, which behaves as told, for the runtime. */
async function downloadFrom(listener: RequestListener, patience = limits) {
  // A mirror in the environment would go first.
  for (const name of Object.keys(process.env).filter((key) => /electron_mirror/i.test(key))) vi.stubEnv(name, '');
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const cacheRoot = temporaryFolder();
  const onProgress = vi.fn<(share: number) => void>();
  const request = {
    version,
    checksums: { [fileName]: rightChecksum },
    limits: patience,
    cacheRoot,
    mirror: `http://127.0.0.1:${port}/`,
    platform: 'linux',
    arch: 'x64',
    onProgress,
  };
  return { result: await downloadRuntime(request), again: () => downloadRuntime(request), close, cacheRoot, onProgress };
}

function cachedFiles(cacheRoot: string): readonly string[] {
  return readdirSync(cacheRoot, { recursive: true }).map(String);
}

test('a server that answers fills the cache', async () => {
  const { result, onProgress } = await downloadFrom((_request, response) => response.end(archive));
  expect(result.ok && readFileSync(result.archive).equals(archive)).toBe(true);
  expect(onProgress).toHaveBeenLastCalledWith(1);
});

test('the archive is asked for by version, and only once', async () => {
  const asked: (string | undefined)[] = [];
  const { result, again } = await downloadFrom((request, response) => {
    asked.push(request.url);
    response.end(archive);
  });
  expect(await again()).toEqual(result);
  expect(asked).toEqual([`/v${version}/${fileName}`]);
});

test('a server that never answers is given up', async () => {
  const { result } = await downloadFrom(() => {}, briefly);
  expect(result).toEqual({ ok: false, failure: 'no-answer' });
});

test('a server that sends its headers and then nothing is given up', async () => {
  const { result } = await downloadFrom((_request, response) => {
    response.writeHead(200, { 'content-length': archive.length });
    response.flushHeaders();
  }, briefly);
  expect(result).toEqual({ ok: false, failure: 'no-answer' });
});

test('a server that falls silent half-way is given up and leaves nothing in the cache', async () => {
  const { result, cacheRoot } = await downloadFrom(
    (_request, response) => {
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, 1000));
    },
    { ...limits, silenceMs: 300 },
  );
  expect(result).toEqual({ ok: false, failure: 'stalled' });
  expect(cachedFiles(cacheRoot)).toEqual([]);
});

test('a server that drips is given up when the whole takes too long', async () => {
  const { result } = await downloadFrom(
    (_request, response) => {
      response.writeHead(200, { 'content-length': archive.length });
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    },
    { ...limits, totalMs: 500 },
  );
  expect(result).toEqual({ ok: false, failure: 'too-slow' });
});

test('a connection that breaks off is a failure and leaves nothing in the cache', async () => {
  const { result, cacheRoot } = await downloadFrom((_request, response) => {
    response.writeHead(200, { 'content-length': archive.length });
    response.write(archive.subarray(0, 1000), () => response.destroy());
  });
  expect(result).toEqual({ ok: false, failure: 'unreachable' });
  expect(cachedFiles(cacheRoot)).toEqual([]);
});

test('a server that lies about the content is found out and leaves nothing in the cache', async () => {
  const { result, cacheRoot } = await downloadFrom((_request, response) => response.end('something else'));
  expect(result).toEqual({ ok: false, failure: 'wrong-checksum' });
  expect(cachedFiles(cacheRoot)).toEqual([]);
});

test('a server that says no is named as such', async () => {
  const { result } = await downloadFrom((_request, response) => response.writeHead(404).end());
  expect(result).toEqual({ ok: false, failure: 'refused' });
});

test('a server that is not there is unreachable', async () => {
  const { result, again, close } = await downloadFrom((_request, response) => response.writeHead(404).end());
  expect(result).toEqual({ ok: false, failure: 'refused' });
  await close();
  expect(await again()).toEqual({ ok: false, failure: 'unreachable' });
});
