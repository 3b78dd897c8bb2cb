// A name for a new folder that nothing has yet: packs that were saved before are never mixed with new ones.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @returns `parent/name`, or `parent/name 2`, `parent/name 3` … while the name is taken */
export function freeName(parent: string, name: string): string {
  const path = join(parent, name);
  for (let count = 2; ; count += 1) {
    const candidate = count === 2 ? path : `${path} ${count - 1}`;
    if (!existsSync(candidate)) return candidate;
  }
}
