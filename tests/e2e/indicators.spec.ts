// Indicators, introductions and risks are typed in the same grid as the steps: keys walk through cells, proposals carry their mark, removing has a key
// and Undo, lines are pasted.
import { expect, test } from '../support/app.ts';
import { paste, plansPage } from '../support/pages/plans-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

test('indicators, introductions and risks are typed, chosen, pasted and removed by keys alone', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Answer five data questions');
  const table = page.getByRole('table', { name: 'Indicators' });
  const name = (number: number) => table.getByRole('combobox', { name: `What indicator ${number} measures` });
  const cell = (label: string) => table.getByRole('textbox', { name: label });
  await page.locator('summary').filter({ hasText: 'Indicators' }).click();
  const before = await table.locator('tbody tr').count();
  const number = before + 1;

  await page.getByRole('button', { name: 'Add an indicator' }).click();
  await expect(name(number)).toBeFocused();
  const proposals = table.getByRole('listbox');
  await expect(proposals.getByRole('option').first()).toBeVisible();
  const first = (await proposals.getByRole('option').first().textContent()) ?? '';
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(name(number)).toHaveValue(first);
  await expect(proposals).toHaveCount(0);

  // Tab walks through cells only.
  for (const [label, text] of [
    [`Unit of indicator ${number}`, '%'],
    [`Baseline of indicator ${number}`, '40'],
    [`Target of indicator ${number}`, '80'],
    [`When indicator ${number} is to be reached`, 'some day'],
  ] as const) {
    await page.keyboard.press('Tab');
    await expect(cell(label)).toBeFocused();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await expect(name(number + 1)).toBeFocused();
  await expect(page.getByRole('link', { name: /“some day” is no date/ })).toBeVisible();
  for (const height of await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height)))
    expect(height).toBeLessThanOrEqual(36);

  // Removing says so and is undone; the cursor stays in the grid.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Delete');
  await expect(table.locator('tbody tr')).toHaveCount(number);
  await expect(name(number)).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'Indicator removed' }).getByRole('button', { name: 'Undo' })).toBeVisible();

  // Any text may be typed over a proposal, and the arrows go on to the next row where no proposal is left.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Reports sent');
  await page.keyboard.press('ArrowUp');
  await expect(name(before)).toBeFocused();
  await expect(name(number)).toHaveValue('Reports sent');

  // What is pasted comes below the row that it was pasted into.
  await page.keyboard.press('ArrowDown');
  await expect(name(number)).toBeFocused();
  await paste(page, 'Indicator\tBaseline\tTarget\tDate\nPosts filled\t40\t80\t30/04/2027\nDays to hire\t90\t30\tsoon');
  await expect(table.locator('tbody tr')).toHaveCount(number + 2);
  await expect(page.getByText(`2 indicators pasted. Not understood, and kept as written: indicator ${number + 2}: “soon”`)).toBeVisible();
  await expect(name(number + 1)).toHaveValue('Posts filled');
  await expect(cell(`Target of indicator ${number + 1}`)).toHaveValue('80');
  await expect(cell(`When indicator ${number + 1} is to be reached`)).toHaveValue('30/04/2027');
  await expect(cell(`When indicator ${number + 2} is to be reached`)).toHaveValue('soon');

  // What has no column stands behind the menu of the row.
  await name(number + 1).focus();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Who measures it' })).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('introductions', async () => {
    const home = page.getByRole('table', { name: 'Introducing the idea at home' });
    const rows = home.locator('tbody tr');
    const who = (place: number) => home.getByRole('textbox', { name: `Introduction ${place}: who explains it` });
    const there = await rows.count();
    await page.getByRole('button', { name: 'Add an introduction' }).click();
    await expect(who(there + 1)).toBeFocused();
    await paste(page, 'Who\tTo whom\tBy when\nM. Kofi\tThe minister\t30/04/2027\nA. Mensah\tThe council\tsoon');
    await expect(rows).toHaveCount(there + 2);
    await expect(
      page.getByText(`2 introductions pasted. Not understood, and kept as written: introduction ${there + 2}, By when: “soon”`),
    ).toBeVisible();
    await expect(who(there + 1)).toHaveValue('M. Kofi');
    await expect(home.getByRole('textbox', { name: `Introduction ${there + 2}: by when` })).toHaveValue('soon');
    await page.getByRole('alert').filter({ hasText: 'introductions pasted' }).getByRole('button', { name: 'Undo' }).click();
    await expect(rows).toHaveCount(there + 1);
    await expect(who(there + 1)).toHaveValue('');
  });

  await test.step('risks', async () => {
    const risks = page.getByRole('table', { name: 'Risks' });
    const rows = risks.locator('tbody tr');
    const risk = (place: number) => risks.getByRole('textbox', { name: `Risk ${place}`, exact: true });
    await page.locator('summary').filter({ hasText: 'Risks' }).click();
    const there = await rows.count();
    await page.getByRole('button', { name: 'Add a risk' }).click();
    await expect(risk(there + 1)).toBeFocused();
    await paste(page, 'No.\tRisk\tMitigation\n1\tStrike\tTalk early\n2\tFlood\tMove the date');
    await expect(rows).toHaveCount(there + 2);
    await expect(risk(there + 2)).toBeFocused();
    await page.keyboard.press('Tab');
    const response = risks.getByRole('textbox', { name: `What we do about risk ${there + 2}` });
    await expect(response).toHaveValue('Move the date');
    // Removed before it was saved, what was typed last comes back with its row.
    await page.keyboard.press('End');
    await page.keyboard.type(' early');
    await page.keyboard.press('Alt+Delete');
    await expect(rows).toHaveCount(there + 1);
    await expect(risk(there + 1)).toBeFocused();
    await page.getByRole('alert').filter({ hasText: 'Risk removed' }).getByRole('button', { name: 'Undo' }).click();
    await expect(response).toHaveValue('Move the date early');
    for (const height of await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height)))
      expect(height).toBeLessThanOrEqual(36);
  });
});
