// Must be imported before any schema is built: zod's fast path needs `new Function`, which the page's policy forbids.
import { config } from 'zod/v4/core';

config({ jitless: true });
