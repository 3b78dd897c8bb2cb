// A second tab of the same browser: it asks, a person allows it in a tab that is connected, and the host gives a one-time code.

import { expect, it, vi } from 'vitest';
import { answerOtherTabs, askOtherTabs, type TabChannel } from '../../../renderer/host/second-tab.ts';
import { createClient } from '../../../renderer/host/client.ts';
import { createOutbox } from '../../../renderer/host/outbox.ts';
import { secondTabRequest } from '../../../shared/contract/wire.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { codeOf, exchangeCode, loopbackShell, testPage, type LoopbackShell } from '../../support/loopback-shell.ts';
import { requestSamples } from '../../support/request-samples.ts';
import { stubHandlers } from '../../support/stub-handlers.ts';

/** Channels of one browser: each hears all the others. */
function browserChannels(): { readonly open: () => TabChannel; readonly said: unknown[] } {
  const listeners = new Map<TabChannel, ((message: unknown) => void)[]>();
  const said: unknown[] = [];
  return {
    said,
    open: () => {
      const channel: TabChannel = {
        say: (message) => {
          said.push(message);
          for (const [other, heard] of listeners) if (other !== channel) for (const hear of heard) hear(message);
        },
        listen: (listener) => void listeners.get(channel)?.push(listener),
      };
      listeners.set(channel, []);
      return channel;
    },
  };
}

function tabs({ openPage, origin }: LoopbackShell) {
  const channels = browserChannels();
  let ids = 0;
  return {
    said: channels.said,
    connected: () => {
      const page = openPage();
      return { page, answer: answerOtherTabs({ channel: channels.open(), ...page }) };
    },
    stranger: (token: string | null = null) => {
      const page = testPage(origin, null, token);
      const ask = askOtherTabs({ channel: channels.open(), newId: () => `tab-${(ids += 1)}`, newNumber: () => 47, enter: page.enter });
      return { page, ask };
    },
    channel: channels.open,
  };
}

it('comes in when a person allows it in the tab that is connected', async () => {
  const browser = tabs(await loopbackShell());
  const [old, fresh] = [browser.connected(), browser.stranger()];
  await vi.waitFor(() => expect([old.page.connection.get(), fresh.page.connection.get()]).toEqual(['open', 'no-code']));
  const asked = fresh.page.request({ area: 'app', name: 'start', input: {} });
  fresh.ask.ask();
  expect(fresh.ask.state.get()).toEqual({ kind: 'heard', number: 47 });
  expect(old.answer.asking.get()).toEqual({ id: 'tab-1', number: 47 });
  expect(fresh.page.connection.get()).toBe('no-code');
  await old.answer.allow();
  await vi.waitFor(() => expect(fresh.page.connection.get()).toBe('open'));
  expect(fresh.page.token()).not.toBe(old.page.token());
  expect(old.answer.asking.get()).toBeNull();
  // What it wanted to know from the beginning is answered now.
  expect(await asked).toEqual(ok(null));
});

it('gets a code that works once and for two minutes', async () => {
  const running = await loopbackShell();
  const page = running.openPage();
  const newCode = async () => {
    const code = await page.request({ ...secondTabRequest, input: {} });
    if (!code.ok) throw new Error(code.failure.code);
    return code.value as string;
  };
  const code = await newCode();
  expect(await exchangeCode(running.origin, code)).toMatchObject({ ok: true });
  expect(await exchangeCode(running.origin, code)).toEqual({ ok: false, reason: 'code-used' });
  const late = await newCode();
  running.clock.now += 120_001;
  expect(await exchangeCode(running.origin, late)).toEqual({ ok: false, reason: 'code-expired' });
});

it('hears nothing from a tab that is not connected, and nothing without the click', async () => {
  const running = await loopbackShell();
  const browser = tabs(running);
  const old = browser.connected();
  await vi.waitFor(() => expect(old.page.connection.get()).toBe('open'));
  await running.shell.close();
  await vi.waitFor(() => expect(old.page.connection.get()).not.toBe('open'));
  const fresh = browser.stranger();
  vi.useFakeTimers();
  fresh.ask.ask();
  expect(fresh.ask.state.get()).toEqual({ kind: 'asked' });
  vi.advanceTimersByTime(3_000);
  vi.useRealTimers();
  expect(fresh.ask.state.get()).toEqual({ kind: 'silent' });
  expect(old.answer.asking.get()).toBeNull();
  await old.answer.allow();
  expect(browser.said).toEqual([{ kind: 'asked', id: 'tab-1', number: 47 }]);
});

it('is told when it is refused, and the question goes when it is taken back or answered elsewhere', async () => {
  const browser = tabs(await loopbackShell());
  const [old, older, fresh] = [browser.connected(), browser.connected(), browser.stranger()];
  await vi.waitFor(() => expect([old.page.connection.get(), older.page.connection.get()]).toEqual(['open', 'open']));
  fresh.ask.ask();
  old.answer.refuse();
  expect(fresh.ask.state.get()).toEqual({ kind: 'refused' });
  expect([old.answer.asking.get(), older.answer.asking.get()]).toEqual([null, null]);
  fresh.ask.ask();
  expect(old.answer.asking.get()).toEqual({ id: 'tab-2', number: 47 });
  fresh.ask.takeBack();
  expect([old.answer.asking.get(), older.answer.asking.get()]).toEqual([null, null]);
});

it.each([
  null,
  'asked',
  {},
  { kind: 'asked', id: 1, number: 47 },
  { kind: 'asked', id: 'x', number: 470 },
  { kind: 'asked', id: 'x'.repeat(65), number: 47 },
])('is not asked about by %j', async (message) => {
  const browser = tabs(await loopbackShell());
  const old = browser.connected();
  await vi.waitFor(() => expect(old.page.connection.get()).toBe('open'));
  browser.channel().say(message);
  expect(old.answer.asking.get()).toBeNull();
});

it('cannot be let in by a projector', async () => {
  const { openPage, ports } = await loopbackShell();
  const projector = openPage(codeOf((await ports.openProjector('w1', { role: 'facilitator', clientId: 'f' })) ?? ''));
  expect(await projector.request({ ...secondTabRequest, input: {} })).toEqual(err({ code: 'not-allowed' }));
});

it('may be a page that an earlier start had let in: it sends then what it kept', async () => {
  const stub = stubHandlers(() => ok({ revision: 3, at: '2026-03-20T10:42:07.000Z' }));
  const first = await loopbackShell(stubHandlers());
  const kept = first.openPage();
  await vi.waitFor(() => expect(kept.connection.get()).toBe('open'));
  await first.shell.close();
  const outbox = createOutbox({ client: createClient(kept), sendLast: kept.sendLast, newId: () => 'c1', now: () => 0 });
  void outbox.execute('w1', requestSamples.document.execute.command);
  const again = await loopbackShell(stub, [first.shell.port]);
  await vi.waitFor(() => expect(kept.connection.get()).toBe('ended'), { timeout: 10_000 });
  expect(outbox.unsavedTexts()).not.toEqual([]);
  expect(stub.asked).toEqual([]);
  const code = await again.openPage().request({ ...secondTabRequest, input: {} });
  kept.enter(code.ok ? String(code.value) : '');
  await vi.waitFor(() => expect(outbox.state.get().pending).toBe(0));
  expect(stub.asked.map(({ place }) => place)).toEqual(['document.execute']);
  expect(kept.connection.get()).toBe('open');
});
