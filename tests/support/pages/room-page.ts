// Run as a facilitator uses it: the day at the left, the clock and its buttons, the record at the right, the parking lot from anywhere.
import { expect, type Locator, type Page } from '@playwright/test';
import { words, type TestWords } from '../words.ts';

const english = words('en');

export interface RoomPage {
  readonly clock: Locator;
  readonly title: Locator;
  readonly record: Locator;
  readonly act: (name: string, data?: Readonly<Record<string, unknown>>) => Locator;
  /** A session of the shown day in the column at the left. */
  readonly session: (title: string) => Locator;
  readonly show: (title: string) => Promise<void>;
  readonly showDay: (number: number) => Promise<void>;
  readonly chooseTeam: (name: string) => Promise<void>;
  /** The scales of the record that is shown, such as 1 to 10, by their spoken names. */
  readonly scales: (name: string | RegExp) => Locator;
  /** Opens the parking lot by its key, adds a point and closes it again. */
  readonly park: (text: string, raisedBy: string) => Promise<void>;
}

export function roomPage(page: Page, t: TestWords = english): RoomPage {
  const day = page.getByRole('navigation', { name: t('run:day.label') });
  const record = page.getByRole('region', { name: t('run:record.label') });
  const title = page.getByRole('main').getByRole('heading', { level: 1 });
  const session = (name: string) => day.getByRole('button').filter({ hasText: name });
  const drawer = page.getByRole('dialog', { name: t('run:parking.title') });
  return {
    clock: page.getByTestId('clock'),
    title,
    record,
    act: (name, data) => page.getByRole('article').getByRole('button', { name: t(`run:act.${name}`, data), exact: true }),
    session,
    show: async (name) => {
      await session(name).click();
      await expect(title).toHaveText(name);
    },
    showDay: async (number) => {
      const choice = day.getByRole('combobox', { name: t('run:day.choose') });
      await choice.selectOption({ index: number - 1 });
    },
    chooseTeam: async (name) => {
      const choice = record.getByRole('combobox', { name: t('run:team.choose'), exact: true });
      const option = choice.getByRole('option').filter({ hasText: name });
      const team = (await option.getAttribute('value')) ?? '';
      await choice.selectOption(team);
      // The choice goes through the address: until then the record is that of the team before.
      await expect(record.locator(`[data-team="${team}"]`)).toBeVisible();
    },
    scales: (name) => record.getByRole('radiogroup', { name }).or(record.getByRole('group', { name })),
    park: async (text, raisedBy) => {
      await page.keyboard.press('F4');
      const point = drawer.getByLabel(t('run:parking.text'), { exact: true });
      await expect(point).toBeFocused();
      await point.fill(text);
      await drawer.getByLabel(t('run:parking.raisedBy'), { exact: true }).fill(raisedBy);
      await page.keyboard.press('Enter');
      await expect(drawer.getByText(text)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(drawer).toHaveCount(0);
    },
  };
}
