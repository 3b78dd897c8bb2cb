import { expect, test } from 'vitest';
import { knownObstacle, obstacleFromOutput } from '../../../electron/tasks/desktop-obstacle.mjs';

test('root on Linux is known before anything is tried, even with a display', () => {
  expect(knownObstacle({ platform: 'linux', env: { DISPLAY: ':0' }, userId: 0 })).toEqual({ code: 'root' });
});

test('Linux without a display is known before anything is tried', () => {
  expect(knownObstacle({ platform: 'linux', env: {}, userId: 1000 })).toEqual({ code: 'no-display' });
});

test.each([
  ['X11', { DISPLAY: ':0' }],
  ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }],
])('nothing stands in the way under %s', (_name, env) => {
  expect(knownObstacle({ platform: 'linux', env, userId: 1000 })).toBeUndefined();
});

test.each(['darwin', 'win32'] as const)('nothing is known beforehand on %s', (platform) => {
  expect(knownObstacle({ platform, env: {}, userId: 0 })).toBeUndefined();
});

test.each([
  [
    'electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory',
    { code: 'missing-library', library: 'libnss3.so' },
  ],
  ['FATAL:zygote_host_impl_linux.cc: No usable sandbox! If you are running on Ubuntu 23.10+', { code: 'sandbox' }],
  ['The SUID sandbox helper binary was found, but is not configured correctly.', { code: 'sandbox' }],
  ['Running as root without --no-sandbox is not supported.', { code: 'sandbox' }],
  ['ERROR:ozone_platform_x11.cc: Missing X server or $DISPLAY', { code: 'no-display' }],
  ['Segmentation fault', { code: 'ended' }],
  ['', { code: 'ended' }],
])('the last words %j are understood', (output, obstacle) => {
  expect(obstacleFromOutput(output)).toEqual(obstacle);
});
