import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => load(readFileSync(resolve(dist, path), 'utf8'));
const application = at('argocd/Application.host-argocd.yaml');
const values = application.spec.sources[0].helm.valuesObject;
const { cm } = values.configs;
const { notifications } = values;
// biome-ignore lint/suspicious/noExplicitAny: as above
const parsed = (entries: Record<string, string>): Record<string, any> =>
  Object.fromEntries(Object.entries(entries).map(([key, text]) => [key, load(text)]));

describe('argocd', () => {
  it('judges Applications by their health, without which waves wait for nothing', () => {
    expect(cm['resource.customizations.health.argoproj.io_Application']).toContain('status.health');
    expect(cm['application.resourceTrackingMethod']).toBe('annotation');
  });

  it('lets those who sign in read, and only groups of the organisation do more', () => {
    expect(values.configs.rbac['policy.default']).toBe('role:readonly');
    const groups = values.configs.rbac['policy.csv'].split('\n').filter((line: string) => /^g, /.test(line));
    expect(groups).toEqual([
      'g, ClubCedille:sre, role:org-operators',
      'g, ClubCedille:exec, role:admin',
      'g, crossplane, role:crossplane',
    ]);
    expect(load(cm['dex.config'])).toHaveProperty('connectors.0.config.orgs', [{ name: 'ClubCedille' }]);
  });

  it('has no secret among its values, but references', () => {
    const { clientID, clientSecret } = (
      load(cm['dex.config']) as { connectors: [{ config: Record<string, string> }] }
    ).connectors[0].config;
    expect([clientID, clientSecret]).toEqual([
      expect.stringMatching(/^\$dex-secret:/),
      expect.stringMatching(/^\$dex-secret:/),
    ]);
    expect(JSON.stringify(values)).not.toContain('discord.com');
  });

  it('stays up while a node is drained', () => {
    for (const component of ['server', 'repoServer']) {
      expect(values[component].replicas, component).toBeGreaterThan(1);
      expect(values[component].pdb, component).toEqual({ enabled: true, maxUnavailable: 1 });
    }
  });

  it.each(['controller', 'server', 'repoServer', 'applicationSet', 'notifications', 'dex', 'redis'])(
    'bounds what %s takes',
    (component) => {
      const { requests, limits } = values[component].resources;
      expect(Object.keys(requests)).toEqual(['cpu', 'memory']);
      expect(Object.keys(limits)).toEqual(['cpu', 'memory']);
    },
  );
});

describe('notifications', () => {
  const services = parsed(notifications.notifiers);
  const templates = parsed(notifications.templates);
  const triggers = parsed(notifications.triggers);
  const channels = Object.keys(services).map((key) => key.replace('service.webhook.', ''));

  it('go to webhooks whose addresses come from Vault', () => {
    const secret = at('host/argocd/VaultSecret.argocd-notifications-secret.yaml');
    expect(notifications.secret.create).toBe(false);
    const keys = Object.keys(secret.spec.output.stringData).map((key) => `$${key}`);
    expect(Object.values(services).map(({ url }) => url)).toEqual(keys);
  });

  it('have a message for each channel and event, which is JSON once its gaps are filled', () => {
    const sent = Object.values(triggers).flatMap((conditions) => conditions[0].send);
    expect(sent.map((name) => `template.${name}`)).toEqual(Object.keys(templates));
    for (const { webhook } of Object.values(templates)) {
      expect(Object.keys(webhook)).toEqual(channels);
      for (const { body, method } of Object.values<{ body: string; method: string }>(webhook)) {
        expect(method).toBe('POST');
        expect(body).not.toMatch(/\{\{(?![^}]*\| toJson \}\})/);
        expect(JSON.parse(body.replaceAll(/\{\{.*?\}\}/g, '"x"')).allowed_mentions).toEqual({ parse: [] });
      }
    }
  });

  it('are subscribed to by projects that exist, by a label that every Application has', () => {
    for (const { recipients, triggers: wanted, selector } of notifications.subscriptions) {
      expect(channels).toEqual(expect.arrayContaining(recipients));
      expect(Object.keys(triggers)).toEqual(wanted.map((name: string) => `trigger.${name}`));
      const projects = /^cedille\.club\/project in \((.*)\)$/.exec(selector)?.[1]?.split(',') ?? [];
      expect(projects.length).toBeGreaterThan(0);
      for (const project of projects) at(`argocd/AppProject.${project}.yaml`);
    }
    for (const name of readdirSync(`${dist}/argocd`).filter((file) => file.startsWith('Application.'))) {
      const { metadata, spec } = at(`argocd/${name}`);
      expect(metadata.labels['cedille.club/project'], name).toBe(spec.project);
    }
  });
});

describe('lovely', () => {
  it('renders no unit but those that name it', () => {
    expect(values.configs.cmp).toBeUndefined();
    const [lovely] = values.repoServer.extraContainers;
    expect(lovely.image).toMatch(/:\d+\.\d+\.\d+$/);
    expect(lovely.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).toContain(
      '/home/argocd/cmp-server/plugins',
    );
  });
});
