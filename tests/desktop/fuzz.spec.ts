// Whatever a page says over the bridge, in whichever role: a refusal out of the closed list, nothing changed, and an application that goes on.
// A few of each from a page, since every message crosses three processes; thousands handed to the handler that the built main process has
// registered, as the runtime would. Values that JSON does not hold: tests/property/bridge-fuzz.test.ts; what fits: contract-fuzz.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { whenReady } from '../support/app.ts';
import { askBridge, expect, test, type BridgedWindow, type DesktopApp } from '../support/desktop-app.ts';
import { patience, runs } from '../support/effort.ts';
import { answerTrouble, declaredRequests, messagesFor, strangeNames, type Message } from '../support/fuzz/contract-messages.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { openSample } from '../support/pages/sample.ts';

/** Messages per request, from a page. */
const messages = runs(50, 2_000);

/** Messages per request to the main process's handler. */
const handed = runs(2_000, 100_000);

/** So many at a time: a page that floods the bridge. */
const together = 250;

const handedTogether = 1_000;

type Handler = (event: unknown, message: unknown) => Promise<Result<unknown, Failure>>;

interface Answered {
  readonly message: Message;
  readonly answer: Result<unknown, Failure>;
}

/** Sends messages from a page. @returns one of each different answer */
async function flood(page: Page, all: readonly Message[]): Promise<readonly Answered[]> {
  const found = new Map<string, Answered>();
  for (let start = 0; start < all.length; start += together) {
    const some = all.slice(start, start + together);
    // As text: own properties named __proto__ have to arrive as what they are.
    const seen = await page.evaluate(async (text) => {
      const { hrh } = window as unknown as BridgedWindow;
      const sent = JSON.parse(text) as readonly Message[];
      const answers = await Promise.all(sent.map(({ area, name, input }) => hrh.request(area, name, input)));
      return [...new Map(answers.map((answer, index) => [JSON.stringify(answer), { answer, index }])).values()];
    }, JSON.stringify(some));
    for (const { answer, index } of seen) {
      const message = some[index];
      if (message) found.set(JSON.stringify(answer), { message, answer });
    }
  }
  return [...found.values()];
}

/** Hands messages to the handler of the bridge as if the oldest or the newest window had sent them. @returns one of each different answer */
async function handOver(desktop: DesktopApp, all: readonly Message[], from: 'oldest' | 'newest' = 'oldest'): Promise<readonly Answered[]> {
  const found = new Map<string, Answered>();
  for (let start = 0; start < all.length; start += handedTogether) {
    const some = all.slice(start, start + handedTogether);
    const seen = await desktop.run(
      async ({ ipcMain, BrowserWindow }, { text, isNewest }) => {
        const { _invokeHandlers: handlers } = ipcMain as unknown as { readonly _invokeHandlers: ReadonlyMap<string, Handler> };
        const handler = handlers.get('hrh');
        const windows = BrowserWindow.getAllWindows().toSorted((a, b) => a.id - b.id);
        const sender = windows.at(isNewest ? -1 : 0)?.webContents;
        if (!handler || !sender) throw new Error('Nothing listens to the bridge');
        const sent = JSON.parse(text) as readonly Message[];
        const event = { sender, senderFrame: sender.mainFrame };
        const answers = await Promise.all(sent.map(({ area, name, input }) => handler(event, { kind: 'request', area, name, input })));
        return [...new Map(answers.map((answer, index) => [JSON.stringify(answer), { answer, index }])).values()];
      },
      { text: JSON.stringify(some), isNewest: from === 'newest' },
    );
    for (const { answer, index } of seen) {
      const message = some[index];
      if (message) found.set(JSON.stringify(answer), { message, answer });
    }
  }
  return [...found.values()];
}

/** Answers that are no refusal with one of these codes, and what they answer. */
function wrongOnes(answered: readonly Answered[], codes: readonly string[]): readonly string[] {
  return answered
    .filter(({ answer }) => answer.ok || answerTrouble(answer) !== null || !codes.includes(answer.failure.code))
    .map(({ message, answer }) => `${JSON.stringify(message).slice(0, 300)} → ${JSON.stringify(answer).slice(0, 200)}`);
}

/** The sample at its beginning: its id, and words that fit into its commands. */
async function sample(desktop: DesktopApp, page: Page): Promise<{ readonly workshop: string; readonly words: readonly string[] }> {
  const workshop = await openSample(page);
  // The settings remember who stamps what is open, a moment after the opening.
  await expect.poll(() => settingsOf(desktop)).toContain('"isOpen": true');
  const ids = Object.values(onlyWorkshop(desktop.libraryFolder).collections).flatMap((records) => Object.keys(records).slice(0, 6));
  return { workshop, words: [workshop, ...ids, '2026-03-18', '08:30', '2026-03-18T08:00:00.000Z', 'Africa/Accra', 'en', '12.50', 'a0'] };
}

function settingsOf({ folder }: DesktopApp): string {
  return readFileSync(join(folder, 'settings', 'settings.json'), 'utf8');
}

/** Everything that a message could have changed. */
function state(desktop: DesktopApp): unknown {
  const { revision, collections } = onlyWorkshop(desktop.libraryFolder);
  return { revision, collections, settings: settingsOf(desktop) };
}

/** Messages that fit neither as they are nor as they arrive: on its way a number that JSON cannot write becomes null, which a form may hold. */
function messagesThatDoNotFit(...[request, words, of]: Parameters<typeof messagesFor>): readonly Message[] {
  return messagesFor(request, words, of).filter(({ input }) =>
    [input, asJson(input)].every((value) => !request.input.safeParse(value).success),
  );
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
}

test('what does not fit is refused, whatever it is', async ({ desktop, page }) => {
  test.setTimeout(patience(300_000));
  const { workshop, words } = await sample(desktop, page);
  const before = state(desktop);
  let sent = 0;
  for (const [seed, request] of declaredRequests.entries()) {
    const all = messagesThatDoNotFit(request, words, { count: messages, seed });
    expect(wrongOnes(await flood(page, all), ['bad-request', 'too-large'])).toEqual([]);
    sent += all.length;
  }
  const strangers = strangeNames.map(([area, name]) => ({ area, name, input: {}, isFitting: false }));
  expect(wrongOnes(await flood(page, strangers), ['bad-request'])).toEqual([]);
  expect(sent).toBeGreaterThan(messages);
  expect(state(desktop)).toEqual(before);
  expect(await askBridge(page, 'document', 'open', { workshopId: workshop })).toMatchObject({ ok: true });
});

test('by the thousand', async ({ desktop, page }) => {
  test.setTimeout(patience(300_000));
  const { workshop, words } = await sample(desktop, page);
  const before = state(desktop);
  let sent = 0;
  for (const [seed, request] of declaredRequests.entries()) {
    const all = messagesThatDoNotFit(request, words, { count: handed, seed: seed + 1_000 });
    expect(wrongOnes(await handOver(desktop, all), ['bad-request', 'too-large'])).toEqual([]);
    sent += all.length;
  }
  expect(sent).toBeGreaterThan(handed);
  expect(state(desktop)).toEqual(before);
  expect(await askBridge(page, 'document', 'open', { workshopId: workshop })).toMatchObject({ ok: true });
});

test('what fits is refused to a projector that may not say it', async ({ desktop, page }) => {
  test.setTimeout(patience(300_000));
  const { workshop, words } = await sample(desktop, page);
  await page.evaluate((id) => location.assign(`#/w/${id}/run`), workshop);
  await whenReady(page);
  const projector = await desktop.opening(() => page.getByRole('button', { name: 'Projector' }).click());
  await whenReady(projector);
  const before = state(desktop);
  const denied = declaredRequests.filter(({ roles }) => !roles.includes('projector'));
  expect(denied.length).toBeGreaterThan(10);
  for (const [seed, request] of denied.entries()) {
    const all = messagesFor(request, words, { count: Math.ceil(messages / 5), seed });
    expect(wrongOnes(await flood(projector, all), ['not-allowed', 'bad-request', 'too-large'])).toEqual([]);
    const many = messagesFor(request, words, { count: handed, seed: seed + 1_000 });
    expect(wrongOnes(await handOver(desktop, many, 'newest'), ['not-allowed', 'bad-request', 'too-large'])).toEqual([]);
  }
  expect(state(desktop)).toEqual(before);
  expect(await askBridge(projector, 'app', 'start', {})).toMatchObject({ ok: true, value: { role: 'projector' } });
});
