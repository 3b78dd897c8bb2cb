// The watch that every journey is under: a page that offends the content policy, or throws, fails its test.
import { expect, test } from '../support/app.ts';

test('violations and uncaught errors are seen on every page, also on one that is opened later', async ({
  app,
  page,
  context,
  troubles,
}) => {
  const second = await context.newPage();
  await second.goto(await app.newAddress());
  for (const each of [page, second]) {
    const wasRun = await each.evaluate(async () => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "run"' }));
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
      setTimeout(() => {
        throw new Error('thrown on purpose');
      });
      return document.title === 'run';
    });
    expect(wasRun).toBe(false);
  }
  await expect.poll(() => troubles.length).toBe(6);
  const seen = troubles.splice(0);
  expect(seen.filter((trouble) => /script-src/.test(trouble))).toHaveLength(2);
  expect(seen.filter((trouble) => /style-src/.test(trouble))).toHaveLength(2);
  expect(seen.filter((trouble) => trouble === 'uncaught: thrown on purpose')).toHaveLength(2);
});
