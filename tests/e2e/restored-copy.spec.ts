// Everything of a workshop is destroyed but a copy: it opens as that copy, and one note says what happened, which state this is, how old it is and
// where the damaged file lies.
import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, reopen, test, whenReady } from '../support/app.ts';
import { onlyWorkshop, workshopFolders } from '../support/library-folder.ts';
import { framePage } from '../support/pages/frame-page.ts';
import { historyPage } from '../support/pages/history-page.ts';
import { homePage } from '../support/pages/home-page.ts';
import { goTo } from '../support/pages/sample.ts';
import { words } from '../support/words.ts';

/** The copy is of the morning of 18 March; the workshop is opened again three days later. */
const later = '2026-03-21T07:00:00Z';
const languages = [
  { language: 'en', day: '18 March 2026', ago: '3 days ago', startDate: '20 April 2026' },
  { language: 'fr', day: '18 mars 2026', ago: 'il y a 3 jours', startDate: '20 avril 2026' },
] as const;

/** Leaves a spoilt workshop.json, journals cut in their first line, no history, and of the copies only those that somebody asked for. @returns the spoilt file */
function destroy(folder: string): Buffer {
  for (const name of readdirSync(folder)) if (/^journal\.\d+\.jsonl$/.test(name)) truncateSync(join(folder, name), 20);
  rmSync(join(folder, 'history'), { recursive: true, force: true });
  const backups = join(folder, 'backups');
  for (const name of readdirSync(backups)) if (!name.endsWith('-asked.hrhworkshop')) rmSync(join(backups, name));
  const snapshot = join(folder, 'workshop.json');
  truncateSync(snapshot, Math.floor(readFileSync(snapshot).length / 2));
  return readFileSync(snapshot);
}

for (const { language, day, ago, startDate } of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ systemLanguage: language });

    test('the newest good copy opens, and a note says what, which, how old and where', async ({ app, page }) => {
      const t = words(language);
      const frame = framePage(page, t);
      const home = homePage(page, t);
      const place = page.getByRole('main').getByLabel(t('workshop:basics.place'), { exact: true });
      const storedPlace = () => onlyWorkshop(app.libraryFolder).collections['workshop']?.['workshop']?.['place'];
      const workshop = await home.create({ title: 'Lomé', startDate });
      await frame.fill(place, 'As in the copy');
      const savedAt = await frame.savedAt();
      await goTo(page, workshop, 'copies');
      await page.getByRole('button', { name: t('copies:make') }).click();
      await expect(historyPage(page, t).copies.filter({ hasText: t('copies:reason.asked') })).toHaveCount(1);
      await frame.prepare('basics');
      await frame.fill(place, 'Later than the copy');
      expect(await app.stop()).toBe(0);

      const [folder = ''] = workshopFolders(app.libraryFolder);
      const spoilt = destroy(folder);
      await app.start(later);
      await reopen(app, page);
      await home.row('Lomé').getByRole('link', { name: 'Lomé' }).click();
      await whenReady(page);
      await frame.prepare('basics');
      await expect(place).toHaveValue('As in the copy');

      const kept = join(folder, 'set-aside');
      const [what = '', after = ''] = t('recovery.backup-restored', { moment: 'MOMENT', ago }).split('MOMENT');
      const note = page.getByRole('status').filter({ hasText: what });
      await expect(note).toHaveCount(1);
      const said = await note.innerText();
      const [state = ''] = said.slice(said.indexOf(what) + what.length).split(after);
      expect(state).toMatch(new RegExp(`^${day}.{1,4}${savedAt.slice(11, 16)}$`));
      expect(said).toContain(`${state}${after}`);
      expect(said).toContain(t('recovery.keptAt', { place: kept }));
      const aside = readdirSync(kept).map((name) => readFileSync(join(kept, name)));
      expect(aside.filter((bytes) => bytes.equals(spoilt))).toHaveLength(1);
      await expect(page.getByRole('alert')).toHaveCount(0);

      await note.getByRole('button', { name: t('close'), exact: true }).click();
      await expect(note).toHaveCount(0);
      await frame.goTo('plans');
      await expect(note).toHaveCount(0);
      await frame.prepare('basics');
      await frame.fill(place, 'Work goes on');
      expect(storedPlace()).toBe('Work goes on');

      expect(await app.stop()).toBe(0);
      await app.start(later);
      await reopen(app, page);
      await goTo(page, workshop, 'prepare/basics');
      await expect(place).toHaveValue('Work goes on');
      await expect(note).toHaveCount(0);
    });
  });
}
