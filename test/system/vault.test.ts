import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { Platform } from '../../constructs/platform/platform.js';
import { SystemService } from '../../constructs/service/system-service.js';
import { VaultSecret } from '../../constructs/service/vault-secret.js';
import { settings } from '../../system/settings.js';
import { render } from '../platform.js';

const dist = resolve(import.meta.dirname, '../../dist');
const read = <T>(path: string) => load(readFileSync(join(dist, path), 'utf8')) as T;

interface Application {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: {
    readonly sources: { readonly chart?: string; readonly helm?: { valuesObject: unknown } }[];
  };
}
interface Client {
  readonly volumes: { readonly secret: { readonly items: { readonly key: string }[] } }[];
}
interface VaultValues {
  readonly server: {
    readonly dataStorage: object;
    readonly auditStorage: object;
    readonly extraVolumes: object[];
    readonly readinessProbe: { readonly path: string };
    readonly livenessProbe: { readonly path: string };
    readonly ha: { readonly replicas: number; readonly raft: { readonly config: string } };
  };
  readonly csi: Client;
}
interface Certificate {
  readonly spec: { readonly secretName: string; readonly dnsNames: string[] };
}
interface Configured {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly policy?: string;
    readonly policies?: string[];
    readonly targetServiceAccounts?: string[];
    readonly passwordPolicy?: string;
    readonly targetNamespaces?: {
      readonly targetNamespaces?: string[];
      readonly targetNamespaceSelector?: { matchExpressions: { operator: string; values: string[] }[] };
    };
  };
}

const application = (name: string) => read<Application>(`argocd/Application.host-${name}.yaml`);
const wave = (name: string) =>
  Number(application(name).metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
const values = <T>(name: string) =>
  application(name).spec.sources.find(({ chart }) => chart === name)?.helm?.valuesObject as T;
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('vault', () => {
  const { server, csi } = values<VaultValues>('vault');
  const certificate = read<Certificate>('host/vault/Certificate.vault-ha-tls.yaml');

  it('keeps data and audit log on the local disks', () => {
    for (const claim of [server.dataStorage, server.auditStorage]) {
      expect(claim).toMatchObject({ enabled: true, storageClass: settings.storage.database });
    }
  });

  it('joins its replicas by names that its certificate has', () => {
    const joined = all(server.ha.raft.config, /leader_api_addr\s*= "https:\/\/([^:]+):/g);
    expect(joined).toHaveLength(server.ha.replicas);
    const named = (host: string) =>
      certificate.spec.dnsNames.some((name: string) =>
        name.startsWith('*.') ? host.slice(host.indexOf('.')) === name.slice(1) : host === name,
      );
    const called = ['vault.vault.svc', 'vault-0.vault-internal.vault.svc'];
    expect([...joined, ...called].filter((host) => !named(host))).toEqual([]);
  });

  it('reads its certificate where the Secret is mounted, by the keys that cert-manager writes', () => {
    const { secretName } = certificate.spec;
    expect(server.extraVolumes).toContainEqual({ type: 'secret', name: secretName });
    const files = all(server.ha.raft.config, /"(\/vault\/userconfig\/[^"]+)"/g);
    const keys = ['tls.crt', 'tls.key', 'ca.crt'].map((key) => `/vault/userconfig/${secretName}/${key}`);
    expect(new Set(files)).toEqual(new Set(keys));
  });

  it('gives clients the authority and not the key', () => {
    for (const { volumes } of [csi, values<Client>('vault-config-operator')]) {
      expect(volumes.flatMap(({ secret }) => secret.items.map(({ key }) => key))).toEqual(['ca.crt']);
    }
  });

  it('is restarted by no probe before it is initialised', () => {
    for (const { path } of [server.readinessProbe, server.livenessProbe])
      expect(path).toContain('uninitcode=204');
  });

  it('comes after its storage and certificates, before its operator, and that before its configuration', () => {
    const waves = ['cert-manager', 'vault', 'vault-config-operator', 'vault-config'].map(wave);
    expect(waves).toEqual([...new Set(waves)].sort((a, b) => a - b));
    expect(wave('vault')).toBeGreaterThan(wave('mayastor'));
  });
});

describe('vault-config', () => {
  const folder = 'host/vault-config';
  const objects = readdirSync(join(dist, folder)).map((name) => read<Configured>(`${folder}/${name}`));
  const kind = (name: string) => objects.filter((object) => object.kind === name);
  const named = (what: string, name: string) => kind(what).find(({ metadata }) => metadata.name === name);
  const tenants = Object.values(settings.environments).map((name) => `vcluster-${name}`);

  it('never deletes a mount, and with it its secrets', () => {
    expect(kind('SecretEngineMount').length).toBeGreaterThan(2);
    for (const { metadata } of kind('SecretEngineMount')) {
      expect(metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
    }
  });

  it('has a policy for each policy that a role names', () => {
    for (const role of kind('KubernetesAuthEngineRole')) {
      for (const policy of role.spec.policies ?? []) expect(named('Policy', policy), policy).toBeDefined();
    }
  });

  it('lets the pods of virtual clusters read nothing of the platform, and who keeps their secrets little else', () => {
    const spaces = (role: string) => named('KubernetesAuthEngineRole', role)?.spec.targetNamespaces;
    expect(spaces('app-keeper')?.targetNamespaces?.toSorted()).toEqual(tenants.toSorted());
    expect(named('KubernetesAuthEngineRole', 'app-keeper')?.spec.targetServiceAccounts).toEqual(['default']);
    const paths = all(named('Policy', 'app-keeper')?.spec.policy ?? '', /path "([^"]+)"/g);
    expect(paths).toEqual([
      'kv/data/apps/*',
      'kv-system/default_passwords/docker*',
      'sys/policies/password/+/generate',
    ]);
    for (const role of ['secret-reader', 'secret-writer']) {
      const [expression] = spaces(role)?.targetNamespaceSelector?.matchExpressions ?? [];
      expect(expression?.operator).toBe('NotIn');
      expect(expression?.values.toSorted()).toEqual(tenants.toSorted());
    }
  });

  it('hands out passwords of 20 characters that need no escape in a URL', () => {
    const { passwordPolicy = '' } = named('PasswordPolicy', 'password-policy')?.spec ?? {};
    expect(passwordPolicy).toContain('length = 20');
    const charsets = all(passwordPolicy, /charset = "([^"]+)"/g);
    expect(charsets).toHaveLength(4);
    for (const charset of charsets) expect(encodeURIComponent(charset)).toBe(charset);
  });
});

describe('a Secret from Vault', () => {
  const platform = new Platform(settings).add((it) => {
    const service = new SystemService(it, 'reader', { provides: ['redhatcop.redhat.io'] });
    new VaultSecret(service, 'keys', { keys: { here: 'what it is' } });
    return service;
  });
  const { spec } = load(render(platform).files.get('host/reader/VaultSecret.keys.yaml') ?? '') as {
    spec: { vaultSecretDefinitions: { path: string }[]; output: { stringData: object } };
  };

  it('reads version 2 of the engine under its own namespace', () =>
    expect(spec.vaultSecretDefinitions[0]?.path).toBe('kv/data/reader/default/keys'));

  it('fails where Vault lacks a key, rather than write a Secret without it', () =>
    expect(spec.output.stringData).toEqual({
      here: '{{ index .vault "here" | required "kv/data/reader/default/keys has no here" }}',
    }));
});
