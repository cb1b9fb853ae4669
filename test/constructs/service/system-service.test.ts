import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { describe, expect, it } from 'vitest';
import { PublicRoute } from '../../../constructs/network/public-route.js';
import type { Component } from '../../../constructs/platform/platform.js';
import { SystemService } from '../../../constructs/service/system-service.js';
import { folder, objectAt, operators, problemsOf, render, testPlatform } from '../../platform.js';

const chart = { name: 'vault', version: '0.28.1', repository: 'https://example.com/charts' };
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (platform: ReturnType<typeof testPlatform>, path: string): any => objectAt(platform, path);

describe('SystemService', () => {
  it('of a chart is two sources: the chart with its values, and the folder with what is beside it', () => {
    const platform = testPlatform().add(
      (on) =>
        new SystemService(on, 'vault', {
          charts: [{ chart, values: { ui: true } }],
          syncOptions: ['Replace=true'],
        }),
    );
    expect(folder(platform, 'host/vault')).toMatchSnapshot('folder');
    expect(at(platform, 'argocd/Application.host-vault.yaml')).toMatchSnapshot('application');
  });

  it('of a chart alone is one source, and no folder', () => {
    const platform = testPlatform().add(
      (on) =>
        new SystemService(on, 'metrics', {
          namespace: 'kube-system',
          podSecurity: 'other',
          charts: [{ chart }],
        }),
    );
    const { spec } = at(platform, 'argocd/Application.host-metrics.yaml');
    expect([spec.source.chart, spec.source.path, spec.sources]).toEqual(['vault', undefined, undefined]);
    expect([...render(platform).files.keys()].filter((path) => path.startsWith('host/metrics'))).toEqual([]);
  });

  it('of plain manifests is one source', () => {
    const platform = testPlatform().add((on) => new SystemService(on, 'vault'));
    const { spec } = at(platform, 'argocd/Application.host-vault.yaml');
    expect(spec.source.path).toBe('dist/host/vault');
    expect(spec.sources).toBeUndefined();
  });

  it('is rendered by a plugin only if it names one', () => {
    const platform = testPlatform().add(
      (on) => new SystemService(on, 'vault', { plugin: 'lovely' }),
      (on) => new SystemService(on, 'other'),
    );
    const source = (name: string) => at(platform, `argocd/Application.host-${name}.yaml`).spec.source;
    expect(source('vault').plugin).toEqual({ name: 'lovely' });
    expect(source('other').plugin).toBeUndefined();
  });

  it('leaves out the definitions in a chart that another service brings', () => {
    const platform = testPlatform().add(
      (on) => new SystemService(on, 'vault', { charts: [{ chart, skipCrds: true }] }),
    );
    const { spec } = at(platform, 'argocd/Application.host-vault.yaml');
    expect(spec.sources[0].helm).toEqual({ releaseName: 'vault', skipCrds: true });
  });

  it('of a release is a kustomization that lists the release and every file beside it', () => {
    const platform = testPlatform().add((on) => {
      const service = new SystemService(on, 'operator', {
        release: {
          resources: ['https://example.com/v1/install.yaml'],
          patches: [{ target: { kind: 'Service' }, patch: [] }],
        },
        podSecurity: { privileged: 'it drives the disks' },
      });
      new k8s.KubeConfigMap(service, 'b', { metadata: { name: 'b' } });
      new k8s.KubeConfigMap(service, 'a', { metadata: { name: 'a' } });
      return service;
    });
    expect(folder(platform, 'host/operator')).toMatchSnapshot();
    const listed = at(platform, 'host/operator/kustomization.yaml').resources.slice(1);
    const files = [...render(platform).files.keys()].filter((path) => path.startsWith('host/operator/'));
    expect(listed).toEqual(
      files
        .map((path) => path.split('/').at(-1))
        .filter((name) => name !== 'kustomization.yaml')
        .sort(),
    );
  });

  it('labels the namespace that a release brings instead of making it twice', () => {
    const platform = testPlatform().add(
      (on) =>
        new SystemService(on, 'operator', {
          release: { resources: ['https://example.com/x.yaml'], bringsNamespace: true },
        }),
    );
    const { resources, patches } = at(platform, 'host/operator/kustomization.yaml');
    expect(resources).toEqual(['https://example.com/x.yaml', 'NetworkPolicy.isolation.yaml']);
    expect(patches[0].patch).toContain('pod-security.kubernetes.io/enforce: restricted');
  });

  it('puts objects that wait for others of the same unit, or for the kinds it brings, in a later wave', () => {
    const platform = testPlatform().add((on) => {
      const service = new SystemService(on, 'vault', { charts: [{ chart }], provides: [''] });
      const first = new k8s.KubeConfigMap(service, 'first', { metadata: { name: 'first' } });
      new k8s.KubeConfigMap(service, 'second', { metadata: { name: 'second' } }).node.addDependency(first);
      return service;
    });
    const wave = (name: string) =>
      at(platform, `host/vault/ConfigMap.${name}.yaml`).metadata.annotations?.[
        'argocd.argoproj.io/sync-wave'
      ];
    expect([wave('first'), wave('second')]).toEqual(['1', '2']);
  });

  it('may provide a single kind of a group whose other kinds another service provides', () => {
    const all: Component = (on) => new SystemService(on, 'all', { provides: ['example.com'] });
    const one: Component = (on) => new SystemService(on, 'one', { provides: ['example.com/One'] });
    const user = (kind: string, dependency: Component) =>
      problemsOf(
        testPlatform().add(all, one, (on) => {
          const service = new SystemService(on, 'user', { dependsOn: [dependency] });
          new ApiObject(service, 'it', { apiVersion: 'example.com/v1', kind, metadata: { name: 'it' } });
          return service;
        }),
      );
    expect([user('One', one), user('Other', all)]).toEqual([[], []]);
    expect(user('One', all)).toEqual([expect.stringContaining("One is provided by 'one'")]);
    expect(user('Other', one)).toEqual([expect.stringContaining("Other is provided by 'all'")]);
  });

  it('is public by a route in its own unit, on port names as well as numbers', () => {
    const platform = testPlatform().add((on) => {
      const service = new SystemService(on, 'vault', { dependsOn: [operators] });
      new PublicRoute(service, 'ui', {
        hosts: ['vault.example.com'],
        service: { name: 'vault', port: 'http' },
      });
      return service;
    });
    expect(folder(platform, 'host/vault')).toMatchSnapshot();
  });

  it('is closed to other namespaces but those it admits', () => {
    const platform = testPlatform().add(
      (on) =>
        new SystemService(on, 'vault', {
          admits: [
            { from: 'ingress', ports: [8200] },
            { from: ['crossplane'] },
            { from: 'anyone', ports: [8080] },
          ],
        }),
    );
    const { spec } = at(platform, 'host/vault/NetworkPolicy.isolation.yaml');
    expect(spec.policyTypes).toEqual(['Ingress']);
    const namespace = (name: string) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
    });
    expect(spec.ingress).toEqual([
      { from: [{ podSelector: {} }] },
      { from: [namespace('projectcontour')], ports: [{ port: 8200, protocol: 'TCP' }] },
      { from: [namespace('crossplane')] },
      { ports: [{ port: 8080, protocol: 'TCP' }] },
    ]);
  });

  it('may stand at the end of a chain of 200, each with the wave after the one before', () => {
    const chain: Component[] = [];
    for (let index = 0; index < 200; index++) {
      chain.push((on) => new SystemService(on, `s-${index}`, { dependsOn: chain.slice(index - 1, index) }));
    }
    const { units } = render(testPlatform().add(...chain));
    const waves = new Map(units.map(({ unit, wave }) => [unit.folder, wave]));
    expect(chain.map((_, index) => waves.get(`s-${index}`))).toEqual(chain.map((_, index) => index));
  });

  it('takes what it was with it when it is switched off', () => {
    const platform = testPlatform().add((on) => new SystemService(on, 'vault', { enabled: false }));
    expect([...render(platform).files.keys()].filter((path) => path.includes('vault'))).toEqual([]);
  });
});
