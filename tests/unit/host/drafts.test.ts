// What was typed and is not saved: the host keeps it beside the workshop until it is saved or let go, for its owner alone, and it never travels.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Draft } from '../../../shared/contract/drafts.ts';
import { overwriting } from '../../../shared/contract/field-key.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import type { TeamId } from '../../../shared/domain/people/model.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { execute, facilitator, newWorkshop, projector, testHost, valueOf, type TestHost } from '../../support/test-host.ts';

const setPlace = (value: string, was = 'Chandolo'): Command => ({ name: 'workshopSet', id: 'workshop', field: 'place', value, was });
const tooLong = `Kumasi ${'x'.repeat(20_000)}`;

async function draftsOf(host: TestHost, workshopId: string): Promise<readonly Draft[]> {
  return valueOf(await host.handlers.document.open({ workshopId }, facilitator)).drafts;
}

/** The text of every file under a folder, unpacked where it is packed. */
function everyFile(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((file) => [join(file.parentPath, file.name), readable(readFileSync(join(file.parentPath, file.name)))]));
}

function readable(bytes: Buffer): string {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

function holders(root: string, text: string): readonly string[] {
  return [...everyFile(root)].flatMap(([path, content]) => (content.includes(text) ? [path] : []));
}

test('a text that a rule refuses is kept through a restart, and is a draft no more when the field is saved', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  expect(await execute(host, workshopId, 'c1', setPlace(tooLong))).toMatchObject({ failure: { code: 'text-too-long' } });
  await host.close();
  const again = await testHost({ root });
  expect(await draftsOf(again, workshopId)).toEqual([
    {
      kind: 'refused',
      key: 'workshopSet workshop place',
      at: '2026-03-18T08:00:00.000Z',
      command: setPlace(tooLong),
      why: 'text-too-long',
    },
  ]);
  valueOf(await execute(again, workshopId, 'c2', setPlace('Kumasi')));
  expect(await draftsOf(again, workshopId)).toEqual([]);
  expect(holders(root, 'Kumasi xxx')).toEqual([]);
  await again.close();
});

test('a text that came too late is kept with its field: nobody may be there any more to hear of it', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  valueOf(await execute(host, workshopId, 'c1', setPlace('Lomé')));
  await execute(host, workshopId, 'c2', setPlace('Kumasi'));
  expect(await draftsOf(host, workshopId)).toMatchObject([
    { key: 'workshopSet workshop place', why: 'field-changed', command: { value: 'Kumasi' } },
  ]);
  await host.close();
});

test('what is given up stays given up, also where the refusal of its last letters is heard later', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  valueOf(await execute(host, workshopId, 'c1', setPlace('Lomé')));
  const key = 'workshopSet workshop place';
  const typedOn = execute(host, workshopId, 'c2', setPlace('Kumasi, and more'));
  const givenUp = host.handlers.drafts.letGo({ workshopId, key }, facilitator);
  expect(await typedOn).toMatchObject({ failure: { code: 'field-changed' } });
  valueOf(await givenUp);
  expect(await draftsOf(host, workshopId)).toEqual([]);
  await execute(host, workshopId, 'c3', setPlace('Typed afterwards'));
  expect(await draftsOf(host, workshopId)).toMatchObject([{ key, command: { value: 'Typed afterwards' } }]);
  await host.close();
});

test('letters of a record that no command sets by its field are one draft of that field, and none when it is saved', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  const add: Command = { name: 'teamAdd', id: 'team' as TeamId, team: 'Asandra', country: 'Asandra', language: 'en' };
  valueOf(await execute(host, workshopId, 'c1', add));
  const rate = (evidence: string, was: string): Command => {
    return { name: 'fieldRate', teamId: 'team' as TeamId, fieldId: 'hrm', round: 'baseline', part: { evidence, was } };
  };
  valueOf(await execute(host, workshopId, 'c2', rate('Theirs', '')));
  for (const [index, text] of ['Mine', 'Mine, long', 'Mine, longer'].entries()) {
    expect(await execute(host, workshopId, `m${index}`, rate(text, 'Mine'))).toMatchObject({ failure: { code: 'field-changed' } });
  }
  const [draft, ...others] = await draftsOf(host, workshopId);
  expect([draft?.key, others]).toEqual(['fieldAssessments team.hrm.baseline evidence', []]);
  if (draft?.kind !== 'refused') throw new Error('Nothing was kept');
  valueOf(await execute(host, workshopId, 'c3', overwriting(draft.command)));
  expect(await draftsOf(host, workshopId)).toEqual([]);
  const { collections } = valueOf(await host.handlers.document.open({ workshopId }, facilitator));
  expect(collections['fieldAssessments']).toMatchObject([{ evidence: 'Mine, longer' }]);
  await host.close();
});

test('what was refused and not typed is no draft: nobody signs later out of a list, and no choice is shown as its code', async () => {
  const host = await testHost({ root: temporaryFolder() });
  const workshopId = await newWorkshop(host);
  const refused = [
    { name: 'planSignOff', id: 'nothing', by: 'Halima Abdi' },
    { name: 'conflictSettle', id: 'nothing', option: 'shown' },
    { name: 'attendanceSet', participantIds: ['nobody'], dayId: 'no-day', half: 'morning', state: 'excused' },
  ] as unknown as readonly Command[];
  for (const [index, command] of refused.entries()) {
    expect(await execute(host, workshopId, `c${index}`, command)).toMatchObject({ ok: false });
  }
  expect(await draftsOf(host, workshopId)).toEqual([]);
  await host.close();
});

test('a refused command that held no text leaves nothing', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  expect(await execute(host, workshopId, 'c1', { name: 'participantsRemove', ids: ['nobody' as never] })).toMatchObject({ ok: false });
  expect(await draftsOf(host, workshopId)).toEqual([]);
  expect(holders(root, '"drafts"')).toEqual([]);
  await host.close();
});

test('what a full disk does not take is held, and kept when there is space again', async () => {
  const root = temporaryFolder();
  const failing = failingFiles();
  const host = await testHost({ root, files: failing.files });
  const workshopId = await newWorkshop(host);
  failing.failNext('write', 'ENOSPC', { times: 100 });
  expect(await execute(host, workshopId, 'c1', setPlace('Kumasi'))).toMatchObject({ failure: { code: 'disk-full' } });
  expect(await draftsOf(host, workshopId)).toMatchObject([{ command: { value: 'Kumasi' }, why: 'disk-full' }]);
  failing.heal();
  valueOf(await host.handlers.drafts.keep({ workshopId, key: 'form', value: { text: 'half' } }, facilitator));
  await host.close();
  const again = await testHost({ root });
  expect((await draftsOf(again, workshopId)).map(({ key }) => key)).toEqual(['workshopSet workshop place', 'form']);
  await again.close();
});

test('what a form holds is kept, replaced and let go; the pages of a facilitator are told, those of a projector see nothing', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const form = { workshopId: null, key: 'new-workshop' };
  valueOf(await host.handlers.drafts.keep({ ...form, value: { title: 'Half' } }, facilitator));
  valueOf(await host.handlers.drafts.keep({ ...form, value: { title: 'Half a title' } }, facilitator));
  await host.close();
  const again = await testHost({ root });
  const kept = { kind: 'typed', key: 'new-workshop', at: '2026-03-18T08:00:00.000Z', value: { title: 'Half a title' } };
  expect(valueOf(await again.handlers.drafts.list({ workshopId: null }, facilitator))).toEqual([kept]);
  valueOf(await again.handlers.drafts.letGo(form, facilitator));
  expect(valueOf(await again.handlers.drafts.list({ workshopId: null }, facilitator))).toEqual([]);
  expect(existsSync(join(root, 'library', 'drafts.json'))).toBe(false);
  const told = again.published.filter(({ area }) => area === 'drafts');
  expect(told).toEqual([{ area: 'drafts', name: 'changed', payload: { workshopId: null, drafts: [] }, to: { role: 'facilitator' } }]);
  const workshopId = await newWorkshop(again);
  await execute(again, workshopId, 'c1', setPlace(tooLong));
  await again.close();
  const shown = await testHost({ root, ports: { workshopShownTo: () => workshopId } });
  expect(valueOf(await shown.handlers.document.open({ workshopId }, projector)).drafts).toEqual([]);
  await shown.close();
});

test.skipIf(process.platform === 'win32')('the file belongs to its owner alone', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', setPlace(tooLong));
  await host.handlers.drafts.keep({ workshopId: null, key: 'new-workshop', value: { title: 'Half' } }, facilitator);
  const files = [...everyFile(root).keys()].filter((path) => path.endsWith('drafts.json'));
  expect(files).toHaveLength(2);
  for (const path of files) expect(statSync(path).mode & 0o777).toBe(0o600);
  await host.close();
});

test('no file that travels holds a byte of it: neither copies nor exports of any kind, nor a second copy', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  const teamId = 'ghana' as TeamId;
  valueOf(await execute(host, workshopId, 'c1', { name: 'teamAdd', id: teamId, team: 'Ghana', country: 'Ghana', language: 'en' }));
  await execute(host, workshopId, 'c2', setPlace(tooLong));
  valueOf(await host.handlers.copies.make({ workshopId }, facilitator));
  for (const what of [{ kind: 'whole' }, { kind: 'without-people' }, { kind: 'team', teamId }] as const) {
    valueOf(await host.handlers.files.exportWorkshop({ workshopId, what }, facilitator));
  }
  const [copy] = valueOf(await host.handlers.copies.list({ workshopId }, facilitator)).copies;
  valueOf(await host.handlers.copies.deliver({ workshopId, copyId: copy?.copyId ?? '' }, facilitator));
  expect(host.outgoing).toHaveLength(4);
  for (const { path } of host.outgoing) expect(readable(readFileSync(path))).not.toContain('Kumasi');
  expect(holders(root, 'Kumasi').map((path) => path.split(/[\\/]/).at(-1))).toEqual(['drafts.json']);
  await host.close();
});

test('forgetting sweeps it: no byte is left of what was typed, nor of what could not be read', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', setPlace(tooLong));
  await host.close();
  const [path] = holders(root, 'Kumasi');
  writeFileSync(path ?? '', '{"drafts": [{"value": "Kumasi');
  const again = await testHost({ root });
  expect(await draftsOf(again, workshopId)).toEqual([]);
  await execute(again, workshopId, 'c2', setPlace(tooLong.replace('Kumasi', 'Tamale')));
  expect(holders(root, 'Kumasi').map((each) => each.split(/[\\/]/).at(-1))).toEqual(['drafts.json.unreadable']);
  valueOf(await again.handlers.copies.forget({ workshopId, conflictCopies: [] }, facilitator));
  expect([...holders(root, 'Kumasi'), ...holders(root, 'Tamale')]).toEqual([]);
  expect(await draftsOf(again, workshopId)).toEqual([]);
  await again.close();
});

test('forgetting sweeps what stood as it was typed, and what a form held that was not sent', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  const zone = (asTyped: string): Command => ({ name: 'workshopSet', id: 'workshop', field: 'timezone', value: 'UTC', asTyped });
  await execute(host, workshopId, 'c1', zone('where Kumasi is'));
  await execute(host, workshopId, 'c2', zone(''));
  valueOf(await host.handlers.drafts.keep({ workshopId, key: 'person', value: { name: 'Ama of Tamale' } }, facilitator));
  expect(holders(root, 'Kumasi')).not.toEqual([]);
  expect(holders(root, 'Tamale')).not.toEqual([]);
  valueOf(await host.handlers.copies.forget({ workshopId, conflictCopies: [] }, facilitator));
  expect([...holders(root, 'Kumasi'), ...holders(root, 'Tamale')]).toEqual([]);
  await host.close();
});

test('a draft of another version is kept to be read', async () => {
  const root = temporaryFolder();
  const host = await testHost({ root });
  const workshopId = await newWorkshop(host);
  await execute(host, workshopId, 'c1', setPlace(tooLong));
  await host.close();
  const [path = ''] = holders(root, 'Kumasi');
  writeFileSync(path, JSON.stringify({ drafts: [{ key: 'later', at: '2026-03-18T08:00:00.000Z', kind: 'spoken', words: 'Kumasi' }] }));
  const again = await testHost({ root });
  expect(await draftsOf(again, workshopId)).toMatchObject([{ kind: 'typed', key: 'later', value: { stored: { words: 'Kumasi' } } }]);
  await again.close();
});
