// The stored format: every version that ever existed has a golden file that still opens, and every step between two has a migration.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentSchemaVersion, fromStored, isProblem, toStored } from '../../../shared/document/envelope.ts';
import { migrate, migrations } from '../../../shared/document/migrations.ts';
import { validate } from '../../../shared/document/validate.ts';

const versions = Array.from({ length: currentSchemaVersion }, (_, index) => index + 1);

function golden(version: number): unknown {
  return JSON.parse(readFileSync(new URL(`../../../data/fixtures/v${version}/workshop.json`, import.meta.url), 'utf8'));
}

describe('the stored format', () => {
  it('has a migration for every step, in order and without a gap', () => {
    expect(migrations.map((migration) => migration.from)).toEqual(versions.slice(0, -1));
  });

  it.each(versions)('still opens what version %i wrote', (version) => {
    expect(existsSync(new URL(`../../../data/fixtures/v${version}/workshop.json`, import.meta.url))).toBe(true);
    const read = fromStored(migrate(golden(version)));
    if (isProblem(read)) throw new Error(JSON.stringify(read));
    expect(validate(read.records)).toEqual([]);
    expect(read.records.plans.size).toBeGreaterThan(0);
    expect(read.records.signOffs.size).toBeGreaterThan(0);
  });

  it('keeps fields and collections that it does not know', () => {
    const stored = golden(1) as { collections: Record<string, Record<string, Record<string, unknown>>>; futureEnvelope?: string };
    stored.futureEnvelope = 'kept';
    const plan = Object.values(stored.collections['plans'] ?? {})[0];
    if (!plan) throw new Error('The golden file has no plan');
    plan['futureField'] = { deep: [1, 2] };
    stored.collections['futureCollection'] = { x: { id: 'x', text: 'kept' } };
    const read = fromStored(stored);
    if (isProblem(read)) throw new Error(JSON.stringify(read));
    expect(JSON.parse(JSON.stringify(toStored(read)))).toEqual(stored);
  });

  it.each([
    ['null', null, 'not-a-workshop'],
    ['a list', [], 'not-a-workshop'],
    ['another file', { hello: 1 }, 'not-a-workshop'],
  ])('refuses %s', (_name, json, code) => {
    expect(fromStored(json)).toMatchObject({ code });
  });

  it('tells a newer version apart, with its number', () => {
    expect(fromStored({ ...(golden(1) as object), schemaVersion: 99 })).toEqual({ code: 'newer-version', schemaVersion: 99 });
  });

  it('names the collection, the record and the field of a bad record', () => {
    const stored = golden(1) as { collections: Record<string, Record<string, Record<string, unknown>>> };
    const [id, session] = Object.entries(stored.collections['sessions'] ?? {})[0] ?? [];
    if (!id || !session) throw new Error('The golden file has no session');
    session['plannedMinutes'] = 'long';
    expect(fromStored(stored)).toEqual({ code: 'bad-record', collection: 'sessions', id, field: 'plannedMinutes' });
  });
});
