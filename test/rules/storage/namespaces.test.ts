import { describe, expect, it } from 'vitest';
import { kustomizationResources } from '../../../rules/argocd/kustomization-resources.js';
import { oneOwner } from '../../../rules/argocd/one-owner.js';
import { application } from '../../../rules/examples/example-application.js';
import { deployment } from '../../../rules/examples/examples.js';
import { stableApiVersion } from '../../../rules/objects/stable-api-version.js';
import { podSecurityLabels } from '../../../rules/pods/pod-security-labels.js';
import { namespaceExists } from '../../../rules/storage/namespace-exists.js';
import { found } from '../findings.js';

const namespace = (name: string, file = 'host/argocd/a.yaml') =>
  `# ${file}\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }`;

describe('a namespace', () => {
  const files = [
    application('host/argocd', 'argocd', 'platform'),
    namespace('argocd'),
    application('host/chess', 'chess', 'platform'),
    `# host/chess/a.yaml\n${deployment({})}`,
    `# host/chess/b.yaml\n${deployment({}).replace('name: chess', 'name: go')}`,
  ];
  it.each([
    ['is missing, which is told once', '', 1],
    ['is in a file', namespace('chess'), 0],
    [
      'is on another cluster',
      `${application('prod/namespaces', '', 'platform')}---\n${namespace('chess', 'prod/namespaces/a.yaml')}`,
      1,
    ],
    [
      'is part of a release',
      '# host/chess/kustomization.yaml\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [https://example.com/release.yaml]',
      0,
    ],
    [
      'is part of no file of a kustomization',
      '# host/chess/kustomization.yaml\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]',
      1,
    ],
  ])('%s', (_, more, times) => {
    expect(found(namespaceExists, ...files, ...(more ? [more] : []))).toHaveLength(times);
  });

  it('may be made by the Application', () => {
    const [argocd = '', made = '', chess = '', ...rest] = files;
    const making = chess.replace(
      '\n  source:',
      '\n  syncPolicy: { syncOptions: [CreateNamespace=true] }\n  source:',
    );
    expect(found(namespaceExists, argocd, made, making, ...rest)).toEqual([]);
  });

  it('is nothing to ask for where no namespace is known', () => {
    expect(found(namespaceExists, deployment({ metadata: 'namespace: chess' }))).toEqual([]);
  });
});

describe('Pod Security', () => {
  const levels = (level: string) =>
    ['enforce', 'audit', 'warn'].map((mode) => `pod-security.kubernetes.io/${mode}: ${level}`).join(', ');
  const labelled = (cluster: string, level: string, more = '') =>
    `# ${cluster}/chess/a.yaml\napiVersion: v1\nkind: Namespace\nmetadata: { name: chess, labels: { ${levels(level)} }${more} }`;
  const because = ', annotations: { cedille.club/privileged-because: it loads programs into the kernel }';
  it.each([
    ['host', 'platform', 'baseline', '', 0],
    ['host', 'platform', 'privileged', '', 1],
    ['host', 'platform', 'privileged', because, 0],
    ['host', 'club-chess', 'baseline', '', 1],
    ['prod', 'platform', 'restricted', '', 0],
    ['prod', 'platform', 'baseline', '', 1],
    ['prod', 'platform', 'privileged', because, 1],
    ['host', 'platform', 'strict', '', 3],
  ])('on %s of %s at %s%s has %i faults', (cluster, project, level, more, times) => {
    const app = application(`${cluster}/chess`, 'chess', project);
    expect(found(podSecurityLabels, app, labelled(cluster, level, more))).toHaveLength(times);
  });

  it('is looked at in what a kustomization changes', () => {
    const patch = (level: string) =>
      `# host/chess/kustomization.yaml\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches: [{ patch: "{ kind: Namespace, metadata: { name: chess, labels: { ${levels(level)} } } }" }, { patch: "- {" }]`;
    const app = application('host/chess', 'chess', 'platform');
    expect(found(podSecurityLabels, app, patch('baseline'))).toEqual([]);
    expect(found(podSecurityLabels, app, patch('privileged'))[0]).toContain(
      "namespace 'chess' is privileged and gives no reason",
    );
  });
});

describe('a kustomization', () => {
  const account = '# chess/a.yaml\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }';
  const lists = (says: string) =>
    `# chess/kustomization.yaml\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${says}`;
  it.each([
    ['resources: [a.yaml]', []],
    ['resources: [./a.yaml]', []],
    ['resources: [a.yaml, https://example.com/b.yaml, "github.com/a/b?ref=v1"]', []],
    ['resources: [a.yaml, ../go]', ["it lists '../go', which is not there"]],
    [
      'resources: [a.yml]',
      ["it lists 'a.yml', which is not there", "it does not list 'a.yaml', so that is never deployed"],
    ],
    ['patches: [{ path: a.yaml }]', []],
    ['resources: null', ["it does not list 'a.yaml', so that is never deployed"]],
  ])('of %s', (says, faults) => {
    expect(found(kustomizationResources, lists(says), account).map((each) => each.split(': ')[0])).toEqual(
      faults,
    );
  });

  it('may list a folder', () => {
    const other = account.replace('chess/', 'go/base/');
    expect(found(kustomizationResources, lists('resources: [../go]'), other)).toEqual([]);
  });

  it('of Flux is another thing', () => {
    expect(
      found(
        kustomizationResources,
        lists('a: b').replace('kustomize.config.k8s.io', 'kustomize.toolkit.fluxcd.io'),
        account,
      ),
    ).toEqual([]);
  });
});

describe('an object', () => {
  it.each([
    [
      'another group',
      oneOwner.bad.replace(/apiVersion: v1(?![\s\S]*apiVersion: v1)/, 'apiVersion: club.ca/v1'),
      0,
    ],
    [
      'another version of its group',
      oneOwner.bad.replace(/apiVersion: v1(?![\s\S]*apiVersion: v1)/, 'apiVersion: v2'),
      1,
    ],
    ['another cluster', oneOwner.bad.replaceAll('prod/go', 'staging/go'), 0],
  ])('of %s', (_, yaml, times) => {
    expect(found(oneOwner, yaml)).toHaveLength(times);
  });

  it.each([
    ['extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
    ['extensions/v1beta1', 'Deployment', 'apps/v1'],
    ['batch/v1beta1', 'CronJob', 'batch/v1'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2'],
    [
      'flowcontrol.apiserver.k8s.io/v1beta3',
      'FlowSchema',
      'flowcontrol.apiserver.k8s.io/v1, from Kubernetes 1.29 on',
    ],
  ])('of %s/%s is to be of %s', (version, kind, use) => {
    const faults = found(stableApiVersion, `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: a }`);
    expect(faults[0]).toMatch(new RegExp(`: Use ${use}$`));
  });
});
