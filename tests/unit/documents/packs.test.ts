// Packs of the small workshop, built once and read back by other libraries than those that wrote them.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltPacks } from '../../../electron/documents/protocol.ts';
import en from '../../../shared/messages/en/pack.json' with { type: 'json' };
import fr from '../../../shared/messages/fr/pack.json' with { type: 'json' };
import type { PackContent } from '../../../shared/pack/content.ts';
import { docxText, everyByte, flat, readCsv, readPdf, readWorkbook, unfolded, unzip, xlsxText } from '../../support/read-back.ts';
import { builtPacks, contentOf, fileOf, textOf } from '../../support/sample-packs.ts';
import { after, planOne, planOneSteps, sampleWorkshop, sharedContacts, withheldContacts } from '../../support/sample-workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'hrh-packs-'));
let packs: readonly PackContent[];
let built: BuiltPacks;

beforeAll(async () => {
  const workshop = sampleWorkshop();
  packs = [contentOf(workshop, 'team-a', 'en'), contentOf(workshop, 'team-ntp', 'fr'), contentOf(workshop, 'team-solo', 'en')];
  built = await builtPacks(folder, packs);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every filled field of P1 as a reader of English must find it. */
const planOneTexts = [
  ...Object.values(planOne).filter((text) => !/^[\d.]+$/.test(text)),
  '12,500.50 USD',
  'secured',
  'Policy',
  'Planning',
  'Lindiwe Phiri',
  ...planOneSteps.map(({ text }) => text),
  'Travel in the capital',
  'L. Phiri',
  'Permanent Secretary',
  'Next management meeting',
  'A. Mensa',
  'HRH task force',
  'First task-force meeting',
  'HR plans reviewed',
  'output',
  'plans',
  'Planning unit',
  'monthly',
  'Planning officer',
  'Reports cannot be found',
  'Ask the former planning officer',
  'Output agreed',
  'partly',
  'Signed on 20 March 2026 by A. Mensa as version 1.',
];
const planOneDays = [1, 14, 21, 30, 45, 60, 90].map((days) => after(days));

function inEnglish(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(Date.parse(date));
}

describe('the plan', () => {
  test.each(['docx', 'pdf'] as const)('as %s holds every filled field of P1', async (format) => {
    const bytes = fileOf(built, 'team-a', new RegExp(`^10-plan.*${format}$`));
    const text = flat(format === 'docx' ? await docxText(bytes) : (await readPdf(bytes)).pages.join('\n'));
    for (const expected of [...planOneTexts, ...planOneDays.map(inEnglish)]) expect(text).toContain(expected);
  });

  test('as xlsx holds every filled field of P1, dates as dates', async () => {
    const text = await xlsxText(fileOf(built, 'team-a', /^10-plan.*xlsx$/));
    for (const expected of [...planOneTexts, ...planOneDays]) expect(text).toContain(expected);
  });

  test('puts the five historic parts first', async () => {
    const text = await docxText(fileOf(built, 'team-a', /^10-plan.*docx$/));
    const places = [
      '1. Topic',
      '2. Agenda item',
      '3. Expected output',
      '4. Steps',
      '5. Introducing the idea at home',
      'Where the plan stands',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('that is not signed says so', async () => {
    const text = flat((await readPdf(fileOf(built, 'team-ntp', /^10-plan.*pdf$/))).pages.join(' '));
    expect(text).toContain('Version provisoire, pas encore validée.');
    expect(text).toContain('Écarts de politique : état des lieux');
  });
});

describe('every PDF', () => {
  test('is PDF/A-3b with title, language, bookmarks, embedded fonts, and counts its pages', async () => {
    for (const { teamId, files } of built.teams) {
      const content = packs.find(({ team }) => team.id === teamId);
      for (const { name, path } of files.filter((file) => file.name.endsWith('.pdf'))) {
        const pdf = await readPdf(readFileSync(path));
        expect([name, pdf.language]).toEqual([name, content?.language]);
        expect(pdf.title).toContain(content?.team.name);
        expect(pdf.bookmarks.length).toBeGreaterThan(0);
        expect(pdf.metadata).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>B</);
        expect(pdf.fontsEmbedded).toBe(true);
        const [last] = pdf.pages.slice(-1);
        const count = pdf.pages.length;
        expect(flat(last ?? '')).toContain(content?.language === 'fr' ? `page ${count} sur ${count}` : `page ${count} of ${count}`);
      }
    }
  });
});

describe('the sheets for the copier', () => {
  test('begin every plan on an odd page', async () => {
    const { pages } = await readPdf(readFileSync(built.copying?.path ?? ''));
    const starts = pages.flatMap((page, index) => (/page 1 (of|sur) /.test(flat(page)) ? [index + 1] : []));
    expect(starts).toHaveLength(2);
    for (const start of starts) expect(start % 2).toBe(1);
    const blanks = pages.filter((page) => page.trim() === '');
    expect(blanks).toHaveLength(1);
  });

  test('do not exist where no team has a plan', async () => {
    const own = mkdtempSync(join(tmpdir(), 'hrh-packs-'));
    try {
      expect((await builtPacks(own, packs.slice(2))).copying).toBeNull();
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });
});

describe('the one-page summary', () => {
  test('is one page and says what matters', async () => {
    const { pages } = await readPdf(fileOf(built, 'team-a', /^20.*pdf$/));
    expect(pages).toHaveLength(1);
    const text = flat(pages.join(' '));
    for (const expected of [
      planOne.topic,
      planOne.expectedOutput,
      'Interview 6 key people',
      'HR plans reviewed: from 0 plans to 4 plans',
      'Lindiwe Phiri',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain('this summary shortens');
  });

  test.each([2, 9])(
    'is one page for %s plans of very long texts, and says what it shortened',
    async (count) => {
      const [content] = packs;
      const [plan] = content?.plans ?? [];
      if (!content || !plan) throw new Error('There is no plan.');
      const long = (text: string, length: number) => `${text} `.repeat(length).slice(0, length);
      const plans = Array.from({ length: count }, (_, index) => ({
        ...plan,
        id: `long-${index}`,
        number: index + 1,
        topic: long('Topic', 200),
        agendaItem: long('Agenda', 200),
        expectedOutput: long('A very long expected output', 4_000),
        resources: long('Resources', 4_000),
        steps: Array.from({ length: 5 }, (__, step) => ({
          ...(plan.steps[0] as (typeof plan.steps)[number]),
          id: `${step}`,
          text: long('Step', 500),
        })),
      }));
      const own = mkdtempSync(join(tmpdir(), 'hrh-packs-'));
      try {
        const result = await builtPacks(own, [{ ...content, plans }]);
        const { pages } = await readPdf(fileOf(result, 'team-a', /^20.*pdf$/));
        expect(pages).toHaveLength(1);
        const text = flat(pages.join(' '));
        expect(text).toContain('To keep to one page this summary shortens');
        expect(text).toContain('…');
        expect(await docxText(fileOf(result, 'team-a', /^20.*docx$/))).toContain('To keep to one page this summary shortens');
      } finally {
        rmSync(own, { recursive: true, force: true });
      }
    },
    180_000,
  );
});

describe('the other parts', () => {
  test('the cover names the team, its people and the dates', async () => {
    const text = flat(await docxText(fileOf(built, 'team-a', /^00.*docx$/)));
    for (const expected of [
      'A. Mensa (team lead)',
      'Lindiwe Phiri',
      '18 March 2026 to 20 March 2026',
      planOne.topic,
      'Regional HRH office, Chandolo',
    ])
      expect(text).toContain(expected);
  });

  test('the card for home names who, to whom, where and when', async () => {
    const text = flat(await docxText(fileOf(built, 'team-a', /^30.*docx$/)));
    for (const expected of ['L. Phiri', 'Permanent Secretary', 'Next management meeting', inEnglish(after(14)), 'What was said'])
      expect(text).toContain(expected);
  });

  test('the status form has a drop-down list of statuses on every step', async () => {
    const workbook = await readWorkbook(fileOf(built, 'team-ntp', /^50.*prefilled\.xlsx$/));
    const [sheet, lists] = workbook.worksheets;
    expect(lists?.state).toBe('hidden');
    const rows: string[] = [];
    sheet?.eachRow((row) => {
      const status = row.getCell(5);
      if (status.dataValidation?.type !== 'list') return;
      rows.push(row.getCell(2).text);
      const [formula] = status.dataValidation.formulae as readonly string[];
      expect(formula).toBe("'Listes'!$A$1:$A$6");
      expect(status.text).toBe('pas commencée');
    });
    expect(rows).toEqual(['Analyse SWOT par champ', 'Comparer avec le projet de plan du ministère', 'Proposer des clauses']);
    expect(lists?.getColumn(1).values.slice(1)).toEqual(['pas commencée', 'en cours', 'réalisée', 'bloquée', 'modifiée', 'abandonnée']);
  });

  test('the calendar has whole days, stable ids and a sequence', () => {
    const text = textOf(built, 'team-a', /ics$/);
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(4 + 2 + 3);
    const step = events.find(({ uid }) => uid === 'sample-document.plan-1.step.step-1-0@hrh-action-workshop');
    expect(step?.summary).toBe('Due: List existing HR plans (A. Mensa)');
    expect(step?.startDate.isDate).toBe(true);
    expect(step?.startDate.toString()).toBe('2026-04-03');
    expect(step?.endDate.toString()).toBe('2026-04-04');
    expect(step?.sequence).toBe(packs[0]?.workshopRevision);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Follow-up: Country A, HRH Action Workshop, Chandolo (sample)');
  });

  test('the parking lot and the references', async () => {
    const parking = flat(await docxText(fileOf(built, 'team-a', /^70/)));
    for (const expected of ['Who pays for interpreters?', 'assigned', 'R. Uwase, by 30 March 2026']) expect(parking).toContain(expected);
    const references = flat(await docxText(fileOf(built, 'team-a', /^95/)));
    for (const expected of ['Analysis of Labour Turnover Tool', 'Regional HRH office, Chandolo', 'HR strategic planning', 'is independent'])
      expect(references).toContain(expected);
  });

  test('the list of participants is safe to open in a spreadsheet', () => {
    const text = textOf(built, 'team-a', /csv$/);
    expect(text.startsWith('\ufeffName,')).toBe(true);
    const rows = readCsv(text, ',');
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([11]));
    const mensa = rows.find(([name]) => name === 'A. Mensa');
    expect(mensa?.slice(-2)).toEqual(['a.mensa@shares.example', "'+233200000333"]);
    expect(rows.find(([name]) => name === 'Lindiwe Phiri')?.slice(-2)).toEqual(['', '']);
    expect(rows.some(([name]) => name === "'=SUM(A1)")).toBe(true);
    expect(readCsv(textOf(built, 'team-ntp', /csv$/), ';')[0]?.[0]).toBe('Nom complet');
  });

  test('address cards exist for those who agreed, and for nobody else', () => {
    const text = textOf(built, 'team-a', /vcf$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const cards = unfolded(text).split('BEGIN:VCARD\r\n').slice(1);
    expect(cards).toHaveLength(2);
    expect(cards[0]).toContain('VERSION:3.0\r\nN:Mensa;A.;;;\r\nFN:A. Mensa\r\n');
    expect(cards[0]).toContain('TITLE:Director\\; planning\\, policy\r\n');
    expect(cards[0]).toContain('(sample)');
    expect(cards[1]).toContain('FN:أحمد المصطفى\r\n');
  });

  test('data.json is what the pack says', () => {
    expect(JSON.parse(textOf(built, 'team-a', /data\.json$/))).toEqual(packs[0]);
  });

  test('the manifest lists every other file with its size and checksum', () => {
    for (const { teamId, files } of built.teams) {
      const lines = textOf(built, teamId, /^manifest/)
        .split('\r\n')
        .flatMap((line) => /^([0-9a-f]{64}) +(\d+) {2}(.+)$/.exec(line)?.slice(1) ?? []);
      const listed = Array.from({ length: lines.length / 3 }, (_, index) => lines.slice(index * 3, index * 3 + 3));
      const others = files.filter(({ name }) => name !== 'manifest.txt');
      expect(listed).toEqual(
        others.map(({ name, path }) => {
          const bytes = readFileSync(path);
          return [createHash('sha256').update(bytes).digest('hex'), String(bytes.length), name];
        }),
      );
      expect(textOf(built, teamId, /^manifest/)).toContain('0.1.0');
    }
  });

  test('index.html links every file, runs nothing and loads nothing', () => {
    for (const { teamId, files } of built.teams) {
      const page = textOf(built, teamId, /^index/);
      const links = [...page.matchAll(/href="([^"]+)"/g)].map((match) => decodeURIComponent(match[1] ?? ''));
      expect(links).toEqual(files.map(({ name }) => name).filter((name) => name !== 'index.html' && name !== 'manifest.txt'));
      expect(page).not.toMatch(/<script|https?:|src=/i);
      const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
      expect(page).toContain(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    }
  });

  test('a sample says so in every document', async () => {
    for (const { teamId, files } of built.teams) {
      const word = packs.find(({ team }) => team.id === teamId)?.language === 'fr' ? /exemple/i : /sample/i;
      for (const { name, path } of files) {
        if (/\.(csv|vcf)$/.test(name)) continue;
        const bytes = readFileSync(path);
        const text = name.endsWith('.pdf') ? (await readPdf(bytes)).pages.join(' ') : (await everyByte(name, bytes)).join(' ');
        const isFlagged = name === 'data.json' ? (JSON.parse(bytes.toString('utf8')) as PackContent).isSample : word.test(text);
        expect([name, isFlagged]).toEqual([name, true]);
      }
    }
  });
});

describe('archives', () => {
  test('hold exactly the files of each team, under names in UTF-8', async () => {
    for (const { name, zip, files } of built.teams) {
      const entries = await unzip(readFileSync(zip.path));
      expect([...entries.keys()]).toEqual(files.map((file) => `${name}/${file.name}`));
      for (const file of files) expect(Buffer.from(entries.get(`${name}/${file.name}`) ?? []).equals(readFileSync(file.path))).toBe(true);
    }
  });

  test('the one of all teams holds every folder and the sheets for the copier', async () => {
    const entries = await unzip(readFileSync(built.all.path));
    expect([...entries.keys()]).toEqual([
      ...built.teams.flatMap(({ name, files }) => files.map((file) => `${name}/${file.name}`)),
      'all-plans-for-copying.pdf',
    ]);
    expect(built.teams.map(({ name }) => name)).toEqual(['Country-A', 'Programme-national-d’Arzalie', 'CON_']);
    expect(built.all.sha256).toBe(createHash('sha256').update(readFileSync(built.all.path)).digest('hex'));
  });
});

describe('consent', () => {
  test('no byte of any file holds the contacts of people who did not agree; those of others are found, so the search works', async () => {
    const paths = [...built.teams.flatMap(({ files, zip }) => [...files, zip]), built.all, ...(built.copying ? [built.copying] : [])];
    const found = new Set<string>();
    for (const { name, path } of paths) {
      for (const text of await everyByte(name, readFileSync(path))) {
        for (const contact of withheldContacts) expect([name, text.includes(contact)]).toEqual([name, false]);
        for (const contact of sharedContacts) if (text.includes(contact)) found.add(contact);
      }
    }
    expect([...found].toSorted()).toEqual([...sharedContacts].toSorted());
  });
});

/** What a catalogue prints: its texts cut at the placeholders, short pieces left out. */
function phrases(tree: object): readonly string[] {
  return Object.values(tree).flatMap((value) =>
    typeof value === 'string'
      ? value
          .split(/{{\w+}}/)
          .map((piece) => piece.trim())
          .filter((piece) => /\p{L}{4}/u.test(piece))
      : phrases(value as object),
  );
}

function holds(text: string, phrase: string): boolean {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<!\p{L})${escaped}(?!\p{L})`, 'u').test(text);
}

describe('language', () => {
  test.each([
    { teamId: 'team-a', own: en, other: fr, ownPhrase: 'Expected output' },
    { teamId: 'team-ntp', own: fr, other: en, ownPhrase: 'Résultat attendu' },
  ])('the pack of $teamId prints no words of the other language', async ({ teamId, own, other, ownPhrase }) => {
    const content = packs.find(({ team }) => team.id === teamId);
    const files = built.teams.find((team) => team.teamId === teamId)?.files ?? [];
    const texts: string[] = [];
    for (const { name, path } of files) {
      const bytes = readFileSync(path);
      if (name.endsWith('.docx')) texts.push(await docxText(bytes));
      else if (name.endsWith('.pdf')) texts.push((await readPdf(bytes)).pages.join(' '));
      else if (name.endsWith('.xlsx')) texts.push(await xlsxText(bytes));
      else if (/\.(ics|csv|vcf|html|txt)$/.test(name)) texts.push(unfolded(bytes.toString('utf8')));
    }
    const text = flat(texts.join('\n'));
    expect(holds(text, ownPhrase)).toBe(true);
    // What people typed stays as typed, and some words are the same in both languages.
    const allowed = flat(`${JSON.stringify(content)} ${phrases(own).join(' ')}`);
    const foreign = [...new Set(phrases(other).map(flat))].filter((phrase) => !holds(allowed, phrase));
    expect(foreign.length).toBeGreaterThan(100);
    expect(foreign.filter((phrase) => holds(text, phrase))).toEqual([]);
  });
});
