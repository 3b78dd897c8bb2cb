// The Plans screen as tests speak about it: the list of teams, the open plan, its step grid, the checks beside it.
import type { Locator, Page } from '@playwright/test';

export interface StepLine {
  readonly text: string;
  readonly responsible: readonly string[];
  readonly due: string;
}

export interface PlansPage {
  readonly list: Locator;
  /** The line of a plan in the list, by its topic. */
  readonly line: (topic: string) => Locator;
  readonly open: (topic: string) => Promise<void>;
  readonly field: (label: string) => Locator;
  readonly steps: Locator;
  /** The row that a new step is typed into. */
  readonly emptyStep: Locator;
  readonly stepLines: () => Promise<readonly StepLine[]>;
}

export function plansPage(page: Page): PlansPage {
  const list = page.getByRole('navigation', { name: /Plans by team|Plans par équipe/ });
  const steps = page.getByRole('table', { name: /Steps of this plan|Étapes de ce plan/ });
  const line = (topic: string) => list.getByRole('link').filter({ hasText: topic });
  return {
    list,
    line,
    open: async (topic) => {
      await line(topic).click();
      await page.getByRole('article', { name: topic }).waitFor();
    },
    field: (label) => page.getByRole('textbox', { name: label, exact: true }),
    steps,
    emptyStep: steps.locator('[data-cell="steps"]'),
    stepLines: () =>
      steps.locator('tbody tr').evaluateAll((rows) =>
        rows
          .filter((row) => row.querySelector('[data-cell="steps"]') === null)
          .map((row) => ({
            text: row.querySelector('textarea')?.value ?? '',
            responsible: [...row.querySelectorAll('[data-column="responsibleIds"] [data-person]')].map((token) => token.textContent ?? ''),
            due: row.querySelector<HTMLInputElement>('[data-column="dueDate"] input')?.value ?? '',
          })),
      ),
  };
}

/** Pastes text into the field that has the cursor, as from another program. */
export async function paste(page: Page, text: string): Promise<void> {
  await pasteBoth(page, { text, html: '' });
}

/** Pastes what another program put on the clipboard; no HTML where that is empty. */
export async function pasteBoth(page: Page, clipboard: { readonly text: string; readonly html: string }): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    if (html !== '') clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, clipboard);
}
