// @ts-check
// `npm run check`: types, lint and format. Runs all of them even if one fails, and reports all.

import { runTool } from './run-command.mjs';

// Types and lint are looked at by programs that tidy their memory up as they go: less often, that takes less of the processor and more memory.
const env = { ...process.env, GOGC: process.env.GOGC ?? '300' };

const checks = [
  // Several checkers look at what they share once each: one beside the other two checks is sooner ready on few cores.
  { name: 'types', run: () => runTool('typescript/bin/tsc', ['-b', '--singleThreaded'], { env }) },
  { name: 'lint', run: () => runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'], { env }) },
  // The one configuration is named, so that none is looked for beside every file.
  {
    name: 'format',
    run: () =>
      runTool('prettier/bin/prettier.cjs', [
        '--check',
        '--cache',
        '--log-level',
        'warn',
        '--config',
        '.prettierrc.json',
        '--no-editorconfig',
        '.',
      ]),
  },
];

const results = await Promise.all(
  checks.map(async ({ name, run }) => {
    const beganAt = performance.now();
    const { code, output } = await run();
    return { name, code, output, seconds: ((performance.now() - beganAt) / 1000).toFixed(1) };
  }),
);

for (const { name, code, output } of results) {
  if (code !== 0) console.log(`── ${name} ──\n${output.trimEnd()}\n`);
}
for (const { name, code, seconds } of results) {
  console.log(`${code === 0 ? 'ok    ' : 'failed'} ${name} (${seconds} s)`);
}
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;
