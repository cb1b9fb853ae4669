import type { GitSource } from '../argocd/argocd.js';
import type { Environment } from '../values/environments.js';
import type { Zone } from '../values/zone.js';
import type { HostService } from './cluster.js';

/** Files of an app, or the files of a database, which replicates or dumps them itself. */
export type VolumeKind = 'files' | 'database';

/** Which storage class serves which kind of volume. Both are ReadWriteOnce. */
export type StorageClasses = Readonly<Record<VolumeKind, string>>;

/** The machines that pods run on. */
export interface Workers {
  /** How many there are. */
  readonly count: number;
  /** What each has for pods, as quantities. */
  readonly cpu: string;
  readonly memory: string;
  /** What pods that Helm charts bring ask for on all of them together, which no file shows. */
  readonly charts: { readonly cpu: string; readonly memory: string };
}

/** What serves Ingresses. */
export interface IngressController {
  /** The ingress class it serves. */
  readonly className: string;
  /** The namespace of its proxies on the host. */
  readonly namespace: string;
  /** The labels of its proxies' pods. */
  readonly podLabels: Record<string, string>;
  /** The annotations of an Ingress that serves these paths: what the class itself does not say. */
  readonly annotations: (paths: readonly string[]) => Readonly<Record<string, string>>;
  /**
   * The PromQL for the share of a Service's requests that failed, 0 to 1, by the namespace and name that it has on the
   * host. It has to give no value when no proxy reports: missing metrics fail a release.
   */
  readonly failedShare: (namespace: string, service: string) => string;
}

/** Vault, as the platform uses it. */
export interface VaultServer {
  /** Its address, seen from the host. */
  readonly address: string;
  /** The namespace in which the operator accepts what changes Vault itself. */
  readonly namespace: string;
  /** The roles of its Kubernetes login by which the operator acts. */
  readonly roles: {
    /** Writes policies and roles; only from Vault's own namespace. */
    readonly admin: string;
    /** Generates and copies the secrets of apps, in the namespaces of virtual clusters. */
    readonly keeper: string;
    /** Reads what lies under the namespace it is used from. */
    readonly reader: string;
  };
}

/** The ClusterIssuers that sign the certificates of public hosts. */
export interface Certificates {
  /** That of production, which browsers trust. */
  readonly production: string;
  /** That of all other environments. */
  readonly other: string;
}

/** What takes in the traces, logs and metrics that programs send by themselves, by OTLP. */
export interface TelemetryGateway {
  /** Its Service on the host. Virtual clusters have it under the same name and namespace. */
  readonly service: string;
  readonly namespace: string;
  /** The labels of its pods. */
  readonly podLabels: Record<string, string>;
  /** The ports on which it and its pods listen, by protocol. */
  readonly ports: { readonly grpc: number; readonly http: number };
}

/** What is true of the platform as a whole. */
export interface PlatformProps {
  /** Where Argo CD finds this repository. */
  readonly git: GitSource;
  /** The cluster that each environment lives on. */
  readonly environments: Readonly<Record<Environment, string>>;
  /** The DNS zones in which public hosts may lie. */
  readonly zones: readonly Zone[];
  /**
   * A private mirror, without a scheme and a slash at its end, from which charts, releases and images are taken
   * instead of the internet: `mirror.example.org`. @default - the internet
   */
  readonly mirror?: string;
  /** The machines that pods run on: what does not fit on them is told. @default - not known, and nothing is told */
  readonly workers?: Workers;
  /** The public IPv4 address to which records lead. */
  readonly entryAddress: string;
  /** What serves Ingresses. */
  readonly ingress: IngressController;
  /** What takes in telemetry. */
  readonly telemetry: TelemetryGateway;
  /** What knows how apps do, by which a release is judged: Prometheus. */
  readonly metrics: HostService;
  /** The storage class for each kind of volume. */
  readonly storage: StorageClasses;
  /** What the hosts of previews lie below. @default - there are no previews */
  readonly previewDomain?: string;
  /** Vault. */
  readonly vault: VaultServer;
  /** The issuers of certificates. */
  readonly certificates: Certificates;
  /** The time zone of schedules, `America/Toronto`. */
  readonly timeZone: string;
  /** The e-mail address of those who run the platform. */
  readonly contact: string;
}
