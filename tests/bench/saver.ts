// Somebody who types while something else goes on in the store.
import { decide } from '../../shared/domain/commands.ts';
import type { WorkshopStore } from '../../electron/store/workshop-store.ts';
import { benchIds, benchNow } from './large-workshop.ts';

export interface Saver {
  /** Saves a field. @returns milliseconds until it is durable */
  readonly save: () => Promise<number>;
  /** Saves one field after the other until the work is over. */
  readonly saveWhile: (work: Promise<unknown>) => Promise<readonly number[]>;
}

export function saverOf(store: WorkshopStore): Saver {
  let saves = 0;

  async function save(): Promise<number> {
    saves += 1;
    const began = performance.now();
    const value = `List the vacant posts with the districts, version ${saves}`;
    const command = { name: 'stepSet', id: benchIds.step(2, 1, 4), field: 'text', value } as const;
    const decision = decide(store.view(), command, { now: benchNow, newId: () => '', actor: 'Bench' });
    if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.failure)}`);
    const result = await store.commit({ id: `save-${saves}`, name: command.name, at: benchNow, actor: 'Bench', changes: decision.value });
    if (!result.ok) throw new Error(`Not saved: ${JSON.stringify(result.failure)}`);
    return performance.now() - began;
  }

  async function saveWhile(work: Promise<unknown>): Promise<readonly number[]> {
    let isOver = false;
    const samples: number[] = [];
    void work.finally(() => {
      isOver = true;
    });
    while (!isOver) samples.push(await save());
    await work;
    return samples;
  }

  return { save, saveWhile };
}
