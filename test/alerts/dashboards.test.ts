import { expect, it } from 'vitest';
import { dashboards } from '../../system/watch/dashboards.js';
import { watchedOn } from '../../system/watch/watched.js';
import { samplePlatform } from '../watch/sample.js';
import { run } from './promtool.js';

interface Query {
  readonly expr?: string;
}

it('dashboards ask in PromQL that Prometheus can read', () => {
  const queries = dashboards(watchedOn(samplePlatform())).flatMap(({ content }) => [
    ...(content.panels ?? []).flatMap((panel) =>
      'targets' in panel ? ((panel.targets ?? []) as Query[]) : [],
    ),
    ...(content.annotations?.list ?? []).flatMap(({ target }) => (target ? [target as Query] : [])),
  ]);
  const exprs = queries.flatMap(({ expr }) => expr ?? []);
  expect(exprs.length).toBeGreaterThan(50);
  const rules = exprs.map((expr, index) => ({ record: `query_${index}`, expr }));
  run('promtool', ['check', 'rules', 'queries.yaml'], {
    'queries.yaml': { groups: [{ name: 'queries', rules }] },
  });
});
