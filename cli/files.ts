import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether a path is there, whatever it is: a broken link too. */
export const exists = (path: string): boolean => readdirSync(dirname(path)).includes(basename(path));

/** All files below a folder, as paths with `/`; none if the folder is not there. */
export function listFiles(folder: string): string[] {
  if (!exists(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
