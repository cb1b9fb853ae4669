import { describe, expect, it } from 'vitest';
import type { ClubAppProps } from '../../../constructs/kinds/club-app.js';
import { argoRollouts } from '../../../system/argo-rollouts.js';
import { app, base, objectAt, problemsOf, render, testPlatform } from '../../platform.js';
import { emitted } from '../../system/emitted.js';

const prod = { host: 'chess.example.com' };
const chess = (own: object, layer: object = {}, props: Partial<ClubAppProps> = {}) =>
  testPlatform().add(
    argoRollouts,
    app('chess', { base: { ...base, ...own }, prod: { ...prod, ...layer }, ...props }),
  );
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (platform: ReturnType<typeof testPlatform>, path: string): any => objectAt(platform, path);
const paths = (platform: ReturnType<typeof testPlatform>) => [...render(platform).files.keys()];
const problems = (own: object, layer: object = {}) =>
  problemsOf(chess(own, layer)).map((line) => line.replace(/^\S+ /, ''));

describe('an app that is released as a canary', () => {
  const platform = chess({ release: 'canary' });

  it('has a Rollout in the place of its Deployment, and what judges it', () => {
    expect(paths(platform)).not.toContain('prod/chess/Deployment.chess.yaml');
    expect(at(platform, 'prod/chess/Rollout.chess.yaml')).toMatchSnapshot('rollout');
    expect(at(platform, 'prod/chess/AnalysisTemplate.chess.yaml')).toMatchSnapshot('analysis');
  });

  it('makes the same pods as without', () => {
    const rolling = at(chess({}), 'prod/chess/Deployment.chess.yaml').spec;
    const { spec } = at(platform, 'prod/chess/Rollout.chess.yaml');
    for (const field of ['template', 'selector', 'replicas', 'revisionHistoryLimit'])
      expect(spec[field], field).toEqual(rolling[field]);
    const files = (of: typeof platform) => paths(of).filter((path) => path.startsWith('prod/chess/'));
    expect(files(platform).map((path) => path.replace('Rollout', 'Deployment'))).toEqual(
      expect.arrayContaining(files(chess({}))),
    );
  });

  it('may be so in one environment only', () => {
    const two = chess({}, { release: 'canary' }, { staging: { host: 'chess.staging.example.com' } });
    expect(paths(two)).toContain('prod/chess/Rollout.chess.yaml');
    expect(paths(two)).toContain('staging/chess/Deployment.chess.yaml');
  });

  it('is scaled by its autoscaler', () => {
    const scaled = chess({ release: 'canary', autoscale: { max: 4 } });
    expect(at(scaled, 'prod/chess/Rollout.chess.yaml').spec.replicas).toBeUndefined();
    expect(at(scaled, 'prod/chess/HorizontalPodAutoscaler.chess.yaml').spec.scaleTargetRef).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name: 'chess',
    });
  });

  it('says its exemptions where its pods are made', () => {
    const exempt = [{ rule: 'high-user-id', reason: 'its image says so' }];
    const annotations = at(chess({ release: 'canary', exempt }), 'prod/chess/Rollout.chess.yaml').metadata
      .annotations;
    expect(annotations).toEqual(
      at(chess({ exempt }), 'prod/chess/Deployment.chess.yaml').metadata.annotations,
    );
  });

  it('goes by the limit that its alerts go by', () => {
    const limited = chess({ release: 'canary', watch: { errors: 0.7 } });
    const [metric] = at(limited, 'prod/chess/AnalysisTemplate.chess.yaml').spec.metrics;
    expect(metric.successCondition).toBe('result[0] <= 0.007');
  });

  it('keeps its Deployment until the Rollout is healthy', () => {
    const { syncPolicy } = at(platform, 'argocd/Application.prod-chess.yaml').spec;
    expect(syncPolicy.syncOptions).toEqual(['PruneLast=true']);
    expect(at(chess({}), 'argocd/Application.prod-chess.yaml').spec.syncPolicy.syncOptions).toBeUndefined();
  });
});

describe('an app that is released blue-green', () => {
  const platform = chess({ release: 'blueGreen' });

  it('has a Service that leads to the new version alone, and is judged once all are led to it', () => {
    const { strategy } = at(platform, 'prod/chess/Rollout.chess.yaml').spec;
    expect(strategy).toMatchSnapshot();
    const [active, preview] = ['chess', 'chess-preview'].map((name) =>
      at(platform, `prod/chess/Service.${name}.yaml`),
    );
    expect(preview.spec).toEqual(active.spec);
    const [metric] = at(platform, 'prod/chess/AnalysisTemplate.chess.yaml').spec.metrics;
    expect(metric.count).toBe(5); // else the verdict would never come
  });
});

describe('a service beside the app', () => {
  const services = {
    api: { image: 'ghcr.io/chess/api:1.0.0', port: 80, paths: ['/api'], release: 'canary' },
  };

  it('is released by what comes to it alone', () => {
    const platform = chess({ services });
    const [metric] = at(platform, 'prod/chess/AnalysisTemplate.api.yaml').spec.metrics;
    expect(metric.provider.prometheus.query).toContain('"vcluster-prod_api-x-chess-prod-x-prod_[0-9]+"');
    expect(paths(platform)).toContain('prod/chess/Deployment.chess.yaml');
  });
});

describe('the controller', () => {
  const platform = chess({ release: 'canary' });
  const annotation = 'argocd.argoproj.io/sync-wave';
  const wave = (unit: string) =>
    Number(at(platform, `argocd/Application.${unit}.yaml`).metadata.annotations[annotation]);

  it('is in the virtual clusters that have a Rollout, and in no other', () => {
    const applications = (of: typeof platform) =>
      paths(of).filter((path) => /Application\..*argo-rollouts/.test(path));
    expect(applications(platform)).toEqual([
      'argocd/Application.host-argo-rollouts.yaml',
      'argocd/Application.prod-argo-rollouts.yaml',
    ]);
    expect(applications(chess({}))).toEqual(['argocd/Application.host-argo-rollouts.yaml']);
  });

  it('is there before what needs it, after its virtual cluster', () => {
    expect(wave('prod-argo-rollouts')).toBeLessThan(wave('prod-chess'));
    expect(wave('prod-argo-rollouts')).toBeGreaterThan(wave('host-vcluster-prod'));
  });

  it('finds Prometheus under the name that it has on the host', () => {
    const values = (of: typeof platform) =>
      at(of, 'argocd/Application.host-vcluster-prod.yaml').spec.sources[0].helm.valuesObject;
    const name = 'monitoring/kube-prometheus-stack-prometheus';
    expect(values(platform).mapServices.fromHost).toContainEqual({ from: name, to: name });
    expect(values(chess({})).mapServices.fromHost).toHaveLength(1);
  });

  it('may call DNS, the API and Prometheus; and no app may call the API', () => {
    const policy = at(platform, 'host/vcluster-prod/NetworkPolicy.argo-rollouts.yaml').spec;
    const ports = policy.egress.map((rule: { ports: { port: number }[] }) =>
      rule.ports.map(({ port }) => port),
    );
    expect(ports).toEqual([[1053, 1053], [8443], [9090]]);
    const api = at(platform, 'host/vcluster-prod/NetworkPolicy.control-plane-argo-rollouts.yaml').spec;
    expect(api.podSelector.matchLabels).toEqual({ app: 'vcluster', release: 'prod' });
    expect(api.ingress).toEqual([
      { from: [{ podSelector: policy.podSelector }], ports: [{ port: 8443, protocol: 'TCP' }] },
    ]);
  });

  it('is missed where it is not', () => {
    const without = testPlatform().add(app('chess', { base: { ...base, release: 'canary' }, prod }));
    expect(problemsOf(without).join('\n')).toContain(
      "no service provides Rollout (argoproj.io) on cluster 'prod'",
    );
  });
});

describe('a release that cannot be', () => {
  it('is told of a word that is none', () => {
    expect(problems({ release: 'canery' })).toEqual([
      "chess base.release: 'canery' is not a value of release [field-value]. Did you mean canary?",
    ]);
    for (const word of ['constructor', '', 'rolling']) {
      expect(problems({ release: word }).join(), word).toContain(
        `'${word}' is not a value of release [field-value]`,
      );
    }
  });

  it('is told of a volume that only one pod at a time can mount', () => {
    const volumes = { data: { mount: '/data', size: '1Gi', personalData: false } };
    expect(problems({ release: 'blueGreen', replicas: 1, volumes })).toEqual([
      "chess base.release: release 'blueGreen' runs two versions at once, and one pod at a time can mount a volume of its own [release-volume]. Remove release, or the volume.",
    ]);
  });

  it('is told where nothing comes from outside by which it could be judged', () => {
    const told = (field: string, name: string, way: string) =>
      `chess base.${field}: ${name} has release 'canary', and nothing comes to it from outside by which that could be judged [release-unseen]. Remove release, or give it a port and ${way}.`;
    const internal = { release: 'canary', internal: true };
    expect(
      problemsOf(
        testPlatform().add(argoRollouts, app('chess', { base: { ...base, ...internal } as never, prod: {} })),
      ).map((line) => line.replace(/^\S+ /, '')),
    ).toEqual([told('release', 'chess', 'a host')]);
    const mail = { image: 'ghcr.io/chess/mail:1.0.0', port: 5000, release: 'canary' };
    expect(problems({ services: { mail } })).toEqual([
      told('services.mail.release', 'mail', 'paths of the host'),
    ]);
  });
});

it('is shown by a sample app in dist/', () => {
  const { strategy } = emitted('prod/httpbin/Rollout.httpbin.yaml').spec;
  expect(strategy.canary.analysis.templates).toEqual([{ templateName: 'httpbin' }]);
  expect(emitted('prod/httpbin/AnalysisTemplate.httpbin.yaml').metadata.name).toBe('httpbin');
});
