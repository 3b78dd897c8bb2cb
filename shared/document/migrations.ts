// Migrations of the stored format: numbered, pure, each with a golden file in data/fixtures/vN (a meta-test fails when one is missing).
import { currentSchemaVersion } from './envelope.ts';

export interface Migration {
  /** Takes a document of this version … */
  readonly from: number;
  /** … to `from + 1`. Gets and gives the JSON of workshop.json. */
  readonly migrate: (json: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** Ordered by `from`, without a gap. Schema 1 is the first: there is nothing to migrate from yet. */
export const migrations: readonly Migration[] = [];

/**
 * Brings the JSON of a stored document to the current version.
 * @returns the JSON itself when it is current or newer (a newer one is told apart by `fromStored`)
 */
export function migrate(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return json;
  let current = json as Readonly<Record<string, unknown>>;
  for (const migration of migrations) {
    const version = current['schemaVersion'];
    if (typeof version !== 'number' || version >= currentSchemaVersion) break;
    if (version === migration.from) current = { ...migration.migrate(current), schemaVersion: version + 1 };
  }
  return current;
}
