// The nonce of this load, which the host wrote into the page. Styles made by script carry it.
import { setNonce } from 'get-nonce';

/** Reads the nonce and hands it to the libraries that ask get-nonce, before anything is rendered. */
export function takeNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  setNonce(nonce);
  return nonce;
}
