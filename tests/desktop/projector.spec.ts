// The projector's window: a second one, with less to see and nothing to change, that goes when the facilitator's goes.
import type { Page } from '@playwright/test';
import { whenReady } from '../support/app.ts';
import { askBridge, expect, test, type DesktopApp } from '../support/desktop-app.ts';
import { openSample } from '../support/pages/sample.ts';

const refused = { ok: false, failure: { code: 'not-allowed' } };

test('the projector is a window of its own whose role main has given', async ({ desktop, page }) => {
  const { workshop, projector } = await openProjector(desktop, page);
  expect(await askBridge(projector, 'app', 'start', {})).toMatchObject({ ok: true, value: { role: 'projector', workshopId: workshop } });
  expect(await askBridge(projector, 'library', 'list', {})).toEqual(refused);
  expect(await askBridge(projector, 'document', 'undo', { workshopId: workshop, commandId: 'c-1' })).toEqual(refused);
  const snapshot = await askBridge(projector, 'document', 'open', { workshopId: workshop });
  expect(snapshot).toMatchObject({ ok: true });
  expect(await askBridge(page, 'document', 'open', { workshopId: workshop })).not.toEqual(snapshot);
});

test('it follows the facilitator, the screen stays on while a clock runs, and there is one projector at a time', async ({
  desktop,
  page,
}) => {
  const { projector } = await openProjector(desktop, page);
  const staysOn = () => desktop.run(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
  await expect(projector.getByText('We start at 08:30')).toBeVisible();
  expect(await staysOn()).toBe(false);
  await page.keyboard.press('Space');
  await expect(projector.getByText('We start at 08:30')).toHaveCount(0);
  await expect.poll(staysOn).toBe(true);

  const next = await desktop.opening(() => page.getByRole('button', { name: 'Projector' }).click());
  await whenReady(next);
  await expect.poll(() => desktop.pages()).toEqual([page, next]);
});

test('it closes with the main window, and the application ends', async ({ desktop, page }) => {
  await openProjector(desktop, page);
  await desktop.run(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ id }) => id === 1)
      ?.close(),
  );
  expect(await desktop.ended()).toBe(0);
});

async function openProjector(desktop: DesktopApp, page: Page): Promise<{ readonly workshop: string; readonly projector: Page }> {
  const workshop = await openSample(page);
  await page.evaluate((id) => location.assign(`#/w/${id}/run`), workshop);
  await whenReady(page);
  const projector = await desktop.opening(() => page.getByRole('button', { name: 'Projector' }).click());
  await whenReady(projector);
  return { workshop, projector };
}
