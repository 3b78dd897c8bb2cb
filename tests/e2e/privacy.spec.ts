// Personal data: what leaves without people holds nobody, and what a person takes back is gone from every byte of the workshop's folder.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, whenReady } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { peoplePage } from '../support/pages/people-page.ts';
import { travelPage } from '../support/pages/travel-page.ts';
import type { Contact } from '../../shared/domain/people/model.ts';
import { storedContacts } from '../support/contacts.ts';
import { words } from '../support/words.ts';

function contactsOf(person: Readonly<Record<string, unknown>>): readonly Contact[] {
  return person['contacts'] as readonly Contact[];
}

const t = words('en');

/** Every file below a folder as text, what is compressed also as what it unpacks to. */
function textsBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return textsBelow(path);
    const bytes = readFileSync(path);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return [
      { path, text: bytes.toString('utf8') },
      ...(isPacked ? [{ path: `${path} unpacked`, text: gunzipSync(bytes).toString('utf8') }] : []),
    ];
  });
}

test('without people: no name, no e-mail, no telephone number is in the file', async ({ app, page }) => {
  await homePage(page, t).openSample();
  const people = Object.values(onlyWorkshop(app.libraryFolder).collections['participants'] ?? {});
  await framePage(page, t).goTo('handOut');
  const { bytes, fileName } = await travelPage(page, t).takeAlong('without-people');
  expect(fileName).toMatch(/\.hrhworkshop$/);
  const inside = gunzipSync(bytes).toString('utf8');
  const personal = people
    .flatMap((person) => [String(person['fullName']), ...storedContacts(person)])
    .filter((text) => text.trim().length >= 4);
  expect(personal.length).toBeGreaterThan(60);
  expect(personal.filter((text) => inside.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
  expect(inside).not.toMatch(/[\w.]+@[\w.]+\.\w+/);

  // A workshop of its own: it is added beside the other, not merged into it.
  await framePage(page, t).goTo('workshops');
  await travelPage(page, t).add({ fileName, bytes });
  await framePage(page, t).prepare('people');
  await expect(page.getByRole('navigation', { name: t('workshop:tabs.label') })).toContainText(
    `${t('workshop:tabs.people')} ${people.length}`,
  );
});

test('consent taken back: what still holds the contacts is said, and deleted down to the last byte', async ({ app, page }) => {
  await homePage(page, t).openSample();
  const frame = framePage(page, t);
  const { folder, collections } = onlyWorkshop(app.libraryFolder);
  const support = JSON.stringify(Object.values(collections['teams'] ?? {}).map(({ supportContact }) => supportContact));
  const [id = '', person = {}] =
    Object.entries(collections['participants'] ?? {}).find(
      ([, one]) =>
        contactsOf(one).length === 2 && contactsOf(one).every(({ consent, value }) => consent.length > 0 && !support.includes(value)),
    ) ?? [];
  const name = String(person['fullName']);
  const [email = '', phone = ''] = contactsOf(person).map(({ value }) => value);
  expect(email).toContain('@');
  await frame.prepare('people');
  const people = peoplePage(page, t);
  await people.openPerson(name);
  for (const value of [email, phone]) {
    await frame.saving(() => people.drawer.getByLabel(`${t('people:contacts.shared')} ${value}`, { exact: true }).uncheck());
  }
  await expect(people.drawer).toContainText(t('privacy:withdrawn', { name }));
  await frame.fill(people.drawer.getByLabel(t('people:field.email'), { exact: true }), '');
  await frame.fill(people.drawer.getByLabel(t('people:field.phone'), { exact: true }), '');
  await people.closeDrawer();
  expect(textsBelow(folder).filter(({ text }) => text.includes(email)).length).toBeGreaterThan(0);

  // Also on the page, and nothing is deleted before it was said what is lost.
  const note = page.getByRole('status').filter({ hasText: t('privacy:withdrawn', { name }) });
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: t('privacy:forget'), exact: true }).click();
  const question = page.getByRole('dialog', { name: t('privacy:ask.title') });
  await expect(question).toContainText(t('privacy:ask.text'));
  await question.getByRole('button', { name: t('cancel'), exact: true }).click();
  expect(textsBelow(folder).some(({ text }) => text.includes(email))).toBe(true);
  await note.getByRole('button', { name: t('privacy:forget'), exact: true }).click();
  await question.getByRole('button', { name: t('privacy:ask.do'), exact: true }).click();
  await expect(note).toContainText(/deleted/);
  const holding = textsBelow(folder).filter(({ text }) => text.includes(email) || text.includes(phone));
  expect(holding.map(({ path }) => path)).toEqual([]);
  await expect(frame.undo).toHaveAttribute('aria-disabled', 'true');
  expect(onlyWorkshop(app.libraryFolder).collections['participants']?.[id]).toMatchObject({
    fullName: name,
    contacts: [],
  });
});

test('About says what it is, that it never calls out, where the data are, and whose parts it is made of', async ({ app, page }) => {
  await page
    .getByRole('navigation', { name: t('frame.places') })
    .getByRole('link', { name: t('about:title'), exact: true })
    .click();
  await whenReady(page);
  const main = page.getByRole('main');
  await expect(main).toContainText(t('framework:independent'));
  await expect(main).toContainText(t('about:network.text'));
  await expect(main).toContainText(t('about:network.browser'));
  await expect(main).toContainText(app.libraryFolder);
  await expect(main).toContainText(app.settingsFolder);
  await main.getByText(t('about:licences.parts')).click();
  await expect(main.getByLabel(t('about:licences.parts'))).toContainText('Tabler Icons');
});
