// The worker thread as it is shipped: bundled, driven by the host's client, its files read back.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createWorkerClient, type WorkerClient, type WorkerClientOptions } from '../../../electron/documents/worker-client.ts';
import type { BuildProgress } from '../../../electron/documents/protocol.ts';
import { toStored } from '../../../shared/document/envelope.ts';
import type { PackContent } from '../../../shared/pack/content.ts';
import { builtWorker, type BuiltWorker } from '../../support/built-worker.ts';
import { flat, readPdf } from '../../support/read-back.ts';
import { contentOf } from '../../support/sample-packs.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { packedWorkshop } from '../../support/workshop-files.ts';

let worker: BuiltWorker;
let english: PackContent;
let french: PackContent;

beforeAll(async () => {
  worker = await builtWorker();
  const workshop = sampleWorkshop();
  english = contentOf(workshop, 'team-a', 'en');
  french = contentOf(workshop, 'team-ntp', 'fr');
}, 120_000);
afterAll(() => worker.remove());

function client(options: Partial<WorkerClientOptions> = {}): WorkerClient {
  const made = createWorkerClient({ workerPath: worker.path, ...options });
  onTestFinished(() => made.close());
  return made;
}

describe('the bundled worker', () => {
  test('prints one plan with language, title and text', async () => {
    const result = await client().printPlan({ content: french, planId: 'plan-5' });
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.fileName).toBe('Plan-Programm-Une-politique-v1-prov.pdf');
    const pdf = await readPdf(result.value.bytes);
    expect(pdf.language).toBe('fr');
    expect(pdf.title).toContain('Plan d’action 1');
    expect(flat(pdf.pages.join(' '))).toContain('Une politique des ressources humaines pour la lutte contre la tuberculose');
    expect(flat(pdf.pages.at(-1) ?? '')).toContain(`page ${pdf.pages.length} sur ${pdf.pages.length}`);
  });

  test('keeps every letter of Arabic names, also where a line begins with a letter of two glyphs', async () => {
    const name = 'أحمد بن إبراهيم';
    const [plan] = french.plans;
    if (!plan) throw new Error('There is no plan.');
    const content: PackContent = { ...french, plans: [{ ...plan, accountable: name, topic: `${name} `.repeat(12).trim() }] };
    const result = await client().printPlan({ content, planId: 'plan-5' });
    if (!result.ok) throw new Error(result.failure.code);
    const text = (await readPdf(result.value.bytes)).pages.join('\n');
    const letters = (letter: string) => text.split(letter).length - 1;
    // Readers put base and dots together in several ways; the bases are what was lost. The steps name أحمد المصطفى three times, the home card once.
    expect(letters('ح')).toBe(13 + 4);
    expect(letters('ا') + letters('أ') + letters('إ')).toBe(13 * 3 + 4 * 2);
  });

  test('knows no plan that is not there', async () => {
    expect(await client().printPlan({ content: french, planId: 'nobody' })).toEqual({
      ok: false,
      failure: { code: 'pack-failed', file: 'nobody' },
    });
  });

  test('builds packs with progress, and names what no font can print', async () => {
    const folder = temporaryFolder();
    const steps: BuildProgress[] = [];
    const odd: PackContent = { ...english, workshop: { ...english.workshop, title: 'Atelier 研修' } };
    const result = await client().buildPacks({ folder, packs: [odd, french] }, { onProgress: (progress) => steps.push(progress) });
    if (!result.ok) throw new Error(result.failure.code);
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        'Country-A',
        'Country-A.zip',
        'Programme-national-d’Arzalie',
        'Programme-national-d’Arzalie.zip',
        'Atelier-研修.zip',
        'all-plans-for-copying.pdf',
      ].toSorted(),
    );
    expect(steps.map(({ done }) => done)).toEqual(steps.map((_, index) => index));
    expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
    expect(steps[0]?.label).toBe('Country A · Cover letter');
    expect(result.value.unprintable).toContainEqual({ character: '研', where: 'Country A · Action plan 1' });
    expect(result.value.unprintable.filter(({ where }) => where.startsWith('Programme'))).toEqual([]);
    const cover = await readPdf(readFileSync(join(folder, 'Country-A', '00-cover.pdf')));
    expect(flat(cover.pages.join(' '))).toContain('Atelier [U+7814][U+4FEE]');
  });

  test('stops between two files when it is cancelled, leaves nothing behind, and takes the next job', async () => {
    const folder = temporaryFolder();
    const shared = client();
    const controller = new AbortController();
    const result = await shared.buildPacks(
      { folder, packs: [english, french] },
      { signal: controller.signal, onProgress: ({ done }) => void (done === 3 && controller.abort()) },
    );
    expect(result).toEqual({ ok: false, failure: { code: 'pack-cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
    expect((await shared.printPlan({ content: english, planId: 'plan-1' })).ok).toBe(true);
  });

  test('says which file could not be written', async () => {
    const folder = temporaryFolder();
    // Where the team's folder belongs there is a file.
    writeFileSync(join(folder, 'Country-A'), '');
    const logged: string[] = [];
    const own = client({ log: (_place, error) => void logged.push(String(error)) });
    expect(await own.buildPacks({ folder, packs: [english] }, {})).toMatchObject({ ok: false, failure: { code: 'pack-failed' } });
    expect(existsSync(folder)).toBe(true);
    expect(logged.join('\n')).toContain('EEXIST');
  });

  test('reads a list that somebody brings', async () => {
    const result = await client().readSource({ bytes: new TextEncoder().encode('Name;Team\nA. Mensa;Ghana\n'), fileName: 'list.csv' });
    expect(result).toMatchObject({
      ok: true,
      value: [
        {
          rows: [
            ['Name', 'Team'],
            ['A. Mensa', 'Ghana'],
          ],
        },
      ],
    });
  });

  test('reads a workshop file and makes others of it', async () => {
    const folder = temporaryFolder();
    const { document } = sampleWorkshop();
    const from = join(folder, 'whole');
    writeFileSync(from, packedWorkshop(document));
    const own = client();
    const whole = await own.readWorkshopFile({ bytes: readFileSync(from), fileName: 'whole.hrhworkshop' });
    if (!whole.ok) throw new Error(whole.failure.code);
    expect(toStored(whole.value.document)).toEqual(toStored(document));
    const part = join(folder, 'part');
    expect(await own.deriveWorkshop({ from, to: part, what: { kind: 'team', teamId: 'team-a' } })).toMatchObject({ ok: true });
    expect(await own.readWorkshopFile({ bytes: readFileSync(part), fileName: 'part' })).toMatchObject({
      ok: true,
      value: { part: { teamId: 'team-a', name: 'Country A' } },
    });
    const nowhere = join(folder, 'missing', 'part');
    expect(await own.deriveWorkshop({ from, to: nowhere, what: { kind: 'team', teamId: 'team-a' } })).toEqual({
      ok: false,
      failure: { code: 'save-failed', folder: join(folder, 'missing'), reason: 'ENOENT' },
    });
    await expect(own.deriveWorkshop({ from: part + 'gone', to: part, what: { kind: 'team', teamId: 'team-a' } })).rejects.toThrow(
      'cannot be read',
    );
  });

  test('builds packs for 15 teams with two plans each without blocking the host', async () => {
    const folder = temporaryFolder();
    const [plan] = english.plans;
    if (!plan) throw new Error('There is no plan.');
    const packs = Array.from({ length: 15 }, (_, index): PackContent => {
      const content = index % 2 === 0 ? english : french;
      const plans = [1, 2].map((number) => ({ ...plan, id: `plan-${index}-${number}`, number }));
      return { ...content, team: { ...content.team, id: `team-${index}`, name: `Team ${index}` }, plans };
    });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const begin = performance.now();
    delay.enable();
    const result = await client().buildPacks({ folder, packs }, {});
    delay.disable();
    const seconds = (performance.now() - begin) / 1000;
    console.info(`15 teams, 2 plans each: ${seconds.toFixed(1)} s, host blocked at most ${(delay.max / 1e6).toFixed(0)} ms`);
    expect(result.ok && result.value.teams).toHaveLength(15);
  }, 120_000);
});

describe('the client', () => {
  /** A worker that never answers the reading of a file, and answers everything else at once. */
  function stubbornWorker(): string {
    const path = join(temporaryFolder(), 'stubborn.mjs');
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ jobId, name }) => {
        if (name === 'readSource' || name === 'readWorkshopFile') for (;;);
        if (name === 'buildPacks') throw new Error('broken for a test');
        parentPort.postMessage({ kind: 'done', jobId, output: { ok: true, value: { fileName: 'x.pdf', bytes: new Uint8Array() } } });
      });`,
    );
    return path;
  }

  test('ends a thread that a file keeps too long, and starts a new one for the next job', async () => {
    const own = client({ workerPath: stubbornWorker(), readDeadline: 200 });
    const reading = own.readSource({ bytes: new Uint8Array([1]), fileName: 'endless.xlsx' });
    const waiting = own.printPlan({ content: english, planId: 'plan-1' });
    expect(await reading).toEqual({ ok: false, failure: { code: 'read-took-too-long', fileName: 'endless.xlsx' } });
    expect((await waiting).ok).toBe(true);
  });

  test('gives up on a workshop file after a deadline of its own', async () => {
    const own = client({ workerPath: stubbornWorker(), workshopDeadline: 200 });
    expect(await own.readWorkshopFile({ bytes: new Uint8Array([1]), fileName: 'endless.hrhworkshop' })).toEqual({
      ok: false,
      failure: { code: 'workshop-file-took-too-long', fileName: 'endless.hrhworkshop' },
    });
    expect((await own.printPlan({ content: english, planId: 'plan-1' })).ok).toBe(true);
  });

  test('rejects the job of a thread that breaks, and starts a new one for the next', async () => {
    const own = client({ workerPath: stubbornWorker() });
    await expect(own.buildPacks({ folder: temporaryFolder(), packs: [] }, {})).rejects.toThrow('broken for a test');
    expect((await own.printPlan({ content: english, planId: 'plan-1' })).ok).toBe(true);
  });

  test('rejects what still waits when it is closed', async () => {
    const own = client({ workerPath: stubbornWorker() });
    const reading = own.readSource({ bytes: new Uint8Array([1]), fileName: 'endless.xlsx' });
    await Promise.all([expect(reading).rejects.toThrow('closed'), own.close()]);
    await expect(own.printPlan({ content: english, planId: 'plan-1' })).rejects.toThrow('closed');
  });
});
