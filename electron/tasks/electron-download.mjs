// @ts-check
// Fetches Electron's runtime into its download cache, with an end to every wait: the package's own installer would hang for ever behind a
// silent proxy.

import { downloadArtifact } from '@electron/get';

/**
 * @typedef {'no-answer' | 'stalled' | 'too-slow' | 'refused' | 'wrong-checksum' | 'unreachable'} DownloadFailure
 *   no-answer: nothing came at all · stalled: bytes stopped coming · too-slow: not done in the time given · refused: the server said no ·
 *   wrong-checksum: what came is not what was published · unreachable: no connection, or it broke off
 */

/**
 * @typedef {object} DownloadLimits all in milliseconds
 * @property {number} answerMs how long to wait for the first byte
 * @property {number} silenceMs how long to wait for each further byte
 * @property {number} totalMs how long the whole may take; Infinity when a person is watching
 */

/**
 * @typedef {object} DownloadRequest
 * @property {string} version of the electron package
 * @property {Record<string, string>} checksums the package's checksums.json: file name to SHA-256
 * @property {DownloadLimits} limits
 * @property {string} [cacheRoot] where downloads are kept; the installer must be given the same
 * @property {string} [mirror] address to download from, ending in a slash; the environment's ELECTRON_MIRROR goes first
 * @property {string} [platform]
 * @property {string} [arch]
 * @property {(share: number) => void} [onProgress] called with 0 to 1
 */

/**
 * Brings the archive of the runtime into the download cache; at once when it is there already. Only an archive with the published checksum
 * gets into the cache.
 * @param {DownloadRequest} request
 * @returns {Promise<{ readonly ok: true, readonly archive: string } | { readonly ok: false, readonly failure: DownloadFailure }>}
 */
export async function downloadRuntime({ version, checksums, limits, cacheRoot, mirror, platform, arch, onProgress = () => {} }) {
  const watch = watchDownload(limits);
  try {
    const archive = await downloadArtifact({
      version,
      artifactName: 'electron',
      checksums,
      cacheRoot,
      platform,
      arch,
      mirrorOptions: mirror === undefined ? undefined : { mirror },
      downloadOptions: {
        quiet: true,
        signal: watch.signal,
        getProgressCallback: async (/** @type {{ percent: number }} */ progress) => {
          watch.heard();
          onProgress(progress.percent);
        },
      },
    });
    return { ok: true, archive };
  } catch (error) {
    return { ok: false, failure: watch.expired() ?? failureOf(error) };
  } finally {
    watch.stop();
  }
}

/**
 * Aborts a download that keeps its listener waiting.
 * @param {DownloadLimits} limits
 */
function watchDownload({ answerMs, silenceMs, totalMs }) {
  const controller = new AbortController();
  /** @type {DownloadFailure | undefined} */
  let expired;
  /** @param {DownloadFailure} failure @param {number} delayMs */
  const expireAfter = (failure, delayMs) =>
    setTimeout(() => {
      expired ??= failure;
      controller.abort();
    }, delayMs);

  let quiet = expireAfter('no-answer', answerMs);
  const whole = Number.isFinite(totalMs) ? expireAfter('too-slow', totalMs) : undefined;
  return {
    signal: controller.signal,
    expired: () => expired,
    heard() {
      clearTimeout(quiet);
      quiet = expireAfter('stalled', silenceMs);
    },
    stop() {
      clearTimeout(quiet);
      clearTimeout(whole);
    },
  };
}

/**
 * @param {unknown} error what @electron/get threw
 * @returns {DownloadFailure}
 */
function failureOf(error) {
  // Told apart by name: the classes belong to dependencies of a dependency.
  switch (error instanceof Error ? error.constructor.name : undefined) {
    case 'HTTPError':
      return 'refused';
    case 'ChecksumMismatchError':
    case 'NoChecksumFoundError':
      return 'wrong-checksum';
    default:
      return 'unreachable';
  }
}
