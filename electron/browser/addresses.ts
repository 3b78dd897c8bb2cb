// Which requests come from our own pages. A foreign page that makes its name point to 127.0.0.1 still sends its own name as Host.

/** Only the address that was printed: not even `localhost`, which another program may answer for. */
export function isAllowedHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}`;
}

/** Browsers send Origin with everything but plain loading of a page and its files; where it is sent it must be ours. */
export function isAllowedOrigin(origin: string | undefined, rule: { readonly port: number; readonly mustHaveOrigin: boolean }): boolean {
  return origin === undefined ? !rule.mustHaveOrigin : origin === `http://127.0.0.1:${rule.port}`;
}

/** For what is fetched by following a link, which carries no Origin: browsers say whether the link stood on a page of ours, or was typed. */
export function isOwnSite(fetchSite: string | readonly string[] | undefined): boolean {
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
}

/** The address of a page with its one-time code, which stays in the fragment: fragments are not sent to any server. */
export function addressWithCode(origin: string, page: '/' | '/projector.html', code: string): string {
  return `${origin}${page}#code=${code}`;
}
