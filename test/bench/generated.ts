import { k8s } from 'cdk8s-plus-28';
import { VirtualCluster } from '../../constructs/cluster/virtual-cluster.js';
import type { Component } from '../../constructs/platform/platform.js';
import { Platform } from '../../constructs/platform/platform.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { Zone } from '../../constructs/values/zone.js';
import { ClusterIssuer } from '../../imports/clusterissuer-cert-manager.io.js';
import { KubernetesAuthEngineRole } from '../../imports/kubernetesauthenginerole-redhatcop.redhat.io.js';
import { Policy, PolicySpecType } from '../../imports/policy-redhatcop.redhat.io.js';
import { settings } from '../../system/settings.js';
import { generatedApp } from './generated-apps.js';

const chart = (name: string) => ({ name, version: '1.0.0', repository: 'https://example.com/charts' });

/** A service by chart, as most of the platform's are: what is in its namespace, only the chart knows. */
const service =
  (name: string, provides: readonly string[] = []): Component =>
  (platform) =>
    new SystemService(platform, name, { charts: [{ chart: chart(name) }], provides });

const storage: Component = (platform) => {
  const made = new SystemService(platform, 'storage', { charts: [{ chart: chart('storage') }] });
  for (const name of ['files', 'database']) {
    new k8s.KubeStorageClass(made, name, { metadata: { name }, provisioner: 'example.com/disk' });
  }
  return made;
};

const ingress: Component = (platform) => {
  const made = new SystemService(platform, 'projectcontour', { charts: [{ chart: chart('contour') }] });
  const controller = 'projectcontour.io/ingress-controller';
  new k8s.KubeIngressClass(made, 'class', { metadata: { name: 'contour' }, spec: { controller } });
  return made;
};

const certificates: Component = (platform) => {
  const provides = ['cert-manager.io'];
  const made = new SystemService(platform, 'cert-manager', {
    charts: [{ chart: chart('cert-manager') }],
    provides,
  });
  for (const name of ['letsencrypt-prod', 'letsencrypt-staging']) {
    new ClusterIssuer(made, name, { metadata: { name }, spec: { selfSigned: {} } });
  }
  return made;
};

/** Vault, and the two roles by which it is written to. */
const vault: Component = (platform) => {
  const provides = ['redhatcop.redhat.io', 'secrets-store.csi.x-k8s.io'];
  const made = new SystemService(platform, 'vault', { charts: [{ chart: chart('vault') }], provides });
  const authentication = { path: 'kubernetes', role: 'config-admin', serviceAccount: { name: 'default' } };
  for (const name of ['config-admin', 'app-keeper']) {
    const metadata = { name };
    const policy = 'path "kv/data/apps/*" {\n  capabilities = ["create"]\n}\n';
    new Policy(made, `policy ${name}`, {
      metadata,
      spec: { authentication, policy, type: PolicySpecType.ACL },
    });
    new KubernetesAuthEngineRole(made, `role ${name}`, {
      metadata,
      spec: {
        authentication,
        path: 'kubernetes',
        policies: [name],
        targetServiceAccounts: ['default'],
        targetNamespaces: { targetNamespaces: ['vault', 'vcluster-prod', 'vcluster-staging'] },
      },
    });
  }
  return made;
};

const services = [
  storage,
  ingress,
  certificates,
  vault,
  service('argocd'),
  service('telemetry'),
  service('crossplane', ['dns.gcp.upbound.io', 'cluster.argocd.crossplane.io']),
];

const virtualCluster =
  (name: string): Component =>
  (platform) =>
    new VirtualCluster(platform, name, {
      chart: { ...chart('vcluster'), version: '0.19.5' },
      image: 'k3s:v1.28.15',
      dependsOn: services,
    });

/**
 * A platform of `apps` generated apps, each in prod and staging; every rule looks at it.
 *
 * @param version of the first app's image
 */
export function generatedPlatform(apps: number, version?: string): Platform {
  const platform = new Platform({
    git: { repository: 'https://example.com/platform.git', revision: 'main' },
    environments: { prod: 'prod', staging: 'staging', sandbox: 'sandbox' },
    zones: [Zone.managed('example.com')],
    entryAddress: '203.0.113.10',
    ingress: settings.ingress,
    certificates: settings.certificates,
    vault: { ...settings.vault, address: 'https://vault.example.com' },
    timeZone: settings.timeZone,
    contact: settings.contact,
    telemetry: {
      service: 'gateway',
      namespace: 'telemetry',
      podLabels: { app: 'gateway' },
      ports: { grpc: 4317, http: 4318 },
    },
    metrics: {
      service: 'prometheus',
      namespace: 'monitoring',
      podLabels: { 'app.kubernetes.io/name': 'prometheus' },
      port: 9090,
    },
    storage: { files: 'files', database: 'database' },
  });
  platform.add(...services, ...['prod', 'staging'].map(virtualCluster));
  for (let index = 0; index < apps; index++)
    platform.add(generatedApp(index, index === 0 ? version : undefined));
  return platform;
}
