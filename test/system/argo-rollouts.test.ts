import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { Platform } from '../../constructs/platform/platform.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { argoRollouts } from '../../system/argo-rollouts.js';
import { settings } from '../../system/settings.js';

const file = resolve(import.meta.dirname, '../../dist/argocd/Application.host-argo-rollouts.yaml');
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const application: any = load(readFileSync(file, 'utf8'));
const { controller, providerRBAC } = application.spec.sources[0].helm.valuesObject;

describe('argo-rollouts', () => {
  it('provides its own kinds and leaves the rest of the group to Argo CD', () => {
    const platform = new Platform(settings).add(
      (on) => new SystemService(on, 'argocd', { provides: ['argoproj.io'] }),
      argoRollouts,
    );
    const provider = (kind: string) => platform.providerOf('argoproj.io', kind)?.node.id;
    expect(provider('Rollout')).toBe('argo-rollouts');
    expect(provider('AnalysisTemplate')).toBe('argo-rollouts');
    expect(provider('Application')).toBe('argocd');
  });

  it('finds the plugin where the init container puts it', () => {
    const [plugin] = load(controller.trafficRouterPlugins.trafficRouterPlugins) as [
      { name: string; location: string },
    ];
    const [init] = controller.initContainers;
    const [, from, to] = init.command;
    expect(plugin.location).toBe(`file://${to}${from.split('/').at(-1)}`);
    expect(init.image).toMatch(/:v\d+\.\d+\.\d+$/);
    const mounts = (container: { volumeMounts: { name: string }[] }) =>
      container.volumeMounts.map(({ name }) => name);
    const volumes = controller.volumes.map(({ name }: { name: string }) => name);
    expect(volumes).toEqual(expect.arrayContaining([...mounts(init), ...mounts(controller)]));
  });

  it('may change the routes of Gateway API only', () => {
    expect(Object.values(providerRBAC.providers)).not.toContain(true);
    expect(providerRBAC.providers).not.toHaveProperty('gatewayAPI'); // on by default
  });
});
