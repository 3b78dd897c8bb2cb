// People and teams: lists as people have them, the second list, edits in place, replacements, moves by mouse and keyboard.
import { dirname } from 'node:path';
import { expect, test, type RunningApp } from '../support/app.ts';
import { onlyWorkshop } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { listPath, peoplePage, teamsPage } from '../support/pages/people-page.ts';
import { words } from '../support/words.ts';
import type { Page } from '@playwright/test';

const t = words('en');

type Stored = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The records of a collection as they lie in the library folder. */
function stored(app: RunningApp, collection: string): Stored {
  return onlyWorkshop(app.libraryFolder).collections[collection] ?? {};
}

function idOf(records: Stored, field: string, value: string): string {
  const found = Object.entries(records).find(([, record]) => record[field] === value);
  if (!found) throw new Error(`${value} is not stored`);
  return found[0];
}

async function openPeople(page: Page, language = t) {
  await homePage(page, language).create({ title: 'HRH Action Workshop', startDate: '20/04/2026' });
  await framePage(page, language).prepare('people');
  await expect(page.getByRole('main').getByRole('button', { name: language('people:importList'), exact: true })).toBeVisible();
  return peoplePage(page, language);
}

test.describe('a list', () => {
  test('38 people of 11 countries come in, one undo takes all back', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.bringFile('participants-38.xlsx');
    await expect(page.getByRole('heading', { name: t('people:import.step.sheet') })).toBeFocused();
    await people.goToCheck();
    await expect(page.getByText(t('people:import.newTeams', { count: 11 }))).toBeVisible();
    await expect(page.getByText(t('people:import.sum.added', { count: 38 }))).toBeVisible();
    await people.importNow();
    await expect(people.group(t('people:group.all'), 38)).toBeVisible();
    expect(Object.keys(stored(app, 'participants'))).toHaveLength(38);
    expect(Object.keys(stored(app, 'teams'))).toHaveLength(11);

    await page
      .getByRole('alert')
      .getByRole('button', { name: t('undo'), exact: true })
      .click();
    await expect(page.getByText(t('people:empty'))).toBeVisible();
    for (const collection of ['participants', 'teams', 'organisations', 'topicGroups']) expect(stored(app, collection)).toEqual({});
  });

  test('the corrected list: new, changed and missing, each with a choice; ids stay', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.importFile('participants-38.xlsx');
    const before = stored(app, 'participants');
    await people.bringFile('participants-38-corrected.xlsx');
    await people.goToCheck();
    await expect(page.getByText('2 new people and 3 changed')).toBeVisible();
    await page
      .getByLabel(t('people:import.missing.choice', { name: 'Moses Byaruhanga' }))
      .selectOption({ label: t('people:import.missing.mark-left') });
    await people.group(t('people:import.filter.new'), 2).click();
    await people.rows.first().getByRole('checkbox').uncheck();
    await expect(page.getByText('1 new person, 3 changed and 1 marked as left')).toBeVisible();
    await people.importNow();
    const after = stored(app, 'participants');
    expect(Object.keys(after)).toHaveLength(39);
    expect(Object.keys(before).filter((id) => after[id] === undefined)).toEqual([]);
    expect(after[idOf(after, 'fullName', 'Moses Byaruhanga')]).toMatchObject({ status: 'left' });
  });

  test('rows with problems are named by row and field and stay out, the others come in', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.bringFile('with-problems.xlsx');
    await people.goToCheck();
    await expect(page.getByText(t('people:import.problems', { count: 2 }))).toBeVisible();
    await people.group(t('people:import.filter.problem'), 2).click();
    const first = people.rows.first();
    await expect(first.getByRole('cell').nth(1)).toHaveText('3');
    await expect(first).toContainText(`${t('import:target.fullName')}: ${t('import:remark.name-missing')}`);
    await expect(first.getByRole('checkbox')).toHaveCount(0);
    await people.importNow();
    expect(Object.keys(stored(app, 'participants'))).toHaveLength(6);
  });

  test('lists that cannot be read are refused in words, and nothing else is touched', async ({ app, page }) => {
    const people = await openPeople(page);
    const { revision } = onlyWorkshop(app.libraryFolder);
    for (const [file, code] of [
      ['encrypted.xlsx', 'encrypted-workbook'],
      ['macros.xlsm', 'macro-workbook'],
      ['printed.pdf', 'not-a-spreadsheet'],
      ['old-format.xls', 'old-excel-format'],
      ['bomb.xlsx', 'inflates-too-far'],
      ['rows-10000.xlsx', 'too-many-rows'],
      ['empty.csv', 'empty-file'],
    ] as const) {
      await people.bringFile(file);
      const [beginning = ''] = t(`failures:${code}`, { fileName: file, rows: '\u0000', limit: '\u0000' }).split('\u0000');
      await expect(page.getByRole('alert')).toContainText(beginning);
      await page
        .getByRole('alert')
        .getByRole('button', { name: t('close') })
        .click();
    }
    expect(onlyWorkshop(app.libraryFolder).revision).toBe(revision);
  });

  test('without a name column it waits until somebody says which column that is', async ({ page }) => {
    const people = await openPeople(page);
    await people.bringFile('no-name-column.xlsx');
    const next = page.getByRole('button', { name: t('people:import.next'), exact: true });
    const heading = page.getByRole('heading', { name: t('people:import.step.columns') });
    await expect(next).toBeVisible();
    if (!(await heading.isVisible())) await next.click();
    await expect(heading).toBeVisible();
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    await people.rows
      .first()
      .getByRole('combobox')
      .selectOption({ label: t('import:target.fullName') });
    await next.click();
    await expect(people.rows.first()).toContainText(t('import:state.new'));
  });

  test('cells pasted outside of a field are one too', async ({ app, page }) => {
    const people = await openPeople(page);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Name\tE-mail\tCountry\nAna Kibet\tana@example.org\tKenya\nBea Lund\tbea@example.org\tKenya');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText(t('people:import.pasted'))).toBeVisible();
    await people.goToCheck();
    await people.importNow();
    await expect(people.rows).toHaveCount(2);
    const participants = stored(app, 'participants');
    expect(participants[idOf(participants, 'fullName', 'Ana Kibet')]).toMatchObject({
      contacts: [{ kind: 'email', value: 'ana@example.org', consent: [] }],
      country: 'Kenya',
    });
  });

  test('of 300 people only the rows near the eye are built, and the last one is reached', async ({ page }) => {
    const people = await openPeople(page);
    const lines = Array.from(
      { length: 300 },
      (_, index) => `Person ${String(index).padStart(3, '0')}\tp${index}@example.org\tTeam ${index % 15}`,
    );
    await people.pasteCells(['Name\tE-mail\tTeam', ...lines].join('\n'));
    await people.goToCheck();
    await people.importNow();
    await expect(people.group(t('people:group.all'), 300)).toBeVisible();
    await expect(people.row('Person 000')).toBeVisible();
    expect(await people.rows.count()).toBeLessThan(80);
    await page.getByRole('button', { name: t('people:add'), exact: true }).click();
    await expect(page.getByLabel(t('people:addLabel'))).toBeFocused();
    await expect(people.row('Person 299')).toBeVisible();
    await expect(people.row('Person 000')).toHaveCount(0);
    await people.add('Aaron Last');
    await page.getByRole('searchbox').fill('team 7');
    await expect(people.rows).toHaveCount(20);
  });
});

test('a cell is corrected in the preview by keyboard, Esc leaves it, and the row is checked anew', async ({ app, page }) => {
  const people = await openPeople(page);
  await people.bringFile('with-problems.xlsx');
  await people.goToCheck();
  await expect(page.getByText(t('people:import.problems', { count: 2 }))).toBeVisible();
  const field = t('import:target.fullName');
  const empty = people.rows.getByRole('button', { name: t('people:import.fix.empty', { field }) });
  await empty.first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nobody');
  await page.keyboard.press('Escape');
  await expect(empty).toHaveCount(1);
  await empty.press('Enter');
  await page.keyboard.type('Ada Corrected');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('people:import.problems', { count: 1 }))).toBeVisible();
  await expect(page.getByText(t('import:remark.changed-by-hand-empty'))).toBeVisible();
  await people.importNow();
  expect(Object.values(stored(app, 'participants')).map(({ fullName }) => fullName)).toContain('Ada Corrected');
});

test('corrections and decisions in the check step survive going back, another tab, and the back button of the browser', async ({
  app,
  page,
}) => {
  const people = await openPeople(page);
  const frame = framePage(page, t);
  await people.pasteCells('Name\tE-mail\nAna Kibet\tana@example.org\nBea Lund\tbea@example.org\nTotal: 2\t');
  await people.goToCheck();
  await people.rows
    .first()
    .getByRole('button', { name: /Ana Kibet/ })
    .click();
  await page.keyboard.type('Ana Kibet-Lund');
  await page.keyboard.press('Enter');
  await people.rows.nth(1).getByRole('checkbox').uncheck();
  await page.getByText(t('people:import.aside.title', { count: 1 })).click();
  await page.getByLabel(t('people:import.aside.take', { row: 4 })).check();
  await expect(people.rows).toHaveCount(3);
  const asDecided = async () => {
    await expect(people.rows.first()).toContainText('Ana Kibet-Lund');
    await expect(people.rows.nth(1).getByRole('checkbox')).not.toBeChecked();
    await expect(people.rows.nth(2)).toContainText('Total: 2');
  };
  await page.getByRole('button', { name: t('people:import.back'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('people:import.step.columns') })).toBeVisible();
  await people.goToCheck();
  await asDecided();
  await frame.prepare('teams');
  await frame.prepare('people');
  await asDecided();
  await page.goBack();
  await expect(people.rows).toHaveCount(0);
  await page.goForward();
  await asDecided();
  await people.importNow();
  const names = Object.values(stored(app, 'participants')).map(({ fullName }) => String(fullName));
  expect(names.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['Ana Kibet-Lund', 'Total: 2']);
  await frame.prepare('teams');
  await frame.prepare('people');
  await expect(people.rows).toHaveCount(2);
});

test('a folder, two files and a cell full of text are answered in words, and the list stays in reach', async ({ page }) => {
  const people = await openPeople(page);
  const browser = await page.context().newCDPSession(page);
  const drop = async (...files: readonly string[]) => {
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await browser.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
    }
  };
  await drop(dirname(listPath('participants-38.xlsx')));
  await expect(page.getByRole('alert')).toContainText(t('failures:file-not-readable', { fileName: 'import' }));
  await drop(listPath('participants-38.xlsx'), listPath('participants-fr.csv'));
  await expect(framePage(page, t).notice(t('people:import.oneAtATime', { name: 'participants-38.xlsx' }))).toBeVisible();
  await people.goToCheck();
  const first = people.rows.first();
  await first.getByRole('button').first().click();
  await first.getByRole('textbox').fill('y'.repeat(40_000));
  await page.keyboard.press('Enter');
  await expect(first).toContainText(t('people:import.fix.back'));
  await expect(page.getByText(t('people:import.sum.added', { count: 37 }))).toBeVisible();
});

test('a contact is typed into the line that was added, letter by letter, and what has no usual shape is kept and said', async ({
  app,
  page,
}) => {
  const people = await openPeople(page);
  await people.add('Ana Kibet');
  await people.openPerson('Ana Kibet');
  for (const [kind, text] of [
    ['phone', '12'],
    ['phone', '+233 244 120 001'],
    ['email', 'ana at example'],
  ] as const) {
    await people.drawer.getByRole('button', { name: t(`people:contacts.add.${kind}`), exact: true }).press('Enter');
    const lines = people.drawer.locator(`[data-contact="${kind}"]`);
    await expect(lines.last()).toBeFocused();
    await expect(lines.last()).toHaveValue('');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await expect(people.drawer.getByText(t('import:remark.phone-unusual', { value: '12' }))).toBeVisible();
  await expect(people.drawer.getByText(t('import:remark.email-invalid', { value: 'ana at example' }))).toBeVisible();
  await expect(page.locator('[data-unsent]')).toHaveCount(0);
  expect(Object.values(stored(app, 'participants'))).toMatchObject([
    {
      contacts: [
        { kind: 'phone', value: '12' },
        { kind: 'phone', value: '+233 244 120 001' },
        { kind: 'email', value: 'ana at example' },
      ],
    },
  ]);
});

test('a dialog begins at its question and gives the cursor back to the cell that it was opened from', async ({ page }) => {
  const people = await openPeople(page);
  await people.add('Ana Kibet');
  await people.add('Anna Kibet');
  await people.cell('Ana Kibet', 'name').focus();
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('menuitem', { name: t('people:merge.participants.open') }).press('Enter');
  await expect(people.drawer.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(people.drawer).toHaveCount(0);
  await expect(people.cell('Ana Kibet', 'name')).toBeFocused();
});

test.describe('a list in French', () => {
  test.use({ systemLanguage: 'fr' });

  test('comes in from Windows-1252 with semicolons, in the French interface', async ({ app, page }) => {
    const people = await openPeople(page, words('fr'));
    await people.importFile('participants-fr.csv');
    const names = Object.values(stored(app, 'participants')).map(({ fullName }) => String(fullName));
    expect(names.length).toBeGreaterThan(0);
    expect(names.join(' ')).toMatch(/[éèïô]/);
    expect(names.join(' ')).not.toContain('\uFFFD');
  });
});

test.describe('the table', () => {
  test('takes people by a line, edits in place, and warns about one person who stands there twice', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.add('Ana Kibet');
    await people.add('Zoe Lund');
    await people.cell('Zoe Lund', 'name').fill('Ana Kibet');
    await expect(people.row('Ana Kibet')).toHaveCount(2);
    const doubles = people.group(t('people:group.namesakes'), 2);
    await expect(doubles).toBeVisible();
    const organisation = people.cell('Ana Kibet', 'organisation').nth(1);
    await organisation.fill('Nursing Council');
    await organisation.press('Enter');
    await expect(doubles).toBeHidden();
    expect(Object.values(stored(app, 'organisations')).map(({ name }) => name)).toEqual(['Nursing Council']);
    await people
      .cell('Ana Kibet', 'kind')
      .nth(1)
      .selectOption({ label: t('people:kind.interpreter') });
    await people.group(t('people:group.outsideTeams'), 1).click();
    await expect(people.rows).toHaveCount(1);
  });

  test('keeps who was replaced, with a chain to who came, and moves the responsibilities', async ({ app, page }) => {
    await homePage(page, t).openSample();
    await framePage(page, t).prepare('people');
    const people = peoplePage(page, t);
    const signed = new Set(Object.values(stored(app, 'signOffs')).map(({ planId }) => planId));
    const open = Object.entries(stored(app, 'plans')).find(([id, { accountableId }]) => !signed.has(id) && accountableId !== null);
    const accountable = open?.[1]['accountableId'];
    const name = String(stored(app, 'participants')[String(accountable)]?.['fullName']);
    await people.openPerson(name);
    await expect(people.drawer.getByText(t('people:responsibilities.plan')).first()).toBeVisible();
    await people.drawer.getByRole('button', { name: t('people:replace.open') }).click();
    const dialog = page.getByRole('dialog', { name: t('people:replace.title', { name }) });
    await dialog.getByLabel(t('people:replace.newName'), { exact: true }).fill('Nana Newcomer');
    await expect(dialog.getByRole('checkbox')).toBeChecked();
    await dialog.getByRole('button', { name: t('people:replace.do'), exact: true }).click();
    await expect(people.drawer.getByText(t('people:replace.chain'))).toBeVisible();
    await people.drawer.getByRole('button', { name: 'Nana Newcomer' }).click();
    await expect(people.drawer.getByText(t('people:responsibilities.plan')).first()).toBeVisible();
    await people.closeDrawer();
    const participants = stored(app, 'participants');
    const newcomer = idOf(participants, 'fullName', 'Nana Newcomer');
    expect(participants[String(accountable)]).toMatchObject({ status: 'replaced', replacedById: newcomer });
    await people.group(t('people:group.gone'), 1).click();
    await expect(people.row(name)).toContainText(t('people:status.replaced'));
  });

  test('moves and removes several people in one step', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.importFile('participants-38.xlsx');
    for (const name of ['Abena Mensah', 'Akouvi Lawson']) await page.getByRole('checkbox', { name: t('people:select', { name }) }).check();
    await page.getByRole('button', { name: t('people:move.action'), exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Rwanda/ })
      .click();
    await expect(people.cell('Abena Mensah', 'team')).toHaveValue(idOf(stored(app, 'teams'), 'name', 'Rwanda'));
    await page.getByRole('button', { name: t('remove'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('people:remove.many', { count: 2 }) });
    await dialog.getByRole('button', { name: t('remove'), exact: true }).click();
    await expect(people.row('Abena Mensah')).toHaveCount(0);
    expect(Object.keys(stored(app, 'participants'))).toHaveLength(36);
    await page.keyboard.press('Control+z');
    await expect(people.row('Abena Mensah')).toBeVisible();
    expect(Object.keys(stored(app, 'participants'))).toHaveLength(38);
  });
});

test.describe('the boards', () => {
  test('people move by drag, by Space and arrows, and by M; the keyboard stays on the card', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.importFile('participants-38.xlsx');
    await framePage(page, t).prepare('teams');
    const teams = teamsPage(page, t);
    const teamOf = (name: string) => {
      const participants = stored(app, 'participants');
      const teamId = participants[idOf(participants, 'fullName', name)]?.['teamId'];
      return typeof teamId === 'string' ? stored(app, 'teams')[teamId]?.['name'] : null;
    };
    await teams.drag('Abena Mensah', 'Kenya');
    await expect(teams.member('Kenya', 'Abena Mensah')).toBeVisible();
    expect(teamOf('Abena Mensah')).toBe('Kenya');

    const name = 'Dede Tetteh';
    await teams.card(name).focus();
    await page.keyboard.press('Space');
    const said = page.getByRole('status').filter({ hasText: name });
    await expect(said).toHaveText(t('people:board.over', { name, column: 'Ghana' }));
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText(t('people:board.over', { name, column: 'Kenya' }));
    await page.keyboard.press('Space');
    await expect(teams.member('Kenya', name)).toBeFocused();
    expect(teamOf(name)).toBe('Kenya');

    await teams.moveByKey(name, t('people:move.none'));
    await expect(teams.member(t('people:withoutTeam'), name)).toBeFocused();
    expect(teamOf(name)).toBeNull();
  });

  test('a team has a lead, a language and a support contact, and is added, renamed and removed', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.importFile('participants-38.xlsx');
    await framePage(page, t).prepare('teams');
    const teams = teamsPage(page, t);
    await teams.open('Togo');
    await teams.drawer.getByLabel(t('people:team.lead'), { exact: true }).selectOption({ label: 'Akouvi Lawson' });
    await teams.drawer.getByLabel(t('people:team.supportContact')).fill('Regional office, Lomé');
    await teams.drawer.getByLabel(t('people:team.name'), { exact: true }).fill('Togo, Maritime');
    await page.keyboard.press('Escape');
    await expect(teams.drawer).toBeHidden();
    await expect(teams.member('Togo, Maritime', 'Akouvi Lawson')).toContainText(t('people:lead'));
    const records = stored(app, 'teams');
    expect(records[idOf(records, 'name', 'Togo, Maritime')]).toMatchObject({ supportContact: 'Regional office, Lomé', language: 'fr' });

    await teams.add('Benin');
    await teams.open('Benin');
    await teams.drawer.getByRole('button', { name: t('people:team.remove') }).click();
    await expect(teams.column('Benin')).toHaveCount(0);
  });

  test('a topic group is chosen from the usual ones and filled by key', async ({ app, page }) => {
    const people = await openPeople(page);
    await people.importFile('participants-38.xlsx');
    await framePage(page, t).prepare('teams');
    const teams = teamsPage(page, t);
    const group = 'Performance improvement';
    await people.group(t('people:board.groups'), 4).click();
    await page.getByRole('button', { name: t('people:groupWords.choose') }).click();
    await page.getByRole('dialog').getByRole('button', { name: group }).click();
    await expect(teams.column(group)).toBeVisible();
    await teams.moveByKey('Lucy Njeri', group);
    await expect(teams.member(group, 'Lucy Njeri')).toBeFocused();
    const participants = stored(app, 'participants');
    expect(participants[idOf(participants, 'fullName', 'Lucy Njeri')]).toMatchObject({
      topicGroupId: idOf(stored(app, 'topicGroups'), 'name', group),
    });
  });

  test('a team with plans is not removed: its plans are listed, each a link', async ({ app, page }) => {
    await homePage(page, t).openSample();
    await framePage(page, t).prepare('teams');
    const teams = teamsPage(page, t);
    const plan = Object.values(stored(app, 'plans'))[0];
    const name = String(stored(app, 'teams')[String(plan?.['teamId'])]?.['name']);
    await teams.open(name);
    await teams.drawer.getByRole('button', { name: t('people:team.remove') }).click();
    await expect(teams.drawer.getByRole('alert').getByRole('link', { name: String(plan?.['topic']) })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(teams.column(name)).toBeVisible();
  });
});

test('two addresses of one person, each with its own consent, by keyboard; the table shows the first and how many more', async ({
  app,
  page,
}) => {
  const frame = framePage(page, t);
  const people = await openPeople(page);
  await people.add('Ana Kibet');
  await people.openPerson('Ana Kibet');
  const email = people.drawer.getByLabel(t('people:field.email'), { exact: true });
  await frame.fill(email, 'ana@office.example');
  await people.drawer.getByRole('button', { name: t('people:contacts.add.email'), exact: true }).press('Enter');
  const second = people.drawer.getByLabel(t('people:contacts.nth', { kind: t('people:field.email'), number: '2' }), { exact: true });
  await expect(second).toBeFocused();
  await frame.saving(() => page.keyboard.type('ana@home.example'));
  await page.keyboard.press('Tab');
  const agrees = people.drawer.getByLabel(`${t('people:contacts.shared')} ana@home.example`, { exact: true });
  await expect(agrees).toBeFocused();
  await frame.saving(() => page.keyboard.press('Space'));
  const contactsOfAna = () => {
    const participants = stored(app, 'participants');
    return participants[idOf(participants, 'fullName', 'Ana Kibet')]?.['contacts'];
  };
  const [office, home] = [
    { kind: 'email', value: 'ana@office.example', consent: [] },
    { kind: 'email', value: 'ana@home.example', consent: ['packs'] },
  ];
  expect(contactsOfAna()).toEqual([office, home]);
  await people.closeDrawer();

  await expect(people.cell('Ana Kibet', 'email')).toHaveValue('ana@office.example');
  const more = people.row('Ana Kibet').getByRole('button', { name: t('people:contacts.more', { count: 1, name: 'Ana Kibet' }) });
  await frame.fill(people.cell('Ana Kibet', 'phone'), '+254 700 000 000');
  await frame.fill(people.cell('Ana Kibet', 'email'), 'ana.kibet@office.example');
  const phone = { kind: 'phone', value: '+254 700 000 000', consent: [] };
  expect(contactsOfAna()).toEqual([{ ...office, value: 'ana.kibet@office.example' }, home, phone]);
  await frame.fill(people.cell('Ana Kibet', 'email'), '');
  expect(contactsOfAna()).toEqual([home, phone]);
  await expect(more).toBeHidden();
  await frame.saving(() => frame.undo.click());
  await more.click();
  await frame.saving(() =>
    people.drawer.getByRole('button', { name: t('people:contacts.remove', { contact: 'ana@home.example' }), exact: true }).click(),
  );
  expect(contactsOfAna()).toEqual([{ ...office, value: 'ana.kibet@office.example' }, phone]);
});

test('two organisations that are one: both side by side, what goes over, each value by choice, and one undo', async ({ app, page }) => {
  const people = await openPeople(page);
  const frame = framePage(page, t);
  await people.pasteCells(
    'Name\tOrganisation\tCountry\nAna Kibet\tMinistry of Health\tKenya\nBea Lund\tMinistry of health, HRH unit\tKenya\nCleo Oduya\tMinistry of health, HRH unit\tKenya',
  );
  await people.goToCheck();
  await people.importNow();
  await frame.prepare('teams');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: `${t('people:board.organisations')} 2`, exact: true }).click();
  const cell = main.getByLabel(t('people:cell', { column: t('people:organisations.name'), name: 'Ministry of Health' }), { exact: true });
  await cell.press('Alt+Enter');
  await page.getByRole('menuitem', { name: t('people:merge.organisations.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('people:merge.organisations.title') });
  const merge = dialog.getByRole('button', { name: t('people:merge.do'), exact: true });
  await expect(merge).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('combobox').selectOption({ label: 'Ministry of health, HRH unit · Kenya' });
  await expect(dialog).toContainText(
    t('people:merge.moves', { what: t('people:merge.count.participants', { count: 2 }), name: 'Ministry of Health' }),
  );
  await dialog.getByRole('radio', { name: /HRH unit$/ }).check();
  await frame.saving(() => merge.click());
  expect(Object.values(stored(app, 'organisations')).map(({ name }) => name)).toEqual(['Ministry of health, HRH unit']);
  expect(new Set(Object.values(stored(app, 'participants')).map(({ organisationId }) => organisationId)).size).toBe(1);
  await frame
    .notice(t('people:merge.done', { name: 'Ministry of Health' }))
    .getByRole('button', { name: t('undo'), exact: true })
    .click();
  await expect(main.getByRole('button', { name: `${t('people:board.organisations')} 2`, exact: true })).toBeVisible();
});

test('two teams that are one, and a new person who takes a place', async ({ app, page }) => {
  const people = await openPeople(page);
  const frame = framePage(page, t);
  await people.pasteCells('Name\tTeam\nAna Kibet\tKenya\nBea Lund\tKenya team');
  await people.goToCheck();
  await people.importNow();
  const line = page.getByLabel(t('people:addLabel'));
  await line.fill('Cleo Oduya');
  await page.getByLabel(t('people:replace.whose')).selectOption({ label: t('people:replace.placeOf', { name: 'Ana Kibet' }) });
  await expect(line).toBeFocused();
  await frame.saving(() => line.press('Enter'));
  const participants = stored(app, 'participants');
  expect(participants[idOf(participants, 'fullName', 'Ana Kibet')]).toMatchObject({
    status: 'replaced',
    replacedById: idOf(participants, 'fullName', 'Cleo Oduya'),
  });
  await frame.prepare('teams');
  const teams = teamsPage(page, t);
  await expect(teams.member('Kenya', 'Cleo Oduya')).toBeVisible();
  await teams
    .column('Kenya')
    .getByRole('button', { name: t('people:menu', { name: 'Kenya' }), exact: true })
    .click();
  await page.getByRole('menuitem', { name: t('people:merge.teams.open') }).click();
  const dialog = page.getByRole('dialog', { name: t('people:merge.teams.title') });
  await dialog.getByRole('combobox').selectOption({ label: 'Kenya team' });
  await frame.saving(() => dialog.getByRole('button', { name: t('people:merge.do'), exact: true }).click());
  await expect(teams.member('Kenya', 'Bea Lund')).toBeVisible();
  expect(Object.values(stored(app, 'teams'))).toHaveLength(1);
});
