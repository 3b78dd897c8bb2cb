// Workbooks made to do harm: every one is refused, or read as if what is bad in it were not there, within time and memory.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readSource } from '../../../electron/intake/read-source.ts';
import { outlineOf } from '../../../shared/domain/people/import-rules.ts';
import { zipBomb } from '../../support/bombs.ts';
import { fixtureBytes } from '../../support/import-fixtures.ts';

const fileName = 'list.xlsx';
const good = unzipSync(fixtureBytes('cells.xlsx'));
const sheet = 'xl/worksheets/sheet1.xml';
const read = (bytes: Uint8Array) => readSource({ bytes, fileName });
const damaged = { ok: false, failure: { code: 'damaged-workbook', fileName } };

/** The good workbook with other or further parts. */
function workbook(parts: Zippable): Uint8Array {
  return zipSync({ ...good, ...parts });
}

function changed(part: string, change: (xml: string) => string): Uint8Array {
  const bytes = good[part];
  if (!bytes) throw new Error(`No part ${part}`);
  const xml = change(strFromU8(bytes));
  expect(xml).not.toBe(strFromU8(bytes));
  return workbook({ [part]: strToU8(xml) });
}

test('the workbook that these are made of is read', async () => {
  expect(await read(workbook({}))).toMatchObject({ ok: true });
});

describe('names and kinds of entries', () => {
  test.each(['../outside.xml', 'xl/../../outside.xml', '/etc/passwd', 'C:\\windows\\win.ini', '..\\outside.xml', 'xl\u0000.xml'])(
    '%j is refused',
    async (name) => {
      expect(await read(workbook({ [name]: strToU8('<x/>') }))).toEqual(damaged);
    },
  );

  test('a symbolic link is refused', async () => {
    const link = [strToU8('/etc/passwd'), { os: 3, attrs: 0o120_777 << 16 }] as const;
    expect(await read(workbook({ 'xl/link.xml': [...link] }))).toEqual(damaged);
    const file = [strToU8('<x/>'), { os: 3, attrs: 0o100_644 << 16 }] as const;
    expect(await read(workbook({ 'xl/file.xml': [...file] }))).toMatchObject({ ok: true });
  });

  test('100,000 entries are refused, in less than two seconds of work', async () => {
    const entries = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [index.toString(36), new Uint8Array()]));
    const bytes = zipSync({ ...good, ...entries }, { level: 0 });
    expect(bytes.length).toBeLessThan(10 * 1024 * 1024);
    const before = process.cpuUsage();
    expect(await read(bytes)).toEqual(damaged);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });

  test('ten megabytes that would become ten gigabytes are left early', async () => {
    const bomb = zipBomb(sheet, 10_000);
    expect(bomb.length).toBeLessThan(10 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await read(bomb)).toEqual({ ok: false, failure: { code: 'inflates-too-far', fileName } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300 * 1024 * 1024);
  });
});

describe('what stands in the parts', () => {
  test.each([
    ['an entity that names a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an entity of other entities', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['a document type from elsewhere', '<!doctype x SYSTEM "http://127.0.0.1/x.dtd">'],
  ])('%s is refused, in any part', async (_what, declaration) => {
    for (const part of [sheet, 'xl/workbook.xml', 'xl/styles.xml', '[Content_Types].xml']) {
      expect(await read(changed(part, (xml) => xml.replace(/(?<=\?>)\s*|^(?!<\?)/, declaration)))).toEqual(damaged);
    }
  });

  test('links to other workbooks are not followed: what was calculated last counts', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret.xlsx`;
    const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="${address}" TargetMode="External"/></Relationships>`;
    const link = `<?xml version="1.0"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>`;
    const bytes = workbook({
      'xl/externalLinks/externalLink1.xml': strToU8(link),
      'xl/externalLinks/_rels/externalLink1.xml.rels': strToU8(relations),
      [sheet]: strToU8(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><f>[1]Sheet1!A1</f><v>Ama</v></c></row></sheetData></worksheet>',
      ),
    });
    const result = await read(bytes);
    expect(result.ok && result.value[0]?.rows).toEqual([['Ama']]);
    expect(asked).toBe(0);
  });

  test.each([sheet, 'xl/workbook.xml', 'xl/styles.xml'])('elements nested without end in %s come to an end', async (part) => {
    const deep = changed(part, (xml) => xml.replace(/<\/[\w:]+>\s*$/, (end) => '<a>'.repeat(200_000) + end));
    const result = await read(deep);
    // What is no sheet may be passed over by the library; what is read is not half of it.
    expect(result.ok ? result.value.length > 0 : result.failure.code).toBe(result.ok || 'damaged-workbook');
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is a heading like any other', async (heading) => {
    const result = await readSource({ bytes: Buffer.from(`${heading};Name\n1;Ama\n`), fileName: 'list.csv' });
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value[0]?.rows).toEqual([
      [heading, 'Name'],
      ['1', 'Ama'],
    ]);
    expect(outlineOf(result.value, { sourceId: 's1', fileName: 'list.csv' }).sheets).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
