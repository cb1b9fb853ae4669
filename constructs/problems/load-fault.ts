import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { type Fault, fault } from '../refusals/fault.js';
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
    return conflict ? fault('conflict-marker', { marker: conflict.marker }) : fault('syntax-error', { why });
  }
  return fault('build-error', { message: error.message });
}

function absentFault(path: string, by: string): Fault {
  const folder = dirname(path);
  const name = basename(path).replace(/\.[jt]s$/, '');
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? [])
    : [];
  const near = suggest(name, names);
  const shown = (file: string) => relative(process.cwd(), file);
  return fault(
    'import-missing',
    { importer: shown(by), path: shown(path) },
    { near: near && `${shown(folder)}/${near}.js` },
  );
}
