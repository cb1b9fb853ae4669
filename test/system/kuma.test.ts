import { describe, expect, it } from 'vitest';
import { emitted, waveOf } from './emitted.js';

describe('Kuma', () => {
  const application = emitted('argocd/Application.host-kuma.yaml');
  const { valuesObject } = application.spec.sources[0].helm;

  it('encrypts by default, and admits nobody who is not named', () => {
    const { mtls, skipCreatingInitialPolicies } = emitted('host/kuma/Mesh.default.yaml').spec;
    const [backend] = mtls.backends;
    expect(mtls.enabledBackend).toBe(backend.name);
    expect(backend).toMatchObject({ type: 'builtin', dpCert: { rotation: { expiration: '1d' } } });
    expect(backend.mode ?? 'STRICT').toBe('STRICT');
    expect(skipCreatingInitialPolicies).toContain('TrafficPermission');
    const permission = emitted('host/kuma/MeshTrafficPermission.deny-by-default.yaml');
    expect(permission.metadata.labels).toEqual({ 'kuma.io/mesh': 'default' });
    expect(permission.spec.from.map((from: { default: object }) => from.default)).toEqual([
      { action: 'Deny' },
    ]);
  });

  it('leaves the mesh to git, and its namespace to the platform', () => {
    expect(valuesObject.controlPlane.defaults.skipMeshCreation).toBe(true);
    expect(valuesObject.patchSystemNamespace).toBe(false);
    expect(emitted('host/kuma/Namespace.kuma-system.yaml').metadata.labels).toMatchObject({
      'kuma.io/system-namespace': 'true',
      'pod-security.kubernetes.io/enforce': 'privileged',
    });
  });

  it('keeps the certificate of its first sync', () => {
    const ignored = application.spec.ignoreDifferences as { kind: string; jsonPointers: string[] }[];
    expect(ignored.map(({ kind }) => kind)).toEqual([
      'Secret',
      'MutatingWebhookConfiguration',
      'ValidatingWebhookConfiguration',
    ]);
    expect(application.spec.syncPolicy.syncOptions).toContain('RespectIgnoreDifferences=true');
    expect(valuesObject.restartOnSecretChange).toBe(false);
  });

  it('comes before Merbridge, whose privilege its namespace grants', () => {
    expect(waveOf('host-merbridge')).toBeGreaterThan(waveOf('host-kuma'));
    const { spec } = emitted('host/merbridge/DaemonSet.merbridge.yaml').spec.template;
    expect(spec.containers[0].image).toMatch(/:\d+\.\d+\.\d+$/);
    expect(spec.serviceAccountName).toBe('merbridge');
  });

  it('sees the label by which pods of virtual clusters join', () => {
    for (const name of ['prod', 'staging', 'sandbox']) {
      const { spec } = emitted(`argocd/Application.host-vcluster-${name}.yaml`);
      expect(spec.sources[0].helm.valuesObject.syncer.extraArgs).toContain(
        '--sync-labels=kuma.io/sidecar-injection',
      );
    }
  });
});
