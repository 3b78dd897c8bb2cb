// Expected failures are values: a Result is either a value or a failure with a stable code.

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<F> {
  readonly ok: false;
  readonly failure: F;
}

export type Result<T, F> = Ok<T> | Err<F>;

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a failure. The failure carries a stable code and data, never a sentence. */
export function err<F>(failure: F): Err<F> {
  return { ok: false, failure };
}
