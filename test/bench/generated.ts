import { k8s } from 'cdk8s-plus-28';
import { ClubApp } from '../../constructs/club-app.js';
import { Platform } from '../../constructs/platform.js';
import { SystemService } from '../../constructs/system-service.js';
import { VirtualCluster } from '../../constructs/virtual-cluster.js';
import { Zone } from '../../constructs/zone.js';

/** A platform of `apps` generated apps, each in prod and staging, varied in what they declare. */
export function generatedPlatform(apps: number, outdir: string): Platform {
  const platform = new Platform({
    git: { repository: 'https://example.com/platform.git', revision: 'main' },
    environments: { prod: 'prod', staging: 'staging', sandbox: 'sandbox' },
    zones: [Zone.managed('example.com')],
    entryAddress: '203.0.113.10',
    ingress: { className: 'contour', namespace: 'projectcontour', podLabels: { app: 'envoy' } },
    vaultAddress: 'https://vault.example.com',
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
    outdir,
  });
  const operators = (on: Platform) => {
    const service = new SystemService(on, 'operators', {
      provides: ['dns.gcp.upbound.io', 'cluster.argocd.crossplane.io'],
    });
    for (const name of ['files', 'database']) {
      new k8s.KubeStorageClass(service, name, { metadata: { name }, provisioner: 'example.com/disk' });
    }
    return service;
  };
  const chart = { name: 'vcluster', version: '0.19.5', repository: 'https://example.com/charts' };
  platform.add(operators);
  for (const name of ['prod', 'staging']) {
    platform.add(
      (on) => new VirtualCluster(on, name, { chart, image: 'k3s:v1.28.15', dependsOn: [operators] }),
    );
  }
  for (let index = 0; index < apps; index++) platform.add(app(index));
  return platform;
}

const app = (index: number) => (platform: Platform) => {
  const name = `app-${index}`;
  return new ClubApp(platform, name, {
    owner: { club: `Club ${index % 40}`, github: '@Example', alerts: 'example' },
    base: {
      image: `example.com/${name}:1.${index % 7}.0`,
      port: 3000 + (index % 5),
      size: index % 3 === 0 ? 'medium' : 'small',
      env: { NAME: name, LEVEL: index % 2 === 0 ? 'info' : 'debug' },
      scratch: index % 4 === 0 ? ['/tmp'] : [],
      volumes: index % 5 === 0 ? { data: { mount: '/data', size: '5Gi', personalData: false } } : {},
      internet: index % 6 === 0,
    },
    staging: { host: `${name}.staging.example.com` },
    prod: { host: `${name}.example.com`, env: { LEVEL: 'warn' } },
  });
};
