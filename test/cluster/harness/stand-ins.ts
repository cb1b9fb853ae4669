import { load } from 'js-yaml';
import { groupOf } from '../../../constructs/kube/manifest.js';
import type { Api, Live } from './api.js';
import type { Argocd } from './argocd.js';
import { doubleLabel } from './doubles.js';
import { type Cluster, kubeconfigOf } from './kubernetes.js';

/** A status that an operator would write, for the kinds whose health Argo CD judges by it. */
type Status = (object: Live) => Record<string, unknown>;

const condition = (type: string, status = 'True', reason = 'StandIn') => ({
  ...{ type, status, reason, message: 'by a stand-in' },
  lastTransitionTime: new Date().toISOString(),
});
const ready: Status = () => ({ conditions: [condition('Ready')] });
const reconciled: Status = () => ({ conditions: [condition('ReconcileSuccessful')] });
const deployed: Status = () => ({ phase: 'Deployed' });

/**
 * The operators that are not here, by the kinds they answer for. Each says at once that all went well: what an operator
 * would make of what it is told is not tested, only that Argo CD waits until it has spoken.
 */
const operators: Readonly<Record<string, Status>> = {
  'cert-manager.io/v1 Certificate': ready,
  'cert-manager.io/v1 ClusterIssuer': ready,
  'cert-manager.io/v1 Issuer': ready,
  'cdi.kubevirt.io/v1beta1 CDI': deployed,
  'kubevirt.io/v1 KubeVirt': deployed,
  // One that is switched off is not ready, and says so.
  'kubevirt.io/v1 VirtualMachine': ({ spec }) =>
    spec.running
      ? { created: true, ready: true, printableStatus: 'Running', conditions: [condition('Ready')] }
      : { printableStatus: 'Stopped', conditions: [condition('Ready', 'False', 'VMINotExists')] },
  'argoproj.io/v1alpha1 Rollout': ({ metadata }) => ({
    phase: 'Healthy',
    observedGeneration: `${(metadata as { generation?: number }).generation}`,
  }),
  'pkg.crossplane.io/v1 Provider': () => ({ conditions: [condition('Installed'), condition('Healthy')] }),
  ...Object.fromEntries(
    [
      ...[
        'GitHubSecretEngineConfig',
        'GitHubSecretEngineRole',
        'KubernetesAuthEngineRole',
        'PasswordPolicy',
        'Policy',
      ],
      ...['RandomSecret', 'SecretEngineMount', 'VaultSecret'],
    ].map((kind) => [`redhatcop.redhat.io/v1alpha1 ${kind}`, reconciled]),
  ),
};

/** Everything that stands in for what the real platform has and the tests do not. */
export class StandIns {
  /** The kinds that an operator's stand-in spoke for. */
  readonly spokeFor = new Set<string>();
  /** Kinds, as `group/Kind`, that no operator answers for yet. */
  readonly silent = new Set<string>();
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Cluster,
    private readonly virtual: ReadonlyMap<string, Cluster>,
    private readonly argocd: Argocd,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      for (const duty of [this.operate, this.provision, this.virtualClusters, this.register]) {
        // What it looks at may be gone, or not be there yet: it looks again.
        await duty.call(this).catch(() => {});
      }
      await new Promise((next) => setTimeout(next, 500));
    }
  }

  private async operate(): Promise<void> {
    for (const { api } of [this.host, ...this.virtual.values()])
      for (const [kind, status] of Object.entries(operators)) await this.operateOn(api, kind, status);
  }

  private async operateOn(api: Api, kind: string, status: Status): Promise<void> {
    const [apiVersion, name] = kind.split(' ') as [string, string];
    const path = await api.pathOfKind(apiVersion, name);
    const key = `${groupOf({ apiVersion })}/${name}`;
    if (!path || this.silent.has(key)) return;
    for (const object of await api.list(path)) {
      if (object.status?.conditions?.length || object.status?.phase) continue;
      await speak(api, { ...object, apiVersion, kind: name }, status(object));
      this.spokeFor.add(key);
    }
  }

  /** What a storage driver does: a volume for each claim. */
  private async provision(): Promise<void> {
    for (const { api } of [this.host, ...this.virtual.values()]) {
      for (const { metadata, spec, status } of await api.list('/api/v1/persistentvolumeclaims')) {
        if (status?.phase !== 'Pending') continue;
        await api.apply({
          apiVersion: 'v1',
          kind: 'PersistentVolume',
          metadata: { name: `${metadata.namespace}-${metadata.name}` },
          spec: {
            capacity: spec.resources.requests,
            accessModes: spec.accessModes,
            storageClassName: spec.storageClassName,
            volumeMode: spec.volumeMode,
            persistentVolumeReclaimPolicy: 'Retain',
            claimRef: {
              apiVersion: 'v1',
              kind: 'PersistentVolumeClaim',
              namespace: metadata.namespace,
              name: metadata.name,
            },
            hostPath: { path: '/nowhere' },
          },
        });
      }
    }
  }

  /** What vcluster 0.19 does once its chart is there: it writes the kubeconfig of its administrator, at the address it was told. */
  private async virtualClusters(): Promise<void> {
    const charts = await this.host.api.list(`/api/v1/configmaps?labelSelector=${doubleLabel}%3Dvcluster`);
    for (const { metadata, data } of charts) {
      const cluster = this.virtual.get(data.release);
      const path = `/api/v1/namespaces/${metadata.namespace}/secrets/vc-${data.release}`;
      if (!cluster || (await this.host.api.find(path))) continue;
      const args: string[] = JSON.parse(data.values).syncer.extraArgs;
      const flag = '--out-kube-config-server=';
      const server = args.find((arg) => arg.startsWith(flag))?.slice(flag.length) ?? 'https://localhost:8443';
      const certificate = cluster.authority.forClient('kubernetes-admin', 'system:masters');
      const ca = cluster.authority.ca.cert;
      await this.host.api.apply(
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: `vc-${data.release}` },
          stringData: {
            config: JSON.stringify(kubeconfigOf(server, ca, { certificate }, 'default')),
            'certificate-authority': ca,
            'client-certificate': certificate.cert,
            'client-key': certificate.key,
          },
        },
        metadata.namespace,
      );
    }
  }

  /**
   * What Crossplane's provider for Argo CD does with a Cluster: reads the kubeconfig it refers to, and registers that by
   * Argo CD's API, with the token of the ProviderConfig, under the Cluster's name and address.
   */
  private async register(): Promise<void> {
    const { api } = this.host;
    const clusters = await api.pathOfKind('cluster.argocd.crossplane.io/v1alpha1', 'Cluster');
    const configs = await api.pathOfKind('argocd.crossplane.io/v1alpha1', 'ProviderConfig');
    if (!clusters || !configs) return;
    for (const object of await api.list(clusters)) {
      if (object.status?.conditions?.length) continue;
      const { forProvider, providerConfigRef } = object.spec;
      const { secretRef } = (await api.get(`${configs}/${providerConfigRef.name}`))['spec'].credentials;
      const token = await this.secret(secretRef);
      const config = load(await this.secret(forProvider.config.kubeconfigSecretRef)) as ReturnType<
        typeof kubeconfigOf
      >;
      const user = { ...config.users[0]?.user } as Record<string, string>;
      const tlsClientConfig = {
        caData: config.clusters[0]?.cluster['certificate-authority-data'],
        certData: user['client-certificate-data'],
        keyData: user['client-key-data'],
      };
      const cluster = { name: forProvider.name, server: forProvider.server, config: { tlsClientConfig } };
      await this.argocd.call('POST', '/api/v1/clusters?upsert=true', cluster, token);
      await speak(
        api,
        { ...object, apiVersion: 'cluster.argocd.crossplane.io/v1alpha1', kind: 'Cluster' },
        ready(object),
      );
    }
  }

  private async secret(ref: { namespace: string; name: string; key: string }): Promise<string> {
    const { data } = await this.host.api.get(`/api/v1/namespaces/${ref.namespace}/secrets/${ref.name}`);
    return Buffer.from(data[ref.key], 'base64').toString();
  }
}

/** Writes a status, where the kind has one of its own to write to. */
async function speak(api: Api, object: Live, status: Record<string, unknown>): Promise<void> {
  const path = await api.pathOf(object);
  try {
    await api.merge(`${path}/status`, { status });
  } catch {
    await api.merge(path, { status });
  }
}
