// What pages are denied: permissions, other places, new windows, the network.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whenReady } from '../support/app.ts';
import { expect, test, type DesktopApp } from '../support/desktop-app.ts';
import { openSample } from '../support/pages/sample.ts';

test('permissions are denied before anybody is asked', async ({ page }) => {
  const names = ['camera', 'clipboard-read', 'geolocation', 'idle-detection', 'microphone', 'midi', 'notifications', 'window-management'];
  const found = await page.evaluate(async (wanted) => {
    const states: string[] = [];
    for (const name of wanted) states.push(`${name} ${(await navigator.permissions.query({ name: name as PermissionName })).state}`);
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      );
    return {
      states,
      notifications: await Notification.requestPermission(),
      clipboard: await refusal(navigator.clipboard.readText()),
      midi: await refusal(navigator.requestMIDIAccess()),
    };
  }, names);
  expect(found).toEqual({
    states: names.map((name) => `${name} denied`),
    notifications: 'denied',
    clipboard: 'NotAllowedError',
    midi: expect.stringMatching(/NotAllowedError|SecurityError/),
  });
});

test('a page stays where it is, and may load itself again', async ({ desktop, page }) => {
  const { origin } = new URL(page.url());
  const places = ['https://example.org/', `${origin}/projector.html`, `${origin}/index.html?else`];
  await desktop.run(({ BrowserWindow }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    // Registered after the shell's own, and so told whether that has prevented it.
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => heard.push(`${event.url} ${event.defaultPrevented}`));
  });
  const heard = () => desktop.run(() => (globalThis as unknown as { readonly heard: readonly string[] }).heard);
  for (const [index, place] of places.entries()) {
    await page.evaluate((address) => location.assign(address), place);
    await expect.poll(async () => (await heard()).length).toBe(index + 1);
  }
  expect(await heard()).toEqual(['https://example.org/ true', 'app://workshop/projector.html true', 'app://workshop/index.html?else true']);
  expect(page.url()).toBe(`${origin}/index.html`);
  await page.evaluate(() => location.reload());
  await expect.poll(heard).toHaveLength(4);
  expect((await heard()).at(-1)).toBe('app://workshop/index.html false');
  await whenReady(page);
});

test('frames, redirects and webviews are prevented in every window', async ({ desktop, page }) => {
  await expect(page.getByRole('main')).toBeVisible();
  const prevented = await desktop.run(({ BrowserWindow }) => {
    const names = ['will-frame-navigate', 'will-redirect', 'will-attach-webview'];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const isPrevented = (name: string) => {
      let answer = false;
      contents?.emit(name, { url: 'https://example.org/', isMainFrame: false, preventDefault: () => (answer = true) });
      return answer;
    };
    return names.filter(isPrevented);
  });
  expect(prevented).toEqual(['will-frame-navigate', 'will-redirect', 'will-attach-webview']);
});

test('no page opens a window; an https link is shown first and opened elsewhere once that is confirmed', async ({ desktop, page }) => {
  const answer = (button: number) =>
    desktop.run(({ dialog, shell }, response) => {
      const links = ((globalThis as { links?: string[] }).links ??= []);
      dialog.showMessageBox = async (...asked: unknown[]) => {
        links.push(`asked ${(asked.at(-1) as { readonly detail: string }).detail}`);
        return { response, checkboxChecked: false };
      };
      shell.openExternal = async (address) => void links.push(`opened ${address}`);
    }, button);
  const links = () => desktop.run(() => (globalThis as unknown as { readonly links: readonly string[] }).links);
  const open = (address: string) => page.evaluate((url) => void window.open(url, '_blank', 'noopener'), address);

  await answer(1);
  for (const address of ['http://example.org/', 'file:///etc/passwd', 'about:blank', 'https://example.org/refused']) await open(address);
  await expect.poll(links).toEqual(['asked https://example.org/refused']);
  await answer(0);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/read', target: '_blank', rel: 'noreferrer' });
    document.body.append(link);
    link.click();
  });
  await expect
    .poll(links)
    .toEqual(['asked https://example.org/refused', 'asked https://example.org/read', 'opened https://example.org/read']);
  expect(await desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect.poll(() => desktop.pages()).toEqual([page]);
});

test('no request leaves the application, not even that of a window which main itself sends there', async ({ desktop, page }) => {
  await expect(page.getByRole('main')).toBeVisible();
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('reached');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await load(desktop, address)).toBe('ERR_BLOCKED_BY_CLIENT');
  expect(requests).toBe(0);
  expect(await (await fetch(address)).text()).toBe('reached');
  server.close();
});

test('nothing listens', async ({ desktop, page }) => {
  await openSample(page);
  const listeners = await desktop.run(async () => {
    const listening = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const before = listening();
    const server = process.getBuiltinModule('node:net').createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const during = listening();
    server.close();
    return { before, during };
  });
  expect(listeners).toEqual({ before: 0, during: 1 });
});

/** @returns what loading an address in a new window came to */
function load(desktop: DesktopApp, address: string): Promise<string> {
  return desktop.run(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL(url);
      return 'loaded';
    } catch (error) {
      return String((error as { readonly code?: unknown }).code);
    } finally {
      window.destroy();
    }
  }, address);
}
