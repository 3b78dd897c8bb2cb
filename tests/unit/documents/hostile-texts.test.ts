// A pack in which every name and text tries to be something else: markup, a formula, another line of the file, a character that no file may hold.
// Read back by other libraries than those that wrote it: everything is still text, and no file is broken.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltPacks } from '../../../electron/documents/protocol.ts';
import { docxText, flat, readCsv, readPdf, readWorkbook, unfolded, unzip } from '../../support/read-back.ts';
import { builtPacks, contentOf, fileOf, textOf } from '../../support/sample-packs.ts';
import { contacts } from '../../support/contacts.ts';
import { sampleWorkshop, setFields } from '../../support/sample-workshop.ts';

/** What survives of it, and must be found again as plain text. */
const markup = `<script>alert("x")</script> & <b>bold</b> ]]> {{code}}`;

/** Ends lines, begins entries, rings the bell, turns direction, and holds what neither XML nor a PDF may hold. */
const hostile = `${markup}\r\nBEGIN:VEVENT\r\nSUMMARY:injected\nEND:VCARD\u0000\u0007\u000b\u001b\ufffe\ud800`;
const formula = `=cmd|'/c calc'!A1 ${hostile}`;

const folder = mkdtempSync(join(tmpdir(), 'hrh-hostile-'));
let built: BuiltPacks;

beforeAll(async () => {
  const workshop = sampleWorkshop();
  setFields(workshop, 'workshopSet', 'workshop', { title: hostile, place: formula });
  setFields(workshop, 'teamSet', 'team-a', { name: `${hostile} team`, supportContact: formula });
  setFields(workshop, 'participantSet', 'mensa', {
    fullName: formula,
    givenName: formula,
    familyName: hostile,
    role: formula,
    contacts: contacts({ email: `a@b.example\r\nX-INJECTED:1`, phone: `+000 5550\r\nX-INJECTED:2`, agrees: true }),
  });
  setFields(workshop, 'planSet', 'plan-5', { topic: formula, objective: hostile, resources: hostile, budgetSource: formula });
  setFields(workshop, 'stepSet', 'step-5-0', { text: formula, resources: hostile });
  setFields(workshop, 'parkingSet', 'parking-1', { text: hostile, raisedBy: formula });
  built = await builtPacks(folder, [contentOf(workshop, 'team-a', 'en'), contentOf(workshop, 'team-ntp', 'fr')]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = () => built.teams.flatMap((team) => team.files);
const bytesOf = (path: string) => readFileSync(path);

/** Control characters other than tab and line ends, and halves of characters. */
const forbidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('whatever stands in a text', () => {
  test('names of files are safe, and none is a path', () => {
    expect(files().length).toBeGreaterThan(10);
    // oxlint-disable-next-line no-control-regex
    for (const { name } of files()) expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
  });

  test('no part of a Word or Excel file holds a character that XML does not have, or declares entities', async () => {
    let parts = 0;
    for (const { name, path } of files().filter((file) => /\.(docx|xlsx)$/.test(file.name))) {
      for (const [part, bytes] of await unzip(bytesOf(path))) {
        if (!/\.(xml|rels)$/.test(part)) continue;
        const text = Buffer.from(bytes).toString('utf8');
        expect([name, part, forbidden.exec(text)]).toEqual([name, part, null]);
        expect(text).not.toMatch(/<!DOCTYPE|<!ENTITY|&#x?0*[0-8bcef];/i);
        parts += 1;
      }
    }
    expect(parts).toBeGreaterThan(20);
  });

  test('Word files show markup as text', async () => {
    const text = flat(await docxText(fileOf(built, 'team-ntp', /^10.*docx$/)));
    expect(text).toContain(`=cmd|'/c calc'!A1 ${markup}`);
  });

  test('PDF files show markup as text, and hold no script and no link out', async () => {
    for (const { path } of files().filter(({ name }) => name.endsWith('.pdf'))) {
      expect(bytesOf(path).toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/OpenAction/);
    }
    expect(flat((await readPdf(fileOf(built, 'team-ntp', /^10.*pdf$/))).pages.join(' '))).toContain('<script>alert("x")</script>');
  });

  test('no cell of a workbook computes or leads elsewhere', async () => {
    let cells = 0;
    for (const { path } of files().filter(({ name }) => name.endsWith('.xlsx'))) {
      (await readWorkbook(bytesOf(path))).eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            expect([cell.address, cell.formula, cell.hyperlink]).toEqual([cell.address, undefined, undefined]);
            cells += 1;
          }),
        ),
      );
    }
    expect(cells).toBeGreaterThan(50);
  });

  test('the list of participants keeps its columns, and no cell begins like a formula', () => {
    const rows = readCsv(textOf(built, 'team-a', /csv$/), ',');
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([11]));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows.some(([name]) => name?.startsWith(`'=cmd|`))).toBe(true);
    expect(textOf(built, 'team-a', /csv$/)).not.toMatch(forbidden);
  });

  test('the calendar has its own entries only', () => {
    const text = textOf(built, 'team-ntp', /ics$/);
    expect(text).not.toMatch(forbidden);
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.every(({ uid }) => uid.startsWith('sample-document.'))).toBe(true);
    expect(events.filter(({ summary }) => summary === 'injected')).toEqual([]);
    expect(events.some(({ summary }) => summary.includes('<script>'))).toBe(true);
  });

  test('address cards have their own lines only', () => {
    const lines = unfolded(textOf(built, 'team-a', /vcf$/)).split('\r\n');
    expect(lines.join('')).not.toMatch(forbidden);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(new Set(lines.filter((line) => line !== '').map((line) => /^[A-Z]+/.exec(line)?.[0]))).toEqual(
      new Set(['BEGIN', 'VERSION', 'N', 'FN', 'ORG', 'TITLE', 'EMAIL', 'TEL', 'NOTE', 'END']),
    );
    expect(lines.filter((line) => line === 'BEGIN:VCARD')).toHaveLength(lines.filter((line) => line === 'END:VCARD').length);
  });

  test('the page that lists the files runs nothing', () => {
    const page = textOf(built, 'team-a', /^index/);
    expect(page).not.toMatch(/<script|<b>/i);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(forbidden);
  });

  test('the manifest has a line per file', () => {
    const lines = textOf(built, 'team-a', /^manifest/).split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => /^[0-9a-f]{64} /.test(line))).toHaveLength((built.teams[0]?.files.length ?? 0) - 1);
  });
});
