// app://: the pages' own origin. Served from the map of built files; nothing is resolved from a path in a request (checklist line 2).
import { protocol, type Session } from 'electron';
import type { UiLanguage } from '../../shared/contract/contract.ts';
import type { PageAssets } from '../host/page-assets.ts';
import { pageResponse } from '../host/page-response.ts';

const scheme = 'app';
const hostName = 'workshop';

/** Origin of every page of ours, as frames report it. */
export const appOrigin = `${scheme}://${hostName}`;

/** To be called once, before the application is ready. Without `supportFetchAPI` fetch fails (electron #48297). */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Answers app:// in a session: GET of a built file, in the language of the interface, 404 for all else. */
export function servePages(session: Pick<Session, 'protocol'>, assets: PageAssets, language: () => UiLanguage): void {
  session.protocol.handle(scheme, (request) => {
    const { host, pathname } = new URL(request.url);
    const isOurs = host === hostName && request.method === 'GET';
    const { status, headers, body } = pageResponse(isOurs ? assets : new Map(), pathname, { language: language() });
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  });
}
