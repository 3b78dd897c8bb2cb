// The frame around every screen: places, tabs, what is saved, undo and redo, notices.
import { expect, type Locator, type Page } from '@playwright/test';
import { whenReady } from '../app.ts';
import type { TestWords } from '../words.ts';

type Place = 'workshops' | 'prepare' | 'run' | 'plans' | 'handOut' | 'history' | 'settings';
type Tab = 'basics' | 'people' | 'teams' | 'agenda';

export interface FramePage {
  readonly goTo: (place: Place) => Promise<void>;
  /** A tab of Prepare; goes to Prepare first where that is needed. */
  readonly prepare: (tab: Tab) => Promise<void>;
  readonly undo: Locator;
  readonly redo: Locator;
  /** The sample flag of the open workshop. */
  readonly sampleFlag: Locator;
  /** Moment of the last save, as the page says it. */
  readonly savedAt: () => Promise<string>;
  /** Carries out an act that saves something, and waits until the page says that it is saved. */
  readonly saving: (act: () => Promise<unknown>) => Promise<void>;
  readonly notice: (text: string | RegExp) => Locator;
  /** A text field, a date, a list: fills it and waits until it is saved. */
  readonly fill: (field: Locator, text: string) => Promise<void>;
}

export function framePage(page: Page, t: TestWords): FramePage {
  const places = page.getByRole('navigation', { name: t('frame.places') });
  const tabs = page.getByRole('navigation', { name: t('workshop:tabs.label') });
  const tools = page.getByRole('banner');
  const saved = page.locator('[data-saved]');

  async function goTo(place: Place): Promise<void> {
    await places.getByRole('link', { name: t(`frame.${place}`), exact: true }).click();
    await whenReady(page);
  }
  async function savedAt(): Promise<string> {
    return (await saved.getAttribute('data-saved')) ?? '';
  }
  async function saving(act: () => Promise<unknown>): Promise<void> {
    const before = await savedAt();
    await act();
    await expect(page.locator('[data-unsent]')).toHaveCount(0);
    await expect(saved).not.toHaveAttribute('data-saved', before);
  }
  /** Spoken names have plain spaces where French writes narrow or unbreakable ones. */
  const commandButton = (name: 'undo' | 'redo') =>
    tools.getByRole('button', {
      name: new RegExp(
        `^(${t(`commands:${name}`, { what: '' }).trim()}|${t(`commands:${name}Nothing`)})`.replaceAll(/\s/g, String.raw`\s`),
      ),
    });
  return {
    goTo,
    prepare: async (tab) => {
      if (!/\/prepare\//.test(page.url())) await goTo('prepare');
      await tabs.getByRole('link', { name: new RegExp(`^${t(`workshop:tabs.${tab}`)}`) }).click();
      await whenReady(page);
    },
    undo: commandButton('undo'),
    redo: commandButton('redo'),
    sampleFlag: tools.getByText(t('sample'), { exact: true }),
    savedAt,
    saving,
    notice: (text) => page.getByRole('alert').filter({ hasText: text }),
    fill: (field, text) =>
      saving(async () => {
        await field.fill(text);
        await field.blur();
      }),
  };
}
