import { k8s } from 'cdk8s-plus-28';
import { describe, expect, it } from 'vitest';
import { app, base, folder, objectAt, owner, problemsOf, render, testPlatform } from '../../platform.js';

const chess = (props: Parameters<typeof app>[1]) => testPlatform().add(app('chess', props));
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (platform: ReturnType<typeof testPlatform>, path: string): any => objectAt(platform, path);

describe('ClubApp', () => {
  const layers = { staging: { host: 'staging.chess.example.com' }, prod: { host: 'chess.example.com' } };

  it('becomes a workload in each environment and a host part beside it', () => {
    const platform = chess(layers);
    expect(folder(platform, 'prod/chess')).toMatchSnapshot('workload');
    expect(folder(platform, 'host/chess-prod')).toMatchSnapshot('host part');
    expect(folder(platform, 'staging/chess')).toMatchSnapshot('staging');
    expect([...render(platform).files.keys()].filter((path) => path.startsWith('sandbox/'))).toEqual([]);
  });

  it('names no namespace in its workload, so that it can be deployed elsewhere as a preview', () => {
    for (const [path, content] of render(chess(layers)).files) {
      if (path.startsWith('prod/chess/')) expect(content, path).not.toContain('namespace:');
    }
  });

  it('has two pods, a disruption budget and a spread in prod, one pod elsewhere', () => {
    const platform = chess(layers);
    const { files } = render(platform);
    expect(at(platform, 'prod/chess/Deployment.chess.yaml').spec.replicas).toBe(2);
    expect(at(platform, 'staging/chess/Deployment.chess.yaml').spec.replicas).toBe(1);
    expect(files.has('prod/chess/PodDisruptionBudget.chess.yaml')).toBe(true);
    expect(files.has('staging/chess/PodDisruptionBudget.chess.yaml')).toBe(false);
    const { topologySpreadConstraints } = at(platform, 'prod/chess/Deployment.chess.yaml').spec.template.spec;
    expect(topologySpreadConstraints).toHaveLength(1);
  });

  it('satisfies Pod Security restricted, which its namespace enforces', () => {
    const platform = chess(layers);
    const { spec } = at(platform, 'prod/chess/Deployment.chess.yaml').spec.template;
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(spec.securityContext.runAsUser).not.toBe(0);
    expect(spec.automountServiceAccountToken).toBe(false);
    for (const { securityContext } of spec.containers) {
      expect(securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
      expect(securityContext.readOnlyRootFilesystem).toBe(true);
    }
    const { labels } = at(platform, 'prod/namespaces/Namespace.chess-prod.yaml').metadata;
    expect(labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
  });

  it('says its port once, for container, probes, Service, Ingress and isolation', () => {
    const platform = chess({ ...layers, base: { ...base, port: 4321 } });
    const container = at(platform, 'prod/chess/Deployment.chess.yaml').spec.template.spec.containers[0];
    expect(container.ports).toEqual([{ name: 'http', containerPort: 4321 }]);
    for (const probe of ['startupProbe', 'readinessProbe'])
      expect(container[probe].httpGet.port).toBe('http');
    const service = at(platform, 'prod/chess/Service.chess.yaml');
    expect(service.spec.ports).toEqual([{ name: 'http', port: 4321, targetPort: 'http' }]);
    const [path] = at(platform, 'prod/chess/Ingress.chess.yaml').spec.rules[0].http.paths;
    expect(path.backend).toEqual({ service: { name: 'chess', port: { number: 4321 } } });
    const admitted = at(platform, 'host/chess-prod/NetworkPolicy.chess-prod.yaml').spec.ingress;
    expect(admitted.at(-1).ports).toEqual([{ port: 4321, protocol: 'TCP' }]);
  });

  it('lays an environment over the base, resources of its own included', () => {
    const map = (name: string) => (environment: { workload: import('constructs').Construct }) =>
      void new k8s.KubeConfigMap(environment.workload, name, { metadata: { name } });
    const platform = chess({
      base: { ...base, env: { A: '1', B: '1' }, extras: { common: map('common') } },
      staging: { ...layers.staging, env: { B: '2' } },
      prod: { ...layers.prod, image: 'ghcr.io/chess/site:2.0.0', extras: { more: map('more') } },
    });
    const { files } = render(platform);
    const container = (cluster: string) =>
      at(platform, `${cluster}/chess/Deployment.chess.yaml`).spec.template.spec.containers[0];
    expect(container('staging').env).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ]);
    expect([container('staging').image, container('prod').image]).toEqual([
      base.image,
      'ghcr.io/chess/site:2.0.0',
    ]);
    expect(
      files.has('prod/chess/ConfigMap.common.yaml') && files.has('staging/chess/ConfigMap.common.yaml'),
    ).toBe(true);
    expect(files.has('prod/chess/ConfigMap.more.yaml')).toBe(true);
    expect(files.has('staging/chess/ConfigMap.more.yaml')).toBe(false);
  });

  it('is stopped before it is replaced when it has a volume, and never loses that', () => {
    const volumes = { data: { mount: '/data', size: '5Gi', personalData: false, kind: 'database' as const } };
    const platform = chess({ base: { ...base, volumes }, prod: layers.prod });
    const { spec } = at(platform, 'prod/chess/Deployment.chess.yaml');
    expect([spec.replicas, spec.strategy]).toEqual([1, { type: 'Recreate' }]);
    const claim = at(platform, 'prod/chess/PersistentVolumeClaim.chess-data.yaml');
    expect(claim.spec).toMatchObject({ storageClassName: 'database', accessModes: ['ReadWriteOnce'] });
    expect(claim.metadata.annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
    expect(spec.template.spec.containers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/data' }]);
  });

  it('calls the internet only when it says so, and then no private address', () => {
    const egress = (internet: boolean) =>
      at(
        chess({ base: { ...base, internet }, prod: layers.prod }),
        'host/chess-prod/NetworkPolicy.chess-prod.yaml',
      ).spec.egress;
    expect(JSON.stringify(egress(false))).not.toContain('ipBlock');
    expect(egress(true).at(-1).to[0].ipBlock.except).toContain('10.0.0.0/8');
  });

  it('may be internal: then nothing leads to it from outside', () => {
    const platform = chess({ base: { ...base, internal: true }, prod: {} });
    expect(problemsOf(platform)).toEqual([]);
    const paths = [...render(platform).files.keys()];
    expect(paths.filter((path) => /chess.*(Ingress|RecordSet)/.test(path))).toEqual([]);
    const { ingress } = at(platform, 'host/chess-prod/NetworkPolicy.chess-prod.yaml').spec;
    expect(ingress).toBeUndefined();
  });

  it('gets no DNS record in a zone that someone else manages', () => {
    const platform = chess({ prod: { host: ['chess.school.ca', 'chess.example.com'] } });
    const records = [...render(platform).files.keys()].filter((path) => path.includes('RecordSet'));
    expect(records).toEqual(['host/chess-prod/RecordSet.chess-example-com.yaml']);
    expect(at(platform, 'prod/chess/Ingress.chess.yaml').spec.tls[0].hosts).toEqual([
      'chess.school.ca',
      'chess.example.com',
    ]);
  });

  it('leaves nothing behind when it is switched off', () => {
    const platform = chess({ ...layers, enabled: false });
    expect([...render(platform).files.keys()].filter((path) => path.includes('chess'))).toEqual([]);
    expect(problemsOf(platform.add(app('go', { prod: layers.prod })))).toEqual([]);
  });

  it('gets a project that allows its own namespaces on its own clusters and nothing cluster-scoped', () => {
    const team = { owner: { club: 'Échecs', github: '@organisation/core', alerts: 'chess' } };
    const platform = chess({ ...layers, ...team }).add(
      app('go', { ...team, prod: { host: 'go.example.com' } }),
    );
    const { spec } = at(platform, 'argocd/AppProject.club-echecs.yaml');
    expect(spec.destinations).toEqual([
      { name: 'prod', namespace: 'chess-prod' },
      { name: 'prod', namespace: 'go-prod' },
      { name: 'staging', namespace: 'chess-staging' },
    ]);
    expect(spec.clusterResourceWhitelist).toEqual([]);
    expect(spec.sourceRepos).toEqual(['https://example.com/platform.git']);
    expect(spec.roles[0].groups).toEqual(['organisation:core']);
  });

  it('waits for its host part, its namespace and its cluster', () => {
    const waves = Object.fromEntries(render(chess(layers)).units.map(({ unit, wave }) => [unit.path, wave]));
    expect(waves['prod/chess']).toBeGreaterThan(waves['host/chess-prod'] ?? 99);
    expect(waves['prod/chess']).toBeGreaterThan(waves['prod/namespaces'] ?? 99);
    expect(waves['prod/namespaces']).toBeGreaterThan(waves['host/vcluster-prod'] ?? 99);
  });

  it('changes only its own folder, and its Application, when one line of a layer goes', () => {
    const replicas = (count?: number) =>
      render(
        testPlatform().add(
          app('chess', { owner, prod: { ...layers.prod, replicas: count } }),
          app('go', { prod: { host: 'go.example.com' } }),
        ),
      ).files;
    const [three, two] = [replicas(3), replicas()];
    const changed = [...three].filter(([path, content]) => two.get(path) !== content).map(([path]) => path);
    expect(changed.sort()).toEqual([
      'argocd/Application.prod-chess.yaml',
      'prod/chess/Deployment.chess.yaml',
    ]);
  });
});
