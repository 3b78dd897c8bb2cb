// What pages are denied, whatever they ask (checklist lines 4, 5, 6 and 10).
import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './protocol.ts';

/** Full screen shows a page larger and gives it nothing: the projector's key F needs it. Every other permission is denied. */
const harmlessPermission = 'fullscreen';

/** Denies permissions, devices, screen capture, and every request that leaves the application. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === harmlessPermission));
  session.setPermissionCheckHandler((_contents, permission) => permission === harmlessPermission);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url) }));
}

/**
 * Keeps every page, now and later, where it is: no navigation, no new windows, no embedded pages.
 * @param askToOpen is given https links that a person wants to follow
 */
export function hardenPages(app: App, askToOpen: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => hardenPage(contents, askToOpen));
}

function hardenPage(contents: WebContents, askToOpen: (address: string) => void): void {
  contents.on('will-navigate', (event) => {
    // Loading the same page again is no way out.
    if (withoutFragment(event.url) !== withoutFragment(contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith('https://')) askToOpen(url);
    return { action: 'deny' };
  });
}

function staysHere(url: string): boolean {
  return url.startsWith(`${appOrigin}/`) || url.startsWith(`blob:${appOrigin}/`) || url.startsWith('data:');
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}
