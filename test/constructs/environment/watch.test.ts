import { describe, expect, it } from 'vitest';
import type { AppProps } from '../../../constructs/app/app.js';
import { ChartApp, type ChartAppLayer, type ChartAppSpec } from '../../../constructs/kinds/chart-app.js';
import type { ClubAppProps } from '../../../constructs/kinds/club-app.js';
import { probes } from '../../../system/watch/probes.js';
import { watchedOn } from '../../../system/watch/watched.js';
import { app, base, owner, problemsOf, testPlatform } from '../../platform.js';

const prod = { host: 'chess.example.com' };
const chess = (props: Partial<ClubAppProps>) => testPlatform().add(app('chess', { prod, ...props }));
const addresses = (platform: ReturnType<typeof chess>) =>
  Object.values(probes(watchedOn(platform))).flatMap(
    (spec) => (spec as { targets: { staticConfig: { static: string[] } } }).targets.staticConfig.static,
  );

describe('how an app is watched', () => {
  it('follows from nothing but its declaration', () => {
    expect(addresses(chess({}))).toEqual(['https://chess.example.com/']);
    const [chessProd] = watchedOn(chess({}));
    expect(chessProd).toMatchObject({
      whose: { club: 'Chess', app: 'chess', environment: 'prod' },
      watch: { slow: 3, errors: 5, path: '/' },
      namespace: 'vcluster-prod',
      inside: 'chess-prod',
      services: ['chess-x-chess-prod-x-prod'],
      application: 'prod-chess',
    });
  });

  it('asks for the page that its pods are ready by, unless it says another', () => {
    expect(addresses(chess({ base: { ...base, probe: '/healthz' } }))).toEqual([
      'https://chess.example.com/healthz',
    ]);
    expect(addresses(chess({ base: { ...base, probe: 'tcp' } }))).toEqual(['https://chess.example.com/']);
    const watch = { path: '/login' };
    expect(addresses(chess({ base: { ...base, probe: '/healthz', watch } }))).toEqual([
      'https://chess.example.com/login',
    ]);
  });

  it('knows all Services behind its hosts, by their names on the host', () => {
    const services = { api: { image: 'ghcr.io/chess/api:1.0.0', port: 8000, paths: ['/api'] } };
    const [watched] = watchedOn(chess({ base: { ...base, services } }));
    expect(watched?.services).toEqual(['chess-x-chess-prod-x-prod', 'api-x-chess-prod-x-prod']);
  });

  it('may differ between environments', () => {
    const platform = chess({
      base: { ...base, watch: { slow: 2 } },
      staging: { host: 'chess-s.example.com', watch: { slow: 8 } },
    });
    expect(watchedOn(platform).map(({ whose, watch }) => [whose.environment, watch.slow])).toEqual([
      ['prod', 2],
      ['staging', 8],
    ]);
  });

  it('is the same for an app of charts', () => {
    const props: AppProps<ChartAppSpec, ChartAppLayer> = {
      owner,
      base: {
        charts: { main: { chart: { name: 'main', version: '1.0.0', repository: 'https://example.com' } } },
        routes: { site: { service: 'main', port: 80 } },
        slo: { availability: 99 },
        watch: { path: '/health' },
      },
      prod: { hosts: { site: 'charts.example.com' } },
    };
    const platform = testPlatform().add((on) => new ChartApp(on, 'charts', props));
    expect(addresses(platform)).toEqual(['https://charts.example.com/health']);
    expect(watchedOn(platform)[0]?.watch.availability).toBe(99);
  });

  it.each([
    [{ slo: { availability: 100 } }, 'slo.availability 100 is out of range'],
    [{ slo: { availability: 0.995 } }, 'slo.availability 0.995 is out of range'],
    [{ watch: { slow: 60 } }, 'watch.slow 60 is out of range'],
    [{ watch: { slow: -1 } }, 'watch.slow -1 is out of range'],
    [{ watch: { errors: 0 } }, 'watch.errors 0 is out of range'],
    [
      { watch: { path: 'login' } },
      `chess base.watch.path: watch.path 'login' is not a path [watch-path-form]. Write it like '/healthz'.`,
    ],
    [
      { watch: { slw: 3 } },
      `chess base.watch.slw: there is no field 'slw' [field-unknown]. Did you mean slow?`,
    ],
    [
      { slo: { availabilty: 3 } },
      `chess base.slo.availabilty: there is no field 'availabilty' [field-unknown]. Did you mean availability?`,
    ],
  ])('is told of %j', (wrong, line) => {
    expect(problemsOf(chess({ base: { ...base, ...(wrong as object) } })).join('\n')).toContain(line);
  });

  it('has no objective where the public does not come in', () => {
    const platform = testPlatform().add(
      app('inner', { base: { ...base, internal: true, slo: { availability: 99 } }, prod: {} }),
    );
    expect(problemsOf(platform).map((problem) => problem.replace(/^\S+ /, ''))).toEqual([
      'inner base.slo: it has an objective and no host [slo-without-host]. Remove slo: failures are counted where the public comes in, and nobody comes in here.',
    ]);
  });
});
