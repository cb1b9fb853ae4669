import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { AppEnvironment } from '../environment/app-environment.js';
import { AppSecrets, generateSecret, secretPath } from '../environment/secrets.js';
import { Connections } from '../network/connections.js';
import type { Listener } from '../network/listener.js';
import { Platform } from '../platform/platform.js';
import { type Exemption, exemptions } from '../values/exemption.js';
import { Mark } from '../values/mark.js';
import { personalData } from '../values/personal-data.js';
import { accountWithoutToken } from '../workload/account.js';
import { backupAnnotation, backupLabels } from '../workload/backup.js';
import { configFiles } from '../workload/config-files.js';
import { podTemplate } from '../workload/pod.js';
import { type PodSize, type Resources, resourcesOf } from '../workload/pod-size.js';
import type { Drill } from './drill.js';
import { type Engine, type EngineName, engines } from './engines.js';

/** Why a database is one pod. */
const onePod: Exemption = {
  rule: 'highly-available',
  reason:
    'the database is one pod; its volume is replicated, and it is started again within minutes elsewhere',
};

/** A database of an app. */
export interface DatabaseSpec {
  /** Which one. */
  readonly engine: EngineName;
  /** Its exact version, the tag of its official image. */
  readonly version: string;
  /** The size of its volume, as a quantity of storage. */
  readonly storage: string;
  /**
   * Whether personal data may be in it, which the platform does not allow: `false`, or the reason why it is
   * nevertheless so.
   */
  readonly personalData: boolean | string;
  /** Why it needs no backup. @default - it is dumped and backed up every night */
  readonly noBackup?: string;
  /** Another image than the official one, without a tag. @default - the official one */
  readonly image?: string;
  /** A named size of its pod. @default 'medium' */
  readonly size?: PodSize;
  /** Figures instead of a size, in whole or in part. @default - those of `size` */
  readonly resources?: Partial<Resources>;
  /** The name of its user. @default - the app's name */
  readonly user?: string;
  /** The name of the database. @default - the app's name */
  readonly database?: string;
}

/** The image that a database runs. */
export const databaseImage = ({ engine, image, version }: DatabaseSpec): string =>
  `${image ?? engines[engine]?.image ?? engine}:${version}`;

/** CPU and memory of its pod. */
export const databaseResources = (spec: DatabaseSpec): Resources => resourcesOf(spec, 'medium');

const databases = new Mark<Database>();

/**
 * A database of one pod: a StatefulSet on a replicated volume, a headless Service under the database's name, a
 * password that Vault makes up, and a network policy that lets in only the services that use it.
 */
export class Database extends Construct {
  /** Whether `construct` is a database. */
  static isDatabase(construct: object): construct is Database {
    return databases.isOn(construct);
  }

  /** Who may talk to it. */
  readonly connections: Connections;
  /** The name by which its users call it. */
  readonly host: string;
  readonly user: string;
  readonly database: string;
  /** Where its password lies in Vault, under the key `password`. */
  readonly path: string;
  /** How a drill brings back its last dump; undefined if it is not backed up. */
  readonly drill: Drill | undefined;
  private readonly engine: Engine;

  constructor(environment: AppEnvironment, name: string, spec: DatabaseSpec) {
    super(environment, `database ${name}`);
    databases.put(this);
    const platform = Platform.of(this);
    const plain = environment.app.replaceAll('-', '_');
    const engine: Engine = engines[spec.engine];
    const resources = databaseResources(spec);
    const image = databaseImage(spec);

    this.engine = engine;
    this.host = name;
    const listener: Listener = { name, port: engine.port, portName: spec.engine };
    this.user = spec.user ?? plain;
    this.database = spec.database ?? plain;
    this.path = secretPath(environment, name);
    const { cluster, namespace } = environment;
    const podLabels = { 'app.kubernetes.io/name': name };
    this.drill =
      spec.noBackup === undefined
        ? {
            name: environment.hostPartName(name),
            namespace: cluster.hostNamespace(namespace),
            podLabels: cluster.hostPodLabels(namespace, podLabels),
            claim: cluster.hostName(`data-${name}-0`, namespace),
            image: engine.proof.image ?? image,
            proof: engine.proof,
          }
        : undefined;
    generateSecret(environment, name, 'password');
    const { mount } = new AppSecrets(environment, name, [
      { name: 'password', path: this.path, key: 'password', variable: false },
    ]);
    const selector = { 'app.kubernetes.io/name': name };
    this.connections = new Connections(environment.isolationOf(name), listener);

    const metadata = { name, labels: selector };
    accountWithoutToken(environment.workload, `account ${name}`, metadata);
    new k8s.KubeService(environment.workload, `headless ${name}`, {
      metadata,
      spec: {
        clusterIp: 'None',
        selector,
        ports: [
          {
            name: listener.portName,
            port: listener.port,
            targetPort: k8s.IntOrString.fromString(listener.portName),
          },
        ],
      },
    });
    new k8s.KubeStatefulSet(environment.workload, `set ${name}`, {
      metadata: { ...metadata, annotations: { ...exemptions(onePod), ...personalData(spec.personalData) } },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 3,
        serviceName: name,
        selector: { matchLabels: selector },
        template: podTemplate({
          name,
          image,
          resources,
          labels: selector,
          listener,
          scratch: engine.scratch,
          files: engine.files && configFiles(environment.workload, name, engine.files),
          volumes: [{ name: 'data', path: engine.data, noBackup: spec.noBackup !== undefined }],
          dump: spec.noBackup === undefined ? engine.dump(this.user, this.database) : undefined,
          secrets: mount,
          pullSecret: environment.pullSecret,
          priority: environment.environment,
          ...engine.start(this.user, this.database),
        }),
        volumeClaimTemplates: [
          {
            metadata: {
              name: 'data',
              labels: backupLabels(spec.noBackup),
              annotations: { ...backupAnnotation(spec.noBackup), ...personalData(spec.personalData) },
            },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: platform.props.storage.files,
              resources: { requests: { storage: k8s.Quantity.fromString(spec.storage) } },
            },
          },
        ],
      },
    });
  }

  /** The port on which it listens. */
  get port(): number {
    return this.engine.port;
  }

  /** How a program calls it whose password is in `variable`: Kubernetes puts that in. */
  urlWith(variable: string): string {
    const { scheme, query = '', admits } = this.engine;
    const path = admits === 'password' ? '' : `/${this.database}${query}`;
    return `${scheme}://${admits === 'password' ? '' : this.user}:$(${variable})@${this.host}:${this.port}${path}`;
  }
}
