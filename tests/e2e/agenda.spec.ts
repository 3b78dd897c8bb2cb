// The agenda: every start follows what is edited, over-run and unwise places are said in words, sessions move by drag, by keys and across days.
import { expect, test, whenReady } from '../support/app.ts';
import { agendaPage } from '../support/pages/agenda-page.ts';
import { goTo, openSample } from '../support/pages/sample.ts';

const firstDay = [
  'Registration',
  'Opening and introductions',
  'Objectives, agenda and ways of working',
  'Break',
  'Team snapshots',
  'The HRH Action Framework',
  'Lunch',
];

test('minutes are typed in any way; starts, sum, over-run and warnings follow', async ({ page }) => {
  const workshop = await openSample(page);
  const agenda = agendaPage(page);
  await goTo(page, workshop, 'prepare/agenda');
  expect((await agenda.titles()).slice(0, 7)).toEqual(firstDay);
  await expect(agenda.sum).toContainText('510 min, ends 17:00');
  await expect(agenda.sum).toContainText('as planned');

  await agenda.minutes('Registration').fill('0:45');
  await agenda.minutes('Registration').press('Enter');
  await expect.poll(async () => (await agenda.starts()).slice(0, 3)).toEqual(['08:30', '09:15', '10:15']);
  await expect(agenda.sum).toContainText('535 min, ends 17:25');
  await expect(agenda.sum).toContainText('25 min over the planned end of 17:00');
  await expect(agenda.row('Objectives, agenda and ways of working')).toContainText('125 min without a break: more than 120 is long');

  await agenda.minutes('Registration').focus();
  for (let count = 0; count < 6; count += 1) await page.keyboard.press('ArrowDown');
  await expect(agenda.minutes('Registration')).toHaveValue('15');
  await expect(agenda.sum).toContainText('5 min free before the planned end of 17:00');
  await expect(agenda.row('Objectives, agenda and ways of working')).not.toContainText('without a break');

  await agenda.minutes('Lunch').fill('40');
  await agenda.minutes('Lunch').press('Enter');
  await expect(agenda.row('Lunch')).toContainText('Lunch needs at least 45 min');
  await agenda.minutes('Lunch').fill('300');
  await expect(agenda.minutes('Lunch')).toHaveAttribute('aria-invalid', 'true');
  // What is not understood stays to be seen, and is not saved; Escape brings back what is.
  await agenda.minutes('Lunch').blur();
  await expect(agenda.minutes('Lunch')).toHaveValue('300');
  await agenda.minutes('Lunch').focus();
  await agenda.minutes('Lunch').press('Escape');
  await expect(agenda.minutes('Lunch')).toHaveValue('40');
});

test('sessions move by keys, by the keyboard’s drag, by the pointer, and to another day', async ({ page }) => {
  const workshop = await openSample(page);
  const agenda = agendaPage(page);
  await goTo(page, workshop, 'prepare/agenda');

  await agenda.title('Team snapshots').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await agenda.titles()).slice(3, 5)).toEqual(['Team snapshots', 'Break']);
  await expect(agenda.title('Team snapshots')).toBeFocused();

  const announced = page.locator('[aria-live="assertive"]').filter({ hasText: 'Registration' });
  await agenda.handle('Registration').focus();
  await page.keyboard.press('Space');
  await expect(announced).toHaveText('Registration lifted: place 1 of 12');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('place 2 of 12', { exact: true })).toBeAttached();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await agenda.titles()).slice(0, 2)).toEqual(['Opening and introductions', 'Registration']);

  await agenda.dragOnto('Registration', agenda.row('Opening and introductions'));
  await expect.poll(async () => (await agenda.titles()).slice(0, 2)).toEqual(['Registration', 'Opening and introductions']);

  await agenda.dragOnto('Registration', agenda.day(2));
  await expect.poll(async () => (await agenda.titles())[0]).toBe('Opening and introductions');
  await agenda.day(2).click();
  await expect.poll(async () => (await agenda.titles()).at(-1)).toBe('Registration');
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(agenda.titles).not.toContain('Registration');
});

test('sessions are added, described, fixed to a time, removed and brought back', async ({ page }) => {
  const workshop = await openSample(page);
  const agenda = agendaPage(page);
  await goTo(page, workshop, 'prepare/agenda');
  await agenda.add('Speech of the minister');
  await agenda.openDetails('Speech of the minister');
  await agenda.drawer.getByLabel('Fixed start').fill('17h30');
  await agenda.drawer.getByLabel('Fixed start').press('Enter');
  await agenda.drawer.getByLabel('Title, French').fill('Discours du ministre');
  await agenda.drawer.getByRole('button', { name: 'Add a step' }).click();
  await agenda.drawer.getByLabel('Step 1, English').fill('Welcome the minister');
  await agenda.drawer.getByLabel('Step 1, English').blur();
  await page.keyboard.press('Escape');
  await expect(agenda.drawer).toHaveCount(0);
  await expect(agenda.row('Speech of the minister')).toContainText('17:30');
  await expect(agenda.row('Speech of the minister')).toContainText('Fixed start: 30 min stay empty before it');

  await agenda.title('Speech of the minister').press('Alt+Delete');
  await expect(agenda.title('Speech of the minister')).toHaveCount(0);
  await expect(agenda.title((await agenda.titles()).at(-1) ?? '')).toBeFocused();
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await agenda.openDetails('Speech of the minister');
  await expect(agenda.drawer.getByLabel('Title, French')).toHaveValue('Discours du ministre');
  await expect(agenda.drawer.getByLabel('Step 1, English')).toHaveValue('Welcome the minister');
  await page.reload();
  await whenReady(page);
  await expect(agenda.drawer.getByLabel('Step 1, English')).toHaveValue('Welcome the minister');
});

test('an edited text stands in for the guide’s, and the guide’s comes back', async ({ page }) => {
  const workshop = await openSample(page);
  const agenda = agendaPage(page);
  await goTo(page, workshop, 'prepare/agenda');
  await agenda.openDetails('Team snapshots');
  const purpose = agenda.drawer.getByLabel('Purpose, English');
  const french = agenda.drawer.getByLabel('Purpose, French');
  const guide = await purpose.inputValue();
  const guideInFrench = await french.inputValue();
  expect(guide).not.toBe('');
  await purpose.fill('Our own purpose');
  await purpose.blur();
  await expect(french).toHaveValue(guideInFrench);
  await agenda.drawer.getByRole('button', { name: 'Back to the guide’s text' }).click();
  await expect(purpose).toHaveValue(guide);
  await expect(agenda.drawer.getByRole('button', { name: 'Back to the guide’s text' })).toHaveCount(0);
});

test('a day is added after the last one and removed again', async ({ page }) => {
  const workshop = await openSample(page);
  const agenda = agendaPage(page);
  await goTo(page, workshop, 'prepare/agenda');
  await page.getByRole('button', { name: 'Add a day' }).click();
  await expect(agenda.day(4)).toHaveAttribute('aria-pressed', 'true');
  await agenda.add('Visit of a district hospital');
  await expect(agenda.sum).toContainText('45 min, ends 09:15');
  await page.getByRole('button', { name: 'Remove this day' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Its session goes with it');
  await question.getByRole('button', { name: 'Remove this day' }).click();
  await expect(agenda.day(4)).toHaveCount(0);
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(agenda.day(4)).toBeVisible();
});

test('fields and records are chosen in the row', async ({ page }) => {
  const workshop = await openSample(page);
  const agenda = agendaPage(page);
  await goTo(page, workshop, 'prepare/agenda');
  const fields = agenda.row('Team snapshots').getByRole('button', { name: /^Action fields of/ });
  await fields.click();
  await page.getByRole('checkbox', { name: 'Finance' }).check();
  await page.keyboard.press('Escape');
  await expect(fields).toBeFocused();
  await expect(fields).toHaveAccessibleName('Action fields of Team snapshots: Finance');
  const records = agenda.row('Team snapshots').getByRole('button', { name: /^Record of/ });
  await records.click();
  await page.getByRole('checkbox', { name: 'Parking lot' }).check();
  await page.keyboard.press('Escape');
  await expect(records).toHaveAccessibleName('Record of Team snapshots: Notes and highlights, Parking lot');
});
