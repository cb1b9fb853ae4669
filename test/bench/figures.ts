/** CPU seconds, the user's and the system's, of a process and all that it started. */
export type Seconds = number;

/** What one synth took. */
export interface Synth {
  readonly resources: number;
  readonly files: number;
  /** Files that were added, changed or removed. */
  readonly written: number;
  /** CPU time of each phase, in order: start, build, resolve, print, check, write. */
  readonly phases: Readonly<Record<string, Seconds>>;
  readonly cpu: Seconds;
  readonly wall: Seconds;
  /** Peak of memory, in MB. */
  readonly memory: number;
}

/** What synths of one size took: the first, into an empty folder, and another after one app has changed. */
export interface OwnFigures extends Synth {
  readonly apps: number;
  readonly again: Synth;
}

/** What something else took for the same objects. */
export interface PeerFigures {
  readonly peer: string;
  readonly apps: number;
  readonly cpu: Seconds;
  /** How it was come by, if not by doing it all: `60 of 2000 measured`, `from 300 apps`. */
  readonly estimated?: string;
}

/** All figures of one run. */
export interface Run {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly own: readonly OwnFigures[];
  readonly peers: readonly PeerFigures[];
}

/** CPU time of this process, in seconds. */
export const cpuSeconds = (): Seconds => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The exponent with which a figure grows between two sizes. */
export const exponent = (
  [size, figure]: readonly [number, number],
  [larger, more]: readonly [number, number],
): number => Math.log(more / figure) / Math.log(larger / size);
