import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { forgetObstacle, recallObstacle, rememberObstacle } from '../../../electron/tasks/attempt-memory.mjs';
import { startMessages, systemLanguage } from '../../../electron/tasks/start-messages.mjs';
import { readStartOptions } from '../../../electron/tasks/start-options.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

const caller = resolve('somewhere');

test('without arguments nothing is asked of the shell', () => {
  expect(readStartOptions([], caller)).toEqual({ browser: false, desktop: false, shellArgs: [] });
});

test('a relative library folder starts where the command was typed', () => {
  expect(readStartOptions(['--browser', '--library', 'my workshops', '--no-open'], caller)).toEqual({
    browser: true,
    desktop: false,
    shellArgs: ['--library', join(caller, 'my workshops'), '--no-open'],
  });
});

test.each([[['--brwoser']], [['--library']], [['stray']], [['--browser', '--desktop']]])('%j makes no sense', (args) => {
  expect(readStartOptions(args, caller)).toBeUndefined();
});

test.each([
  [{ LANG: 'fr_FR.UTF-8' }, 'en-GB', 'fr'],
  [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'fr-FR', 'en'],
  [{ LANG: 'fr' }, 'en-GB', 'fr'],
  [{}, 'fr-SN', 'fr'],
  [{ LANG: 'fra_custom' }, 'fr-FR', 'en'],
  [{ LANG: 'C.UTF-8' }, 'fr-FR', 'en'],
])('environment %j on a system in %s speaks %s', (env, systemLocale, language) => {
  expect(systemLanguage(env, systemLocale)).toBe(language);
});

test('messages take their data without escaping them', () => {
  expect(startMessages('en')('reason.missing-library', { library: 'lib<x>.so' })).toBe(
    'The desktop window needs lib<x>.so, which this system does not have.',
  );
  expect(startMessages('fr')('reason.no-window', { seconds: 10 })).toBe('La fenêtre de bureau n’est pas apparue en 10\u00a0secondes.');
});

const attempt = { version: '45.4.1', runtime: '', now: Date.UTC(2026, 0, 10) };

test('an obstacle is remembered for an hour', () => {
  const file = join(temporaryFolder(), 'cache', 'obstacle.json');
  rememberObstacle(file, attempt, { code: 'missing-library', library: 'libnss3.so' });
  expect(recallObstacle(file, { ...attempt, now: attempt.now + 3_599_000 })).toEqual({ code: 'missing-library', library: 'libnss3.so' });
  expect(recallObstacle(file, { ...attempt, now: attempt.now + 3_600_000 })).toBeUndefined();
});

test.each([
  ['another version of the runtime', { version: '46.0.0' }],
  ['a runtime that was installed since', { runtime: '/opt/electron' }],
  ['a clock that was set back', { now: attempt.now - 1 }],
])('%s is worth another try', (_name, difference) => {
  const file = join(temporaryFolder(), 'obstacle.json');
  rememberObstacle(file, attempt, { code: 'no-answer' });
  expect(recallObstacle(file, { ...attempt, ...difference })).toBeUndefined();
});

test('nothing is recalled without a memory, from half of one, or once it was forgotten', () => {
  const file = join(temporaryFolder(), 'obstacle.json');
  expect(recallObstacle(file, attempt)).toBeUndefined();
  writeFileSync(file, '{"version":"45.4');
  expect(recallObstacle(file, attempt)).toBeUndefined();
  rememberObstacle(file, attempt, { code: 'no-answer' });
  forgetObstacle(file);
  expect(recallObstacle(file, attempt)).toBeUndefined();
});
