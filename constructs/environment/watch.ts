import type { Fault } from '../values/fault.js';

/** What an app may say of how it is watched. It need say nothing. */
export interface WatchSpec {
  /** The objective that it is held to, over 30 days. @default - none */
  readonly slo?: Slo;
  /** What its alerts go by, where the platform's own figures do not fit. @default - the platform's */
  readonly watch?: WatchLimits;
}

/** A service-level objective. */
export interface Slo {
  /** The share of requests that may not fail, in percent: `99.5`. */
  readonly availability: number;
}

/** What alerts go by. */
export interface WatchLimits {
  /** From how long on an answer is slow, in seconds. @default 3 */
  readonly slow?: number;
  /** From which share on failed requests are an alert, in percent. @default 5 */
  readonly errors?: number;
  /** The path of its host that is asked every minute and has to answer 200. @default - its `probe` */
  readonly path?: string;
}

/** What the alerts of an environment go by, whoever said it. */
export interface Watch {
  /** Seconds. */
  readonly slow: number;
  /** Percent. */
  readonly errors: number;
  readonly path: string;
  /** Percent; undefined without an objective. */
  readonly availability?: number;
}

/** What holds for those that say nothing. */
export const defaultWatch: Watch = { slow: 3, errors: 5, path: '/' };

/** What the alerts go by, of an app whose pods answer 200 at `probe`. */
export const watchOf = ({ slo, watch }: WatchSpec, probe = '/'): Watch => ({
  slow: watch?.slow ?? defaultWatch.slow,
  errors: watch?.errors ?? defaultWatch.errors,
  path: watch?.path ?? (probe.startsWith('/') ? probe : defaultWatch.path),
  availability: slo?.availability,
});

/** What is wrong with how an app is watched. */
export function watchFaults({ slo, watch = {} }: WatchSpec, isPublic: boolean): Fault[] {
  const faults: Fault[] = [];
  const { slow = 1, errors = 1, path = '/' } = watch;
  if (slo && !(slo.availability >= 50 && slo.availability < 100)) {
    const mend = 'Give percent from 50 to less than 100, like 99.5: an objective of 100 leaves no budget';
    faults.push({ what: `slo.availability ${slo.availability} is out of range`, mend });
  }
  if (slo && !isPublic) {
    const mend = 'Remove slo: what fails is counted where the public comes in, and nobody comes in here';
    faults.push({ what: 'it has an objective and no host', mend });
  }
  if (!(slow > 0 && slow <= 10)) {
    const mend = 'Give seconds from 0.1 to 10, after which asking is given up';
    faults.push({ what: `watch.slow ${slow} is out of range`, mend });
  }
  if (!(errors > 0 && errors <= 100)) {
    faults.push({ what: `watch.errors ${errors} is out of range`, mend: 'Give percent, like 5' });
  }
  if (!path.startsWith('/')) {
    faults.push({ what: `watch.path '${path}' is no path`, mend: `Write it like '/healthz'` });
  }
  return faults;
}
