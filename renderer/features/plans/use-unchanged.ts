// What is worked out anew after every saved letter and most often comes out the same.
import { useState } from 'react';
import { sameValue } from '../../../shared/kernel/record.ts';

/** The same object while its content is the same, so that what is drawn from it need not be drawn again. */
export function useUnchanged<T>(now: T): T {
  const [kept, setKept] = useState(now);
  if (sameValue(kept, now)) return kept;
  setKept(now);
  return now;
}
