import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A declaration as an app's or a service's file exports it. */
const declaration = /^export (?:const \w+ = |function \w+)\(platform: Platform\)/m;

/** Files of `apps/` and `system/` that declare something and that `main.ts` does not import: they do nothing. */
export function forgottenFiles(root: string): string[] {
  if (!existsSync(join(root, 'main.ts'))) return [];
  const main = readFileSync(join(root, 'main.ts'), 'utf8');
  return ['apps', 'system'].flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder))
      .filter(
        (file) => file.endsWith('.ts') && !main.includes(`'./${folder}/${file.replace(/\.ts$/, '.js')}'`),
      )
      .map((file) => `${folder}/${file}`)
      .filter((path) => declaration.test(readFileSync(join(root, path), 'utf8')))
      .sort();
  });
}
