// The content security policy of every page in both shells (checklist line 3): own files only, no inline script, no eval, nobody may frame us.

/** For answers that are no page: nothing may be loaded, framed or sent from them. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * @param nonce of this load, for the style elements that the interface library makes
 * @param connectTo what a page may connect to beside its own origin, as a source list
 */
export function contentPolicy(nonce: string, connectTo: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${connectTo}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
