// @ts-check
// The stand-in's executable: `node start.mjs <main bundle> [arguments]` runs a built main bundle in Node, as `electron <main> [arguments]` does.

import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const standIn = JSON.stringify(new URL('./electron.mjs', import.meta.url).href);
const hook = `export const resolve = (name, context, next) => (name === 'electron' ? { url: ${standIn}, shortCircuit: true } : next(name, context));`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1] ?? '').href);
// Ready comes once the bundle has been evaluated: what has to happen before that is too late in `whenReady`.
(await import('./electron.mjs')).becomeReady();
