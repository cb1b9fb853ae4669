import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => load(readFileSync(join(dist, path), 'utf8'));

describe('cert-manager', () => {
  it.each([
    ['letsencrypt-prod', 'https://acme-v02.api.letsencrypt.org/directory'],
    ['letsencrypt-staging', 'https://acme-staging-v02.api.letsencrypt.org/directory'],
  ])('has the issuer %s, which answers by the ingress class that there is', (name, server) => {
    const { acme } = at(`host/cert-manager/ClusterIssuer.${name}.yaml`).spec;
    expect(acme.server).toBe(server);
    expect(acme.privateKeySecretRef.name).toBe(name);
    const { metadata } = at('host/contour/IngressClass.contour.yaml');
    expect(acme.solvers).toEqual([{ http01: { ingress: { ingressClassName: metadata.name } } }]);
  });

  it('makes nothing outside the namespaces that its Argo CD project admits', () => {
    const { spec } = at('argocd/Application.host-cert-manager.yaml');
    const [chart] = spec.sources;
    expect(chart.helm.valuesObject.global.leaderElection.namespace).toBe(spec.destination.namespace);
  });
});
