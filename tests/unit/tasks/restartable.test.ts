import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { restartable } from '../../../electron/tasks/restartable.mjs';

/** A restartable process that takes its time to end, and the list of all that were started. */
function slowToEnd() {
  const started: ChildProcess[] = [];
  const script = `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 100)); console.log('up'); setInterval(() => {}, 1000);`;
  const application = restartable(() => {
    // Two at once would fight for the lock of the library.
    expect(started.every((child) => child.exitCode !== null)).toBe(true);
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  });
  return { application, started };
}

async function untilUp(child: ChildProcess | undefined) {
  if (child?.stdout) await once(child.stdout, 'data');
}

test('the old process has ended before the new one starts', async () => {
  const { application, started } = slowToEnd();
  await application.restart();
  await untilUp(started[0]);
  await application.restart();
  await untilUp(started[1]);
  expect(started.map((child) => child.exitCode)).toEqual([0, null]);
  await application.stop();
  expect(started[1]?.exitCode).toBe(0);
});

test('wishes that come while the old process ends are one restart', async () => {
  const { application, started } = slowToEnd();
  await application.restart();
  await untilUp(started[0]);
  await Promise.all([application.restart(), application.restart(), application.restart()]);
  expect(started).toHaveLength(2);
  await untilUp(started[1]);
  await application.stop();
});
