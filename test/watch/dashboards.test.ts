import { describe, expect, it } from 'vitest';
import { dashboards, printed } from '../../system/watch/dashboards.js';
import { watchedOn } from '../../system/watch/watched.js';
import { samplePlatform } from './sample.js';

const pages = dashboards(watchedOn(samplePlatform()));
const page = (name: string) => {
  const found = pages.find((each) => each.name === name);
  if (!found) throw new Error(`there is no page ${name}`);
  return found;
};
const panelsOf = (name: string) => (page(name).content.panels ?? []) as readonly Panel[];
interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource: { readonly uid: string };
  readonly targets: readonly { readonly expr?: string; readonly rawSql?: string }[];
}

describe('dashboards', () => {
  it('are one for the platform, one for each club and one for each app, in the folder of its club', () => {
    expect(pages.map(({ name, folder }) => [name, folder])).toEqual([
      ['platform', 'Platform'],
      ['club-chess', 'Chess'],
      ['app-chess', 'Chess'],
      ['app-quiet', 'Chess'],
    ]);
  });

  it('have ids that Grafana takes', () => {
    const ids = pages.map(({ content }) => content.uid ?? '');
    expect(new Set(ids).size).toBe(pages.length);
    for (const uid of ids) expect(uid).toMatch(/^[a-zA-Z0-9_-]{1,40}$/);
  });

  it.each(pages.map(({ name }) => name))('%s has panels that do not overlap, each with a query', (name) => {
    const panels = panelsOf(name);
    expect(panels.length).toBeGreaterThan(5);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const { gridPos, title, targets } of panels) {
      expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x},${y}`), title).toBe(false);
          taken.add(`${x},${y}`);
        }
      for (const { expr, rawSql } of targets) expect(expr ?? rawSql, title).toBeTruthy();
      expect(targets.length, title).toBeGreaterThan(0);
    }
  });

  it('show what is asked of an app: health, traffic, errors, latency, restarts, resources, volumes, logs, deploys', () => {
    const text = JSON.stringify(page('app-chess').content);
    for (const series of [
      'probe_success',
      'probe_ssl_earliest_cert_expiry',
      'app:requests_by_class:rate5m',
      'app:failed:ratio5m',
      'histogram_quantile(0.99',
      'restarts_total',
      'container_cpu_usage_seconds_total',
      'kube_pod_container_resource_limits',
      'container_memory_working_set_bytes',
      'kubelet_volume_stats_used_bytes',
      'otel_logs',
      'argocd_app_sync_total',
      'app:slo:budget_left',
    ]) {
      expect(text).toContain(series);
    }
    expect(text).toContain('prod-chess|staging-chess');
  });

  it('do not show hosts and objectives of an app that has none', () => {
    const text = JSON.stringify(page('app-quiet').content);
    expect(text).not.toContain('probe_success');
    expect(text).not.toContain('budget_left');
  });

  it('let the environment be chosen', () => {
    const [variable] = page('app-chess').content.templating?.list ?? [];
    expect(variable).toMatchObject({ name: 'environment', query: 'prod,staging' });
  });

  it('are written with a panel a line', () => {
    for (const { content } of pages) {
      const text = printed(content);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(content)));
      expect(text.split('\n').filter((line) => line.startsWith('{"id":'))).toHaveLength(
        content.panels?.length ?? 0,
      );
    }
  });
});
