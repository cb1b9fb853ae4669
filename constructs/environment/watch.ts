import { type Fault, fault } from '../refusals/fault.js';

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

/** Defaults. */
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
  if (slo && !(slo.availability >= 50 && slo.availability < 100))
    faults.push(fault('slo-range', { given: slo.availability }, { field: ['slo', 'availability'] }));
  if (slo && !isPublic) faults.push(fault('slo-without-host', {}, { field: ['slo'] }));
  if (!(slow > 0 && slow <= 10))
    faults.push(fault('watch-slow-range', { given: slow }, { field: ['watch', 'slow'] }));
  if (!(errors > 0 && errors <= 100))
    faults.push(fault('watch-errors-range', { given: errors }, { field: ['watch', 'errors'] }));
  if (!path.startsWith('/')) faults.push(fault('watch-path-form', { path }, { field: ['watch', 'path'] }));
  return faults;
}
