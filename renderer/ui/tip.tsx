// The words of something that shows only an icon, beside it while the pointer or the keyboard is on it. Until then it is a few listeners
// and nothing else: a page has dozens.
import { Tooltip } from '@mantine/core';
import { useEffect, useState, type FocusEvent, type PointerEvent, type ReactNode } from 'react';

interface TipOptions {
  readonly label: string;
  readonly position?: 'top' | 'right';
  /** Milliseconds that the pointer has to rest. */
  readonly delay?: number;
  /** Whether the element lacks its words just now. */
  readonly isNeeded?: (element: HTMLElement) => boolean;
}

interface TipTies {
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onPointerDown: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/** @returns what the element listens to, and the words, to be drawn beside it */
export function useTip({ label, position = 'top', delay = 0, isNeeded = () => true }: TipOptions): {
  readonly ties: TipTies;
  readonly tip: ReactNode;
} {
  const [over, setOver] = useState<HTMLElement | null>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (over === null) return undefined;
    const timer = setTimeout(() => setShown(true), delay);
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setOver(null);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown);
      setShown(false);
    };
  }, [over, delay]);
  const enter = (element: HTMLElement) => isNeeded(element) && setOver(element);
  const leave = () => setOver(null);
  const ties: TipTies = {
    onPointerEnter: ({ currentTarget, pointerType }) => pointerType !== 'touch' && enter(currentTarget),
    onPointerLeave: leave,
    onPointerDown: leave,
    onFocus: ({ currentTarget }) => currentTarget.matches(':focus-visible') && enter(currentTarget),
    onBlur: leave,
  };
  const tip = over !== null && <Tooltip target={over} opened={isShown} label={label} position={position} />;
  return { ties, tip };
}
