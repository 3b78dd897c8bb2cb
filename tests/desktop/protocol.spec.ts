// app://: built files and nothing else, under a policy that Chromium enforces.
import { expect, test } from '../support/desktop-app.ts';

test('built files are answered, each page with a nonce of its own', async ({ page }) => {
  const load = () =>
    page.evaluate(async () => {
      const response = await fetch('/index.html');
      const { headers } = response;
      const nonces = [...(await response.text()).matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce);
      return { policy: headers.get('content-security-policy'), referrer: headers.get('referrer-policy'), nonce: nonces[0] };
    });
  const [first, second] = [await load(), await load()];
  expect(first.policy).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${first.nonce}'; img-src 'self' data: blob:; font-src 'self'; ` +
      `connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  );
  expect(first.referrer).toBe('no-referrer');
  expect(second.nonce).not.toBe(first.nonce);
});

test('nothing else is answered, however it is asked for', async ({ page }) => {
  const wanted = [
    '/package.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/dist/main/main.js',
    '/',
  ];
  const answers = await page.evaluate(async (paths) => {
    const found: (string | number)[][] = [];
    for (const path of paths) {
      const response = await fetch(path, { method: path === '/' ? 'POST' : 'GET' });
      found.push([path, response.status, await response.text()]);
    }
    return found;
  }, wanted);
  expect(answers).toEqual(wanted.map((path) => [path, 404, '']));
});

test('what the policy forbids does not happen, and the watch over every desktop spec sees it', async ({ page, troubles }) => {
  const { directives, ran, color } = await page.evaluate(async () => {
    const heard: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => heard.push(event.effectiveDirective));
    const add = (name: string, properties: object) => document.body.append(Object.assign(document.createElement(name), properties));
    add('script', { textContent: 'document.title = "inline"' });
    add('script', { src: 'https://example.org/script.js' });
    add('style', { textContent: 'body { color: rgb(1, 2, 3) }' });
    add('img', { src: 'https://example.org/image.png' });
    add('iframe', { src: 'https://example.org/' });
    add('object', { data: 'https://example.org/' });
    await fetch('https://example.org/').catch(() => {});
    // Out of a timer: what the test itself runs is exempt.
    await new Promise((resolve) => setTimeout(() => resolve(Reflect.apply(setTimeout, window, ['document.title = "eval"']))));
    // Violations are told when their loads begin, some a moment later.
    const wanted = ['script-src-elem', 'style-src-elem', 'img-src', 'frame-src', 'object-src', 'connect-src', 'script-src'];
    for (let frames = 0; frames < 600 && !wanted.every((directive) => heard.includes(directive)); frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { directives: heard, ran: document.title, color: getComputedStyle(document.body).color };
  });
  expect(directives).toEqual(
    expect.arrayContaining(['script-src-elem', 'style-src-elem', 'img-src', 'frame-src', 'object-src', 'connect-src', 'script-src']),
  );
  expect(ran).not.toMatch(/inline|eval/);
  expect(color).not.toBe('rgb(1, 2, 3)');
  await expect.poll(() => troubles.length).toBeGreaterThanOrEqual(8);
  for (const trouble of troubles.splice(0)) expect(trouble).toContain('Content Security Policy');
});
