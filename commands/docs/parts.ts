import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exists } from '../../cli/files.js';

/** Parts of pages by name: what stands between `<!-- name -->` and `<!-- /name -->`. */
export type Parts = Readonly<Record<string, string>>;

/** A page with these parts as they are told. Whatever has stood there goes, be it what a merge has left. */
export const withParts = (page: string, parts: Parts): string =>
  page.replace(/(<!-- ([\w-]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (whole, open, part, close) =>
    part in parts ? `${open}\n${parts[part]}\n\n${close}` : whole,
  );

/** Writes parts of the pages of `docs/` in `root`. Gives the paths of those that have changed. */
export function writeParts(root: string, parts: Parts): string[] {
  if (!exists(join(root, 'docs'))) return [];
  return readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .filter((path) => {
      const page = readFileSync(join(root, path), 'utf8');
      return writeIfNew(join(root, path), withParts(page, parts), page);
    });
}

/** Writes a file unless it holds that already; tells whether it did. */
export function writeIfNew(path: string, fresh: string, old: string | undefined): boolean {
  if (fresh === old) return false;
  writeFileSync(path, fresh);
  return true;
}

/** Writes pages by name, as all that is in a folder. */
export function writeFolder(folder: string, pages: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, content] of pages) writeFileSync(join(folder, `${name}.md`), content);
}
