import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { groupOf, type Manifest } from '../../constructs/kube/manifest.js';
import { isBuiltInGroup } from '../../constructs/kube/scope.js';
import { realPlatform, realRendered } from '../real-platform.js';

const platform = await realPlatform();
const { units } = await realRendered();
const waves = new Map(units.map(({ unit, wave }) => [unit.path, wave]));
const wave = (path: string) => waves.get(path) ?? Number.NaN;
const objects = units.flatMap(({ unit, wave: at, files }) =>
  [...files]
    .filter(([name]) => name !== 'kustomization.yaml')
    .map(([name, content]) => ({
      at,
      unit,
      path: `${unit.path}/${name}`,
      manifest: load(content) as Manifest,
    })),
);

describe('the waves of the real platform', () => {
  it('put every custom resource after what brings its kind', () => {
    const custom = objects.filter(
      ({ manifest }) => !isBuiltInGroup(groupOf(manifest)) && groupOf(manifest) !== '',
    );
    expect(custom.length).toBeGreaterThan(50);
    for (const { at, unit, path, manifest } of custom) {
      const provider = platform.providerOf(groupOf(manifest), manifest.kind);
      expect(provider, path).toBeDefined();
      if (provider && provider !== unit) expect(at, path).toBeGreaterThan(wave(provider.path));
    }
  });

  it('put Vault, configured, before all that takes a secret from it', () => {
    const readers = objects.filter(({ manifest }) => manifest.kind === 'VaultSecret');
    expect(readers.length).toBeGreaterThan(8);
    for (const { at, path } of readers) expect(at, path).toBeGreaterThan(wave('host/vault-config'));
    expect(wave('host/vault-config')).toBeGreaterThan(wave('host/vault'));
  });

  it('put the issuers before all that asks them for a certificate', () => {
    const asks = objects.filter(
      ({ manifest }) =>
        manifest.kind === 'Certificate' ||
        'cert-manager.io/cluster-issuer' in (manifest.metadata.annotations ?? {}),
    );
    expect(asks.length).toBeGreaterThan(4);
    for (const { at, path } of asks) expect(at, path).toBeGreaterThan(wave('host/cert-manager'));
  });

  it('put storage before claims, by objects or by a chart’s values', () => {
    const claims = units.filter(({ unit, files }) => {
      const text = JSON.stringify(unit.charts) + [...files.values()].join();
      return /storageClass(Name)?"?: ?"?(mayastor|local-hostpath)/.test(text) && unit.folder !== 'mayastor';
    });
    expect(claims.length).toBeGreaterThan(5);
    for (const { unit, wave: at } of claims) expect(at, unit.path).toBeGreaterThan(wave('host/mayastor'));
  });
});
