import { describe, expect, it } from 'vitest';
import { emitted, waveOf } from './emitted.js';

describe('The shared Gateway', () => {
  const { spec } = emitted('host/contour-gateway/Gateway.shared.yaml');
  const ports: number[] = spec.listeners.map(({ port }: { port: number }) => port);

  it('listens where Kubernetes grants node ports', () => {
    expect(
      emitted('host/contour-gateway/ContourDeployment.public-contour-config.yaml').spec.envoy
        .networkPublishing,
    ).toEqual({ type: 'NodePortService' });
    for (const port of ports) expect(port >= 30000 && port <= 32767, `${port}`).toBe(true);
  });

  it('is let through to by the policy of its namespace', () => {
    const { ingress } = emitted('host/contour/NetworkPolicy.isolation.yaml').spec;
    const open = ingress[1].ports.map(({ port }: { port: number }) => port);
    expect(ingress[1].from).toBeUndefined();
    expect(open).toEqual(expect.arrayContaining([8080, 8443, ...ports.map((port) => port + 8000)]));
  });

  it('leaves Ingresses to Contour', () => {
    const { classNames } = emitted('host/contour-gateway/ContourDeployment.public-contour-config.yaml').spec
      .runtimeSettings.ingress;
    expect(classNames.length).toBeGreaterThan(0); // empty would mean: contour
    expect(classNames).not.toContain('contour');
  });

  it('terminates TLS with a certificate that is made', () => {
    const https = spec.listeners.find(({ protocol }: { protocol: string }) => protocol === 'HTTPS');
    expect(https.tls.certificateRefs).toEqual([
      {
        group: '',
        kind: 'Secret',
        name: emitted('host/contour-gateway/Certificate.shared-gateway.yaml').spec.secretName,
      },
    ]);
  });

  it('comes after the kinds, and after Contour, whose version it shares', () => {
    expect(waveOf('host-contour-gateway')).toBeGreaterThan(waveOf('host-gateway-api'));
    expect(waveOf('host-contour-gateway')).toBeGreaterThan(waveOf('host-contour'));
    const version = (unit: string) =>
      /contour\/(v[\d.]+)\//.exec(emitted(`host/${unit}/kustomization.yaml`).resources[0])?.[1];
    expect(version('contour-gateway')).toBe(version('contour'));
  });

  it('owns no CRD and no namespace that another Application owns', () => {
    const deleted = emitted('host/contour-gateway/kustomization.yaml').patches.filter(
      ({ patch }: { patch: string }) => patch.includes('$patch: delete'),
    );
    expect(deleted.map(({ target }: { target: { kind: string } }) => target.kind).sort()).toEqual([
      'CustomResourceDefinition',
      'Namespace',
    ]);
  });
});
