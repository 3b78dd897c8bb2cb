// The built pages, read once into memory. A request is answered from this map only: no part of an address ever becomes a path.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageAsset {
  readonly contentType: string;
  readonly bytes: Buffer;
  /** True for names that carry a hash of their content, which a browser may keep for ever. */
  readonly isImmutable: boolean;
}

/** Assets by their address, such as `/index.html`. */
export type PageAssets = ReadonlyMap<string, PageAsset>;

/** Files of any other kind (source maps, notes) are not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Reads every file of the folder that a page may ask for. Throws when the folder is missing: without pages there is no application. */
export function readPageAssets(folder: string): PageAssets {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.flatMap((file): readonly (readonly [string, PageAsset])[] => {
      const path = join(file.parentPath, file.name);
      const contentType = contentTypes[extname(file.name)];
      if (contentType === undefined) return [];
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      return [[address, { contentType, bytes: readFileSync(path), isImmutable: address.startsWith('/assets/') }]];
    }),
  );
}
