// Which rows of a long table are near the eye. Rows of one height: what is far away is an empty stretch of the right length.
import { useCallback, useEffect, useRef, useState, type RefCallback } from 'react';

/** Rows kept beyond each edge, so that the arrow keys always find a next row. */
const beyond = 12;

/** Rows shown before anything could be measured. */
const atFirst = 40;

export interface VisibleRows {
  /** For the element whose children are the rows. */
  readonly ref: RefCallback<HTMLElement>;
  readonly from: number;
  readonly to: number;
  /** Pixels of the stretches above and below the shown rows. */
  readonly above: number;
  readonly below: number;
}

/**
 * @param count rows in all
 * @param isOn false shows all of them
 */
export function useVisibleRows(count: number, isOn: boolean): VisibleRows {
  const body = useRef<HTMLElement | null>(null);
  const height = useRef(0);
  const [range, setRange] = useState({ from: 0, to: atFirst, rowHeight: 0 });
  const measure = useCallback(() => {
    const row = body.current?.querySelector<HTMLElement>('[data-row]');
    if (row) height.current = row.getBoundingClientRect().height;
    const rowHeight = height.current;
    if (!body.current || rowHeight === 0) return;
    const frame = scrollParent(body.current)?.getBoundingClientRect();
    const top = Math.max(0, frame?.top ?? 0);
    const bottom = Math.min(window.innerHeight, frame?.bottom ?? window.innerHeight);
    const start = body.current.getBoundingClientRect().top;
    // In steps, so that scrolling by a few pixels changes nothing.
    const from = Math.max(0, Math.floor((top - start) / rowHeight / beyond) * beyond - beyond);
    const to = Math.max(from, Math.ceil((bottom - start) / rowHeight / beyond) * beyond + beyond);
    setRange((known) => (known.from === from && known.to === to && known.rowHeight === rowHeight ? known : { from, to, rowHeight }));
  }, []);
  const ref = useCallback<RefCallback<HTMLElement>>((element) => void (body.current = element), []);
  useEffect(() => {
    if (!isOn) return undefined;
    measure();
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
    // Another number of rows is another stretch to look at.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [count, isOn, measure]);
  if (!isOn) return { ref, from: 0, to: count, above: 0, below: 0 };
  const to = Math.min(count, range.to);
  const from = Math.min(range.from, to);
  return { ref, from, to, above: from * range.rowHeight, below: (count - to) * range.rowHeight };
}

/** The nearest element around that scrolls up and down. */
function scrollParent(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if ((overflowY === 'auto' || overflowY === 'scroll') && parent.scrollHeight > parent.clientHeight) return parent;
  }
  return null;
}
