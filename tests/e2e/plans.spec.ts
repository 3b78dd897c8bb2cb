// Plans from the first letter to the signed version: typed like a spreadsheet, checked, signed, changed, withdrawn, printed.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, whenReady } from '../support/app.ts';
import { flat, readPdf } from '../support/read-back.ts';
import { paste, plansPage } from '../support/pages/plans-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

/** Everything that the journals of the library say. */
async function journals(library: string): Promise<string> {
  const names = await readdir(library, { recursive: true });
  const texts = names.filter((name) => /journal\.\d+\.jsonl$/.test(name)).map((name) => readFile(join(library, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('steps are typed as in a spreadsheet and are on the disk', async ({ page, app }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await page.getByRole('button', { name: 'New plan for Zahiran' }).click();
  await expect(plans.field('Topic')).toBeFocused();
  await page.keyboard.type('Community midwives');

  await plans.emptyStep.click();
  await page.keyboard.type('List the villages without a midwife');
  await page.keyboard.press('Tab');
  await page.keyboard.type('kab');
  await expect(page.getByRole('option', { name: /Philippe Kaboré/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await expect(page.getByText('= Sat 18 April')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Agree on the training places');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect.poll(plans.stepLines).toEqual([
    { text: 'List the villages without a midwife', responsible: ['Philippe Kaboré'], due: '18/04/2026' },
    { text: 'Agree on the training places', responsible: [], due: '19/03/2026' },
  ]);

  await plans.emptyStep.click();
  await paste(page, '1. Pasted one\n2. Pasted two\n3. Pasted three');
  await expect
    .poll(async () => (await plans.stepLines()).map((step) => step.text).slice(2))
    .toEqual(['Pasted one', 'Pasted two', 'Pasted three']);
  const pasted = await plans.stepLines();
  await paste(page, 'First\nSecond\nThird');
  await expect.poll(async () => (await plans.stepLines()).length).toBe(pasted.length + 3);
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(plans.stepLines).toEqual(pasted);
  await plans.steps.getByRole('textbox', { name: 'Step 5', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => (await plans.stepLines()).map((step) => step.text).slice(2))
    .toEqual(['Pasted one', 'Pasted three', 'Pasted two']);
  await expect(plans.steps.getByRole('textbox', { name: 'Step 4', exact: true })).toBeFocused();
  await page.keyboard.press('Alt+Delete');
  await expect.poll(async () => (await plans.stepLines()).length).toBe(4);
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await plans.stepLines()).length).toBe(5);

  const written = await journals(app.libraryFolder);
  for (const text of ['Community midwives', 'List the villages without a midwife', '2026-04-18', 'Pasted three'])
    expect(written).toContain(text);
  await page.reload();
  await whenReady(page);
  await expect.poll(async () => (await plans.stepLines()).length).toBe(5);
});

test('long steps show their whole text, and an address leads to one far down', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Train local students');
  const count = (await plans.stepLines()).length + 40;
  const sentence = 'Agree on the order with the districts and put it in writing before the budget is closed. ';
  await plans.emptyStep.click();
  await paste(page, Array.from({ length: 40 }, (_, index) => `Step ${index + 1} of many. ${sentence.repeat(4)}`).join('\n'));
  await expect.poll(async () => (await plans.stepLines()).length).toBe(count);
  const address = page.url();
  const cell = (name: string) => plans.steps.getByRole('textbox', { name, exact: true });

  for (const number of [5, count]) {
    const text = cell(`Step ${number}`);
    await text.click();
    const [field, box] = [await text.boundingBox(), await text.locator('xpath=ancestor::tr').boundingBox()];
    expect(field?.height).toBeGreaterThan(100);
    expect(box?.height).toBeGreaterThanOrEqual(field?.height ?? 0);
  }

  // The cell above shrinks when the press is over, not under it. The list of people hangs out of the last row.
  const people = plans.steps.getByRole('combobox').last();
  await people.click();
  await expect(people).toHaveAttribute('aria-expanded', 'true');
  const last = page.getByRole('listbox').getByRole('option').last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect.poll(async () => (await plans.stepLines())[count]?.responsible.length).toBe(1);

  const far = await cell(`Step ${count - 3}`).getAttribute('data-cell');
  await page.goto('about:blank');
  await page.goto(`${address}?field=${far}`);
  await whenReady(page);
  const field = cell(`Step ${count - 3}`);
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 1 });
});

test('a plan opened from elsewhere is in sight in the list and read from its beginning; signed, it is words without instructions', async ({
  page,
}) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Train local students');
  await expect(page.getByText('One of the topics that the team chose, in a few words.')).toBeVisible();
  const last = page.getByRole('heading', { name: 'Success factors check' });
  await last.scrollIntoViewIfNeeded();
  await expect(plans.field('Topic')).not.toBeInViewport();

  const address = (await plans.line('Strategic HR plan').getAttribute('href')) ?? '';
  await page.goto(`${new URL(page.url()).origin}/${address}`);
  await expect(page.getByRole('article', { name: 'Strategic HR plan' })).toBeVisible();
  await expect(plans.line('Strategic HR plan')).toBeInViewport({ ratio: 1 });
  await expect(plans.field('Topic')).toBeInViewport();
  await expect(page.getByText('One of the topics that the team chose, in a few words.')).toBeHidden();
  const name = plans.steps.locator('[data-person]').first();
  await expect(name).toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
});

test('what is left leads to its field, and a complete plan is signed, changed, given up and withdrawn', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Train local students');
  await expect(plans.line('Train local students')).toContainText('1 point open');
  await expect(page.getByRole('heading', { name: 'Before sign-off: 1 of 9 left' })).toBeVisible();
  await page.getByRole('link', { name: /^Step 3/ }).click();
  await expect(page.getByRole('combobox', { name: 'Responsible for step 3' })).toBeFocused();
  await page.keyboard.type('kimani');
  await page.keyboard.press('Enter');
  await expect(plans.line('Train local students')).toContainText('ready');
  const sign = page.getByRole('button', { name: 'Sign off version 1' });
  await expect(sign).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: 'Signed by' }).fill('L. Phiri');
  await sign.click();
  await expect(page.getByText('Signed off as version 1 on 18 March 2026 by L. Phiri')).toBeVisible();
  await expect(plans.field('Agenda item')).toHaveAttribute('readonly', '');
  await expect(plans.line('Train local students')).toContainText('signed v1');

  const signedItem = await plans.field('Agenda item').inputValue();
  await page.getByRole('button', { name: 'Change it' }).click();
  await plans.field('Agenda item').fill('Another item');
  await expect(plans.line('Train local students')).toContainText('signed v1, draft v2');
  await page.getByRole('button', { name: 'Discard this draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard this draft' }).click();
  await expect(plans.field('Agenda item')).toHaveValue(signedItem);
  await expect(plans.line('Train local students')).toContainText('signed v1');

  await page.getByRole('button', { name: 'Withdraw sign-off' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Withdraw sign-off' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The intake was cancelled');
  await dialog.getByRole('button', { name: 'Withdraw sign-off' }).click();
  await expect(plans.field('Agenda item')).not.toHaveAttribute('readonly', '');
  await page.getByText('Signed versions').click();
  await expect(page.getByText(/Withdrawn on .*: The intake was cancelled/)).toBeVisible();
});

test('what was signed can be read, word for word, while the next version is written', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Fill critical posts');
  const signedItem = await plans.field('Agenda item').inputValue();
  const signedSteps = await plans.stepLines();
  await page.getByRole('button', { name: 'Change it' }).click();
  await plans.field('Agenda item').fill('Another item');
  await expect(plans.line('Fill critical posts')).toContainText('draft v2');
  await page.getByText('Signed versions').click();
  await page.getByRole('button', { name: 'Show what was signed as version 1' }).click();
  const drawer = page.getByRole('dialog', { name: 'Version 1, as it was signed' });
  await expect(drawer.getByText(/^Signed on .* by /)).toBeVisible();
  await expect(drawer.getByText(signedItem, { exact: true })).toBeVisible();
  await expect(drawer).not.toContainText('Another item');
  expect(signedSteps.length).toBeGreaterThan(2);
  for (const step of signedSteps) await expect(drawer.getByRole('cell', { name: step.text, exact: true })).toBeVisible();
  await expect(drawer.locator('input, textarea, select')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(plans.field('Agenda item')).toHaveValue('Another item');
});

test('a chosen topic becomes a plan, and an empty one can go again', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.list.getByRole('button', { name: /More clinical placements/ }).click();
  await expect(plans.field('Topic')).toHaveValue('More clinical placements');
  await expect(plans.field('Agenda item')).toBeFocused();
  await page.getByRole('button', { name: 'Remove plan' }).click();
  await expect(plans.list.getByRole('button', { name: /More clinical placements/ })).toBeVisible();
});

test('the print button hands out one plan as PDF', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Fill critical posts');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Print (PDF)' }).click();
  const pdf = await readPdf(await readFile(await (await arriving).path()));
  expect(JSON.stringify(pdf)).toContain('Fill critical posts');
});

test('while version 2 is in work both are offered, and the file says which it is', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Fill critical posts');
  await page.getByRole('button', { name: 'Change it' }).click();
  await plans.field('Topic').fill('Fill every post');
  await plans.field('Topic').blur();
  for (const [choice, name, said, unsaid] of [
    ['Signed version 1', /Fill-critic.*-v1\.pdf$/, 'Fill critical posts', 'Fill every post'],
    ['Draft of version 2', /Fill-every.*-v2-draft\.pdf$/, 'Draft of version 2, not signed yet', 'Fill critical posts'],
  ] as const) {
    const arriving = page.waitForEvent('download');
    await page.keyboard.press('ControlOrMeta+P');
    await page.getByRole('menuitem', { name: choice, exact: true }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toMatch(name);
    const text = flat((await readPdf(await readFile(await download.path()))).pages.join(' '));
    expect(text).toContain(said);
    expect(text).not.toContain(unsaid);
  }
});

test.describe('in French', () => {
  test.use({ systemLanguage: 'fr' });

  test('a plan is written and its gaps are said in French', async ({ page }) => {
    const workshop = await openSample(page, 'fr');
    const plans = plansPage(page);
    await goTo(page, workshop, 'plans');
    await page.getByRole('button', { name: /^Nouveau plan pour Zahiran/ }).click();
    await expect(plans.field('Thème')).toBeFocused();
    await page.keyboard.type('Sages-femmes');
    await plans.emptyStep.click();
    await page.keyboard.type('Recenser les villages');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('15 avril');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await plans.stepLines())[0]?.due).toBe('15/04/2026');
    await expect(page.getByRole('heading', { name: /^Avant validation : il reste 6 sur 9/ })).toBeVisible();
  });

  test('what was signed is read in French', async ({ page }) => {
    const workshop = await openSample(page, 'fr');
    const plans = plansPage(page);
    await goTo(page, workshop, 'plans');
    await plans.open('Fill critical posts');
    await page.getByText('Versions validées').click();
    await page.getByRole('button', { name: 'Voir ce qui a été validé comme version 1' }).click();
    const drawer = page.getByRole('dialog', { name: 'Version 1, telle que validée' });
    await expect(drawer.getByRole('heading', { name: '4. Étapes' })).toBeVisible();
    await expect(drawer.getByText(/^Validée le 18 mars 2026/)).toBeVisible();
  });
});

test('Tab walks through cells only, the row has one menu, and rows of one line are as high as any', async ({ page }) => {
  const workshop = await openSample(page);
  const plans = plansPage(page);
  await goTo(page, workshop, 'plans');
  await plans.open('Train local students');
  const before = await plans.stepLines();
  const cell = (name: string) => plans.steps.getByRole('textbox', { name, exact: true });
  await cell('Step 1').focus();
  const stops: (string | null)[] = [];
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null));
  }
  expect(stops).toEqual(['Responsible for step 1', 'Due date of step 1', 'Step 2']);
  await page.keyboard.press('Alt+Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveText([/More about step 2/, /New row below/, /Remove step 2/]);
  await page.keyboard.press('Escape');
  await expect(cell('Step 2')).toBeFocused();
  await page.keyboard.press('Alt+Delete');
  await expect.poll(async () => (await plans.stepLines()).length).toBe(before.length - 1);
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(plans.stepLines).toEqual(before);

  await plans.field('Topic').focus();
  const heights = await plans.steps
    .locator('tbody tr textarea')
    .evaluateAll((areas) => areas.map((area) => area.getBoundingClientRect().height));
  expect(heights).toHaveLength(before.length + 1);
  for (const height of heights) expect(height).toBeLessThanOrEqual(36);
});
