import { Construct } from 'constructs';
import type { AppEnvironment } from './app-environment.js';
import { AppSecrets, generateSecret, type SecretKey, type SecretMount, secretPath } from './app-secrets.js';
import type { DatabaseVariables, ProgramSpec } from './app-spec.js';
import { Connections } from './connections.js';
import type { Database } from './database.js';
import { Isolation } from './isolation.js';
import { telemetryAnnotations, telemetryEnv } from './own-telemetry.js';
import { podSizes, type Resources } from './pod-size.js';

/** What runs for an app, for ever or by the clock: its secrets, its databases, and the wall around it. */
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
    port?: number,
  ) {
    super(environment, id);
    const isolation = new Isolation(environment.hostPart, `isolation ${name}`, {
      name: environment.hostPartName(name),
      cluster: environment.cluster,
      namespace: environment.namespace,
      podLabels: { 'app.kubernetes.io/name': name },
    });
    this.connections = new Connections(isolation, port);
    if (spec.internet) isolation.allowInternet(spec.internet === true ? [443] : spec.internet);
    const used = Object.entries(spec.uses ?? {}).flatMap(([database, variables]): Use[] => {
      const found = environment.databases.get(database);
      return found ? [[found, variables]] : [];
    });
    for (const [database] of used) this.connections.allowTo(database);
    this.resources = { ...(podSizes[spec.size ?? 'small'] ?? podSizes.small), ...spec.resources };
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
        unit.inputs.push({ unit, place: 'Vault', at: path, keys: secret.keys });
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
