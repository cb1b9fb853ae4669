import type { AppEnvironment } from './app-environment.js';
import type { AppSecret } from './app-secrets.js';
import type { WatchSpec } from './app-watch.js';
import type { DatabaseSpec } from './database.js';
import type { Exemption } from './exemption.js';
import type { Layer } from './layers.js';
import type { TracedLanguage } from './own-telemetry.js';
import type { PodSize, Resources } from './pod-size.js';
import type { ReleaseStrategy } from './rollout.js';
import type { Volume } from './volume-claim.js';

/** What all programs of an app have in common. */
export interface ProgramSpec {
  /** The container image, pinned to a version or a digest. */
  readonly image: string;
  /** The program to start. @default - the image's */
  readonly command?: readonly string[];
  /** The program's arguments. @default - the image's */
  readonly args?: readonly string[];
  /** Environment variables; never a secret, but `$(KEY)` stands for that of one. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** Secrets by name. @default - none */
  readonly secrets?: Readonly<Record<string, AppSecret>>;
  /** The numeric user and group it runs as. @default 10001 */
  readonly user?: number;
  /** A named size of its pods. @default 'small' */
  readonly size?: PodSize;
  /** Figures instead of a size, in whole or in part. @default - those of `size` */
  readonly resources?: Partial<Resources>;
  /** Paths it may write to, empty at each start. The rest of its file system is read-only. @default - none */
  readonly scratch?: readonly string[];
  /** Small files by their paths, as configuration. They are read-only, and may be run. @default - none */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * A command of the same image that is run before the program, with each volume at `/prepare/<volume>` instead of
   * its place, so that what the image has there can be copied. @default - none
   */
  readonly prepare?: readonly string[];
  /** Rules that it breaks for a reason. `read-only-root` lets it write anywhere. @default - none */
  readonly exempt?: readonly Exemption[];
  /** `true` lets it call HTTPS services on the internet, a list these ports there. @default false */
  readonly internet?: boolean | readonly number[];
  /** The services of the same app that it calls, by name. @default - none */
  readonly calls?: readonly string[];
  /** The databases of the app that it uses, by name, each with the variables that it looks for. @default - none */
  readonly uses?: Readonly<Record<string, DatabaseVariables>>;
  /**
   * `true` lets it send traces, metrics and logs of its own to the platform by OTLP, and tells it where by the
   * variables of OpenTelemetry's SDKs. @default false
   */
  readonly telemetry?: boolean;
  /** The language it is written in, to have its requests traced without a change to it. @default - not traced */
  readonly traces?: TracedLanguage;
}

/** A program that runs for ever. */
export interface ServiceSpec extends ProgramSpec {
  /** The port on which it listens, 1 to 65535. @default - none: nobody calls it */
  readonly port?: number;
  /** The path that answers 200 over HTTP when it is ready; `'tcp'` if it speaks something else. @default '/' */
  readonly probe?: string;
  /** The paths of the app's host that lead to it, for a service beside the app's own. @default - none */
  readonly paths?: readonly string[];
  /** How many pods, 1 to 20. @default - 2 in prod, 1 elsewhere and with a volume */
  readonly replicas?: number;
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

/** A program that runs by the clock. */
export interface JobSpec extends ProgramSpec {
  /** When, as cron writes it, in Montréal's time: `0 3 * * *`. */
  readonly schedule: string;
}

/** Under which environment variables a program looks for its database. */
export interface DatabaseVariables {
  readonly host?: string;
  readonly port?: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** All in one, `postgresql://user:password@host:port/database`. */
  readonly url?: string;
}

/** What a club app is. In an environment's layer any part of it may be said again. */
export interface AppSpec extends ServiceSpec, WatchSpec {
  /** `true` for an app that is not public: then it needs no host. @default false */
  readonly internal?: boolean;
  /** Its further programs, by name. @default - none */
  readonly services?: Readonly<Record<string, ServiceSpec>>;
  /** What it runs by the clock, by name. @default - none */
  readonly jobs?: Readonly<Record<string, JobSpec>>;
  /** Its databases, by name. @default - none */
  readonly databases?: Readonly<Record<string, DatabaseSpec>>;
  /**
   * The login by which its images are fetched from a private registry, `docker` or `docker-<club>`, as Vault calls it
   * in `kv-system/default_passwords/`. @default - its images are public
   */
  readonly registry?: string;
  /** Further resources by name, each a function that makes them in the environment it is given. @default - none */
  readonly extras?: Readonly<Record<string, (environment: AppEnvironment) => void>>;
}

/** What an environment says on top of the base, and its public host or hosts. */
export type AppLayer = Layer<AppSpec> & {
  /** The public host, or several. @default - none, which only an internal app may have */
  readonly host?: string | readonly string[];
};
