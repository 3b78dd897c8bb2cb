// People and teams: lists as people have them, the second list, edits in place, replacements, moves by mouse and keyboard.
import { expect, test } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { french, newWorkshop, openTab, PeoplePage, TeamsPage } from '../support/pages/people.ts';

type Stored = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function stored(libraryFolder: string, collection: string): Stored {
  return onlyWorkshop(libraryFolder).collections[collection] ?? {};
}

function idOf(records: Stored, field: string, value: string): string {
  const found = Object.entries(records).find(([, record]) => record[field] === value);
  if (!found) throw new Error(`${value} is not stored`);
  return found[0];
}

test.describe('import', () => {
  test('38 people of 11 countries come in, one undo takes all back', async ({ app, page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await people.bringFile('participants-38.xlsx');
    await expect(page.getByRole('heading', { name: 'Which rows are the list?' })).toBeFocused();
    await people.goToCheck();
    await expect(page.getByText('11 new teams')).toBeVisible();
    await expect(page.getByText('38 new people')).toBeVisible();
    await people.importNow();
    await expect(page.getByRole('link', { name: 'People 38' })).toBeVisible();
    expect(Object.keys(stored(app.libraryFolder, 'participants'))).toHaveLength(38);
    expect(Object.keys(stored(app.libraryFolder, 'teams'))).toHaveLength(11);

    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(page.getByRole('link', { name: 'People 0' })).toBeVisible();
    expect(stored(app.libraryFolder, 'participants')).toEqual({});
    expect(stored(app.libraryFolder, 'teams')).toEqual({});
    expect(stored(app.libraryFolder, 'organisations')).toEqual({});
  });

  test('the corrected list: new, changed and missing, each with a choice; ids stay', async ({ app, page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await people.importFile('participants-38.xlsx');
    const before = stored(app.libraryFolder, 'participants');
    await people.bringFile('participants-38-corrected.xlsx');
    await people.goToCheck();
    await expect(page.getByText('2 new people and 3 changed')).toBeVisible();
    await page.getByLabel('What becomes of Moses Byaruhanga').selectOption({ label: 'Mark as left' });
    await page.getByRole('button', { name: /^New 2$/ }).click();
    await people.rows.first().getByRole('checkbox').uncheck();
    await expect(page.getByText('1 new person, 3 changed and 1 marked as left')).toBeVisible();
    await people.importNow();
    const after = stored(app.libraryFolder, 'participants');
    expect(Object.keys(after)).toHaveLength(39);
    expect(Object.keys(before).filter((id) => after[id] === undefined)).toEqual([]);
    expect(after[idOf(after, 'fullName', 'Moses Byaruhanga')]).toMatchObject({ status: 'left' });
  });

  test('rows with problems are named by row and field and stay out, the others come in', async ({ app, page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await people.bringFile('with-problems.xlsx');
    await people.goToCheck();
    await expect(page.getByText('2 rows stay out')).toBeVisible();
    await page.getByRole('button', { name: /^Problems 2$/ }).click();
    await expect(people.rows.first()).toContainText('3');
    await expect(people.rows.first()).toContainText('Full name: The name is missing.');
    await expect(people.rows.first().getByRole('checkbox')).toHaveCount(0);
    await people.importNow();
    expect(Object.keys(stored(app.libraryFolder, 'participants'))).toHaveLength(6);
  });

  for (const [file, words] of [
    ['encrypted.xlsx', 'is protected with a password'],
    ['macros.xlsm', 'contains macros'],
    ['printed.pdf', 'is not a spreadsheet'],
    ['old-format.xls', 'in the old Excel format'],
    ['bomb.xlsx', 'unpacks to far more'],
    ['rows-10000.xlsx', 'rows; up to'],
    ['empty.csv', 'is empty'],
  ] as const) {
    test(`${file} is refused in words, and nothing else is touched`, async ({ app, page }) => {
      const people = new PeoplePage(page);
      await newWorkshop(page);
      const { revision } = onlyWorkshop(app.libraryFolder);
      await people.bringFile(file);
      await expect(page.getByRole('alert')).toContainText(`“${file}” ${words}`.replace('“rows-10000.xlsx” rows', '“rows-10000.xlsx” has'), {
        ignoreCase: true,
      });
      await expect(page.getByRole('button', { name: 'Choose another file' })).toBeVisible();
      expect(onlyWorkshop(app.libraryFolder).revision).toBe(revision);
    });
  }

  test('a list without a name column waits until somebody says which it is', async ({ page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await people.bringFile('no-name-column.xlsx');
    const next = page.getByRole('button', { name: 'Next', exact: true });
    const target = page.getByLabel(/^What the column/).first();
    await expect(next).toBeVisible();
    if (!(await target.isVisible())) await next.click();
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    await target.selectOption({ label: 'Full name' });
    await next.click();
    await expect(people.rows.first()).toContainText('New');
  });

  test('cells pasted outside of a field are an import too', async ({ app, page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Name\tE-mail\tCountry\nAna Kibet\tana@example.org\tKenya\nBea Lund\tbea@example.org\tKenya');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText('pasted cells')).toBeVisible();
    await people.goToCheck();
    await people.importNow();
    await expect(people.rows).toHaveCount(2);
    const participants = stored(app.libraryFolder, 'participants');
    expect(participants[idOf(participants, 'fullName', 'Ana Kibet')]).toMatchObject({ email: 'ana@example.org', country: 'Kenya' });
  });

  test('300 people stay quick: only the rows near the eye are built, the last one is reached', async ({ page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    const list = Array.from({ length: 300 }, (_, index) => `Person ${String(index).padStart(3, '0')}\tp${index}@example.org\tTeam ${index % 15}`);
    await page.getByRole('button', { name: 'Paste cells' }).click();
    await page.getByLabel('Cells from a spreadsheet').fill(['Name\tE-mail\tTeam', ...list].join('\n'));
    await page.getByRole('button', { name: 'Read the cells' }).click();
    await people.goToCheck();
    await people.importNow();
    await expect(page.getByRole('link', { name: 'People 300' })).toBeVisible();
    await expect(people.row('Person 000')).toBeVisible();
    expect(await people.rows.count()).toBeLessThan(80);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await expect(page.getByLabel('Name of a new person')).toBeFocused();
    await expect(people.row('Person 299')).toBeVisible();
    expect(await people.rows.count()).toBeLessThan(80);
    await people.addByLine('Aaron Last');
    await page.getByLabel('Search people').fill('person 15');
    await expect(people.rows).toHaveCount(10);
  });
});

test.describe('import in French', () => {
  test.use({ systemLanguage: 'fr' });

  test('a list in French, in Windows-1252 with semicolons, in the French interface', async ({ app, page }) => {
    const people = new PeoplePage(page, french);
    await newWorkshop(page, { title: 'Titre', firstDay: 'Premier jour', create: 'Créer l’atelier' });
    await people.bringFile('participants-fr.csv');
    await people.goToCheck();
    await expect(page.getByText(/nouvelles personnes/)).toBeVisible();
    await people.importNow();
    const names = Object.values(stored(app.libraryFolder, 'participants')).map((person) => String(person['fullName']));
    expect(names.length).toBeGreaterThan(0);
    expect(names.join(' ')).toMatch(/[éèïô]/);
    expect(names.join(' ')).not.toContain('\uFFFD');
  });
});

test.describe('the table', () => {
  test('people are added by a line, edited in place and warned about when they stand in the list twice', async ({ app, page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await people.addByLine('Ana Kibet');
    await people.addByLine('Zoe Lund');
    await people.row('Zoe Lund').getByLabel('Name: Zoe Lund').fill('Ana Kibet');
    await expect(people.row('Ana Kibet')).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Possible duplicates 2' })).toBeVisible();
    const second = people.rows.nth(1);
    await second.getByLabel('Organisation: Ana Kibet').fill('Nursing Council');
    await second.getByLabel('Organisation: Ana Kibet').press('Enter');
    await expect(page.getByRole('button', { name: 'Possible duplicates 2' })).toBeHidden();
    const organisations = stored(app.libraryFolder, 'organisations');
    expect(Object.values(organisations).map(({ name }) => name)).toEqual(['Nursing Council']);
    await second.getByLabel('Role: Ana Kibet').selectOption({ label: 'Interpreter' });
    await page.getByRole('button', { name: 'Outside the teams 1' }).click();
    await expect(people.rows).toHaveCount(1);
  });

  test('who is replaced stays traceable, and the responsibilities move', async ({ app, page }) => {
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.waitForURL(/\/w\//);
    await openTab(page, 'people');
    const people = new PeoplePage(page);
    const plans = stored(app.libraryFolder, 'plans');
    const accountable = Object.values(plans)
      .map((plan) => plan['accountableId'])
      .find((id) => typeof id === 'string');
    if (typeof accountable !== 'string') throw new Error('No plan of the sample has an accountable person');
    const name = String(stored(app.libraryFolder, 'participants')[accountable]?.['fullName']);
    await people.openPerson(name);
    await expect(people.drawer.getByText('accountable for the plan').first()).toBeVisible();
    await people.drawer.getByRole('button', { name: 'Replace…' }).click();
    const dialog = page.getByRole('dialog', { name: `Replace ${name}` });
    await dialog.getByLabel('Name', { exact: true }).fill('Nana Newcomer');
    await expect(dialog.getByLabel(/^Open responsibilities move too/)).toBeChecked();
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await expect(people.drawer.getByText('One after the other')).toBeVisible();
    await people.drawer.getByRole('button', { name: 'Nana Newcomer' }).click();
    await expect(people.drawer.getByText('accountable for the plan').first()).toBeVisible();
    await people.closeDrawer();
    const participants = stored(app.libraryFolder, 'participants');
    const newcomer = idOf(participants, 'fullName', 'Nana Newcomer');
    expect(participants[accountable]).toMatchObject({ status: 'replaced', replacedById: newcomer });
    await page.getByRole('button', { name: 'Replaced or left 1' }).click();
    await expect(people.row(name)).toContainText('Replaced');
  });

  test('several people are moved to a team and removed together; who is named in a plan is not', async ({ app, page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await people.importFile('participants-38.xlsx');
    await page.getByRole('checkbox', { name: 'Select Abena Mensah' }).check();
    await page.getByRole('checkbox', { name: 'Select Akouvi Lawson' }).check();
    await page.getByRole('button', { name: 'Move to a team' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^Rwanda/ }).click();
    await expect(people.row('Abena Mensah').getByLabel('Team: Abena Mensah')).toHaveValue(idOf(stored(app.libraryFolder, 'teams'), 'name', 'Rwanda'));
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('dialog', { name: 'Remove 2 people?' }).getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(people.row('Abena Mensah')).toHaveCount(0);
    expect(Object.keys(stored(app.libraryFolder, 'participants'))).toHaveLength(36);
    await page.keyboard.press('Control+z');
    await expect(people.row('Abena Mensah')).toBeVisible();
  });
});

test.describe('teams', () => {
  test.beforeEach(async ({ page }) => {
    const people = new PeoplePage(page);
    await newWorkshop(page);
    await people.importFile('participants-38.xlsx');
    await openTab(page, 'teams');
  });

  test('people move by drag, by Space and arrows, and by M; the keyboard stays on the card', async ({ app, page }) => {
    const teams = new TeamsPage(page);
    const teamOf = (name: string) => {
      const participants = stored(app.libraryFolder, 'participants');
      const id = participants[idOf(participants, 'fullName', name)]?.['teamId'];
      return typeof id === 'string' ? stored(app.libraryFolder, 'teams')[id]?.['name'] : null;
    };
    await teams.drag('Abena Mensah', 'Kenya');
    await expect(teams.column('Kenya').getByRole('button', { name: 'Abena Mensah' })).toBeVisible();
    expect(teamOf('Abena Mensah')).toBe('Kenya');

    await teams.card('Dede Tetteh').focus();
    await page.keyboard.press('Space');
    await expect(page.getByText('Dede Tetteh is picked up.')).toBeAttached();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Dede Tetteh is over Kenya.')).toBeAttached();
    await page.keyboard.press('Space');
    await expect(teams.column('Kenya').getByRole('button', { name: 'Dede Tetteh' })).toBeFocused();
    expect(teamOf('Dede Tetteh')).toBe('Kenya');

    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: 'Move Dede Tetteh' }).getByRole('button', { name: 'Out of the teams' }).click();
    await expect(teams.column('Without a team').getByRole('button', { name: 'Dede Tetteh' })).toBeFocused();
    expect(teamOf('Dede Tetteh')).toBeNull();
  });

  test('a team has a lead, a language and a support contact, and can be added, renamed and removed', async ({ app, page }) => {
    const teams = new TeamsPage(page);
    await teams.openTeam('Togo');
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Lead').selectOption({ label: 'Akouvi Lawson' });
    await drawer.getByLabel('Support contact').fill('Regional office, Lomé');
    await drawer.getByLabel('Name', { exact: true }).fill('Togo, Maritime');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(teams.column('Togo, Maritime')).toContainText('lead');
    const togo = stored(app.libraryFolder, 'teams')[idOf(stored(app.libraryFolder, 'teams'), 'name', 'Togo, Maritime')];
    expect(togo).toMatchObject({ supportContact: 'Regional office, Lomé', language: 'fr' });

    await page.getByLabel('New team').fill('Benin');
    await page.getByLabel('New team').press('Enter');
    await teams.openTeam('Benin');
    await drawer.getByRole('button', { name: 'Remove the team' }).click();
    await expect(teams.column('Benin')).toHaveCount(0);
  });

  test('a topic group is chosen from the usual ones and filled by drag', async ({ app, page }) => {
    const teams = new TeamsPage(page);
    await page.getByRole('button', { name: /^Topic groups/ }).click();
    await page.getByRole('button', { name: 'Choose a usual topic' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Performance improvement' }).click();
    await expect(teams.column('Performance improvement')).toBeVisible();
    await teams.card('Lucy Njeri').focus();
    await page.keyboard.press('m');
    await page.getByRole('dialog').getByRole('button', { name: 'Performance improvement' }).click();
    await expect(teams.column('Performance improvement').getByRole('button', { name: /Lucy Njeri/ })).toBeFocused();
    const participants = stored(app.libraryFolder, 'participants');
    expect(participants[idOf(participants, 'fullName', 'Lucy Njeri')]).toMatchObject({
      topicGroupId: idOf(stored(app.libraryFolder, 'topicGroups'), 'name', 'Performance improvement'),
    });
  });
});

test('a team with plans is not removed: its plans are listed, each a link', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await page.waitForURL(/\/w\//);
  await openTab(page, 'teams');
  const plan = Object.values(stored(app.libraryFolder, 'plans'))[0];
  const team = stored(app.libraryFolder, 'teams')[String(plan?.['teamId'])];
  const teams = new TeamsPage(page);
  await teams.openTeam(String(team?.['name']));
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the team' }).click();
  const note = page.getByRole('dialog').getByRole('alert');
  await expect(note).toContainText('cannot be removed while it is in use');
  await expect(note.getByRole('link', { name: String(plan?.['topic']) })).toBeVisible();
});
