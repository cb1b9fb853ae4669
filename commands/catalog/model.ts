/** All that the catalogue says. `catalog/catalog.schema.json` says the same as a JSON Schema, for programs of others. */
export interface Catalog {
  readonly $schema: './catalog.schema.json';
  /** The repository that all of it is declared in. */
  readonly repository: { readonly url: string; readonly branch: string };
  /** Where Argo CD and Grafana answer; absent where they are not public. */
  readonly tools: { readonly argocd?: string; readonly grafana?: string };
  /** The clusters, the host first. */
  readonly clusters: readonly CatalogCluster[];
  /** Apps and system services, by name. */
  readonly entries: readonly Entry[];
  /** The folders of `dist/`, each an Application of Argo CD, by path. */
  readonly units: readonly UnitEntry[];
}

/** A cluster that units land on. */
export interface CatalogCluster {
  readonly name: string;
  readonly kind: 'host' | 'virtual';
  /** The environments of apps that live there. */
  readonly environments: readonly string[];
}

/** A club's app, or a component of the platform itself. */
export interface Entry {
  /** What it is called in its file; no two entries share one. */
  readonly id: string;
  readonly kind: 'app' | 'service';
  /** Its doc comment, in English. */
  readonly description?: string;
  /** `false` if it is declared and switched off: then it is nowhere. */
  readonly enabled: boolean;
  /** Who answers for it: the club, its GitHub team or organisation, and its alerts' channel on Discord. */
  readonly owner: { readonly club: string; readonly github: string; readonly alerts: string };
  /** The file that declares it, below the repository's root. */
  readonly source?: string;
  /** An app's environments, or the one place of a service. */
  readonly places: readonly Place[];
}

/** What an app gets by being declared, or by a line more. */
export const features = [
  'watched',
  'alerted',
  'objective',
  'scaled',
  'released',
  'backedUp',
  'previewed',
] as const;
export type Feature = (typeof features)[number];

/** An entry in one place. */
export interface Place {
  /** The environment of an app. */
  readonly environment?: string;
  readonly cluster: string;
  readonly namespace: string;
  /** The paths of its units. */
  readonly units: readonly string[];
  /** The programs whose images it names. */
  readonly programs: readonly Program[];
  /** The Helm charts that it installs. */
  readonly charts: readonly Chart[];
  /** The upstream releases that it installs, by address. */
  readonly releases: readonly Release[];
  /** What the public reaches. */
  readonly hosts: readonly PublicHost[];
  /** What it stores. */
  readonly data: readonly StoredData[];
  /** What people provide: where it goes, never its value. */
  readonly secrets: readonly Secret[];
  /** What an app gets there by being declared; absent for a service. */
  readonly features?: readonly Feature[];
  /** The rules that it breaks, and why. */
  readonly exceptions: readonly CatalogException[];
}

export interface Program {
  /** The object that names the image, `Deployment httpbin`. */
  readonly object: string;
  readonly image: string;
}

export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
}

export interface Release {
  readonly address: string;
  readonly version?: string;
}

export interface PublicHost {
  readonly host: string;
  /** The ports on which it answers. */
  readonly ports: readonly number[];
  /** Who signs its certificate; absent without TLS. */
  readonly tls?: string;
  /** The DNS zone that it lies in. */
  readonly zone: string;
  /** Whom to ask for its record; absent where the platform makes it. */
  readonly askTo?: string;
}

export interface StoredData {
  readonly name: string;
  /** The database that keeps it, `postgres 17.7`; absent for files. */
  readonly database?: string;
  /** The size of each volume, as a quantity of storage. */
  readonly size?: string;
  /** How many such volumes there are. @default 1 */
  readonly count?: number;
  /** Whether personal data may be in it; absent where nobody said. */
  readonly personalData?: boolean;
  /** Why they may. */
  readonly personalDataBecause?: string;
  /** The schedules by which Velero copies it. */
  readonly backups: readonly Backup[];
}

export interface Backup {
  readonly name: string;
  /** When, as cron writes it, in UTC. */
  readonly schedule: string;
  /** For how many days a copy is kept. */
  readonly days: number;
}

export interface Secret {
  /** A path in Vault, or a Secret made by hand. */
  readonly place: 'Vault' | 'Secret';
  readonly at: string;
  /** The keys, each with what it is. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface CatalogException {
  readonly rule: string;
  /** What breaks it, `Deployment httpbin`. */
  readonly object: string;
  readonly reason: string;
  /** The last day on which that holds; absent if for ever. */
  readonly until?: string;
}

/** A folder of `dist/`. */
export interface UnitEntry {
  /** `host/cert-manager` */
  readonly path: string;
  /** Its Application in Argo CD. */
  readonly application: string;
  readonly cluster: string;
  readonly namespace: string;
  /** The Argo CD project that limits it. */
  readonly project: string;
  /** When its turn is as the platform comes up. */
  readonly wave: number;
  /** How many objects are in it, not counting those of charts and releases. */
  readonly objects: number;
  /** The paths of the units that must be healthy first. */
  readonly dependsOn: readonly string[];
  /** The entry that it belongs to. */
  readonly entry: string;
  /** The commit that changed it last; absent without history, or where it changed since. */
  readonly since?: { readonly commit: string; readonly date: string };
}
