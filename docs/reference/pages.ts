import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from './describe.js';
import { write } from './write.js';

/** `app/spec` has the page `app-spec`. */
const pageOf = (file: string): string => file.replaceAll('/', '-');

/** The pages of the reference by name, one for each file of `constructs/` that exports something. */
function pages(): Map<string, string> {
  const files = describe();
  const places = new Map(files.flatMap(({ name, items }) => items.map((item) => [item.name, pageOf(name)])));
  return new Map(files.map((file) => [pageOf(file.name), write(file, places)]));
}

/** Writes the pages to this folder, in place of those of the last time. Git ignores them. */
export function writePages(): void {
  const folder = import.meta.dirname;
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && name !== 'README.md') rmSync(join(folder, name));
  }
  for (const [name, content] of pages()) writeFileSync(join(folder, `${name}.md`), content);
}
