// Texts under the time. They stay together: first they, then the time get smaller, down to 42 units and no further (projector.css). Only texts
// that are too long for that take turns.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

const turnMilliseconds = 8_000;

/** How much smaller: the values of `data-fit` that projector.css knows. */
const steps = [0, 1, 2, 3] as const;

export function Turning({ pages }: { readonly pages: readonly ReactNode[] }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState(true);
  const [turn, setTurn] = useState(0);
  // After every change of the texts, and of the window: which size is the largest that fits.
  useLayoutEffect(() => {
    const check = () => {
      if (frame.current && measure.current) setFits(findFit(frame.current, measure.current));
    };
    const observer = new ResizeObserver(check);
    if (frame.current) observer.observe(frame.current);
    if (measure.current) observer.observe(measure.current);
    check();
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (fits) return undefined;
    const timer = setInterval(() => setTurn((number) => number + 1), turnMilliseconds);
    return () => clearInterval(timer);
  }, [fits]);
  return (
    <div ref={frame} className="lower">
      <div ref={measure} className="measure" aria-hidden>
        {pages}
      </div>
      {fits ? pages : pages[turn % Math.max(1, pages.length)]}
    </div>
  );
}

/**
 * Sets the screen's `data-fit` to the first step at which the texts fit into the frame. The screen carries it, since the time above gives way, too;
 * it is found by measuring, so it is no state of a component.
 * @returns false when they fit at no step
 */
function findFit(frame: HTMLElement, texts: HTMLElement): boolean {
  const screen = frame.closest<HTMLElement>('.screen');
  return steps.some((step) => {
    if (screen) screen.dataset['fit'] = String(step);
    return texts.offsetHeight <= frame.clientHeight;
  });
}
