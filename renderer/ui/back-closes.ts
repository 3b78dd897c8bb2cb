// Back closes what floats above the page before it leaves the page.
import { useEffect, useLayoutEffect, useRef } from 'react';

/** What floats, the topmost last. */
const open: (() => void)[] = [];
let isListening = false;

/**
 * The step itself is held up, instead of a step of its own for everything that floats: nothing is left in the history that a second Back would have
 * to pass, or that Forward could open again. A browser that does not offer this leaves the page, as it did.
 */
function listen(): void {
  if (isListening || !('navigation' in window)) return;
  isListening = true;
  window.navigation.addEventListener('navigate', (event) => {
    const close = open.at(-1);
    if (close === undefined || !event.cancelable || event.navigationType !== 'traverse') return;
    const here = window.navigation.currentEntry?.index ?? -1;
    if (event.destination.index >= here) return;
    event.preventDefault();
    close();
  });
}

/** @param close what the cross in its corner does */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useLayoutEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    listen();
    const closeThis = () => latest.current();
    open.push(closeThis);
    return () => void open.splice(open.indexOf(closeThis), 1);
  }, [isOpen]);
}
