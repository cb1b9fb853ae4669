import type { AppEnvironment } from './app-environment.js';
import type { Layer } from './layers.js';
import type { PodSize, Resources } from './pod-size.js';
import type { Volume } from './volume-claim.js';

/** What a club app is. In an environment's layer any part of it may be said again. */
export interface AppSpec {
  /** The container image, pinned to a version or a digest. */
  readonly image: string;
  /** The port on which it listens for HTTP, 1 to 65535. */
  readonly port: number;
  /** The path that answers 200 when it is ready. @default '/' */
  readonly probe?: string;
  /** The program to start. @default - the image's */
  readonly command?: readonly string[];
  /** The program's arguments. @default - the image's */
  readonly args?: readonly string[];
  /** Environment variables; never a secret. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** The numeric user and group it runs as. @default 10001 */
  readonly user?: number;
  /** How many pods, 1 to 20. @default - 2 in prod, 1 elsewhere and with a volume */
  readonly replicas?: number;
  /** A named size of its pods. @default 'small' */
  readonly size?: PodSize;
  /** Figures instead of a size, in whole or in part. @default - those of `size` */
  readonly resources?: Partial<Resources>;
  /** Paths it may write to, empty at each start. The rest of its file system is read-only. @default - none */
  readonly scratch?: readonly string[];
  /** Volumes by name, kept when the app goes. @default - none */
  readonly volumes?: Readonly<Record<string, Volume>>;
  /** Whether it may call HTTPS services on the internet. @default false */
  readonly internet?: boolean;
  /** `true` for an app that is not public: then it needs no host. @default false */
  readonly internal?: boolean;
  /** Further resources by name, each a function that makes them in the environment it is given. @default - none */
  readonly extras?: Readonly<Record<string, (environment: AppEnvironment) => void>>;
}

/** What an environment says on top of the base, and its public host or hosts. */
export type AppLayer = Layer<AppSpec> & {
  /** The public host, or several. @default - none, which only an internal app may have */
  readonly host?: string | readonly string[];
};
