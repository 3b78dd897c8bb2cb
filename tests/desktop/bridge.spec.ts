// The bridge between a page and the main process: what it offers, who is listened to, and what is not taken.
import { askBridge, expect, preloadBundle, test, type BridgedWindow } from '../support/desktop-app.ts';

const refused = { ok: false, failure: { code: 'not-allowed' } };
const malformed = { ok: false, failure: { code: 'bad-request' } };

test('a page finds four names, which it cannot change', async ({ page }) => {
  const found = await page.evaluate(() => {
    const { hrh } = window as unknown as BridgedWindow;
    const change = () => Object.assign(hrh, { request: null });
    let isChanged = true;
    try {
      change();
    } catch {
      isChanged = false;
    }
    return { names: Object.keys(hrh).toSorted(), isChanged };
  });
  expect(found).toEqual({ names: ['receiveFile', 'request', 'shell', 'subscribe'], isChanged: false });
  expect(await askBridge(page, 'app', 'start', {})).toMatchObject({ ok: true, value: { shell: 'desktop', role: 'facilitator' } });
});

test('a window that main did not open for us is not listened to, even with our page and our preload script', async ({ desktop, page }) => {
  const stranger = await desktop.opening(() =>
    desktop.run(({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      return window.loadURL('app://workshop/index.html');
    }, preloadBundle),
  );
  expect(await askBridge(stranger, 'app', 'start', {})).toEqual(refused);
  expect(await askBridge(stranger, 'library', 'createSample', { language: 'en' })).toEqual(refused);
  expect(await askBridge(page, 'library', 'list', {})).toMatchObject({ ok: true, value: { workshops: [] } });
});

test('our own window is not listened to while it shows a page that is not ours', async ({ desktop, page }) => {
  await desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,<p>elsewhere</p>'));
  await expect(page.getByText('elsewhere')).toBeVisible();
  expect(await askBridge(page, 'app', 'start', {})).toEqual(refused);
});

test('what the contract does not know is refused', async ({ page }) => {
  expect(await askBridge(page, 1, 2, {})).toMatchObject(malformed);
  expect(await askBridge(page, 'app', 'quit', {})).toMatchObject(malformed);
  expect(await askBridge(page, 'constructor', 'constructor', {})).toMatchObject(malformed);
  expect(await askBridge(page, 'document', 'execute', { workshopId: '../..', command: 'rm' })).toMatchObject(malformed);
  expect(await askBridge(page, 'app', 'reveal', { revealId: '/etc/passwd' })).toMatchObject(refused);
  expect(await askBridge(page, 'library', 'list', { padding: 'x'.repeat(1_100_000) })).toEqual({
    ok: false,
    failure: { code: 'too-large' },
  });
});

test('files become handles, within their size', async ({ page }) => {
  const hand = (bytes: number) =>
    page.evaluate((size) => (window as unknown as BridgedWindow).hrh.receiveFile('/somewhere/list.csv', new ArrayBuffer(size)), bytes);
  expect(await hand(51 * 1024 * 1024)).toMatchObject({ ok: false, failure: { code: 'file-too-large', megabytes: 51 } });
  const taken = (await hand(100)) as { readonly ok: boolean; readonly value: string };
  expect(taken).toMatchObject({ ok: true });
  expect(taken.value).toMatch(/^[\w-]+$/);
});
