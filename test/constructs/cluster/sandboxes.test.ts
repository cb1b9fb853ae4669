import { describe, expect, it } from 'vitest';
import { type Member, Sandboxes } from '../../../constructs/cluster/sandboxes.js';
import type { Component } from '../../../constructs/platform/platform.js';
import { SystemService } from '../../../constructs/service/system-service.js';
import { folder, objectAt, problemsOf, testPlatform } from '../../platform.js';

const chart = { name: 'vcluster', version: '0.19.5', repository: 'https://example.com/charts' };
const argocd: Component = (on) => new SystemService(on, 'argocd', { provides: ['argoproj.io'] });
const sandboxesOf = (...members: Member[]) =>
  testPlatform().add(
    argocd,
    (on) => new Sandboxes(on, 'sandboxes', { members, chart, image: 'k3s:v1', dependsOn: [argocd] }),
  );
const ada = { user: 'ada', email: 'ada@example.com' };
// biome-ignore lint/suspicious/noExplicitAny: the shape of a Kubernetes object is what these tests look at
const at = (path: string): any => objectAt(sandboxesOf(ada), path);

describe('Sandboxes', () => {
  it('are a room for each member and one ApplicationSet that fills it', () => {
    expect(folder(sandboxesOf(ada), 'host/sandboxes')).toMatchSnapshot();
  });

  it('let a member connect to their own cluster and to nothing else', () => {
    const { rules } = at('host/sandboxes/Role.sandbox-ada.yaml');
    const secrets = rules.filter(({ resources }: { resources: string[] }) => resources.includes('secrets'));
    expect(secrets).toEqual([
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['vc-sandbox-ada'], verbs: ['get'] },
    ]);
    for (const { resources, verbs } of rules) expect([...resources, ...verbs]).not.toContain('*');
    expect(at('host/sandboxes/RoleBinding.sandbox-ada.yaml').subjects[0].name).toBe('ada@example.com');
  });

  it('are counted against a quota, which says for every container what it counts', () => {
    const { hard } = at('host/sandboxes/ResourceQuota.sandbox-ada.yaml').spec;
    const [{ type, default: limits, defaultRequest }] = at('host/sandboxes/LimitRange.sandbox-ada.yaml').spec
      .limits;
    expect(type).toBe('Container');
    const counted = (prefix: string) =>
      Object.keys(hard).flatMap((key) =>
        key.startsWith(`${prefix}.`) ? [key.slice(prefix.length + 1)] : [],
      );
    expect(counted('limits')).toEqual(['cpu', 'memory']);
    expect(Object.keys(limits)).toEqual(expect.arrayContaining(counted('limits')));
    for (const resource of ['cpu', 'memory']) expect(counted('requests')).toContain(resource);
    expect(Object.keys(defaultRequest)).toEqual(expect.arrayContaining(['cpu', 'memory']));
    const { helm } = at('host/sandboxes/ApplicationSet.sandboxes.yaml').spec.template.spec.source;
    expect(helm.valuesObject.syncer.resources.limits.cpu).toBe('1');
  });

  it('cannot claim a public host, nor leave their namespaces', () => {
    const { template } = at('host/sandboxes/ApplicationSet.sandboxes.yaml').spec;
    expect(template.spec.source.helm.valuesObject.sync.ingresses.enabled).toBe(false);
    expect(template.spec.project).toBe('sandboxes');
    expect(at('argocd/AppProject.sandboxes.yaml').spec.destinations).toEqual([
      { name: 'in-cluster', namespace: 'sandbox-*' },
    ]);
  });

  it('lie in namespaces that the project of their rooms may write to', () => {
    expect(at('argocd/AppProject.platform.yaml').spec.destinations).toContainEqual({
      name: 'in-cluster',
      namespace: 'sandbox-*',
    });
  });

  it('tell of a user who is no label, or listed twice', () => {
    const lines = problemsOf(sandboxesOf({ ...ada, user: 'Ada_L' }, ada, ada)).map((line) =>
      line.replace(/^\S+ /, ''),
    );
    expect(lines).toEqual([
      `sandboxes: the user 'Ada_L' may hold only a-z, 0-9 and -, and must begin and end with a letter or digit [name-form]. Call it 'ada-l'.`,
      `sandboxes: the user 'ada' is listed twice [user-twice]. Remove one of the lines.`,
    ]);
  });
});
