import { Construct } from 'constructs';
import { Database } from '../database/database.js';
import type { AppEnvironment } from '../environment/app-environment.js';
import { telemetryAnnotations, telemetryEnv } from '../environment/own-telemetry.js';
import { AppSecrets, generateSecret, type SecretKey, secretPath } from '../environment/secrets.js';
import { Connections } from '../network/connections.js';
import type { Listener } from '../network/listener.js';
import type { SecretMount } from '../workload/pod.js';
import { type Resources, resourcesOf } from '../workload/pod-size.js';
import type { DatabaseVariables, ProgramSpec } from './spec.js';

/** CPU and memory of each pod of a program. */
export const programResources = (spec: ProgramSpec): Resources => resourcesOf(spec, 'small');

/** A program of an app, long-running or scheduled, with its secrets, databases and network policy. */
export abstract class AppProgram extends Construct {
  /** Who may talk to it, and to whom it may talk. */
  readonly connections: Connections;
  /** CPU and memory of each of its pods. */
  protected readonly resources: Resources;
  /** Its environment variables, with where its databases are. */
  protected readonly env: Readonly<Record<string, string>>;
  /** What makes its pods traced. */
  protected readonly annotations: Readonly<Record<string, string>> | undefined;
  /** What its pods need to have its secrets. */
  protected readonly secrets: SecretMount | undefined;

  constructor(
    protected readonly environment: AppEnvironment,
    id: string,
    name: string,
    protected readonly spec: ProgramSpec,
    listener?: Listener,
  ) {
    super(environment, id);
    const isolation = environment.isolationOf(name);
    this.connections = new Connections(isolation, listener);
    if (spec.internet) isolation.allowInternet(spec.internet === true ? [443] : spec.internet);
    const used = Object.entries(spec.uses ?? {}).flatMap(([database, variables]): Use[] => {
      const found = environment.databases.get(database);
      return found && Database.isDatabase(found) ? [[found, variables]] : [];
    });
    for (const [database] of used) this.connections.allowTo(database);
    this.resources = programResources(spec);
    if (spec.telemetry || spec.traces) isolation.allowTelemetry();
    this.annotations = telemetryAnnotations(this, spec);
    this.env = { ...telemetryEnv(environment, name, spec), ...databaseEnv(used), ...spec.env };
    const keys = [...this.ownKeys(), ...passwordKeys(used)];
    this.secrets = keys.length > 0 ? new AppSecrets(environment, name, keys).mount : undefined;
  }

  private ownKeys(): SecretKey[] {
    const { environment } = this;
    return Object.entries(this.spec.secrets ?? {}).flatMap(([name, secret]) => {
      const path =
        secret.path?.replace('{namespace}', environment.namespace) ??
        secretPath(environment, name, secret.shared);
      const keys = Object.keys(secret.keys);
      if (secret.generate) for (const key of keys.slice(0, 1)) generateSecret(environment, name, key, secret);
      else if (!secret.path) {
        const unit = environment.workload;
        unit.inputs.push({ place: 'Vault', at: path, keys: secret.keys });
      }
      const isFile = secret.as === 'file';
      return keys.map((key) => ({ name: isFile ? `${name}-${key}` : key, path, key, variable: !isFile }));
    });
  }
}

type Use = [Database, DatabaseVariables];

/** The variable with the password: a URL needs one too, whatever it is called. */
const passwordOf = ([{ host }, { password, url }]: Use): string | undefined =>
  password ?? (url && `${host.replaceAll('-', '_').toUpperCase()}_PASSWORD`);

const passwordKeys = (used: readonly Use[]): SecretKey[] =>
  used.flatMap((use) => {
    const name = passwordOf(use);
    return name ? [{ name, path: use[0].path, key: 'password', variable: true }] : [];
  });

/** Where the databases are, under the variables that the program looks for. */
const databaseEnv = (used: readonly Use[]): Record<string, string> =>
  Object.fromEntries(
    used.flatMap((use) => {
      const [database, variables] = use;
      const { host, port, user, database: name } = database;
      const facts = { host, port, user, database: name, url: database.urlWith(passwordOf(use) ?? '') };
      return (['host', 'port', 'user', 'database', 'url'] as const).flatMap((fact) => {
        const variable = variables[fact];
        return variable ? [[variable, `${facts[fact]}`] as const] : [];
      });
    }),
  );
