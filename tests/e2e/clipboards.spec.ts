// One plan pasted from Word, Excel, Google Sheets and LibreOffice, in the flavours that each puts on the clipboard (data/fixtures/clipboard): every cell
// is where a person expects it, and what was not understood stays in its cell and is listed.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { pasteBoth, plansPage, type PlansPage } from '../support/pages/plans-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

const folder = new URL('../../data/fixtures/clipboard/', import.meta.url);

/** What stands in the cells: what, who by name, who as written, until when. */
type Cells = readonly [text: string, people: string, wordsForPeople: string, due: string];

const list: readonly Cells[] = ['List the vacant posts', 'Agree the order with “Finance”', 'Write to the provinces'].map((text) => [
  text,
  '',
  '',
  '',
]);
const straightQuotes = (cells: readonly Cells[]) => cells.map(([text, ...others]): Cells => [text.replace(/[“”]/g, '"'), ...others]);
const table: readonly Cells[] = [
  ['List the vacant posts', 'Omer El-Amin', '', '12/03/2027'],
  ['Agree the order\nwith "Finance"', '', 'Somebody else', '30/04/2027'],
  ['"Fast track" for rural posts', '', '', 'soon'],
];
const unread = 'Not understood, and kept as written: step 2, Responsible: “Somebody else”; step 3, Due: “soon”';

interface Clipboard {
  readonly name: string;
  readonly both: readonly Cells[];
  /** Null: the text has no columns that could be told apart; its words are checked alone. */
  readonly textAlone: readonly Cells[] | null;
}

const clipboards: readonly Clipboard[] = [
  { name: 'word-list', both: list, textAlone: list },
  { name: 'word-numbered-list', both: list, textAlone: list },
  { name: 'word-table', both: table, textAlone: null },
  { name: 'excel', both: table, textAlone: table },
  { name: 'google-sheets', both: table, textAlone: table },
  { name: 'libreoffice-calc', both: table, textAlone: table },
  { name: 'libreoffice-writer-list', both: straightQuotes(list), textAlone: straightQuotes(list) },
  { name: 'libreoffice-writer-table', both: table, textAlone: null },
];

function cellsOf(plans: PlansPage): Promise<readonly (readonly string[])[]> {
  return plans.steps.locator('tbody tr').evaluateAll((rows) =>
    rows
      .filter((row) => row.querySelector('[data-cell="steps"]') === null)
      .map((row) => {
        const people = row.querySelector('[data-column="responsibleIds"]');
        return [
          row.querySelector('textarea')?.value ?? '',
          [...(people?.querySelectorAll('[data-person]') ?? [])].map((token) => token.textContent).join('; '),
          people?.querySelector('input')?.value ?? '',
          row.querySelector<HTMLInputElement>('[data-column="dueDate"] input')?.value ?? '',
        ];
      }),
  );
}

const isIn = (rows: readonly (readonly string[])[], words: string) => letters(rows.flat().join('')).includes(letters(words));
const letters = (text: string) => text.replace(/\s/g, '');

async function undo(page: Page, plans: PlansPage): Promise<void> {
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => cellsOf(plans)).toEqual([]);
  // What the paste had to say goes with it: only the way back to it is left, and must not hold up the next.
  const notices = page.getByRole('alert').getByRole('button', { name: 'Close' });
  await expect(notices).toHaveCount(1);
  await notices.click();
  await expect(notices).toHaveCount(0);
}

test('a plan copied from another program arrives cell by cell; what is not understood stays and is listed', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await page.getByRole('button', { name: 'New plan for Zahiran' }).click();
  await expect(plans.field('Topic')).toBeFocused();
  for (const { name, both, textAlone } of clipboards) {
    const html = readFileSync(new URL(`${name}.html`, folder), 'utf8');
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    for (const flavour of ['both', 'text alone'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await test.step(`${name}, ${flavour}`, async () => {
        await plans.emptyStep.click();
        await pasteBoth(page, { text, html: flavour === 'both' ? html : '' });
        const expected = flavour === 'both' ? both : textAlone;
        if (expected) await expect.poll(() => cellsOf(plans), { message: `${name}, ${flavour}` }).toEqual(expected);
        else {
          await expect.poll(async () => (await cellsOf(plans)).length).toBeGreaterThan(0);
          const cells = await cellsOf(plans);
          for (const words of ['List the vacant posts', 'with "Finance"', 'Somebody else', '"Fast track" for rural posts', 'soon'])
            expect(isIn(cells, words), `${name}: ${words}`).toBe(true);
        }
        if (expected === table) await expect(page.getByText(unread)).toBeVisible();
        await undo(page, plans);
      });
    }
  }
});
