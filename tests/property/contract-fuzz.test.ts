// Whatever comes in at the door of the host, in whichever role: an answer out of the closed list, no exception, and no change of a workshop
// without a valid command. Inputs come from the contract's own schemas.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Caller } from '../../shared/contract/combinators.ts';
import { createDispatch } from '../../electron/host/dispatch.ts';
import { openBrowserShell } from '../../electron/browser/browser-shell.ts';
import { validate } from '../../shared/document/validate.ts';
import type { DocumentSnapshot } from '../../shared/contract/contract.ts';
import { patience, runs } from '../support/effort.ts';
import { recordsOf, sampleHost, sheets } from '../support/fuzz/attacked-host.ts';
import {
  answerTrouble,
  declaredRequests,
  messagesFor,
  sizeOf,
  strangeNames,
  type DeclaredRequest,
  type Message,
} from '../support/fuzz/contract-messages.ts';
import { signIn, testAssets, testPage } from '../support/loopback-shell.ts';
import { facilitator, projector, testHost, valueOf, type TestHost } from '../support/test-host.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

/** Messages per request: fitting, nearly fitting and hostile ones. */
const messages = runs(2_000, 100_000);

/** What fits may make workshops, copies and packs: after so long, only what does not fit is still sent to that request. */
const fittingMilliseconds = runs(700, 20_000);

/** What is in the library afterwards; of very many a few. */
async function everyWorkshop(host: TestHost): Promise<readonly DocumentSnapshot[]> {
  const { workshops } = valueOf(await host.handlers.library.list({}, facilitator));
  const opened = workshops.slice(0, 5).map(({ workshopId }) => host.handlers.document.open({ workshopId }, facilitator));
  return (await Promise.all(opened)).map(valueOf);
}

function contentOf({ workshopId, revision, collections }: DocumentSnapshot): unknown {
  return { workshopId, revision, collections };
}

interface Door {
  readonly ask: (caller: Caller, message: Message) => Promise<unknown>;
  /** How many changes of workshops were published since the last call. */
  readonly changes: () => number;
}

/** Sends the messages of one request one by one. @returns what was wrong, with the message */
async function attack(door: Door, request: DeclaredRequest, caller: Caller, all: readonly Message[]): Promise<readonly string[]> {
  const troubles: string[] = [];
  const deadline = performance.now() + fittingMilliseconds;
  door.changes();
  for (const message of all) {
    if (message.isFitting && performance.now() > deadline) continue;
    const answer = (await door.ask(caller, message)) as { readonly ok?: boolean };
    const trouble = answerTrouble(answer);
    const isMine = request.roles.includes(caller.role);
    if (trouble) troubles.push(`${trouble}: ${shown(message)}`);
    if (!isMine && answer.ok) troubles.push(`answered to the role ${caller.role}: ${shown(message)}`);
    if (door.changes() > 0 && !answer.ok) troubles.push(`changed something and failed: ${shown(message)}`);
  }
  // A handful says enough.
  return troubles.slice(0, 5);
}

function shown({ area, name, input }: Message): string {
  return `${area}.${name} ${(JSON.stringify(input) ?? 'undefined').slice(0, 300)}`;
}

describe('at the door of the host', () => {
  test.each(declaredRequests.map((request) => [`${request.area}.${request.name}`, request] as const))(
    '%s takes no harm',
    async (_place, request) => {
      const root = temporaryFolder();
      const { host, words } = await sampleHost(root);
      const dispatch = createDispatch({ handlers: host.handlers, log: ({ error }) => void host.logged.push(error), newId: () => 'error' });
      const door: Door = {
        ask: (caller, { area, name, input }) => dispatch(caller, { area, name, input, bytes: sizeOf(input) }),
        changes: () => host.published.splice(0).filter(({ area, name }) => area === 'document' && name === 'changed').length,
      };
      const seed = [...request.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2 ** 31;
      const all = messagesFor(request, words, { count: messages, seed });
      expect(await attack(door, request, facilitator, all)).toEqual([]);
      expect(await attack(door, request, projector, all.slice(0, messages / 10))).toEqual([]);
      expect(host.logged).toEqual([]);
      const last = await everyWorkshop(host);
      for (const snapshot of last) expect(validate(recordsOf(snapshot))).toEqual([]);
      await host.close();
      const again = await testHost({ root, sheets });
      expect((await everyWorkshop(again)).map(contentOf)).toEqual(last.map(contentOf));
      await again.close();
    },
    patience(60_000),
  );

  test('names that the contract does not have are refused', async () => {
    const { host } = await sampleHost(temporaryFolder());
    const dispatch = createDispatch({ handlers: host.handlers, log: ({ error }) => void host.logged.push(error), newId: () => 'error' });
    for (const [area, name] of strangeNames) {
      expect(await dispatch(facilitator, { area, name, input: {}, bytes: 2 })).toEqual({
        ok: false,
        failure: { code: 'bad-request', place: 'name' },
      });
    }
    expect(host.logged).toEqual([]);
    await host.close();
  });
});

describe('over the loopback socket', () => {
  test(
    'every message gets its answer, and the host goes on',
    async () => {
      const root = temporaryFolder();
      const { host, workshopId, words } = await sampleHost(root);
      const logged: unknown[] = [];
      const shell = await openBrowserShell({
        assets: testAssets,
        ports: [0],
        now: () => Date.now(),
        language: () => 'en',
        onPages: () => {},
        openHost: () =>
          Promise.resolve({
            dispatch: createDispatch({ handlers: host.handlers, log: ({ error }) => void logged.push(error), newId: () => 'error' }),
          }),
      });
      onTestFinished(async () => void (await shell.close()));
      const origin = `http://127.0.0.1:${shell.port}`;
      const page = testPage(origin, null, await signIn(shell.newAddress()));
      const troubles: string[] = [];
      for (const [index, request] of declaredRequests.entries()) {
        // What fits was sent at the door; here it is about the wire.
        const all = messagesFor(request, words, { count: messages, seed: index + 1 }).filter(({ isFitting }) => !isFitting);
        for (let start = 0; start < all.length; start += 200) {
          const answers = await Promise.all(
            all.slice(start, start + 200).map(async (message) => ({ message, answer: await page.request({ ...message }) })),
          );
          for (const { message, answer } of answers) {
            const trouble = answerTrouble(answer);
            if (trouble) troubles.push(`${trouble}: ${shown(message)}`);
          }
        }
      }
      expect(troubles.slice(0, 5)).toEqual([]);
      expect(logged).toEqual([]);
      const opened = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
      expect(validate(recordsOf(opened))).toEqual([]);
      await host.close();
    },
    patience(240_000),
  );
});
