// Migrations of the stored format: numbered, pure, each with a golden file in data/fixtures/vN (a meta-test fails when one is missing).
import { currentSchemaVersion } from './envelope.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Migration {
  /** Takes a document of this version … */
  readonly from: number;
  /** … to `from + 1`. Gets and gives the JSON of workshop.json. */
  readonly migrate: (json: Json) => Json;
}

/** Ordered by `from`, without a gap. */
export const migrations: readonly Migration[] = [{ from: 1, migrate: tombstonesAsObjects }];

/**
 * Schema 1 kept of a removed record nothing but the stamp of its removal. Nobody could merge then, so that whoever removed a record had seen
 * everything that its copy knows of it. Of what the record held nothing is known: another copy may still say it. Records stay as they are, and so do the lines of journals: they are replayed on the migrated snapshot.
 */
function tombstonesAsObjects(json: Json): Json {
  const tombstones = Object.entries(mapOf(json['tombstones'])).map(([collection, stamps]) => [
    collection,
    Object.fromEntries(
      Object.entries(mapOf(stamps)).map(([id, at]) => [
        id,
        { removals: [{ at, knew: json['knows'] }], stamps: { at: [], knowsOfFields: {} } },
      ]),
    ),
  ]);
  return { ...json, tombstones: Object.fromEntries(tombstones) as Json };
}

function mapOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/**
 * Brings the JSON of a stored document to the current version.
 * @returns the JSON itself when it is current or newer (a newer one is told apart by `fromStored`)
 */
export function migrate(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return json;
  let current = json as Json;
  for (const migration of migrations) {
    const version = current['schemaVersion'];
    if (typeof version !== 'number' || version >= currentSchemaVersion) break;
    if (version === migration.from) current = { ...migration.migrate(current), schemaVersion: version + 1 };
  }
  return current;
}
