import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { listFiles } from '../cli/files.js';
import type { Problem } from '../constructs/problems/problems.js';
import { type Fault, fault } from '../constructs/refusals/fault.js';

/** `from './x.js'` and `import('./x.js')`. */
const imported = /(?:from|import\()\s*'(\.[^']+)\.js'/g;

/** A function of the platform, declared where a file begins a line: `const chess = (platform: Platform) =>`. */
const declared = /^(?:const (\w+) = |function (\w+))\(\w+: Platform\b/gm;

/**
 * What would disappear without a word, of `apps/` and `system/`: files that nothing reached from `main.ts` imports, files
 * that `main.ts` loads and that export nothing, and declarations that are neither exported nor used.
 */
export function unloadedFaults(root: string): Problem[] {
  if (!existsSync(join(root, 'main.ts'))) return [];
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const importsOf = (path: string) =>
    [...read(path).matchAll(imported)].map(([, target = '']) =>
      normalize(join(dirname(path), `${target}.ts`)),
    );
  const listed = importsOf('main.ts');
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path) || !existsSync(join(root, path))) return;
    reached.add(path);
    for (const target of importsOf(path)) reach(target);
  };
  reach('main.ts');

  const files = ['apps', 'system'].flatMap((folder) =>
    existsSync(join(root, folder)) ? listFiles(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  );
  return files
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .flatMap((path) => {
      const told = (each: Fault): Problem => ({ ...each, source: path, path: basename(path, '.ts') });
      if (!reached.has(path)) return [told(fault('file-not-listed', { path: path.replace(/ts$/, 'js') }))];
      const text = read(path);
      const forgotten = undeclared(text).map((name) => told(fault('declaration-not-exported', { name })));
      const isEmpty = listed.includes(path) && !/^export /m.test(text);
      return isEmpty && forgotten.length === 0 ? [told(fault('file-declares-nothing', {}))] : forgotten;
    });
}

/** The names of what is declared for the platform and neither exported nor named again. */
function undeclared(text: string): string[] {
  const code = text.replace(/\/\/.*|\/\*[\s\S]*?\*\/|'[^'\n]*'|"[^"\n]*"/g, '');
  return [...code.matchAll(declared)]
    .map(([, constant, called]) => constant ?? called ?? '')
    .filter((name) => (code.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length === 1);
}
