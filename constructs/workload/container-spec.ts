import type { Exemption } from '../values/exemption.js';
import type { ReleaseStrategy } from './rollout.js';
import type { Volume } from './volume-claim.js';

/** What can be said of a container, by people in an app's file and by constructs that make pods. */
export interface ContainerSpec {
  /** The container image, pinned to a version or a digest. */
  readonly image: string;
  /** The program to start. @default - the image's */
  readonly command?: readonly string[];
  /** The program's arguments. @default - the image's */
  readonly args?: readonly string[];
  /** Environment variables; never a secret, but `$(KEY)` stands for that of one. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** The numeric user and group it runs as. @default 10001 */
  readonly user?: number;
  /** Paths it may write to, empty at each start. The rest of its file system is read-only. @default - none */
  readonly scratch?: readonly string[];
  /**
   * A command of the same image that is run before the program, with each volume at `/prepare/<volume>` instead of
   * its place, so that what the image has there can be copied. @default - none
   */
  readonly prepare?: readonly string[];
  /** Rules that it breaks for a reason. `read-only-root` lets it write anywhere. @default - none */
  readonly exempt?: readonly Exemption[];
}

/** What can be said of a container that runs without end. */
export interface WorkloadSpec extends ContainerSpec {
  /** The path that answers 200 over HTTP when it is ready; `'tcp'` if it speaks something else. @default '/' */
  readonly probe?: string;
  /** Up to how many pods there are when they are busy, beginning with `replicas`. @default - always `replicas` */
  readonly autoscale?: Autoscale;
  /**
   * Has a new version prove itself, and goes back by itself if too many requests fail: `'canary'` lets 20, then 50 % of
   * the pods be new, for 5 minutes each; `'blueGreen'` starts all new pods beside the old, leads all to them at once, and
   * back if that was wrong. Not for what nobody calls from outside, nor with a volume of its own.
   * @default - a rolling update, pod by pod as soon as each is ready
   */
  readonly release?: ReleaseStrategy;
  /** Volumes by name, kept when the app goes. @default - none */
  readonly volumes?: Readonly<Record<string, Volume>>;
}

/** When there are more pods. */
export interface Autoscale {
  /** Most pods, up to 20. */
  readonly max: number;
  /** The share of the CPU they ask for at which there are more, in percent. @default 75 */
  readonly cpu?: number;
}
