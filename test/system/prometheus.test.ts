import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
const read = (path: string) => readFileSync(resolve(dist, path), 'utf8');

interface Application {
  readonly metadata: { readonly annotations: Record<string, string> };
  readonly spec: {
    readonly sources: { readonly chart?: string; readonly helm?: { valuesObject: Values } }[];
  };
}
interface Volume {
  readonly volumeClaimTemplate: { readonly spec: { readonly storageClassName: string } };
}
interface Values {
  readonly prometheus: { readonly prometheusSpec: Record<string, unknown> & { storageSpec: Volume } };
  readonly alertmanager: {
    readonly alertmanagerSpec: { storage: Volume; alertmanagerConfiguration: { name: string } };
  };
  readonly extraManifests: readonly {
    readonly metadata: { readonly name: string };
    readonly spec: {
      readonly route: { readonly receiver: string };
      readonly receivers: readonly {
        name: string;
        discordConfigs?: readonly { apiURL: { name: string; key: string } }[];
      }[];
    };
  }[];
}

const application = (name: string) => load(read(`argocd/Application.host-${name}.yaml`)) as Application;
const wave = (name: string) => Number(application(name).metadata.annotations['argocd.argoproj.io/sync-wave']);
const values = application('prometheus').spec.sources.find(({ chart }) => chart)?.helm
  ?.valuesObject as Values;

describe('prometheus', () => {
  it('takes monitors and rules that do not carry the label of its Helm release', () => {
    for (const kind of ['serviceMonitor', 'podMonitor', 'probe', 'rule', 'scrapeConfig']) {
      expect(values.prometheus.prometheusSpec[`${kind}SelectorNilUsesHelmValues`], kind).toBe(false);
    }
  });

  it('keeps what it knows on replicated volumes', () => {
    const { prometheusSpec } = values.prometheus;
    const { alertmanagerSpec } = values.alertmanager;
    for (const volume of [prometheusSpec.storageSpec, alertmanagerSpec.storage]) {
      expect(volume.volumeClaimTemplate.spec.storageClassName).toBe('mayastor');
    }
  });

  it('sends alerts to Discord, at an address that is in Vault', () => {
    const { name } = values.alertmanager.alertmanagerSpec.alertmanagerConfiguration;
    const { spec } = values.extraManifests.find(({ metadata }) => metadata.name === name) ?? {};
    const receiver = spec?.receivers.find((each) => each.name === spec.route.receiver);
    const { apiURL } = receiver?.discordConfigs?.[0] ?? {};
    const secret = load(read(`host/prometheus/VaultSecret.${apiURL?.name}.yaml`)) as {
      spec: { output: { stringData: Record<string, string> } };
    };
    expect(Object.keys(secret.spec.output.stringData)).toEqual([apiURL?.key]);
    expect(read('argocd/Application.host-prometheus.yaml')).not.toContain('discord.com');
  });

  it('comes before what has monitors, and after volumes and certificates', () => {
    expect(wave('prometheus')).toBeGreaterThan(wave('mayastor'));
    expect(wave('prometheus')).toBeGreaterThan(wave('cert-manager'));
    expect(wave('node-exporter')).toBeGreaterThan(wave('prometheus'));
    expect(wave('blackbox')).toBeGreaterThan(wave('prometheus'));
  });

  it('lets only the namespace of the node exporter be privileged', () => {
    const level = (service: string, namespace: string) =>
      read(`host/${service}/Namespace.${namespace}.yaml`).match(/enforce: (\w+)/)?.[1];
    expect(level('prometheus', 'monitoring')).toBe('restricted');
    expect(level('node-exporter', 'node-exporter')).toBe('privileged');
    for (const other of ['blackbox', 'watch'])
      expect(existsSync(resolve(dist, `host/${other}/Namespace.monitoring.yaml`))).toBe(false);
  });
});
