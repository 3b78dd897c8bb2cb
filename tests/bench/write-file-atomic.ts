// The published package with the only form of its function that the benches use. It is CommonJS and comes without types.
import { createRequire } from 'node:module';

export const writeFileAtomic = createRequire(import.meta.url)('write-file-atomic') as (path: string, data: string) => Promise<void>;
