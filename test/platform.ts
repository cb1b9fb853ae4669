import { k8s } from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import { VirtualCluster } from '../constructs/cluster/virtual-cluster.js';
import { ClubApp, type ClubAppProps } from '../constructs/kinds/club-app.js';
import type { Manifest } from '../constructs/kube/manifest.js';
import type { Component } from '../constructs/platform/platform.js';
import { Platform } from '../constructs/platform/platform.js';
import type { PlatformProps } from '../constructs/platform/props.js';
import { formatProblem, SynthError } from '../constructs/problems/problems.js';
import { SystemService } from '../constructs/service/system-service.js';
import { Zone } from '../constructs/values/zone.js';
import { render as renderPlatform } from '../synth/render.js';
import type { Rendered, RenderOptions } from '../synth/rendered.js';
import { settings } from '../system/settings.js';

/** An owner for apps that do not care. */
export const owner = { club: 'Chess', github: '@Chess', alerts: 'chess' };

/** A base that is complete and right. */
export const base = { image: 'ghcr.io/chess/site:1.0.0', port: 8080 };

/** Stands for every operator that the constructs' custom resources need. */
export const operators: Component = (platform) => {
  const service = new SystemService(platform, 'operators', {
    provides: [
      'dns.gcp.upbound.io',
      'cluster.argocd.crossplane.io',
      'redhatcop.redhat.io',
      'secrets-store.csi.x-k8s.io',
    ],
  });
  for (const name of ['files', 'database']) {
    new k8s.KubeStorageClass(service, name, { metadata: { name }, provisioner: 'example.com/disk' });
  }
  return service;
};

const virtualCluster =
  (name: string): Component =>
  (platform) =>
    new VirtualCluster(platform, name, {
      chart: { name: 'vcluster', version: '0.19.5', repository: 'https://example.com/charts' },
      image: 'k3s:v1.28.15',
      dependsOn: [operators],
    });

/** A small platform with three virtual clusters and no apps. */
export function testPlatform(props: Partial<PlatformProps> = {}): Platform {
  const platform = new Platform({
    git: { repository: 'https://example.com/platform.git', revision: 'main' },
    environments: { prod: 'prod', staging: 'staging', sandbox: 'sandbox' },
    zones: [Zone.managed('example.com'), Zone.external('school.ca', { askTo: 'the school' })],
    entryAddress: '203.0.113.10',
    ingress: settings.ingress,
    certificates: settings.certificates,
    vault: { ...settings.vault, address: 'https://vault.example.com' },
    timeZone: settings.timeZone,
    contact: settings.contact,
    telemetry: {
      service: 'gateway-collector',
      namespace: 'opentelemetry-collector',
      podLabels: { 'app.kubernetes.io/name': 'gateway-collector' },
      ports: { grpc: 4317, http: 4318 },
    },
    metrics: {
      service: 'prometheus',
      namespace: 'monitoring',
      podLabels: { 'app.kubernetes.io/name': 'prometheus' },
      port: 9090,
    },
    storage: { files: 'files', database: 'database' },
    ...props,
  });
  return platform.add(operators, ...['prod', 'staging', 'sandbox'].map(virtualCluster));
}

/** Declares an app the way a file of `apps/` does. */
export const app =
  (name: string, props: Partial<ClubAppProps>): Component =>
  (platform) =>
    new ClubApp(platform, name, { owner, base, ...props });

/** What is rendered of a platform. Rules have tests of their own. */
export const render = (platform: Platform, options: RenderOptions = {}): Rendered =>
  renderPlatform(platform, { rules: [], ...options });

/** One rendered object. */
export function objectAt(platform: Platform, path: string): Manifest {
  const content = render(platform).files.get(path);
  if (content === undefined) throw new Error(`${path} is not written`);
  return load(content) as Manifest;
}

/** The rendered files below a folder, as one text: for snapshots. */
export function folder(platform: Platform, path: string): string {
  const files = [...render(platform).files].filter(([name]) => name.startsWith(`${path}/`)).sort();
  if (files.length === 0) throw new Error(`${path} is not written`);
  return files.map(([name, content]) => `# ${name}\n${content}`).join('\n');
}

/** The problems of a platform, one line each; none if it renders. */
export function problemsOf(platform: Platform): string[] {
  try {
    render(platform);
    return [];
  } catch (error) {
    if (error instanceof SynthError) return error.problems.map((problem) => formatProblem(problem));
    throw error;
  }
}
