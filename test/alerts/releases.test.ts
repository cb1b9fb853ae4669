import { describe, expect, it } from 'vitest';
import { failedShare } from '../../system/envoy.js';
import type { Series } from './cases.js';
import { run } from './promtool.js';

const expr = failedShare('vcluster-prod', 'chess-x-chess-prod-x-prod');
const requests = (service: string, code: string) =>
  `envoy_cluster_upstream_rq_xx{namespace="projectcontour",envoy_cluster_name="${service}",envoy_response_code_class="${code}"}`;
const own = 'vcluster-prod_chess-x-chess-prod-x-prod_8080';
const live = { 'envoy_server_live{pod="envoy-1"}': '1x10', 'envoy_server_live{pod="envoy-2"}': '1x10' };

/** Has Prometheus' own program work it out after 5 minutes: one figure without labels, or none. */
const worksOut = (series: Series, ...figures: number[]): string =>
  run('promtool', ['test', 'rules', 'tests.yaml'], {
    'tests.yaml': {
      evaluation_interval: '30s',
      tests: [
        {
          interval: '30s',
          input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
          promql_expr_test: [
            { expr, eval_time: '5m', exp_samples: figures.map((value) => ({ labels: '{}', value })) },
          ],
        },
      ],
    },
  });

describe('the share of failed requests, by which a release is judged', () => {
  it('is that of 5xx among all', () => {
    const series = {
      ...live,
      [requests(own, '2')]: '0+60x10',
      [requests(own, '4')]: '0+30x10',
      [requests(own, '5')]: '0+30x10',
    };
    expect(worksOut(series, 0.25)).toContain('SUCCESS');
    expect(() => worksOut(series, 0.2)).toThrow('2.5E-01'); // promtool does look
  });

  it('is over all Envoys and ports', () => {
    const other = own.replace('8080', '9090');
    const series = { ...live, [requests(own, '2')]: '0+30x10', [requests(other, '5')]: '0+10x10' };
    expect(worksOut(series, 0.25)).toContain('SUCCESS');
  });

  it('is none where Envoy has no series for what never happened', () => {
    expect(worksOut({ ...live, [requests(own, '2')]: '0+60x10' }, 0)).toContain('SUCCESS');
  });

  it('is none where nobody comes', () => {
    expect(worksOut(live, 0)).toContain('SUCCESS');
    expect(worksOut({ ...live, [requests(own, '5')]: '7x10', [requests(own, '2')]: '7x10' }, 0)).toContain(
      'SUCCESS',
    );
  });

  it('is not that of a namesake', () => {
    for (const name of [`not-${own}`, own.replace('_chess-x', '_chess2-x'), own.replace('_8080', '_8080_x')])
      expect(worksOut({ ...live, [requests(name, '5')]: '0+10x10' }, 0), name).toContain('SUCCESS');
  });

  it('is unknown where no Envoy is seen', () => {
    expect(worksOut({ 'up{job="other"}': '1x10' })).toContain('SUCCESS');
  });
});
