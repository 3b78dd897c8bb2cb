// @ts-check
// Gets hold of the desktop runtime: the one that is there, else a downloaded one.

import { findRuntime, readRelease, unpackRuntime } from './electron-runtime.mjs';

const unpackWithinMs = 60_000;

/**
 * @param {object} listener
 * @param {boolean} listener.personWatching with a person at the terminal a slow download may go on as long as it makes progress
 * @param {() => void} listener.onDownload called when a download begins
 * @param {(share: number) => void} listener.onProgress called with 0 to 1
 * @returns {Promise<{ readonly ok: true, readonly executable: string }
 *   | { readonly ok: false, readonly obstacle: import('./desktop-obstacle.mjs').DesktopObstacle }>}
 */
export async function getRuntime({ personWatching, onDownload, onProgress }) {
  const present = findRuntime();
  if (present !== undefined) return { ok: true, executable: present };

  onDownload();
  const { downloadRuntime } = await import('./electron-download.mjs');
  const downloaded = await downloadRuntime({
    ...readRelease(),
    limits: { answerMs: 5_000, silenceMs: 15_000, totalMs: personWatching ? Infinity : 60_000 },
    // The variable that the package's own installer reads: both must look into one cache.
    cacheRoot: process.env.electron_config_cache,
    onProgress,
  });
  if (!downloaded.ok) return { ok: false, obstacle: { code: downloaded.failure } };

  const unpacked = (await unpackRuntime(unpackWithinMs)) ? findRuntime() : undefined;
  return unpacked === undefined ? { ok: false, obstacle: { code: 'unpack' } } : { ok: true, executable: unpacked };
}
