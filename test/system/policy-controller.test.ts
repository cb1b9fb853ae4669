import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
const read = <T>(path: string) => load(readFileSync(join(dist, path), 'utf8')) as T;

interface Application {
  readonly spec: {
    readonly sources: {
      readonly helm: {
        readonly valuesObject: {
          readonly webhook: {
            readonly configData: Readonly<Record<string, string>>;
            readonly namespaceSelector: { readonly matchExpressions: object[] };
          };
        };
      };
    }[];
  };
}
interface Policy {
  readonly spec: {
    readonly authorities: {
      readonly keyless: { readonly identities: { readonly subjectRegExp: string }[] };
    }[];
  };
}

describe('policy-controller', () => {
  const { sources } = read<Application>('argocd/Application.host-policy-controller.yaml').spec;
  const webhook = sources[0]?.helm.valuesObject.webhook;
  const { authorities } = read<Policy>('host/policy-controller/ClusterImagePolicy.cedille.yaml').spec;
  const subject = new RegExp(authorities[0]?.keyless.identities[0]?.subjectRegExp ?? '^$');

  it('lets images pass that no policy names', () =>
    expect(webhook?.configData['no-match-policy']).toBe('allow'));

  it('looks at labelled namespaces only', () =>
    expect(webhook?.namespaceSelector.matchExpressions).toContainEqual({
      key: 'policy.sigstore.dev/include',
      operator: 'In',
      values: ['true'],
    }));

  it.each([
    'grav/.github/workflows/build.yml@refs/heads/master',
    'web/.github/workflows/ci.yml@refs/tags/v1.0.0',
  ])('trusts %s', (workflow) => expect(`https://github.com/ClubCedille/${workflow}`).toMatch(subject));

  it.each([
    'https://github.com/ClubCedilleX/grav/.github/workflows/build.yml@refs/heads/master',
    'https://github.com/ClubCedille/grav/.github/workflows/build.yml@refs/pull/1/merge',
    'https://evil.example/https://github.com/ClubCedille/grav/.github/workflows/build.yml@refs/heads/master',
  ])('does not trust %s', (identity) => expect(identity).not.toMatch(subject));
});
