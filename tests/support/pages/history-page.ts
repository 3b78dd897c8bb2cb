// History and copies as tests speak about them: the lines in words, the detail with the ways back, the preview, the copies.
import { expect, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../app.ts';
import type { TestWords } from '../words.ts';

export interface HistoryPage {
  /** The changes, newest first. */
  readonly lines: Locator;
  /** What the lines say, without time and author. */
  readonly words: () => Promise<readonly string[]>;
  readonly open: (text: string | RegExp) => Promise<void>;
  readonly detail: Locator;
  /** A way back of the open change. */
  readonly way: (key: 'bringRecord' | 'bringPlan' | 'bringAll' | 'look') => Locator;
  readonly choose: (side: 'before' | 'after') => Promise<void>;
  /** What would change, before something comes back. */
  readonly preview: Locator;
  /** Agrees to the preview and waits until it is done. */
  readonly agree: (act: string) => Promise<void>;
  readonly copies: Locator;
}

export function historyPage(page: Page, t: TestWords): HistoryPage {
  const list = page.getByRole('navigation', { name: t('history:list') });
  const lines = list.getByRole('link');
  const detail = page.getByRole('article', { name: t('history:detail') });
  const preview = page.getByRole('dialog');
  return {
    lines,
    words: () => lines.evaluateAll((links) => links.map((link) => link.querySelector('[data-words]')?.textContent ?? '')),
    open: async (text) => {
      await lines.filter({ hasText: text }).first().click();
      await detail.waitFor();
    },
    detail,
    way: (key) => detail.getByRole('button', { name: t(`history:${key}`), exact: true }),
    choose: (side) => detail.getByLabel(t(`history:${side}`), { exact: true }).check(),
    preview,
    agree: async (act) => {
      await preview.getByRole('button', { name: act, exact: true }).click();
      await expect(preview).toHaveCount(0);
      await whenReady(page);
    },
    copies: page.getByRole('region', { name: t('copies:table') }).locator('tbody tr'),
  };
}
