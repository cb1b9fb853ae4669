import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuiltInGroup, isClusterScoped } from '../../../constructs/kube/scope.js';

const file = join(import.meta.dirname, '../../../imports/schemas/kinds.json');
const kinds = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { scope: string }>);
const split = (kind: string) => kind.split('/') as [group: string, kind: string];

describe('the scope of a kind', () => {
  it.each([
    ['', 'Namespace', true],
    ['', 'ConfigMap', false],
    ['rbac.authorization.k8s.io', 'ClusterRole', true],
    ['rbac.authorization.k8s.io', 'Role', false],
    ['cert-manager.io', 'ClusterIssuer', true],
    ['cert-manager.io', 'Issuer', false],
    ['example.com', 'Namespace', false],
  ])('of group %j, %s: outside namespaces %s', (group, kind, scope) =>
    expect(isClusterScoped(group, kind)).toBe(scope),
  );

  it('is that of its CRD, for every custom resource', () => {
    expect(kinds.length).toBeGreaterThan(50);
    for (const [name, { scope }] of kinds)
      expect(isClusterScoped(...split(name)), name).toBe(scope === 'Cluster');
  });

  it('is known of what operators bring, which is not built in', () => {
    for (const [name] of kinds) expect(isBuiltInGroup(split(name)[0]), name).toBe(false);
  });
});
