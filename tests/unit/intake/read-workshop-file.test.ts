// Workshop files from strangers: a good one is read whole, everything else is refused for its own reason, and nothing costs more than it may.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { jsonTrouble } from '../../../electron/intake/json-guard.ts';
import { largestWorkshopFile } from '../../../electron/intake/limits.ts';
import { readWorkshopFile } from '../../../electron/intake/read-workshop-file.ts';
import { currentSchemaVersion, toStored } from '../../../shared/document/envelope.ts';
import { gzipBomb } from '../../support/bombs.ts';
import { sampleWorkshop } from '../../support/sample-workshop.ts';
import { packedWorkshop, plainWorkshop, tamperedWorkshop } from '../../support/workshop-files.ts';

const fileName = 'from-a-stick.hrhworkshop';
const read = (bytes: Uint8Array) => readWorkshopFile({ bytes, fileName });
const refused = (failure: object) => ({ ok: false, failure: { fileName, ...failure } });
const damaged = (detail: string, place = '') => refused({ code: 'workshop-file-damaged', detail, place });

describe('a good file', () => {
  const document = sampleWorkshop().document;

  test.each([
    ['compressed', packedWorkshop(document)],
    ['as workshop.json', plainWorkshop(document)],
    ['with a byte order mark of an editor', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plainWorkshop(document)])],
    ['saved in another layout', Buffer.from(JSON.stringify(toStored(document), null, 4))],
    [
      'in two members',
      Buffer.concat([gzipSync(plainWorkshop(document).subarray(0, 1000)), gzipSync(plainWorkshop(document).subarray(1000))]),
    ],
  ])('%s is read whole', async (_how, bytes) => {
    const result = await read(bytes);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    expect(toStored(result.value.document)).toEqual(toStored(document));
    expect(result.value.part).toBeNull();
  });

  test('of an older version is migrated', async () => {
    const result = await read(readFileSync(new URL('../../../data/fixtures/v1/workshop.json', import.meta.url)));
    expect(result).toMatchObject({ ok: true, value: { document: { envelope: { schemaVersion: currentSchemaVersion } } } });
  });
});

describe('what is no workshop, or not whole', () => {
  const whole = packedWorkshop();

  test.each([
    ['an archive', Buffer.from('PK\u0003\u0004 and more'), refused({ code: 'not-a-workshop-file' })],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), refused({ code: 'not-a-workshop-file' })],
    ['text', Buffer.from('Name;Team\nAma;Ghana'), refused({ code: 'not-a-workshop-file' })],
    ['other JSON', Buffer.from('{"format":"something-else"}'), refused({ code: 'not-a-workshop-file' })],
    ['a list', Buffer.from('[1,2,3]'), refused({ code: 'not-a-workshop-file' })],
    ['null, compressed', gzipSync('null'), refused({ code: 'not-a-workshop-file' })],
    ['nothing', Buffer.alloc(0), damaged('empty')],
    ['nothing, compressed', gzipSync(''), damaged('empty')],
    ['zeros, compressed', gzipSync(Buffer.alloc(500)), damaged('empty')],
    ['half a file', whole.subarray(0, whole.length / 2), damaged('cut')],
    ['a file with something behind it', Buffer.concat([whole, Buffer.from('more')]), damaged('cut')],
    ['a flipped bit', flipped(whole, whole.length - 40), damaged('cut')],
    ['half a workshop.json', plainWorkshop().subarray(0, 2_000), damaged('cut')],
    ['words instead of JSON', gzipSync('{ this is } not JSON }'), damaged('not-json')],
    [
      'bytes that are no text',
      gzipSync(Buffer.concat([Buffer.from('{"a":'), Buffer.from([0xff, 0xfe]), Buffer.from('}')])),
      damaged('not-json'),
    ],
  ])('%s is refused in its own words', async (_what, bytes, answer) => {
    expect(await read(bytes)).toEqual(answer);
  });

  test('of a newer version is said to be newer, whatever else is in it', async () => {
    const newer = refused({ code: 'workshop-file-newer', schemaVersion: 99 });
    expect(await read(tamperedWorkshop((stored) => void (stored.schemaVersion = 99)))).toEqual(newer);
    const changed = tamperedWorkshop((stored) => {
      stored.schemaVersion = 99;
      stored.collections.plans = { 'plan-1': { id: 'plan-1', shape: 'of tomorrow' } };
    });
    expect(await read(changed)).toEqual(newer);
  });
});

function flipped(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = (copy[place] ?? 0) ^ 0x10;
  return copy;
}

describe('a file that costs more than it may', () => {
  test('is refused by its size before anybody looks inside', async () => {
    const bytes = new Uint8Array(largestWorkshopFile + 1);
    expect(await read(bytes)).toEqual(refused({ code: 'workshop-file-too-large', megabytes: 51, limit: 50 }));
  });

  test('is left as soon as it has inflated too far: ten gigabytes out of ten megabytes', async () => {
    const bomb = gzipBomb(10_000);
    expect(bomb.length).toBeLessThan(11 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await read(bomb)).toEqual(refused({ code: 'workshop-file-inflates-too-far' }));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(400 * 1024 * 1024);
  });

  test.each([
    ['brackets', `{"a":${'['.repeat(100_000)}`],
    ['braces', '{"a":'.repeat(100_000)],
  ])('is not parsed when it nests %s without end', async (_what, text) => {
    expect(await read(gzipSync(text))).toEqual(damaged('too-deep'));
  });

  test('is not parsed when it holds more values than memory has room for', async () => {
    expect(await read(gzipSync(`{"a":[${'0,'.repeat(5_000_001)}0]}`))).toEqual(damaged('too-many-records'));
  });

  test('brackets inside a text are no depth', () => {
    expect(jsonTrouble(Buffer.from(JSON.stringify({ text: '[{'.repeat(1_000), quoted: '"[\\"[{' })))).toBeNull();
  });
});

describe('content that no workshop has', () => {
  test.each([
    ['"__proto__"', '__proto__'],
    ['"constructor"', 'constructor'],
    ['"prototype"', 'prototype'],
    [String.raw`"\u005f_proto__"`, '__proto__'],
    [String.raw`"\u0063onstructor" `, 'constructor'],
  ])('%s as a key is refused, wherever it stands', async (key) => {
    const text = JSON.stringify(toStored(sampleWorkshop().document)).replace(
      '"collections":{',
      `"collections":{${key}:{"polluted":{"id":"polluted"}},`,
    );
    expect(await read(gzipSync(text))).toEqual(damaged('forbidden-key'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('the same words as values are just words', async () => {
    const bytes = tamperedWorkshop((stored) => edit(stored, 'plans', 'plan-1', { topic: '__proto__' }));
    expect(await read(bytes)).toMatchObject({ ok: true });
  });

  test.each([
    ['a document id that is a path', (stored: Tampering) => void (stored.documentId = '../../outside'), 'documentId'],
    ['a document id with a zero', (stored: Tampering) => void (stored.documentId = 'a\u0000b'), 'documentId'],
    ['knowledge that uses up the numbers', (stored: Tampering) => void (stored.knows = { stranger: Number.MAX_SAFE_INTEGER }), 'knows'],
    ['a revision beyond counting', (stored: Tampering) => void (stored.revision = Number.MAX_SAFE_INTEGER), 'knows'],
    [
      'a stamp that uses up the numbers',
      ({ stamps }: Tampering) => void (stamps['plans'] = { ...stamps['plans'], 'plan-1': { at: [Number.MAX_SAFE_INTEGER, 'stranger'] } }),
      'knows',
    ],
    [
      'a removal that uses up the numbers',
      ({ tombstones }: Tampering) => void (tombstones['plans'] = { gone: { removals: [{ at: [9e15, 'stranger'], knew: {} }] } }),
      'knows',
    ],
    ['a record of the wrong shape', (stored: Tampering) => edit(stored, 'plans', 'plan-1', { topic: 7 }), 'plans · plan-1 · topic'],
    [
      'a record under another id',
      ({ collections }: Tampering) => void (collections['plans'] = { 'plan-2': collections['plans']?.['plan-1'] ?? {} }),
      'plans · plan-2 · id',
    ],
    [
      'a reference to nothing',
      (stored: Tampering) => edit(stored, 'steps', 'step-1-0', { planId: 'nowhere' }),
      'steps · step-1-0 · planId',
    ],
    ['no workshop in it', ({ collections }: Tampering) => void (collections['workshop'] = {}), 'workshop · workshop · id'],
  ])('%s is refused by its place', async (_what, tamper, place) => {
    const result = await read(tamperedWorkshop(tamper));
    expect(result).toMatchObject({ ok: false, failure: { code: 'workshop-file-damaged', detail: 'bad-record' } });
    if (!result.ok && result.failure.code === 'workshop-file-damaged') expect(result.failure.place).toContain(place);
  });

  test('a place is as long as people can read, however long the id', async () => {
    const id = 'x'.repeat(200);
    const result = await read(tamperedWorkshop(({ collections }) => void (collections['plans'] = { [id]: { id, topic: 7 } })));
    expect(!result.ok && result.failure.code === 'workshop-file-damaged' && result.failure.place.length).toBe(120);
  });
});

type Tampering = Parameters<Parameters<typeof tamperedWorkshop>[0]>[0];

function edit({ collections }: Tampering, collection: string, id: string, fields: Readonly<Record<string, unknown>>): void {
  const record = collections[collection]?.[id];
  if (!record) throw new Error(`The sample has no ${collection} ${id}`);
  Object.assign(record, fields);
}
