import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { buildForProduction } from '../../../electron/tasks/build-for-production.mjs';
import { fromRoot } from '../../../electron/tasks/paths.mjs';
import { inlineStandardFonts } from '../../../electron/tasks/pdfkit-plugin.mjs';
import { hostBundleConfig, hostBundles, type HostBundle } from '../../../electron/vite.config.mjs';
import { temporaryFolder } from '../../support/temp-folder.ts';

const worker: HostBundle = { entry: 'src/worker.tsx', output: 'dist/worker.js', format: 'es' };

/** Bundles one source file and moves the result to where no node_modules is near. @returns the folder of the bundle */
async function bundleAlone(bundle: HostBundle, source: string): Promise<string> {
  const root = temporaryFolder();
  symlinkSync(fromRoot('node_modules'), join(root, 'node_modules'), 'junction');
  mkdirSync(join(root, dirname(bundle.entry)), { recursive: true });
  writeFileSync(join(root, bundle.entry), source);
  await buildForProduction(hostBundleConfig(bundle, root));
  const alone = temporaryFolder();
  cpSync(join(root, dirname(bundle.output)), alone, { recursive: true });
  writeFileSync(join(alone, 'package.json'), '{"type":"module"}');
  return alone;
}

test('a bundled worker draws PDF/A with a shipped font and a standard font, without node_modules', async () => {
  const folder = await bundleAlone(
    worker,
    `import { Document, Font, Page, Text, renderToBuffer } from '@react-pdf/renderer';
     import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
     Font.register({ family: 'Noto', src: regular });
     const pdf = await renderToBuffer(
       <Document conformance="PDF/A-3b"><Page><Text style={{ fontFamily: 'Noto' }}>é</Text><Text>Helvetica</Text></Page></Document>,
     );
     process.stdout.write(pdf);`,
  );
  expect(existsSync(join(folder, 'fonts', 'NotoSans_400Regular.ttf'))).toBe(true);
  const pdf = execFileSync(process.execPath, [join(folder, 'worker.js')]).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf).toContain('NotoSans-Regular');
  expect(pdf).toContain('/Helvetica');
});

test('the preload script is one CommonJS file whose only import is electron', async () => {
  const folder = await bundleAlone(
    { entry: 'src/preload.ts', output: 'dist/preload.cjs', format: 'cjs' },
    `import { contextBridge } from 'electron'; contextBridge.exposeInMainWorld('sample', { answer: 42 });`,
  );
  const code = readFileSync(join(folder, 'preload.cjs'), 'utf8');
  expect([...code.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1])).toEqual(['electron']);
  expect(code).not.toMatch(/^\s*(import|export)\b/m);
});

test('only the preload script is CommonJS', () => {
  expect(hostBundles.filter(({ format }) => format === 'cjs').map(({ output }) => output)).toEqual(['dist/main/preload.cjs']);
});

test('pdfkit’s lazy requires become imports', () => {
  const lazy = `const fonts = {\n  'Courier-Bold': () => require$1('#standard-fonts/CourierBold'),\n};`;
  expect(inlineStandardFonts(lazy)).toBe(
    `import standardFontCourierBold from 'pdfkit/standard-fonts/CourierBold';\nconst fonts = {\n  'Courier-Bold': () => standardFontCourierBold,\n};`,
  );
  expect(inlineStandardFonts('const nothing = 1;')).toBe('const nothing = 1;');
});
