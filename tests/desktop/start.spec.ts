// How the desktop shell starts: what comes before the window, what its page finds, and one copy at a time.
import { existsSync } from 'node:fs';
import { expect, test } from '../support/desktop-app.ts';
import { openSample } from '../support/pages/sample.ts';

test('the window is shown when it has a page, of our own origin, without Node and in the sandbox', async ({ desktop, page }) => {
  await expect.poll(() => existsSync(desktop.readyFile)).toBe(true);
  const [window, ...others] = await desktop.run(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => {
      const { mainFrame } = each.webContents;
      // The type has lost this function; Electron offers it, and it is how effective options can be read.
      const { getLastWebPreferences } = each.webContents as unknown as { readonly getLastWebPreferences: () => object };
      return { isVisible: each.isVisible(), origin: mainFrame.origin, preferences: getLastWebPreferences.call(each.webContents) };
    }),
  );
  expect(others).toEqual([]);
  expect(window).toMatchObject({
    isVisible: true,
    origin: 'app://workshop',
    preferences: { contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false },
  });
  expect(await desktop.run(({ app }) => app.commandLine.hasSwitch('enable-sandbox'))).toBe(true);
  expect(
    await page.evaluate(() => ({
      isSecure: isSecureContext,
      ofNode: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    })),
  ).toEqual({ isSecure: true, ofNode: [] });
});

test('a second copy ends at once and brings the first one to the front', async ({ desktop, page }) => {
  await desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await desktop.startAnother()).toBe(0);
  const windows = () => desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await expect.poll(windows).toEqual([true]);
  await openSample(page);
});
