import { describe, expect, it } from 'vitest';
import { compare } from '../../../commands/diff/changes.js';
import { judge } from '../../../commands/diff/judge.js';
import { table } from '../../../commands/diff/rules/table.js';
import { levels } from '../../../commands/diff/severity.js';
import { cases } from './cases.js';
import { application, findings, tree } from './trees.js';

describe('each rule', () => {
  it.each(cases.map((each) => [each.rule, each.finds, each] as const))(
    '%s finds: %s',
    (rule, finds, each) => {
      const { file = 'prod/chess/x.yaml', before, after, not } = each;
      const found = findings(file, before, after).filter((finding) => finding.rule === rule);
      expect(found.map(({ what }) => what)).toContain(finds);
      expect(found[0]).toMatchObject({ level: table[rule].level, why: table[rule].why });
      const harmless = findings(file, ...not).filter((finding) => finding.rule === rule);
      expect(harmless).toEqual([]);
    },
  );

  it('is in the table, has a case, and says why it matters', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(
      Object.keys(table)
        .filter((rule) => rule !== 'unit-changed')
        .sort(),
    );
    for (const [rule, { level, elsewhere = level, why }] of Object.entries(table)) {
      expect(why, rule).toMatch(/^[A-Z].{10,}[^.]$/);
      expect(levels.indexOf(elsewhere), rule).toBeLessThanOrEqual(levels.indexOf(level));
    }
  });

  it('is milder outside production where the table says so', () => {
    const claim = (size: string) =>
      `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { resources: { requests: { storage: ${size} } } }\n`;
    const shrunk = (file: string) => findings(file, claim('2Gi'), claim('1Gi'))[0]?.level;
    expect(shrunk('prod/chess/x.yaml')).toBe('danger');
    expect(shrunk('host/chess-prod/x.yaml')).toBe('danger');
    expect(shrunk('staging/chess/x.yaml')).toBe('warning');
    expect(shrunk('host/chess-staging/x.yaml')).toBe('warning');
    expect(shrunk('host/vcluster-sandbox/x.yaml')).toBe('warning');
  });
});

describe('what only several files show', () => {
  const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a, namespace: shared }\n';
  const policy = (name: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name} }\nspec: { podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } } }\n`;
  const deployment = (name: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { spec: { containers: [] } } }\n`;
  const idsOf = (before: ReturnType<typeof tree>, after: ReturnType<typeof tree>) =>
    judge(compare(before, after)).flatMap((change) => change.findings.map(({ rule }) => rule));

  it('an object that moves to another unit', () => {
    const units = ['prod/a', 'prod/b'];
    const moved = idsOf(tree({ 'prod/a/x.yaml': account }, units), tree({ 'prod/b/x.yaml': account }, units));
    expect(moved).toEqual(['unit-changed']);
  });

  it('a policy whose program goes too, or whose whole unit does', () => {
    const both = { 'prod/chess/p.yaml': policy('db'), 'prod/chess/d.yaml': deployment('db') };
    expect(idsOf(tree(both), tree({}))).not.toContain('network-policy-removed');
    const alone = tree({ 'prod/chess/p.yaml': policy('db') });
    expect(idsOf(alone, tree({}, []))).toEqual(expect.arrayContaining(['application-removed', 'removed']));
    expect(idsOf(alone, tree({}, []))).not.toContain('network-policy-removed');
    expect(idsOf(alone, tree({}))).toContain('network-policy-removed');
  });

  it('a host that another Ingress takes over', () => {
    const ingress = (name: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name} }\nspec: { rules: [{ host: a.ca }], tls: [{ hosts: [a.ca] }] }\n`;
    const ids = idsOf(
      tree({ 'prod/chess/a.yaml': ingress('a') }),
      tree({ 'prod/chess/b.yaml': ingress('b') }),
    );
    expect(ids).toEqual(['removed']);
  });

  it('a destination that a project needs for an Application that is new', () => {
    const project = (...names: string[]) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: p }\nspec: { destinations: [${names.map((name) => `{ name: prod, namespace: ${name} }`)}] }\n`;
    const file = 'argocd/AppProject.p.yaml';
    const before = tree({ [file]: project('chess-prod') });
    expect(
      idsOf(before, tree({ [file]: project('chess-prod', 'go-prod') }, ['prod/chess', 'prod/go'])),
    ).toEqual([]);
    expect(idsOf(before, tree({ [file]: project('chess-prod', 'go-prod') }))).toEqual(['project-widened']);
  });

  it('what is kept because its Application prunes nothing, or leaves all behind', () => {
    const file = 'argocd/Application.prod-chess.yaml';
    const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\n';
    const careful = application('prod/chess').replace('prune: true', 'prune: false');
    const careless = application('prod/chess').replace(/, finalizers: \[.*?\]/, '');
    const there = (manifest: string) => tree({ [file]: manifest, 'prod/chess/x.yaml': claim });
    expect(idsOf(there(careful), tree({ [file]: careful }, []))).toEqual(['kept']);
    expect(idsOf(there(careless), tree({}, []))).toEqual(expect.arrayContaining(['kept']));
    expect(idsOf(there(application('prod/chess')), tree({}, []))).toContain('data-deleted');
  });
});
