import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../cli/files.js';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { realPlatform } from '../real-platform.js';

const dist = join(import.meta.dirname, '../../dist');
const texts = listFiles(dist).map((path) => [path, readFileSync(join(dist, path), 'utf8')] as const);
const platform = await realPlatform();

interface Spec {
  readonly path?: string;
  readonly name?: string;
  readonly policy?: string;
}
const objects = texts
  .filter(([path]) => path.startsWith('host/') && !path.endsWith('kustomization.yaml'))
  .map(([path, text]) => ({ path, manifest: load(text) as Manifest & { spec: Spec } }));
const ofKind = (kind: string) => objects.filter(({ manifest }) => manifest.kind === kind);

describe('what apps read in Vault', () => {
  const made = new Set([
    ...ofKind('RandomSecret').map(({ manifest: { spec } }) => `${spec.path}/${spec.name}`),
    ...ofKind('GitHubSecretEngineRole').map(({ manifest }) => `github/token/${manifest.metadata.name}`),
    ...platform.units.flatMap(({ inputs }) => inputs).map(({ at }) => at),
  ]);
  const policies = ofKind('Policy').filter(({ path }) => !path.startsWith('host/vault-config/'));

  it('is made up, made by an engine, or listed as something that a person provides', () => {
    for (const { path, manifest } of policies) {
      for (const [, read = ''] of (manifest.spec.policy ?? '').matchAll(/path "([^"]+)"/g)) {
        expect(made.has(read), `${path} reads ${read}`).toBe(true);
      }
    }
  });

  it('is written on the page that says what to provide', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/bootstrap.md'), 'utf8');
    for (const { at } of platform.units.flatMap(({ inputs }) => inputs)) expect(page).toContain(`\`${at}\``);
  });
});

describe('dist/', () => {
  it('holds no value that looks like a credential', () => {
    const formats = [
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
      /\bgh[pousr]_[A-Za-z0-9]{20,}/,
      /\bgithub_pat_\w{20,}/,
      /\bAKIA[0-9A-Z]{16}\b/,
      /\bxox[abprs]-[\w-]{10,}/,
      /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
      /\bhvs\.[\w-]{20,}/,
      /discord(app)?\.com\/api\/webhooks\/\d/,
      /:\/\/[^/\s:@'"]+:[^/\s:@'"$]+@/,
    ];
    for (const [path, text] of texts) for (const format of formats) expect(text, path).not.toMatch(format);
  });
});
