// Ids: branded strings, one brand per entity. The source of randomness is passed in (no global here).

declare const brand: unique symbol;

/** A string that may only stand where an id of the entity `Name` is meant. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** Makes a new id that no other laptop makes: 20 characters, about 100 random bits. */
export type NewId = () => string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Builds an id source from a source of random bytes.
 * @param randomBytes returns `count` random bytes (node:crypto or the page's crypto)
 * @returns a function that makes lower-case ids of 20 characters from 32 signs (no i, l, o, u)
 */
export function idSource(randomBytes: (count: number) => Uint8Array): NewId {
  return () => Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('');
}
