// Contacts leave the machine only with consent: every place that could hand them out is known, and asks the one rule.
import { expect, test } from 'vitest';
import { filesBelow, type SourceFile } from './source-imports.ts';

/** Realms whose code makes something that leaves: packs, their files, workshop files, answers to other roles. */
const leaving = [
  'shared/pack',
  'shared/document',
  'shared/contract',
  'electron/documents',
  'electron/host',
  'electron/store',
  'electron/browser',
];

/** Code that names contacts of people; comments, imports and keys of words left aside. */
function namesContacts({ text }: SourceFile): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|^import [^;]*;$|'[a-z]+\.[\w.]+'/gm, '');
  return /\b(email|phone|contacts|ContactValue)\b/.test(code);
}

function placesThatNameContacts(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(namesContacts)
    .map(({ path }) => path)
    .toSorted();
}

test('contacts are named only where they go through the rule, or are left out', () => {
  const files = leaving.flatMap((folder) => filesBelow(folder, ['.ts']));
  expect(files.length).toBeGreaterThan(100);
  expect(placesThatNameContacts(files)).toEqual([
    // What comes out of the rule, on its way into lists and cards.
    'electron/documents/vcf.ts',
    // Brings those of old files into their form of today.
    'shared/document/contacts-migration.ts',
    // All of both sides stay.
    'shared/document/merge-rules.ts',
    // Those of the sample are invented.
    'shared/document/sample-changes.ts',
    // Leaves contacts at home.
    'shared/document/team-part.ts',
    // Removes them.
    'shared/document/without-people.ts',
    'shared/pack/content.ts',
    // Asks the rule for everything that packs hold.
    'shared/pack/pack-content.ts',
    'shared/pack/participants.ts',
  ]);
  const asking = files.find(({ path }) => path === 'shared/pack/pack-content.ts');
  expect(asking?.text).toContain('sharedContacts(person)');
  expect(asking?.text).not.toMatch(/person\.contacts\b/);
});

test('a new place that names contacts is found', () => {
  expect(
    placesThatNameContacts([
      { path: 'a.ts', text: 'send(person.email);' },
      { path: 'b.ts', text: '// their email\nsend(person.name);' },
    ]),
  ).toEqual(['a.ts']);
});
