// The built host, attacked with messages that are full of one name, and then robbed of its library: nothing that it prints holds the name.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentSnapshot } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { patience, runs } from '../support/effort.ts';
import { answerTrouble, declaredRequests, messagesFor } from '../support/fuzz/contract-messages.ts';
import { startHostProcess } from '../support/host-process.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { basics } from '../support/test-host.ts';

const name = 'Kwabena-Asante-7391';

/** Messages per request. */
const messages = runs(60, 300);

function value(result: Result<unknown, unknown>): unknown {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

test(
  'no name and no text of anybody is printed, whatever happens',
  async () => {
    const root = temporaryFolder();
    const library = join(root, 'library');
    const host = await startHostProcess(root, library);
    const title = `Workshop ${name}`;
    const created = await host.request('library', 'create', { basics: { ...basics, title }, templateId: 'three-day' });
    const { workshopId } = value(created) as { readonly workshopId: string };
    const { collections } = value(await host.request('document', 'open', { workshopId })) as DocumentSnapshot;
    const ids = Object.values(collections).flatMap((records) => records.slice(0, 4).map(({ id }) => id));
    const words = [workshopId, ...ids, name, `${name} <b>`, '2026-03-18', '08:30', 'en'];
    for (const [seed, request] of declaredRequests.entries()) {
      const all = messagesFor(request, words, { count: messages, seed });
      const answers = await Promise.all(all.map(({ area, name: wanted, input }) => host.request(area, wanted, input)));
      expect(answers.map(answerTrouble).filter((trouble) => trouble !== null)).toEqual([]);
    }

    // The stick is pulled, and a file lies where the workshops were.
    expect(readdirSync(library).some((folder) => folder.includes(name))).toBe(true);
    rmSync(library, { recursive: true, force: true });
    writeFileSync(library, name);
    for (const request of declaredRequests) {
      const all = messagesFor(request, words, { count: 10, seed: 1 });
      await Promise.all(all.map(({ area, name: wanted, input }) => host.request(area, wanted, input)));
    }
    expect(value(await host.request('app', 'start', {}))).toMatchObject({ role: 'facilitator' });

    expect(host.output()).toContain('#code=');
    expect(host.output()).not.toContain(host.token);
    expect(host.output()).not.toContain(name);
    await host.kill();
    expect(host.output()).not.toContain(name);
  },
  patience(120_000),
);
