import { describe, expect, it } from 'vitest';
import { priorityClassRef } from '../../../rules/availability/priority-class-ref.js';
import { rolloutTarget } from '../../../rules/availability/rollout-target.js';
import { selectorMatchesTemplate } from '../../../rules/availability/selector-matches-template.js';
import { volumeMounts } from '../../../rules/containers/volume-mounts.js';
import { application } from '../../../rules/examples/example-application.js';
import { deployment } from '../../../rules/examples/examples.js';
import { issuer } from '../../../rules/network/issuer.js';
import { labelValues } from '../../../rules/objects/label-values.js';
import { roleRef } from '../../../rules/rights/role-ref.js';
import { claimRef } from '../../../rules/storage/claim-ref.js';
import { configMapRef } from '../../../rules/storage/config-map-ref.js';
import { serviceAccountRef } from '../../../rules/storage/service-account-ref.js';
import { storageClassRef } from '../../../rules/storage/storage-class-ref.js';
import { found } from '../findings.js';

const mounting = (claim: string) =>
  deployment({ pod: `volumes: [{ name: data, persistentVolumeClaim: { claimName: ${claim} } }]` });
const postgres = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: postgres }
spec: { volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: fast } }] }`;

describe('a claim', () => {
  it.each([
    ['data-postgres-0', 0],
    ['data-postgres', 0],
    ['data-redis-0', 1],
  ])('of a StatefulSet, %s, is missing %i times', (claim, times) => {
    expect(found(claimRef, postgres, mounting(claim))).toHaveLength(times);
  });
});

describe('a storage class', () => {
  const shown = 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: mayastor }';
  it('is looked for in claim templates, if any class is known', () => {
    expect(found(storageClassRef, postgres)).toEqual([]);
    expect(found(storageClassRef, postgres, shown)[0]).toContain("storage class 'fast' does not exist");
  });
  it('is that of the host for volumes of a virtual cluster', () => {
    const claim =
      '# prod/chess/a.yaml\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { storageClassName: mayastor }';
    const files = [application('prod/chess', 'chess-prod'), application('host/disks', 'disks'), claim];
    expect(found(storageClassRef, ...files)).toHaveLength(1);
    expect(found(storageClassRef, ...files, `# host/disks/b.yaml\n${shown}`)).toEqual([]);
    expect(found(storageClassRef, ...files, `# prod/chess/b.yaml\n${shown}`)).toHaveLength(1);
  });
});

describe('a ConfigMap', () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: rules }\ndata: { variant: blitz }';
  it.each([
    ['all of it', 'envFrom: [{ configMapRef: { name: rules } }]', 0],
    ['a key', 'env: [{ name: A, valueFrom: { configMapKeyRef: { name: rules, key: variant } } }]', 0],
    ['a key it lacks', 'env: [{ name: A, valueFrom: { configMapKeyRef: { name: rules, key: clock } } }]', 1],
    ['one that may be missing', 'envFrom: [{ configMapRef: { name: other, optional: true } }]', 0],
    ['the one of the cluster', 'envFrom: [{ configMapRef: { name: kube-root-ca.crt } }]', 0],
  ])('is asked for %s', (_, container, times) => {
    expect(found(configMapRef, map, deployment({ container }))).toHaveLength(times);
  });
});

describe('accounts, classes and roles', () => {
  it.each(['default', '""'])('account %s is always there', (name) => {
    expect(found(serviceAccountRef, deployment({ pod: `serviceAccountName: ${name}` }))).toEqual([]);
  });
  it('knows the classes of Kubernetes', () => {
    expect(found(priorityClassRef, deployment({ pod: 'priorityClassName: urgent' }))).toHaveLength(1);
  });
  it.each([
    ['ClusterRole', 'view', 0],
    ['ClusterRole', 'system:auth-delegator', 0],
    ['ClusterRole', 'viewer', 1],
    ['Role', 'view', 1],
  ])('%s %s is missing %i times', (kind, name, times) => {
    const binding = `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: a }\nroleRef: { kind: ${kind}, name: ${name} }`;
    expect(found(roleRef, binding)).toHaveLength(times);
  });
  it('wants the namespace of an account that is bound everywhere', () => {
    const binding =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: a }\nroleRef: { kind: ClusterRole, name: view }\nsubjects: [{ kind: ServiceAccount, name: a }]';
    expect(found(roleRef, binding)).toEqual(["account 'a' has no namespace: Add its namespace"]);
  });
});

describe('an issuer', () => {
  const ingress = (name: string) =>
    `# prod/chess/a.yaml\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: chess, annotations: { cert-manager.io/${name}: letsencrypt } }`;
  const files = (kind: string) => [
    application('prod/chess', 'chess-prod'),
    application('host/certs', 'certs', 'platform'),
    `# host/certs/b.yaml\napiVersion: cert-manager.io/v1\nkind: ${kind}\nmetadata: { name: letsencrypt }`,
  ];
  it('for the whole cluster is that of the host', () => {
    expect(found(issuer, ...files('ClusterIssuer'), ingress('cluster-issuer'))).toEqual([]);
    expect(found(issuer, ...files('ClusterIssuer'), ingress('issuer'))).toEqual([
      "there is no Issuer 'letsencrypt': It is a ClusterIssuer: say so",
    ]);
    expect(found(issuer, ...files('Issuer'), ingress('cluster-issuer'))).toHaveLength(1);
  });
});

describe('mounts', () => {
  it.each([
    [
      'of a claim template',
      postgres.replace(
        'spec: {',
        'spec: { template: { spec: { containers: [{ name: a, volumeMounts: [{ name: data, mountPath: /d }] }] } },',
      ),
      [],
    ],
    [
      'as a device',
      deployment({
        pod: 'volumes: [{ name: disk }]',
        container: 'volumeDevices: [{ name: disk, devicePath: /dev/a }]',
      }),
      [],
    ],
    ['by nothing', deployment({ pod: 'volumes: [{ name: disk }]' }), ["volume 'disk' is not mounted"]],
    [
      'at one path twice',
      deployment({
        pod: 'volumes: [{ name: a }, { name: b }]',
        container: 'volumeMounts: [{ name: a, mountPath: /d }, { name: b, mountPath: /d/ }]',
      }),
      ["container 'chess' mounts 'a' and 'b' at '/d'"],
    ],
  ])('%s', (_, yaml, faults) => {
    expect(found(volumeMounts, yaml).map((each) => each.split(': ')[0])).toEqual(faults);
  });
});

describe('selectors', () => {
  it.each([
    [
      'of a Job that chooses none',
      deployment({})
        .replace('Deployment', 'Job')
        .replace(/ {2}selector.*\n/, ''),
      0,
    ],
    ['that are missing', deployment({}).replace(/ {2}selector.*\n/, ''), 1],
    [
      'of expressions',
      deployment({}).replace(
        '{ matchLabels: { app: chess } }',
        '{ matchExpressions: [{ key: app, operator: In, values: [chess, go] }] }',
      ),
      0,
    ],
    [
      'of expressions that exclude it',
      deployment({}).replace(
        '{ matchLabels: { app: chess } }',
        '{ matchExpressions: [{ key: app, operator: DoesNotExist }] }',
      ),
      1,
    ],
  ])('%s', (_, yaml, times) => {
    expect(found(selectorMatchesTemplate, yaml)).toHaveLength(times);
  });
});

describe('names and labels', () => {
  const named = (kind: string, name: string, metadata = '') =>
    `apiVersion: ${kind === 'Role' ? 'rbac.authorization.k8s.io/v1' : 'v1'}\nkind: ${kind}\nmetadata: { name: "${name}"${metadata && `, ${metadata}`} }`;
  it.each([
    ['Service', 'chess.club', 1],
    ['ConfigMap', 'chess.club', 0],
    ['ConfigMap', 'Chess', 1],
    ['Role', 'system:Chess', 0],
    ['CronJob', 'c'.repeat(53), 1],
    ['ConfigMap', 'c'.repeat(254), 1],
  ])('%s %s has %i faults', (kind, name, times) => {
    expect(found(labelValues, named(kind, name))).toHaveLength(times);
  });
  it.each([
    ['labels: { a: "" }', 0],
    ['labels: { a: 1.5 }', 0],
    ['labels: { a: -b }', 1],
    [`labels: { a: ${'b'.repeat(64)} }`, 1],
    ['labels: { a b: c }', 1],
    ['labels: { Club.ca/a: c }', 1],
    ['labels: { club.ca/a/b: c }', 1],
    ['annotations: { a b: c }', 1],
    ['annotations: { a: any thing }', 0],
  ])('%s has %i faults', (metadata, times) => {
    expect(found(labelValues, named('ConfigMap', 'a', metadata))).toHaveLength(times);
  });
  it.each([
    ['ports: [{ name: http-alternative, containerPort: 1 }]', 1],
    ['ports: [{ name: "80", containerPort: 80 }]', 1],
    ['ports: [{ name: http-2, containerPort: 80 }]', 0],
  ])('%s has %i faults', (container, times) => {
    expect(found(labelValues, deployment({ container }))).toHaveLength(times);
  });
});

it('finds the analyses that a Rollout lacks', () => {
  const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: chess }
spec:
  workloadRef: { kind: Deployment, name: chess }
  strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: errors }] } }] } }`;
  expect(found(rolloutTarget, rollout)).toHaveLength(2);
  const template = 'apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nmetadata: { name: errors }';
  expect(found(rolloutTarget, rollout, deployment({}), template)).toEqual([]);
});
