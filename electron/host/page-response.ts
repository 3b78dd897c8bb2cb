// Answers a page's request for a built file, with the headers that both shells send.
import { randomBytes } from 'node:crypto';
import type { UiLanguage } from '../../shared/contract/contract.ts';
import { closedPolicy, contentPolicy } from './content-policy.ts';
import type { PageAssets } from './page-assets.ts';

export interface PageResponse {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** Stands in the built pages wherever the nonce of a load belongs. */
const noncePlaceholder = '__NONCE__';
/** Stands where the language of a page belongs, for what it says before it has reached its host. */
const languagePlaceholder = '__LANGUAGE__';

const deniedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers of every answer, whatever it is; a page brings its own policy. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': closedPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
};

/**
 * @param path of the address, without query and fragment; `/` is the application's page
 * @param language of the interface
 * @param connectTo what a page may connect to beside its own origin, as a CSP source list
 * @returns the file with a fresh nonce in pages and policy, or 404
 */
export function pageResponse(
  assets: PageAssets,
  path: string,
  { language, connectTo = '' }: { readonly language: UiLanguage; readonly connectTo?: string },
): PageResponse {
  const asset = assets.get(path === '/' ? '/index.html' : path);
  const nonce = randomBytes(16).toString('base64');
  const headers = { ...commonHeaders, 'content-security-policy': contentPolicy(nonce, connectTo) };
  if (!asset) return { status: 404, headers: { ...headers, 'content-type': 'text/plain', 'cache-control': 'no-store' }, body: '' };
  const isPage = asset.contentType.startsWith('text/html');
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': asset.contentType,
      'cache-control': asset.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
    },
    body: isPage ? asset.bytes.toString('utf8').replaceAll(noncePlaceholder, nonce).replace(languagePlaceholder, language) : asset.bytes,
  };
}
