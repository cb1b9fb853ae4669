import { randomUUID } from 'node:crypto';
import { installCrds } from './apply.js';
import { Argocd } from './argocd.js';
import { Authority } from './certificates.js';
import { argocdUnit, type DistUnit, unitsOf } from './dist.js';
import { chartSite, upstreamSite } from './doubles.js';
import { GitHub } from './github.js';
import { type Cluster, startClusters } from './kubernetes.js';
import { Programs } from './programs.js';
import { gitSite, Outside } from './proxy.js';
import { Repository } from './repository.js';
import { StandIns } from './stand-ins.js';
import { tools } from './tools.js';

/** The whole platform on real programs: a host, its virtual clusters, and an Argo CD that reads a copy of `dist/`. */
export interface RunningPlatform {
  readonly programs: Programs;
  readonly units: readonly DistUnit[];
  readonly host: Cluster;
  readonly virtual: ReadonlyMap<string, Cluster>;
  readonly argocd: Argocd;
  readonly repository: Repository;
  readonly outside: Outside;
  readonly standIns: StandIns;
  readonly github: GitHub;
  /** Throws if a program has ended. */
  check(): void;
  stop(): Promise<void>;
}

export async function startPlatform(dist: string): Promise<RunningPlatform> {
  const programs = new Programs();
  const endings: (() => Promise<void>)[] = [() => programs.stop()];
  const stop = async () => {
    for (const end of endings.reverse()) await end();
  };
  try {
    const units = unitsOf(dist);
    const root = argocdUnit(dist);
    const virtual = virtualClusters(units);
    const clusters = await startClusters(programs, tools(), [
      { name: 'host' },
      ...[...virtual].map(([name, { names }]) => ({ name, names })),
    ]);
    const host = clusters.get('host') as Cluster;
    clusters.delete('host');

    const charts = units.flatMap((unit) => unit.charts);
    const source = root.application.spec.source;
    if (!source) throw new Error('the root has no source');
    const repository = new Repository(programs.at('git'), dist, source.targetRevision);
    const addresses = [
      source.repoURL,
      ...charts.map(({ repoURL }) => repoURL),
      ...units.flatMap(({ upstream }) => upstream),
    ];
    const github = new GitHub();
    const hosts = new Set([GitHub.host, ...addresses.map((address) => new URL(address).host)]);
    const authority = new Authority(programs.at('outside'));
    const ports = new Map(
      [...virtual].map(([name, { address }]) => [address, clusters.get(name)?.port as number]),
    );
    const sites = [
      gitSite(source.repoURL, repository.bare),
      chartSite(charts, programs.at('charts')),
      upstreamSite(units),
      github.site,
    ];
    const outside = new Outside(authority.forServer('outside', [...hosts]), sites, ports, hosts);
    const proxy = await outside.listen();
    endings.push(() => outside.close());

    const apis = [
      ['host', host.api],
      ...[...clusters].map(([name, { api }]) => [name, api] as const),
    ] as const;
    await installCrds(units, new Map(apis));
    const unit = units.find((each) => each.charts.some(({ chart }) => chart === 'argo-cd'));
    if (!unit) throw new Error('no unit installs Argo CD');
    const argocd = await Argocd.start(programs, tools(), { host, unit, proxy, trusted: authority.ca });
    const check = () => programs.check();
    const standIns = new StandIns(host, clusters, argocd);
    endings.push(() => standIns.stop());
    const parts = { units, host, virtual: clusters, argocd, repository, outside, standIns, github };
    return { programs, ...parts, check, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The virtual clusters that `dist/` installs: by which names they have to answer, and the one Argo CD calls. */
function virtualClusters(units: readonly DistUnit[]): Map<string, { names: string[]; address: string }> {
  const found = new Map<string, { names: string[]; address: string }>();
  for (const { objects, charts } of units) {
    const registration = objects.find(({ manifest }) =>
      manifest.apiVersion.startsWith('cluster.argocd.crossplane.io/'),
    );
    if (!registration) continue;
    const { forProvider } = registration.manifest['spec'] as {
      forProvider: { name: string; server: string };
    };
    const args: string[] = charts[0]?.helm?.valuesObject?.syncer?.extraArgs ?? [];
    const names = args
      .filter((arg) => arg.startsWith('--tls-san='))
      .map((arg) => arg.slice('--tls-san='.length));
    found.set(forProvider.name, { names, address: new URL(forProvider.server).hostname });
  }
  return found;
}

/** The Secrets that people make before the first sync, and the one of Vault's that a program here reads; with made-up content. */
export async function madeByHand({ host, argocd }: RunningPlatform): Promise<void> {
  await host.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'crossplane' } });
  const secrets = {
    'argocd-credentials': { authToken: await argocd.tokenOf('crossplane') },
    'gcp-secret': { creds: randomUUID() },
  };
  for (const [name, stringData] of Object.entries(secrets)) {
    await host.api.apply({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData }, 'crossplane');
  }
  const token = { metadata: { name: 'preview-token' }, stringData: { token: randomUUID() } };
  await host.api.apply({ apiVersion: 'v1', kind: 'Secret', ...token }, 'argocd');
}
