// Files that the system gives to the application: opened by the copy that runs already, good ones and others.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type DesktopApp } from '../support/desktop-app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { packedWorkshop } from '../support/workshop-files.ts';
import { words } from '../support/words.ts';

const t = words('en');

test('a double click on a workshop file opens it in front of the person, who adds it', async ({ desktop, page }) => {
  const file = fileIn(desktop, 'Accra.hrhworkshop', packedWorkshop());
  await startAgainWith(desktop, [file]);
  await expect(page.getByRole('heading', { name: 'HRH Action Workshop' })).toBeVisible();
  await page.getByRole('button', { name: t('bringIn:add') }).click();
  await expect(page).toHaveURL(/#\/w\/sample-document\//);
  expect(Object.keys(onlyWorkshop(desktop.libraryFolder).collections['plans'] ?? {})).toEqual(['plan-1', 'plan-5']);
});

test('a file that is no workshop is refused in words, and arguments that are no workshop files are left alone', async ({
  desktop,
  page,
}) => {
  const file = fileIn(desktop, 'Holiday.hrhworkshop', Buffer.from('not a workshop'));
  await startAgainWith(desktop, [fileIn(desktop, 'list.xlsx', Buffer.from('PK')), '--flag=x.hrhworkshop', file]);
  await expect(page.getByText(t('failures:not-a-workshop-file', { fileName: 'Holiday.hrhworkshop' }))).toBeVisible();
  await expect(page.getByText('list.xlsx')).toHaveCount(0);
});

function fileIn({ folder }: DesktopApp, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** What the copy that runs is told when somebody starts another one with these arguments. */
function startAgainWith(desktop: DesktopApp, args: readonly string[]): Promise<unknown> {
  return desktop.run(({ app }, argv) => app.emit('second-instance', {}, argv, '/'), ['hrh-action-workshop', ...args]);
}
