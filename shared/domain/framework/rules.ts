// What follows from the framework as it is shipped.
import type { Framework, InstrumentId } from './model.ts';

/** @returns the forms, scales and rhythms that are our own proposal: whoever offers or prints one marks it */
export function ourInstruments({ instruments }: Framework): readonly InstrumentId[] {
  return instruments.filter(({ source }) => source === 'ours').map(({ id }) => id);
}
