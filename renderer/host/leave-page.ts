// Ties the outbox to the life of the page, so that what was typed just before closing is not lost.
import { leavingEvent, leftRequest } from '../../shared/contract/wire.ts';
import type { Outbox } from './outbox.ts';
import { isLost, type Transport } from './transport.ts';

/**
 * A browser may end a hidden page without another word, so hiding counts as leaving. A shell that is about to close, and a window of the desktop
 * shell, wait until the page has answered that everything is on disk.
 */
export function leaveWithPage(page: Window, outbox: Outbox, transport: Transport): void {
  // What cannot be saved now would be lost with the page: the browser asks first.
  page.addEventListener('beforeunload', (event) => {
    const { pending, trouble } = outbox.state.get();
    if (trouble !== null || (pending > 0 && isLost(transport.connection.get()))) event.preventDefault();
  });
  page.addEventListener('pagehide', outbox.leave);
  page.addEventListener('pageshow', outbox.stay);
  page.document.addEventListener('visibilitychange', () => (page.document.hidden ? outbox.leave() : outbox.stay()));
  transport.subscribe((event) => {
    if (event.area !== leavingEvent.area || event.name !== leavingEvent.name) return;
    outbox.flush();
    void outbox.settled().then(() => transport.request({ ...leftRequest, input: {} }));
  });
}
