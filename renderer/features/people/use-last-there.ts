// Keeps what a drawer shows while it slides out: by then its record is no longer selected, or no longer there.
import { useState } from 'react';

/** @returns the value, or the last one that there was */
export function useLastThere<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
