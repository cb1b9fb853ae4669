import { describe, expect, it } from 'vitest';
import { pages, sampleFamilies, sampleRules } from '../watch/sample.js';
import { type Case, cases, type Series } from './cases.js';
import { run } from './promtool.js';

const rules = sampleRules();
const families = sampleFamilies();
const alerts = families.flatMap((family) => family.alerts ?? []);
/** The families whose figures others use. */
const figures = ['facts', 'belongings', 'traffic'];
const named = (name: string) => alerts.find(({ alert }) => alert === name);

/** A test in promtool's words: at that time, exactly these alerts of that name fire. */
const test = (name: string, at: string, series: Series, expected: readonly object[]) => ({
  interval: '1m',
  input_series: Object.entries(series).map(([each, values]) => ({ series: each, values })),
  alert_rule_test: [{ eval_time: at, alertname: name, exp_alerts: expected }],
});

const firing = (name: string, { labels, summary, description }: Case) => ({
  exp_labels: { severity: named(name)?.severity, ...labels },
  exp_annotations: {
    summary,
    description,
    runbook_url: `${pages.runbooks}/${name}.md`,
    dashboard:
      labels['environment'] === 'platform'
        ? `${pages.grafana}/d/platform`
        : `${pages.grafana}/d/app-chess?var-environment=prod`,
  },
});

/** Has promtool look at the rules of an alert's family, and those whose figures it may use. */
function outcome(name: string, at: string, series: Series, expected: readonly object[]): string {
  const order = families
    .filter((family) => figures.includes(family.name) || family.alerts?.some(({ alert }) => alert === name))
    .map((family) => family.name);
  return run('promtool', ['test', 'rules', 'tests.yaml'], {
    ...rules,
    'tests.yaml': {
      rule_files: order.map((family) => `${family}.yaml`),
      evaluation_interval: '1m',
      group_eval_order: order,
      tests: [test(name, at, series, expected)],
    },
  });
}

describe('rules', () => {
  it('are ones that Prometheus takes', () => {
    const said = run(
      'promtool',
      ['check', 'rules', '--lint=all', '--lint-fatal', ...Object.keys(rules)],
      rules,
    );
    expect(said.match(/SUCCESS/g)).toHaveLength(Object.keys(rules).length);
  });

  it.each(Object.entries(cases))('%s fires, and says what to do', (name, each) => {
    expect(outcome(name, each.at, each.fires, [firing(name, each)])).toContain('SUCCESS');
  });

  it.each(Object.entries(cases))('%s does not fire without a reason', (name, each) => {
    expect(outcome(name, each.at, each.quiet, [])).toContain('SUCCESS');
  });

  it('say of a pod of nobody nothing', () => {
    const pod = 'namespace="vcluster-prod",pod="stray"';
    const series = {
      [`kube_pod_labels{${pod},label_vcluster_loft_sh_namespace="stray-prod"}`]: '1x40',
      [`kube_pod_info{${pod},node="worker-1"}`]: '1x40',
      [`kube_pod_status_ready{${pod},condition="false"}`]: '1x40',
    };
    expect(outcome('AppNotReady', '30m', series, [])).toContain('SUCCESS');
  });

  it('tell of a port as of a site, though it has no status', () => {
    const { quiet: _, ...down } = cases['HostDown'] as Case;
    const series = Object.fromEntries(
      Object.entries(down.fires).filter(([name]) => name.startsWith('probe_success')),
    );
    expect(outcome('HostDown', down.at, series, [firing('HostDown', down as Case)])).toContain('SUCCESS');
  });

  it('have a test that would fail if the alert did not fire', () => {
    const [name, each] = Object.entries(cases)[0] as [string, Case];
    expect(() => outcome(name, each.at, each.quiet, [firing(name, each)])).toThrow('FAILED');
  });
});
