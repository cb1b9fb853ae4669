import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { healthChecks } from '../../system/argocd-health.js';

const dist = resolve(import.meta.dirname, '../../dist');
const manifests = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => /[A-Z]\w+\.[^/]+\.yaml$/.test(name))
  .map((name) => load(readFileSync(join(dist, name), 'utf8')) as Manifest);

it('judges every kind of Vault’s operator that the platform uses: Argo CD has no check of its own for them', () => {
  const kinds = manifests
    .filter(({ apiVersion }) => apiVersion.startsWith('redhatcop.'))
    .map(({ kind }) => kind);
  expect(new Set(kinds).size).toBeGreaterThan(4);
  for (const kind of new Set(kinds)) {
    expect(Object.keys(healthChecks)).toContain(`resource.customizations.health.redhatcop.redhat.io_${kind}`);
  }
});
