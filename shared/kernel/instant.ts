// Instants: moments in time as ISO strings in UTC. Stored data never holds a Date.

/** A moment as `2026-03-20T10:42:07.000Z`. */
export type Instant = string & { readonly instant: unique symbol };

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** True for an ISO instant in UTC that names an existing moment. */
export function isInstant(text: string): text is Instant {
  return pattern.test(text) && !Number.isNaN(Date.parse(text));
}

/** @param milliseconds since 1970-01-01T00:00Z */
export function instantFromMilliseconds(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** @returns milliseconds since 1970-01-01T00:00Z */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}
