// The Hand out screen as tests speak about it: the table of teams, the one button, what is ready, the log below.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

export interface HandOutPage {
  readonly build: Locator;
  readonly row: (team: string) => Locator;
  readonly result: Locator;
  readonly log: Locator;
  /** Presses a button that hands something over. @returns the name and the bytes of what arrived */
  readonly download: (button: Locator) => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
}

export function handOutPage(page: Page): HandOutPage {
  return {
    build: page.getByRole('button', { name: /^(Build|Préparer) \d+/ }),
    row: (team) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: team }) }),
    result: page.getByRole('region', { name: /packs? (is|are) ready|dossiers? (est|sont) prêts?/ }),
    log: page.getByRole('region', { name: /What was handed out when|Ce qui a été remis et quand/ }),
    download: async (button) => {
      const arriving = page.waitForEvent('download');
      await button.click();
      const download = await arriving;
      return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
  };
}
