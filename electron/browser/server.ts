// The browser shell's server: the host behind 127.0.0.1, for pages that were opened with a one-time code and for nobody else.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import websocket from '@fastify/websocket';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { UiLanguage } from '../../shared/contract/contract.ts';
import { wirePaths, type WireRequest } from '../../shared/contract/wire.ts';
import type { Dispatch } from '../host/dispatch.ts';
import type { PageAssets } from '../host/page-assets.ts';
import { commonHeaders, pageResponse } from '../host/page-response.ts';
import type { Uploads } from '../host/uploads.ts';
import { isAllowedHost, isAllowedOrigin, isOwnSite } from './addresses.ts';
import type { OneTimeAddresses, Purpose } from './one-time-addresses.ts';
import type { OpenPages } from './open-pages.ts';
import { receiveUpload } from './receive-upload.ts';
import { refuseUnreadable } from './refuse-unreadable.ts';
import type { Sessions } from './sessions.ts';
import { createStrangers } from './strangers.ts';
import { largestFrameBytes, talkWithPage } from './talk-with-page.ts';

export interface ServerParts {
  readonly assets: PageAssets;
  readonly sessions: Sessions;
  readonly uploads: Uploads;
  readonly oneTime: OneTimeAddresses;
  readonly pages: OpenPages;
  readonly dispatch: Dispatch;
  /** Of the interface, for pages that have not reached their host yet. */
  readonly language: () => UiLanguage;
  readonly limits?: ServerLimits;
}

/** How long anybody is waited for, in milliseconds. */
export interface ServerLimits {
  /** Until the headers of a request are there, or the first byte. */
  readonly headersMs: number;
  /** Until a request is there with its body. */
  readonly requestMs: number;
  /** How often both are looked at. */
  readonly checkMs: number;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4310`. */
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** The browser sends at most 64 KB when a page goes away; a little more does no harm. */
const largestOutboxBytes = 256_000;
const largestCodeBytes = 1_000;
/** What trickles in is cut off: nobody types a request. The largest file from the slowest stick takes half a minute. */
const usualLimits: ServerLimits = { headersMs: 10_000, requestMs: 60_000, checkMs: 2_000 };
/** A browser with a few tabs needs some twenty; a page gone wild must not exhaust the machine. */
const mostConnections = 200;
/** So many of them without a token: there is always room for pages that have one. */
const mostStrangers = 100;

/**
 * Starts the server on 127.0.0.1.
 * @param ports tried in this order; 0 means any free port
 * @throws when none of them can be had
 */
export async function startServer(parts: ServerParts, ports: readonly number[]): Promise<RunningServer> {
  for (const [index, wanted] of ports.entries()) {
    const server = await buildServer(parts);
    try {
      const origin = await server.listen({ host: '127.0.0.1', port: wanted });
      return { origin, port: portOf(server), close: () => server.close() };
    } catch (error) {
      await server.close();
      if (index === ports.length - 1) throw error;
    }
  }
  throw new Error('No port to listen on');
}

async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { assets, sessions, uploads, oneTime, pages, dispatch, language, limits = usualLimits } = parts;
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    requestTimeout: limits.requestMs,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
      // A missing Host is a foreign one: refused with the other foreign ones, below.
      requireHostHeader: false,
    },
    clientErrorHandler: refuseUnreadable,
    // An address that cannot be decoded, which no hook gets to see.
    frameworkErrors: (_error, _request, { raw }) =>
      void raw.writeHead(400, { ...commonHeaders, 'cache-control': 'no-store', 'content-length': 0 }).end(),
  });
  const strangers = createStrangers(mostStrangers);
  server.server.maxConnections = mostConnections;
  server.server.on('connection', strangers.add);
  await server.register(websocket, { options: { maxPayload: largestFrameBytes, perMessageDeflate: false } });
  server.websocketServer.on('wsClientError', refuseUnreadable);
  const purposes = new WeakMap<FastifyRequest, Purpose>();

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(commonHeaders).header('cache-control', 'no-store');
    const port = portOf(server);
    if (!isAllowedHost(request.headers.host, port)) return reply.code(421).send();
    const mustHaveOrigin = request.method !== 'GET' || request.ws;
    if (!isAllowedOrigin(request.headers.origin, { port, mustHaveOrigin })) return reply.code(403).send();
    // Any other route would become a socket that nobody listens to.
    if (request.ws && request.url !== wirePaths.socket) return reply.code(404).send();
    return undefined;
  });
  server.setErrorHandler((error: { readonly statusCode?: number }, _, reply) => reply.code(error.statusCode ?? 500).send());
  server.setNotFoundHandler((_, reply) => reply.code(404).send());
  // Files stay streams: they are counted while they arrive.
  server.addContentTypeParser('application/octet-stream', (_, body, done) => done(null, body));

  /** The address is used up before anything of the body is read. */
  const sentTo =
    (kind: 'upload' | 'outbox') =>
    async (request: FastifyRequest, reply: { readonly code: (status: number) => { readonly send: () => unknown } }) => {
      const purpose = oneTime.take(kind, (request.params as { readonly code: string }).code);
      if (!purpose) return reply.code(404).send();
      strangers.welcome(request.raw.socket);
      purposes.set(request, purpose);
      return undefined;
    };

  server.get('/*', (request, reply) => {
    const path = request.url.replace(/\?.*$/, '');
    const { status, headers, body } = pageResponse(assets, path, { language: language(), connectTo: `ws://127.0.0.1:${portOf(server)}` });
    return reply.code(status).headers(headers).send(body);
  });

  server.post(wirePaths.session, { bodyLimit: largestCodeBytes }, (request, reply) => {
    const code = (request.body as { readonly code?: unknown } | null)?.code;
    return typeof code === 'string' ? reply.send(sessions.exchange(code)) : reply.code(400).send();
  });

  server.post(`${wirePaths.upload}/:code`, { onRequest: sentTo('upload') }, async (request, reply) => {
    const purpose = purposes.get(request);
    if (purpose?.kind !== 'upload') return reply.code(404).send();
    const declared = Number(request.headers['content-length']);
    const received = await receiveUpload(request.body as Readable, purpose, Number.isFinite(declared) ? declared : null);
    if (received.ok) return { ok: true, value: uploads.keep(received.value, purpose.session.caller.clientId) };
    // The rest of the body is not read: this connection cannot carry another request.
    return reply.code(413).header('connection', 'close').send(received);
  });

  server.post(`${wirePaths.outbox}/:code`, { onRequest: sentTo('outbox'), bodyLimit: largestOutboxBytes }, async (request, reply) => {
    const purpose = purposes.get(request);
    if (purpose?.kind !== 'outbox') return reply.code(404).send();
    purpose.whenUsed();
    const { session } = purpose;
    const requests: unknown = request.body;
    if (!Array.isArray(requests) || !requests.every(isWireRequest)) return reply.code(400).send();
    const bytes = (input: unknown) => Buffer.byteLength(JSON.stringify(input) ?? '');
    // All are given to the host before the first answer, in their order, as over the socket.
    return Promise.all(requests.map(({ area, name, input }) => dispatch(session.caller, { area, name, input, bytes: bytes(input) })));
  });

  server.get(`${wirePaths.download}/:code`, async (request, reply) => {
    // A link on a page of somebody else carries no Origin; browsers say where it stands all the same.
    if (!isOwnSite(request.headers['sec-fetch-site'])) return reply.code(403).send();
    const item = oneTime.take('download', (request.params as { readonly code: string }).code)?.item;
    if (!item) return reply.code(404).send();
    const { size } = await stat(item.path);
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(item.fileName)}`,
      })
      .send(createReadStream(item.path));
  });

  server.get(wirePaths.socket, { websocket: true }, (socket, { raw }) =>
    talkWithPage(socket, { wire: raw.socket, sessions, oneTime, pages, dispatch, onWelcome: () => strangers.welcome(raw.socket) }),
  );
  return server;
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function isWireRequest(value: unknown): value is WireRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { area, name } = value as Partial<WireRequest>;
  return typeof area === 'string' && typeof name === 'string';
}
