// The work of a day without a mouse: what has the focus is always seen, and everything can be reached.
import type { Locator, Page } from '@playwright/test';
import { expect, test, whenReady, type RunningApp } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { teamsPage } from '../support/pages/people-page.ts';
import { plansPage } from '../support/pages/plans-page.ts';
import { words } from '../support/words.ts';

const t = words('en');

/** More stops than any screen has between two places of this journey. */
const mostStops = 250;

interface Keyboard {
  /** Presses Tab, or Shift+Tab, until an element has the focus. Every stop on the way must be seen. */
  readonly tabTo: (target: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Stops of the focus that nobody could see. */
  readonly unseen: ReadonlySet<string>;
}

function keyboardOf(page: Page): Keyboard {
  const unseen = new Set<string>();
  const note = async () => {
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const isOutlined = (each: Element | null | undefined) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      };
      // A radio button, a tick or a field made of several parts may show its focus on what is around or beside it.
      const places = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
      const isSeen = places.some(isOutlined) || getComputedStyle(element).boxShadow !== 'none';
      return isSeen
        ? null
        : `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''} (${location.hash})`;
    });
    if (name !== null) unseen.add(name);
  };
  const hasFocus = (target: Locator) => target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
  return {
    tabTo: async (target, key = 'Tab') => {
      await expect(target.first()).toBeVisible();
      for (let stop = 0; stop < mostStops; stop += 1) {
        if (await hasFocus(target)) return;
        await page.keyboard.press(key);
        await note();
      }
      throw new Error(`${mostStops} times ${key} did not lead to ${String(target)}`);
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    unseen,
  };
}

function records(app: RunningApp, collection: string): readonly Record<string, unknown>[] {
  return Object.values(onlyWorkshop(app.libraryFolder).collections[collection] ?? {});
}

test('from the first screen to a signed plan by keyboard alone', async ({ app, page }) => {
  // Every press of a mouse, a finger or a pen would be counted here.
  await page.evaluate(() => {
    sessionStorage.setItem('pointers', '0');
    addEventListener('pointerdown', () => sessionStorage.setItem('pointers', String(Number(sessionStorage.getItem('pointers')) + 1)), true);
  });
  const frame = framePage(page, t);
  const teams = teamsPage(page, t);
  const plans = plansPage(page);
  const keys = keyboardOf(page);
  const dialog = page.getByRole('dialog');

  /** "Find or do…": some letters and Enter. */
  async function find(letters: string, option: string | RegExp): Promise<void> {
    await keys.press('Control+k');
    await expect(dialog.getByRole('textbox', { name: t('frame.find') })).toBeFocused();
    await keys.type(letters);
    const wanted = dialog.getByRole('button', { name: option }).first();
    await expect(wanted).toBeVisible();
    for (let row = 0; row < mostStops && (await wanted.getAttribute('data-selected')) === null; row += 1) await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(dialog.getByRole('textbox', { name: t('frame.find') })).toHaveCount(0);
    await whenReady(page);
  }

  await test.step('the sample is opened from the first screen', async () => {
    await keys.tabTo(homePage(page, t).trySample);
    await keys.press('Enter');
    await page.waitForURL(/\/run$/);
    await whenReady(page);
    await keys.press('Tab');
    await keys.tabTo(page.getByRole('link', { name: t('frame.skip') }), 'Shift+Tab');
    await keys.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('a team is found, a person is moved to it', async () => {
    await find('lunaro', /^Lunaro/);
    await expect(dialog).toContainText('Lunaro');
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
    const card = teams.column('Lungera').locator('[data-person]').first();
    const id = await card.getAttribute('data-person');
    await keys.tabTo(card);
    await keys.press('m');
    await expect(dialog.getByRole('button').filter({ hasText: 'Asandra' })).toBeVisible();
    for (let row = 0; row < 20 && !(await dialog.locator(':focus').filter({ hasText: 'Asandra' }).count()); row += 1)
      await keys.press('ArrowDown');
    await frame.saving(() => keys.press('Enter'));
    const asandra = records(app, 'teams').find((team) => team['name'] === 'Asandra');
    expect(records(app, 'participants').find((person) => person['id'] === id)?.['teamId']).toBe(asandra?.['id']);
    await expect(page.locator(`[data-person="${id}"]`)).toBeFocused();
  });

  await test.step('a plan is begun, its steps are typed', async () => {
    await find('go to: plans', t('find.goTo', { place: t('frame.plans') }));
    await keys.tabTo(page.getByRole('button', { name: t('plans:list.newPlanFor', { team: 'Zahiran' }) }));
    await keys.press('Enter');
    await expect(plans.field(t('plans:topic'))).toBeFocused();
    await keys.type('Community midwives');
    await keys.tabTo(plans.emptyStep);
    await keys.type('List the villages');
    await keys.press('Tab');
    await keys.type('kab');
    await expect(page.getByRole('option', { name: /Kaboré/ })).toHaveAttribute('aria-selected', 'true');
    await keys.press('Enter', 'Tab');
    await keys.type('30');
    await keys.press('Enter');
    await keys.type('Agree on places');
    await keys.press('Tab', 'Tab');
    await keys.type('60');
    await frame.saving(() => keys.press('Enter'));
    await expect.poll(plans.stepLines).toEqual([
      { text: 'List the villages', responsible: ['Philippe Kaboré'], due: '18/04/2026' },
      { text: 'Agree on places', responsible: [], due: '18/05/2026' },
    ]);
  });

  await test.step('undo and redo', async () => {
    await frame.saving(() => keys.press('Control+z'));
    await expect.poll(async () => (await plans.stepLines())[1]?.due).toBe('');
    await frame.saving(() => keys.press('Control+y'));
    await expect.poll(async () => (await plans.stepLines())[1]?.due).toBe('18/05/2026');
  });

  await test.step('a point for the parking lot', async () => {
    await keys.press('F4');
    await expect(dialog.getByLabel(t('run:parking.text'), { exact: true })).toBeFocused();
    await keys.type('Who trains the midwives?');
    await frame.saving(() => keys.press('Enter'));
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(records(app, 'parkingItems').map((item) => item['text'])).toContain('Who trains the midwives?');
  });

  await test.step('what is left of another plan is filled in, and it is signed, in a window that has no room for three columns', async () => {
    await page.setViewportSize({ width: 1200, height: 768 });
    await find('train local', /^Train local students/);
    const tabs = page.getByRole('tab');
    await keys.tabTo(tabs);
    await keys.press('ArrowRight');
    await expect(tabs.nth(1)).toBeFocused();
    await keys.tabTo(page.getByRole('link', { name: /^Step 3/ }));
    await keys.press('Enter');
    await expect(page.getByRole('combobox', { name: t('plans:steps.responsibleOf', { number: 3 }) })).toBeFocused();
    await keys.type('kimani');
    await frame.saving(() => keys.press('Enter'));
    await keys.tabTo(tabs, 'Shift+Tab');
    await keys.press('ArrowRight');
    await keys.tabTo(page.getByLabel(t('plans:sign.by'), { exact: true }));
    await keys.type('L. Phiri');
    await keys.tabTo(page.getByRole('button', { name: t('plans:sign.act', { version: 1 }) }));
    await frame.saving(() => keys.press('Enter'));
    await expect(plans.line('Train local students')).toContainText(t('plans:list.signed', { version: 1 }));
    expect(records(app, 'signOffs').filter((signOff) => signOff['by'] === 'L. Phiri')).toHaveLength(1);
  });

  expect([...keys.unseen]).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.getItem('pointers'))).toBe('0');
});
