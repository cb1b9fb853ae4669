import { readFileSync } from 'node:fs';
import type { Programs } from './programs.js';

/** What a program has taken since it started, the programs that it ran and waited for included. */
export interface Cost {
  /** CPU time, the user's and the system's, in milliseconds; Linux counts it by ten. */
  readonly cpu: number;
  /** What it holds in memory now, and what it held at most, in MB. */
  readonly memory: number;
  readonly peak: number;
}

const msPerTick = 10; // USER_HZ is 100 wherever Linux runs

/** What a program has taken, as Linux's /proc tells it. */
export function costOf(programs: Programs, name: string): Cost {
  const id = programs.idOf(name);
  // The second field is the program's name, in parentheses, and may hold anything.
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  const megabytes = (field: string) => {
    const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
    return Number(kilobytes) / 1024;
  };
  return { cpu: ticks * msPerTick, memory: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** The costs of several programs, by name. */
export const costsOf = <Name extends string>(
  programs: Programs,
  names: readonly Name[],
): Record<Name, Cost> =>
  Object.fromEntries(names.map((name) => [name, costOf(programs, name)])) as Record<Name, Cost>;
