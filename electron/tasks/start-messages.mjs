// @ts-check
// The words of `npm start`, in the language of the system. They come from the same catalogues as every other visible string.

import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { fromRoot } from './paths.mjs';

/**
 * The language to speak: French where the system is French, else English.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [systemLocale] what the system says when the environment names no language
 * @returns {'en' | 'fr'}
 */
export function systemLanguage(env, systemLocale = Intl.DateTimeFormat().resolvedOptions().locale) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  return /^fr\b|^fr_/i.test(locale) ? 'fr' : 'en';
}

/**
 * Opens the catalogue of start messages.
 * @param {'en' | 'fr'} language
 * @returns {(key: string, data?: Record<string, string | number>) => string}
 */
export function startMessages(language) {
  const catalogue = JSON.parse(readFileSync(fromRoot('shared', 'messages', language, 'start.json'), 'utf8'));
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    resources: { [language]: { start: catalogue } },
    defaultNS: 'start',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key, data = {}) => i18n.t(key, data);
}
