// The workshop of the first address: opened at once, handed over once, and to its own screen only.
import { describe, expect, it } from 'vitest';
import type { Host } from '../../../renderer/host/connect-host.ts';
import { openFirstWorkshop } from '../../../renderer/state/first-workshop.ts';
import { err } from '../../../shared/kernel/result.ts';

/** A host that has no workshop: enough to be asked, and to answer. */
function emptyHost() {
  const asked: string[] = [];
  const host = {
    client: {
      drafts: { onChanged: () => () => {} },
      document: {
        onChanged: () => () => {},
        onHealth: () => () => {},
        open: async ({ workshopId }: { readonly workshopId: string }) => {
          asked.push(workshopId);
          return err({ code: 'workshop-missing', workshopId });
        },
      },
    },
  } as unknown as Host;
  return { host, asked };
}

const missing = { ok: false, failure: { code: 'workshop-missing', workshopId: 'w1' } };

describe('the workshop that the page was opened at', () => {
  it('is asked for at once, and can be read when the answer is there', async () => {
    const { host, asked } = emptyHost();
    const first = openFirstWorkshop(host, 'w1');
    expect([asked, first.peek('w1')]).toEqual([['w1'], null]);
    await first.opening;
    expect(first.peek('w1')).toEqual(missing);
  });

  it('is handed over once: coming back to it opens it anew', async () => {
    const first = openFirstWorkshop(emptyHost().host, 'w1');
    expect(await first.take('w1')).toEqual(missing);
    expect([first.take('w1'), first.peek('w1')]).toEqual([null, null]);
  });

  it('is not given to the screen of another workshop', async () => {
    const first = openFirstWorkshop(emptyHost().host, 'w1');
    await first.opening;
    expect([first.take('w2'), first.peek('w2')]).toEqual([null, null]);
    expect(first.peek('w1')).toEqual(missing);
  });
});
