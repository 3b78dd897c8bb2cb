// Texts under the time. When they do not fit together they take turns: type never gets smaller.
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

const turnMilliseconds = 8_000;

export function Turning({ pages }: { readonly pages: readonly ReactNode[] }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState(true);
  const [turn, setTurn] = useState(0);
  useLayoutEffect(() => {
    const check = () => {
      if (frame.current && measure.current) setFits(measure.current.offsetHeight <= frame.current.clientHeight);
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
