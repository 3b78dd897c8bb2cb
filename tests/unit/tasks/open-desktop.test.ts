import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDesktop } from '../../../electron/tasks/open-desktop.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

/** Lets Node play the runtime: the script is the main process. */
function runtimeThat(script: string) {
  const file = join(temporaryFolder(), 'main.mjs');
  writeFileSync(file, `import { writeFileSync } from 'node:fs';\n${script}`);
  return { executable: process.execPath, args: [file] };
}

const showWindow = `writeFileSync(process.env.HRH_READY_FILE, '');`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a window that appears is left alone until it is closed', async () => {
  const onReady = vi.fn<() => void>();
  const runtime = runtimeThat(`${showWindow} setTimeout(() => process.exit(3), 300);`);
  expect(await openDesktop({ ...runtime, readyWithinMs: 5_000, onReady })).toEqual({ ok: true, exitCode: 3 });
  expect(onReady).toHaveBeenCalledOnce();
});

test('no window in time is an obstacle, and its process is gone', async () => {
  const pidFile = join(temporaryFolder(), 'pid');
  const runtime = runtimeThat(
    `writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`,
  );
  // Long enough for a busy machine to start a process, which has to be there before it can be gone.
  expect(await openDesktop({ ...runtime, readyWithinMs: 4_000 })).toEqual({ ok: false, obstacle: { code: 'no-window' } });
  expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
});

test('an early end is explained by what the runtime wrote', async () => {
  const runtime = runtimeThat(`console.error('No usable sandbox!'); process.exitCode = 1;`);
  expect(await openDesktop({ ...runtime, readyWithinMs: 5_000 })).toEqual({ ok: false, obstacle: { code: 'sandbox' } });
});

test('a runtime that cannot be executed is an obstacle', async () => {
  const executable = join(temporaryFolder(), 'electron');
  expect(await openDesktop({ executable, args: [], readyWithinMs: 5_000 })).toEqual({ ok: false, obstacle: { code: 'ended' } });
});

test('handing over to a copy that already runs is no obstacle', async () => {
  const onReady = vi.fn<() => void>();
  const runtime = runtimeThat('process.exit(0);');
  expect(await openDesktop({ ...runtime, readyWithinMs: 5_000, onReady })).toEqual({ ok: true, exitCode: 0 });
  expect(onReady).not.toHaveBeenCalled();
});
