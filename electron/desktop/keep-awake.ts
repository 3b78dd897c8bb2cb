// Keeps the laptop awake in front of the room: a clock that runs on a dark screen helps nobody.
import { powerSaveBlocker } from 'electron';
import type { HostPorts } from '../host/ports.ts';

/** @returns what the host tells when a workshop's clock starts or stops */
export function keepAwake(): HostPorts['clockRuns'] {
  const running = new Set<string>();
  let blocker: number | null = null;
  return (workshopId, isRunning) => {
    if (isRunning) running.add(workshopId);
    else running.delete(workshopId);
    if (running.size > 0) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}
