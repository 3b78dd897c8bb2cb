// A notice that offers to undo what it tells takes that step back and no other, whatever was done since.
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, testHost, valueOf } from '../../support/test-host.ts';
import type { Command } from '../../../shared/domain/commands.ts';

async function begun() {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  const run = async (id: string, command: Readonly<Record<string, unknown>>) =>
    valueOf(await execute(host, workshopId, id, command as unknown as Command));
  const open = async () => valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  const undo = (commandId: string, stepId?: string) => host.handlers.document.undo({ workshopId, commandId, stepId }, facilitator);
  const names = async () => (await open()).collections.teams?.map((team) => String(team.name)).toSorted((a, b) => (a < b ? -1 : 1));
  return { host, run, open, undo, names };
}

test('the step that is named goes, newer ones stay', async () => {
  const { host, run, open, undo, names } = await begun();
  await run('one', { name: 'teamAdd', id: 'lunaro', team: 'Lunaro', country: 'Lunaro', language: 'en' });
  const offered = (await open()).undo.undo?.stepId;
  expect(offered).toBe('one');
  await run('two', { name: 'teamAdd', id: 'marova', team: 'Marova', country: 'Marova', language: 'en' });
  expect(valueOf(await undo('back', offered)).taken).toMatchObject({ name: 'teamAdd', record: { name: 'Lunaro' } });
  expect(await names()).toEqual(['Marova']);
  expect((await open()).undo.redo?.stepId).toBe('one');
  await host.close();
});

test('a step that was taken back already is not taken twice, and no other one in its place', async () => {
  const { host, run, undo, names } = await begun();
  await run('one', { name: 'teamAdd', id: 'lunaro', team: 'Lunaro', country: 'Lunaro', language: 'en' });
  await run('two', { name: 'teamAdd', id: 'marova', team: 'Marova', country: 'Marova', language: 'en' });
  valueOf(await undo('back', 'two'));
  expect(await undo('again', 'two')).toMatchObject({ ok: false, failure: { code: 'undo-nothing' } });
  expect(await names()).toEqual(['Lunaro']);
  await host.close();
});
