// @ts-check
// What may be written after `npm start --`.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {boolean} browser go straight to the browser shell
 * @property {boolean} desktop try the desktop window even if it could not be had a moment ago
 * @property {readonly string[]} shellArgs what the shell itself is given
 */

/**
 * @param {readonly string[]} args
 * @param {string} callerFolder the folder in which the command was typed: a relative library folder starts there
 * @returns {StartOptions | undefined} undefined when the arguments make no sense
 */
export function readStartOptions(args, callerFolder) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        library: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    if (values.browser && values.desktop) return undefined;
    const library = values.library ? ['--library', resolve(callerFolder, values.library)] : [];
    return { browser: values.browser, desktop: values.desktop, shellArgs: values['no-open'] ? [...library, '--no-open'] : library };
  } catch {
    return undefined;
  }
}
