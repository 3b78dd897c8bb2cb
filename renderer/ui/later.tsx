// What need not be in the first frame of a screen follows right after it: what is at the top can be used meanwhile.
import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { useLoading } from './waiting.tsx';

/** A page that nobody looks at draws no frames, and is not to wait for one. */
const frameWithinMs = 100;

/** Draws its children in the second drawing of a screen. The page counts as loading until they are there. */
export function Later({ children }: { readonly children: ReactNode }): ReactNode {
  const [isSecond, setSecond] = useState(false);
  useEffect(() => afterFrame(() => startTransition(() => setSecond(true))), []);
  return isSecond ? children : <StillToCome />;
}

function StillToCome(): null {
  useLoading();
  return null;
}

/**
 * Calls once when the next frame has been handed over to the screen.
 * @returns takes the call back
 */
function afterFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, frameWithinMs);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
