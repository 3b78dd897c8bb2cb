// @ts-check
// Why the desktop window does not open: what can be known before trying, and what the runtime's last words mean.

/**
 * @typedef {object} DesktopObstacle
 * @property {'root' | 'no-display' | 'no-window' | 'ended' | 'missing-library' | 'sandbox' | 'unpack'
 *   | import('./electron-download.mjs').DownloadFailure} code its sentence is `reason.<code>` in shared/messages/<language>/start.json
 * @property {string} [library] the shared library that is missing
 */

/**
 * What makes an attempt pointless on this machine.
 * @param {{ readonly platform?: NodeJS.Platform, readonly env?: NodeJS.ProcessEnv, readonly userId?: number | undefined }} [machine]
 * @returns {DesktopObstacle | undefined}
 */
export function knownObstacle({ platform = process.platform, env = process.env, userId = process.getuid?.() } = {}) {
  if (platform !== 'linux') return undefined;
  // Chromium refuses its sandbox to root, and the window without it is never opened from here.
  if (userId === 0) return { code: 'root' };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return { code: 'no-display' };
  return undefined;
}

/**
 * What the runtime's error output says about its early end.
 * @param {string} output
 * @returns {DesktopObstacle}
 */
export function obstacleFromOutput(output) {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library !== undefined) return { code: 'missing-library', library };
  if (/no usable sandbox|suid sandbox|--no-sandbox/i.test(output)) return { code: 'sandbox' };
  if (/cannot open display|missing x server|failed to connect to wayland/i.test(output)) return { code: 'no-display' };
  return { code: 'ended' };
}
