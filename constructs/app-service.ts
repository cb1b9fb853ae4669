import { Construct } from 'constructs';
import { serviceFaults } from './app-checks.js';
import type { AppEnvironment } from './app-environment.js';
import { AppSecrets, generateSecret, type SecretKey, secretPath } from './app-secrets.js';
import type { DatabaseVariables, ServiceSpec } from './app-spec.js';
import { Connections } from './connections.js';
import type { Database } from './database.js';
import { Isolation } from './isolation.js';
import { Platform } from './platform.js';
import { podSizes } from './pod-size.js';
import { PublicRoute } from './public-route.js';
import { WebWorkload } from './web-workload.js';

/** One program of an app in one environment: its pods, its secrets, and the wall around it. */
export class AppService extends Construct {
  /** Who may talk to it, and to whom it may talk. */
  readonly connections: Connections;
  /** The name by which others in the app call it; undefined if it listens on no port. */
  readonly address: string | undefined;

  constructor(
    private readonly environment: AppEnvironment,
    name: string,
    private readonly spec: ServiceSpec,
  ) {
    super(environment, `service ${name}`);
    const { size = 'small', volumes = {}, port } = spec;
    const hasVolume = Object.keys(volumes).length > 0;
    const replicas = spec.replicas ?? (environment.environment === 'prod' && !hasVolume ? 2 : 1);
    const resources = { ...(podSizes[size] ?? podSizes.small), ...spec.resources };
    for (const { what, mend } of serviceFaults(spec, { replicas, resources, hasVolume })) {
      Platform.of(this).problems.add(environment, environment.said(name, what), mend);
    }

    const isolation = new Isolation(environment.hostPart, `isolation ${name}`, {
      name: environment.hostPartName(name),
      cluster: environment.cluster,
      namespace: environment.namespace,
      podLabels: { 'app.kubernetes.io/name': name },
    });
    this.connections = new Connections(isolation, port);
    if (spec.internet) isolation.allowInternet();
    const keys = this.secretKeys();
    const secrets = keys.length > 0 ? new AppSecrets(environment, name, keys).mount : undefined;
    const workload = new WebWorkload(environment.workload, name, {
      ...spec,
      env: { ...this.databaseEnv(), ...spec.env },
      replicas,
      resources,
      secrets,
    });
    this.address = workload.service?.name;
    for (const database of Object.keys(spec.uses ?? {})) {
      const used = environment.databases.get(database);
      if (used) this.connections.allowTo(used);
    }
  }

  /** Makes it public under these hosts. */
  expose(hosts: readonly string[]): void {
    const { port } = this.spec;
    if (hosts.length === 0 || !this.address || port === undefined) return;
    this.connections.admitIngress();
    const id = this.address === this.environment.app ? 'public' : `public-${this.address}`;
    new PublicRoute(this.environment.workload, id, {
      name: this.address,
      hosts,
      service: { name: this.address, port },
      environment: this.environment.environment,
      records: this.environment.hostPart,
    });
  }

  /** Its own secrets, and the passwords of the databases that it uses. */
  private secretKeys(): SecretKey[] {
    const { environment } = this;
    const own = Object.entries(this.spec.secrets ?? {}).flatMap(([name, secret]) => {
      const path = secret.path ?? secretPath(environment, name, secret.shared);
      const keys = Object.keys(secret.keys);
      const [only] = keys;
      if (secret.generate && only) generateSecret(environment, name, only, secret.shared);
      else if (!secret.path) {
        environment.workload.inputs.push({
          unit: environment.workload,
          place: 'Vault',
          at: path,
          keys: secret.keys,
        });
      }
      return keys.map((key) => ({ name: key, path, key, variable: secret.as !== 'file' }));
    });
    const passwords = this.used().flatMap(([database, { password }]) =>
      password ? [{ name: password, path: database.path, key: 'password', variable: true }] : [],
    );
    return [...own, ...passwords];
  }

  /** Where its databases are, under the variables that it looks for. */
  private databaseEnv(): Record<string, string> {
    const pairs = this.used().flatMap(([database, variables]) =>
      (['host', 'port', 'user', 'database'] as const).map(
        (fact) => [variables[fact], database[fact]] as const,
      ),
    );
    return Object.fromEntries(
      pairs.flatMap(([variable, value]) => (variable ? [[variable, `${value}`]] : [])),
    );
  }

  private used(): [Database, DatabaseVariables][] {
    return Object.entries(this.spec.uses ?? {}).flatMap(([name, variables]) => {
      const database = this.environment.databases.get(name);
      return database ? [[database, variables] as [Database, DatabaseVariables]] : [];
    });
  }
}
