import type { DatabaseSpec } from '../database/database.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import type { TracedLanguage } from '../environment/own-telemetry.js';
import type { AppSecret } from '../environment/secrets.js';
import type { WatchSpec } from '../environment/watch.js';
import type { Layer } from '../values/layers.js';
import type { ContainerSpec, WorkloadSpec } from '../workload/container-spec.js';
import type { PodSize, Resources } from '../workload/pod-size.js';

/** What all programs of an app have in common. */
export interface ProgramSpec extends ContainerSpec {
  /** Secrets by name. @default - none */
  readonly secrets?: Readonly<Record<string, AppSecret>>;
  /** A named size of its pods. @default 'small' */
  readonly size?: PodSize;
  /** Figures instead of a size, in whole or in part. @default - those of `size` */
  readonly resources?: Partial<Resources>;
  /** Small files by their paths, as configuration. They are read-only, and may be run. @default - none */
  readonly files?: Readonly<Record<string, string>>;
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

/** A program that runs without end. */
export interface ServiceSpec extends ProgramSpec, WorkloadSpec {
  /** The port on which it listens, 1 to 65535. @default - none: nobody calls it */
  readonly port?: number;
  /** The paths of the app's host that lead to it, for a service beside the app's own. @default - none */
  readonly paths?: readonly string[];
  /** How many pods, 1 to 20. @default - 2 in prod, 1 elsewhere and with a volume */
  readonly replicas?: number;
}

/** A program that runs on a schedule. */
export interface JobSpec extends ProgramSpec {
  /** When, as cron writes it, in the platform's time zone: `0 3 * * *`. */
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
  /** Its scheduled programs, by name. @default - none */
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
