import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../constructs/kube/manifest.js';
import { rules } from '../../../rules/index.js';
import { annotationName } from '../../../rules/objects/annotation-name.js';
import { annotationPlace } from '../../../rules/objects/annotation-place.js';
import { annotationValue } from '../../../rules/objects/annotation-value.js';
import { noExecRoles } from '../../../rules/rights/no-exec-roles.js';
import { noWildcardRoles } from '../../../rules/rights/no-wildcard-roles.js';
import { podCreation } from '../../../rules/rights/pod-creation.js';
import { role } from '../../../rules/rights/rights.js';
import { secretsAccess } from '../../../rules/rights/secrets-access.js';
import { found, foundIn } from '../found.js';

describe('rights', () => {
  it.each([
    [secretsAccess, role('secrets', 'get, list'), 2],
    [secretsAccess, role('"*"', 'list'), 1],
    [secretsAccess, role('secrets', '"*"'), 1],
    [secretsAccess, role('secrets', 'get', 'example.org'), 0],
    [secretsAccess, role('secrets', 'get').replace('verbs', 'resourceNames: [mine], verbs'), 0],
    [secretsAccess, role('"*"', '"*"'), 0],
    [noWildcardRoles, role('"*"', '"*"'), 2],
    [noWildcardRoles, role('pods/*', 'get'), 1],
    [noWildcardRoles, role('pods', 'get', '*'), 1],
    [noWildcardRoles, role('pods', 'get'), 0],
    [noExecRoles, role('pods/*', 'create'), 2],
    [noExecRoles, role('"*/exec"', 'create'), 1],
    [noExecRoles, role('pods', '"*"'), 0],
    [noExecRoles, role('pods/attach', 'get'), 1],
    [noExecRoles, role('clusterroles', 'bind, escalate', 'rbac.authorization.k8s.io'), 2],
    [noExecRoles, role('serviceaccounts', 'impersonate'), 1],
    [podCreation, role('pods', 'create, get'), 1],
    [podCreation, role('pods/log', 'create'), 0],
  ])('%#', (rule, yaml, count) => {
    expect(found(rule, yaml)).toHaveLength(count);
  });
});

const annotated = (key: string, value = '1') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: chess, annotations: { ${key}: "${value}" } }\n`;

describe('annotations', () => {
  it.each([
    ['argocd.argoproj.io/sync-wave', undefined],
    ['argocd.argoproj.io/syncwave', 'argocd.argoproj.io/sync-wave'],
    ['argoproj.io/sync-wave', 'argocd.argoproj.io/sync-wave'],
    ['cert-manager.io/cluster-isuer', 'cert-manager.io/cluster-issuer'],
    ['certmanager.io/cluster-issuer', 'cert-manager.io/cluster-issuer'],
    ['acme.cert-manager.io/http01-edit-in-place', undefined],
    ['nginx.ingress.kubernetes.io/force-ssl-redirect', undefined],
    ['ingress.kubernetes.io/ssl-redirect', 'ingress.kubernetes.io/force-ssl-redirect'],
    ['projectcontour.io/websocket-route', 'projectcontour.io/websocket-routes'],
    ['notifications.argoproj.io/subscribe.on-deployed.slack', undefined],
    ['helm.sh/hook', undefined],
  ])('%s is meant to be %s', (key, near) => {
    const rule = {
      ...annotationName,
      check: (...given: Parameters<typeof annotationName.check>) =>
        annotationName
          .check(...given)
          .map((fault) => (typeof fault === 'object' && 'fix' in fault ? fault.fix : fault)),
    };
    expect(found(rule, annotated(key))).toEqual(near ? [`Did you mean ${near}?`] : []);
  });

  it('are found where nothing reads them', () => {
    const wave = { 'argocd.argoproj.io/sync-wave': '1' };
    const template = { metadata: { annotations: wave, labels: { 'cert-manager.io/issuer': 'x' } }, spec: {} };
    const metadata = { name: 'x', labels: { ...wave, 'argocd.argoproj.io/secret-type': 'cluster' } };
    const manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      annotations: wave,
      spec: { ...wave, template },
    };
    expect(foundIn(annotationPlace, [{ file: 'x.yaml', manifest }])).toHaveLength(5);
  });

  it.each([
    ['sync-wave', '-5', 0],
    ['sync-wave', '1.5', 1],
    ['sync-wave', 'last', 1],
    ['sync-options', 'Prune=false, Delete=false', 0],
    ['sync-options', 'Prune=False', 1],
    ['hook', 'PreSync', 0],
    ['hook', 'Presync', 1],
    ['hook-delete-policy', 'HookSucceeded,BeforeHookCreation', 0],
  ])('%s may be %s: %i faults', (name, value, count) => {
    expect(found(annotationValue, annotated(`argocd.argoproj.io/${name}`, value))).toHaveLength(count);
  });

  it('waves are texts', () => {
    const yaml = annotated('argocd.argoproj.io/sync-wave').replace('"1"', '1');
    expect(found(annotationValue, yaml)).toEqual(["sync-wave '1' is not a whole number in quotes"]);
  });
});

describe('no rule throws', () => {
  const odd: unknown[] = [
    undefined,
    null,
    'x',
    7,
    [],
    [null],
    ['x'],
    {},
    { template: null },
    { template: { spec: null } },
  ];
  const fields = [
    ...['spec', 'rules', 'roleRef', 'data', 'stringData', 'subjects', 'annotations'],
    ...[
      'metadata.annotations',
      'metadata.labels',
      'spec.destinations',
      'spec.source',
      'spec.sources',
      'spec.destination',
    ],
    ...[
      'spec.volumeClaimTemplates',
      'spec.vaultSecretDefinitions',
      'spec.parameters',
      'spec.policies',
      'spec.syncPolicy',
    ],
  ];
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const kinds =
      rule.kinds === 'workloads' || !rule.kinds ? ['Deployment', 'Application', 'Ingress'] : rule.kinds;
    const groups = [
      'v1',
      'argoproj.io/v1alpha1',
      'rbac.authorization.k8s.io/v1',
      'redhatcop.redhat.io/v1alpha1',
    ];
    const files = kinds.flatMap((kind) =>
      groups.flatMap((apiVersion) =>
        fields.flatMap((field) =>
          odd.map((value, at) => {
            const [outer = '', inner] = field.split('.');
            const name = { name: 'club-x' };
            const held = inner ? { ...(outer === 'metadata' && name), [inner]: value } : value;
            const manifest = { apiVersion, kind, metadata: name, [outer]: held } as unknown as Manifest;
            return { file: `a/b/${kind}.${field}-${at}.yaml`, manifest };
          }),
        ),
      ),
    );
    expect(() => foundIn(rule, files)).not.toThrow();
  });
});
