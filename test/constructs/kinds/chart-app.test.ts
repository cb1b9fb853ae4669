import { describe, expect, it } from 'vitest';
import { ChartApp } from '../../../constructs/kinds/chart-app.js';
import { objectAt, owner, problemsOf, testPlatform } from '../../platform.js';

const chart = { name: 'ganache', version: '0.1.2', repository: 'https://example.com/charts' };
const ganache = (hosts: Record<string, string> = { rpc: 'ganache.example.com' }) =>
  testPlatform().add(
    (on) =>
      new ChartApp(on, 'ganache', {
        owner,
        base: {
          charts: { ganache: { chart, values: { persistence: { size: '5Gi' }, replicas: 1 } } },
          routes: { rpc: { service: 'ganache', port: 8545 } },
        },
        prod: { hosts, charts: { ganache: { values: { replicas: 2 } } } },
      }),
  );
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => objectAt(ganache(), path);

describe('ChartApp', () => {
  it('is a chart with its values, layered, in the environment’s cluster', () => {
    const { destination, sources } = at('argocd/Application.prod-ganache.yaml').spec;
    expect(destination).toEqual({ name: 'prod', namespace: 'ganache-prod' });
    expect(sources[0]).toMatchObject({
      chart: 'ganache',
      helm: { releaseName: 'ganache', valuesObject: { persistence: { size: '5Gi' }, replicas: 2 } },
    });
  });

  it('is public by the platform, which lets the ingress controller in', () => {
    const [rule] = at('prod/ganache/Ingress.ganache-rpc.yaml').spec.rules;
    expect(rule.http.paths[0].backend.service).toEqual({ name: 'ganache', port: { number: 8545 } });
    const { ingress } = at('host/ganache-prod/NetworkPolicy.ganache-prod.yaml').spec;
    expect(JSON.stringify(ingress)).toContain('"port":8545');
  });

  it('has a project that allows the chart’s repository', () => {
    expect(at('argocd/AppProject.club-chess.yaml').spec.sourceRepos).toContain('https://example.com/charts');
  });

  it('is told of a host for a route that it has not', () => {
    expect(problemsOf(ganache({ web: 'ganache.example.com' })).join()).toContain(
      `ganache prod.hosts.web: it has a host for 'web', which is not a route [route-unknown]. `,
    );
  });
});
