// What the keys and the pointer do to the big screen.
import { useEffect, useState } from 'react';
import { keyMeant } from '../ui/keys.ts';

export interface ScreenState {
  readonly colours: 'dark' | 'paper';
  readonly isBlack: boolean;
  /** False after two seconds without a movement. */
  readonly hasCursor: boolean;
}

const cursorStays = 2_000;

export function useScreen(): ScreenState {
  const [colours, setColours] = useState<ScreenState['colours']>('dark');
  const [isBlack, setBlack] = useState(false);
  const [hasCursor, setCursor] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const meant = keyMeant(event);
      if (meant === 'b') setBlack((was) => !was);
      if (meant === 'l') setColours((was) => (was === 'dark' ? 'paper' : 'dark'));
      if (meant === 'f') void toggleFullScreen();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const onMove = () => {
      setCursor(true);
      clearTimeout(timer);
      timer = setTimeout(() => setCursor(false), cursorStays);
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
    };
  }, []);
  return { colours, isBlack, hasCursor };
}

/** A browser may refuse; the page is as good without. */
async function toggleFullScreen(): Promise<void> {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  } catch {
    return;
  }
}
