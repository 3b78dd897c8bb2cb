// The stored format: every version that ever existed has a golden file that still opens, and every step between two has a migration.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupsPath, copiesIn } from '../../../electron/store/backups.ts';
import { nodeFiles } from '../../../electron/store/node-files.ts';
import { currentSchemaVersion, fromStored, isNewer, isProblem, toStored } from '../../../shared/document/envelope.ts';
import { migrate, migrations } from '../../../shared/document/migrations.ts';
import { validate } from '../../../shared/document/validate.ts';
import { root } from '../../architecture/source-imports.ts';
import { goldenWorkshop } from '../../support/golden-workshop.ts';
import { openStore } from '../../support/stored-workshop.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const versions = Array.from({ length: currentSchemaVersion }, (_, index) => index + 1);

type Stored = {
  collections: Record<string, Record<string, Record<string, unknown>>>;
  tombstones: Record<string, Record<string, unknown>>;
} & Record<string, unknown>;

function goldenPath(version: number): string {
  return join(root, 'data', 'fixtures', `v${version}`, 'workshop.json');
}

function golden(version: number): Stored {
  return JSON.parse(readFileSync(goldenPath(version), 'utf8')) as Stored;
}

function read(json: unknown) {
  const document = fromStored(migrate(json));
  if (isProblem(document)) throw new Error(JSON.stringify(document));
  return document;
}

function plain(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}

it.runIf(process.env.HRH_WRITE_GOLDEN === '1')('writes the golden file of this version, once', () => {
  expect(existsSync(goldenPath(currentSchemaVersion))).toBe(false);
  mkdirSync(join(goldenPath(currentSchemaVersion), '..'), { recursive: true });
  writeFileSync(goldenPath(currentSchemaVersion), `${JSON.stringify(goldenWorkshop(), null, 1)}\n`);
});

describe('the stored format', () => {
  it('has a migration for every step, in order and without a gap', () => {
    expect(migrations.map((migration) => migration.from)).toEqual(versions.slice(0, -1));
  });

  it.each(versions)('still opens what version %i wrote', (version) => {
    const { envelope, records } = read(golden(version));
    expect(envelope.schemaVersion).toBe(currentSchemaVersion);
    expect(validate(records)).toEqual([]);
    expect(records.plans.size).toBeGreaterThan(0);
    expect(records.signOffs.size).toBeGreaterThan(0);
  });

  it('is written as it was read', () => {
    expect(plain(toStored(read(golden(currentSchemaVersion))))).toEqual(golden(currentSchemaVersion));
  });

  it('holds conflicts, removed records and fields of two laptops', () => {
    const { records, stamps } = read(golden(currentSchemaVersion));
    expect(new Set([...records.conflicts.values()].map(({ field }) => field))).toEqual(new Set(['contacts', 'place', null]));
    const [parked] = stamps.tombstones.parkingItems.values();
    expect(parked).toMatchObject({ removals: [{ knew: { 'replica-a': expect.any(Number) as number } }], record: { status: 'open' } });
  });

  it('keeps fields and collections that it does not know, also through every migration', () => {
    for (const version of versions) {
      const stored = golden(version);
      stored['futureEnvelope'] = 'kept';
      const [planId, plan] = Object.entries(stored.collections['plans'] ?? {})[0] ?? [];
      if (!planId || !plan) throw new Error('The golden file has no plan');
      plan['futureField'] = { deep: [1, 2] };
      stored.collections['futureCollection'] = { x: { id: 'x', text: 'kept' } };
      const again = plain(toStored(read(stored))) as Stored;
      expect(again['futureEnvelope']).toBe('kept');
      expect(again.collections['plans']?.[planId]).toEqual(plan);
      expect(again.collections['futureCollection']).toEqual({ x: { id: 'x', text: 'kept' } });
    }
  });

  it('keeps what is known of a removal that schema 1 stored', () => {
    const stored = golden(1);
    stored.tombstones['sessions'] = { gone: [7, 'replica-a'] };
    const knows = stored['knows'];
    expect(read(stored).stamps.tombstones.sessions.get('gone')).toMatchObject({ removals: [{ at: [7, 'replica-a'], knew: knows }] });
  });

  it.each([
    ['null', null, 'not-a-workshop'],
    ['a list', [], 'not-a-workshop'],
    ['another file', { hello: 1 }, 'not-a-workshop'],
  ])('refuses %s', (_name, json, code) => {
    expect(fromStored(json)).toMatchObject({ code });
  });

  it('reads what a newer version wrote, as far as its records can be understood', () => {
    const newer = { ...golden(currentSchemaVersion), schemaVersion: 99 };
    const document = read(newer);
    expect(isNewer(document)).toBe(true);
    expect(document.records.plans.size).toBeGreaterThan(0);
    newer.collections = { ...newer.collections, sessions: { other: { id: 'other', shape: 'unknown' } } };
    expect(fromStored(newer)).toEqual({ code: 'newer-version', schemaVersion: 99 });
  });

  it('names the collection, the record and the field of a bad record', () => {
    const stored = golden(1);
    const [id, session] = Object.entries(stored.collections['sessions'] ?? {})[0] ?? [];
    if (!id || !session) throw new Error('The golden file has no session');
    session['plannedMinutes'] = 'long';
    expect(fromStored(stored)).toEqual({ code: 'bad-record', collection: 'sessions', id, field: 'plannedMinutes' });
  });

  it('passes over stamps and tombstones that are none', () => {
    const stored = golden(currentSchemaVersion) as Stored & { stamps: Record<string, Record<string, unknown>> };
    const [planId] = Object.keys(stored.collections['plans'] ?? {});
    stored.stamps['plans'] = { [planId ?? '']: { at: 'never' } };
    stored.tombstones['plans'] = { gone: { removals: 'many' }, ['x'.repeat(300)]: { removals: [] } };
    const { stamps } = read(stored);
    expect(stamps.records.plans.get(planId ?? '')).toMatchObject({ at: [0, 'unknown'] });
    expect(stamps.tombstones.plans.size).toBe(0);
  });
});

describe('a folder that version 1 wrote', () => {
  const old = join(root, 'data', 'fixtures', 'v1', 'folder');

  it('opens with every commit of its journal, is folded into this version at once, and goes on', async () => {
    const folder = join(temporaryFolder(), 'workshop');
    cpSync(old, folder, { recursive: true });
    const { store } = await openStore(folder);
    expect(store.recovery).toBeNull();
    const { document } = store;
    expect(document.envelope.revision).toBe(13);
    expect(validate(document.records)).toEqual([]);
    // Removed before the snapshot: known without its body. Removed in the journal: with it.
    expect([...document.stamps.tombstones.sessions.values()].map(({ record }) => record !== undefined)).toEqual([false, true]);
    const copies = await copiesIn(nodeFiles, backupsPath(folder));
    expect(copies).toMatchObject([{ reason: 'before-migration', revision: 6 }]);
    const written = JSON.parse(readFileSync(join(folder, 'workshop.json'), 'utf8')) as Stored;
    expect(written['schemaVersion']).toBe(currentSchemaVersion);
    expect(written['revision']).toBe(13);
    expect(await nodeFiles.readFile(join(folder, 'journal.2.jsonl'))).toBeNull();
    await store.close();
    const again = await openStore(folder);
    const { appVersion } = again.store.document.envelope;
    expect(plain(toStored(again.store.document))).toEqual({ ...(plain(toStored(document)) as object), appVersion });
    await again.store.close({ quick: true });
  });
});
