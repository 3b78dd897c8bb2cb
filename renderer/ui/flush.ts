// The fields that hold back letters, so that they can be asked to send them: before the page goes away, before undo.
const flushers = new Set<() => void>();

/** Sends everything that fields still hold back. */
export function flushFields(): void {
  for (const flush of flushers) flush();
}

/**
 * Registers a field.
 * @returns the function that ends the registration
 */
export function onFlush(flush: () => void): () => void {
  flushers.add(flush);
  return () => void flushers.delete(flush);
}
