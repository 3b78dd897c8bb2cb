// Nothing typed is ever dropped: words that a cell does not understand stay in it, over a reload, with their reason; they block the signature by name.
import { expect, test, whenReady } from '../support/app.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

test('what is no date and nobody stays in its cell, blocks the signature by name, and goes when it is understood', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await page.getByRole('button', { name: 'New plan for Zahiran' }).click();
  await expect(plans.field('Topic')).toBeFocused();
  await page.keyboard.type('Community midwives');
  await plans.emptyStep.click();
  await page.keyboard.type('List the villages');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Zzz Ministry');
  await page.keyboard.press('Tab');
  await page.keyboard.type('next Tuesdayish');
  await page.keyboard.press('Enter');
  const due = plans.steps.getByRole('textbox', { name: 'Due date of step 1' });
  const people = plans.steps.getByRole('combobox', { name: 'Responsible for step 1' });
  await expect(page.getByRole('link', { name: 'Step 1: “next Tuesdayish” is no date' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Step 1: “Zzz Ministry” is nobody in the list of people' })).toBeVisible();

  await page.reload();
  await whenReady(page);
  await expect(due).toHaveValue('next Tuesdayish');
  await expect(due).toHaveAttribute('title', /Kept as typed/);
  await expect(people).toHaveValue('Zzz Ministry');
  const row = plans.steps.locator('tbody tr').first();
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(36);

  await page.getByRole('link', { name: 'Step 1: “next Tuesdayish” is no date' }).click();
  await expect(due).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expect(due).toHaveValue('18/04/2026');
  await expect(page.getByRole('link', { name: /next Tuesdayish/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(due).toHaveValue('next Tuesdayish');

  await people.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /Zzz Ministry/ })).toHaveCount(0);

  await test.step('half a word never chooses somebody of another team in silence', async () => {
    await people.focus();
    // Spreads the whole list: the own team stands first, so the last name is of another.
    await page.keyboard.press('Space');
    const options = page.getByRole('listbox').getByRole('option');
    const stranger = (await options.last().locator('span').first().textContent()) ?? '';
    const half = stranger.slice(0, -1);
    await page.keyboard.type(half);
    await expect(options).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(people).toHaveValue(half);
    await expect(plans.steps.getByText(`${stranger} is of another team.`)).toBeVisible();
    await expect.poll(async () => (await plans.stepLines())[0]?.responsible).toEqual([]);
  });
});

test('letters typed while their row comes to be are all there', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await page.getByRole('button', { name: 'New plan for Zahiran' }).click();
  await expect(plans.field('Topic')).toBeFocused();
  await plans.emptyStep.click();
  const rows = [0, 10, 20, 40].map((delay, place) => ({
    delay,
    text: `Step ${place}`,
    who: `Somebody ${place}`,
    due: `some day ${place}`,
  }));
  for (const { delay, text, who, due } of rows) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
    await page.keyboard.type(who, { delay });
    await page.keyboard.press('Tab');
    await page.keyboard.type(due, { delay });
    await page.keyboard.press('Enter');
  }
  const cells = (column: string, field: string) =>
    plans.steps
      .locator(`[data-column="${column}"] ${field}`)
      .evaluateAll((fields) => fields.map((each) => (each as HTMLInputElement).value));
  await expect.poll(() => cells('text', 'textarea')).toEqual([...rows.map(({ text }) => text), '']);
  await expect.poll(() => cells('responsibleIds', 'input')).toEqual([...rows.map(({ who }) => who), '']);
  await expect.poll(() => cells('dueDate', 'input')).toEqual([...rows.map(({ due }) => due), '']);
});

test('minutes, times and a zone that are not understood stay beside what counts', async ({ page }) => {
  const workshop = await openSample(page);
  await goTo(page, workshop, 'prepare/agenda');
  const minutes = page.locator('[data-cell="minutes"]').first();
  const before = await minutes.inputValue();
  await minutes.fill('a while');
  await page.keyboard.press('Tab');
  await page.reload();
  await whenReady(page);
  await expect(minutes).toHaveValue('a while');
  await expect(minutes).toHaveAttribute('title', /Kept as typed/);
  await minutes.fill('');
  await page.keyboard.press('Tab');
  await expect(minutes).toHaveValue(before);
  // More than a record takes is refused, and stands in its field all the same until it is corrected there.
  const refused = `half an hour ${'or so '.repeat(3_400)}`.trim();
  await minutes.fill(refused);
  await page.keyboard.press('Tab');
  await expect(minutes).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await whenReady(page);
  await expect(minutes).toHaveValue(refused);
  await expect(minutes).toHaveAttribute('data-unclear', 'true');
  await minutes.fill('35');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Not saved yet')).toHaveCount(0);
  await page.reload();
  await whenReady(page);
  await expect(minutes).toHaveValue('35');

  // Words that were not understood are found, and lead to their field.
  await minutes.fill('a while');
  await page.keyboard.press('Tab');
  await goTo(page, workshop, 'prepare/basics');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('a while');
  await expect(page.locator('[data-action][data-selected]')).toHaveText(/^a while.*minutes/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/prepare\/agenda\?session=/);
  await whenReady(page);
  await expect(page.getByRole('dialog').getByRole('textbox').and(page.locator('[data-unclear]'))).toHaveValue('a while');

  await goTo(page, workshop, 'prepare/basics');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  const kept = await zone.inputValue();
  await zone.fill('Middle-earth');
  await page.keyboard.press('Tab');
  await page.reload();
  await whenReady(page);
  await expect(zone).toHaveValue('Middle-earth');
  await zone.fill('');
  await page.keyboard.press('Tab');
  await expect(zone).toHaveValue(kept);
});
