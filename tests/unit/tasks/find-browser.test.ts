import { expect, test } from 'vitest';
import { findBrowser } from '../../../electron/tasks/find-browser.mjs';

const own = '/own/chromium';
const env = { CHROME_PATH: '/named/chrome', PATH: '/usr/local/bin:/usr/bin' };

/** The browser found on a Linux machine that has exactly these files. */
function foundOn(...files: readonly string[]) {
  return findBrowser({ platform: 'linux', env, ownBrowser: own, exists: (path) => files.includes(path) });
}

test.skipIf(process.platform === 'win32')('looks for Playwright’s own, then CHROME_PATH, then the system’s', () => {
  expect(foundOn(own, '/named/chrome', '/usr/bin/chromium')).toBe(own);
  expect(foundOn('/named/chrome', '/usr/bin/chromium')).toBe('/named/chrome');
  expect(foundOn('/usr/bin/google-chrome', '/usr/bin/chromium')).toBe('/usr/bin/chromium');
  expect(foundOn('/usr/bin/microsoft-edge')).toBe('/usr/bin/microsoft-edge');
  expect(foundOn('/somewhere/else')).toBeUndefined();
});

test('knows where macOS keeps applications', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser({ platform: 'darwin', env: {}, ownBrowser: '', exists: (path) => path === chrome })).toBe(chrome);
});

test('knows where Windows keeps programs', () => {
  const found = findBrowser({
    platform: 'win32',
    env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    ownBrowser: '',
    exists: (path) => path.startsWith('C:\\Program Files (x86)') && path.endsWith('msedge.exe'),
  });
  expect(found).toContain('Edge');
});
