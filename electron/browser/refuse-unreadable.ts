// The answer to what never becomes a request: bytes that are no HTTP, headers without an end, a body that does not come.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { commonHeaders } from '../host/page-response.ts';

const statusOf: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers with the headers of every other answer and without a word about the reason, and ends the connection. */
export function refuseUnreadable({ code = '' }: { readonly code?: string }, socket: Duplex): void {
  if (socket.writable) {
    const status = statusOf[code] ?? 400;
    const headers = Object.entries({ ...commonHeaders, 'cache-control': 'no-store', connection: 'close', 'content-length': '0' });
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  }
  // Not ended but destroyed: whoever sends slowly also closes slowly.
  socket.destroy();
}
