// Empties the heap before something is measured: what earlier rounds left behind is not to be collected at the cost of this one.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects all garbage of this process, now. */
export const collectGarbage = runInNewContext('gc') as () => void;
