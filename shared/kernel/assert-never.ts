// Closes a switch over a union: a new member that nobody handles does not compile.

/** Never returns. Throws when a value outside the declared union arrives at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
