import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import type { Fault } from '../values/fault.js';
import { suggest } from '../values/names.js';
import { conflictOf } from './conflict.js';

const missing = /^Cannot find module '([^']+)' imported from (.+)$/;
const unreadable = /^(.+):\d+:\d+: ERROR: (.+)/m;

/** What is wrong with a file that could not be loaded, or with what it does while it is; in words of its author. */
export function loadFault(error: Error): Fault {
  const [, absent, by] = missing.exec(error.message) ?? [];
  if (absent && by) return absentFault(absent, by);
  const [, file, why] = unreadable.exec(error.message) ?? [];
  if (file && why && error.message.startsWith('Transform failed')) {
    const conflict = existsSync(file) ? conflictOf(readFileSync(file, 'utf8')) : undefined;
    if (conflict) return { what: conflict.what, mend: conflict.mend };
    const mend = 'Look there, and on the line before, for a quote, a comma or a bracket too few or too many';
    return { what: `it is no TypeScript: ${why}`, mend };
  }
  return { what: `it throws "${error.message}"`, mend: 'Mend the line named, or the value it was given' };
}

function absentFault(path: string, by: string): Fault {
  const folder = dirname(path);
  const name = basename(path).replace(/\.[jt]s$/, '');
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? [])
    : [];
  const near = suggest(name, names);
  const shown = (file: string) => relative(process.cwd(), file);
  return {
    what: `${shown(by)} imports '${shown(path)}', which does not exist`,
    mend: near ? `Did you mean '${shown(folder)}/${near}.js'?` : 'Mend the import, or remove it',
  };
}
