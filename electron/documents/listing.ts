// The two files that list a pack: manifest.txt with checksums, and index.html that opens on a phone.
import { createHash } from 'node:crypto';
import type { PackContent } from '../../shared/pack/content.ts';
import type { PackTexts } from '../../shared/pack/texts.ts';

export interface ListedFile {
  readonly name: string;
  readonly title: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Plain text with Windows line ends, readable in any editor. */
export function renderManifest(content: PackContent, { t }: PackTexts, files: readonly ListedFile[]): string {
  const lines = [
    oneLine(`${t('manifest.title')}: ${content.team.name}, ${content.workshop.title}`),
    t('manifest.builtAt', { at: content.builtAt, version: content.appVersion, revision: content.workshopRevision }),
    ...(content.isSample ? [t('sampleNote')] : []),
    '',
    t('manifest.columns'),
    ...files.map(({ name, bytes, sha256 }) => `${sha256}  ${String(bytes).padStart(9)}  ${name}`),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

const css = [
  'body{font:17px/1.5 system-ui,sans-serif;color:#1A1F26;background:#fff;max-width:40rem;margin:0 auto;padding:1rem}',
  'h1{font-size:1.4rem;line-height:1.3;margin:0 0 .25rem}',
  'ul{list-style:none;padding:0}',
  'li{border-top:1px solid #DCE0E5}',
  'a{display:block;padding:.75rem 0;color:#14694A}',
  'small{color:#4B5663;display:block}',
].join('');

/** One page without scripts and without anything from elsewhere; its policy allows nothing but its own style. */
export function renderIndex(content: PackContent, { t, language }: PackTexts, files: readonly ListedFile[]): string {
  const styleHash = createHash('sha256').update(css).digest('base64');
  const title = `${content.team.name} · ${content.workshop.title}`;
  const items = files.map(({ name, title: what, bytes }) => {
    const size = t('index.size', { kilobytes: Math.max(1, Math.round(bytes / 1024)) });
    return `<li><a href="${escaped(encodeURIComponent(name))}">${escaped(what)}<small>${escaped(name)} · ${escaped(size)}</small></a></li>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body>
<h1 dir="auto">${escaped(title)}</h1>
${content.isSample ? `<p>${escaped(t('sampleNote'))}</p>\n` : ''}<p>${escaped(t('index.lead'))}</p>
<ul>
${items.join('\n')}
</ul>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
