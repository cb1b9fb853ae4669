import { describe, expect, it } from 'vitest';
import { allowsDestination, allowsKind, allowsSource } from '../../../rules/argocd/app-project.js';
import { applicationCluster } from '../../../rules/argocd/application-cluster.js';
import { applicationFolder } from '../../../rules/argocd/application-folder.js';
import { applicationProject } from '../../../rules/argocd/application-project.js';
import { applicationSync } from '../../../rules/argocd/application-sync.js';
import { clubProject } from '../../../rules/argocd/club-project.js';
import { globMatches } from '../../../rules/argocd/glob.js';
import { operatorPresent } from '../../../rules/argocd/operator-present.js';
import { owner } from '../../../rules/argocd/owner.js';
import { projectAllows } from '../../../rules/argocd/project-allows.js';
import type { Item } from '../../../rules/engine/inventory.js';
import { application, project, registration, unitObject } from '../../../rules/examples/argocd-examples.js';
import { found } from '../found.js';

const limitedBy = (spec: object): Item => ({
  manifest: { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'x' }, spec },
  file: 'argocd/x.yaml',
  cluster: 'host',
  unit: 'argocd',
  namespace: 'argocd',
});
const yaml = (...documents: string[]) => documents.join('---\n');

describe('a pattern of Argo CD', () => {
  it.each([
    ['*', 'anything/at/all', '', true],
    ['chess-*', 'chess-prod', '', true],
    ['chess-*', 'checkers-prod', '', false],
    ['sandbox-?', 'sandbox-a', '', true],
    ['https://github.com/ClubCedille/*', 'https://github.com/ClubCedille/x', '/', true],
    ['https://github.com/*', 'https://github.com/ClubCedille/x', '/', false],
    ['https://github.com/**', 'https://github.com/ClubCedille/x', '/', true],
    ['{prod,staging}', 'staging', '', true],
    ['{prod,staging}', 'sandbox', '', false],
    ['[a-c]x', 'bx', '', true],
    ['[!a-c]x', 'bx', '', false],
    ['a.b', 'axb', '', false],
    ['a\\*', 'a*', '', true],
    ['[', 'x', '', false],
    ['{', 'x', '', false],
  ])('%s and %s, with separator %j: %s', (pattern, value, separator, fits) => {
    expect(globMatches(pattern, value, separator)).toBe(fits);
  });
});

describe('a project lets in', () => {
  it.each([
    [['https://github.com/ClubCedille/x.git'], 'https://github.com/clubcedille/X', true],
    [['git@github.com:ClubCedille/x.git'], 'ssh://git@github.com/ClubCedille/x', true],
    [['*'], 'https://anything', true],
    [['*', '!https://evil/**'], 'https://evil/x', false],
    [['!https://evil/**'], 'https://good/x', true],
    [[], 'https://anything', false],
    [null, 'https://anything', false],
  ])('of repositories %j, %s: %s', (sourceRepos, repository, isAllowed) => {
    expect(allowsSource(limitedBy({ sourceRepos }), repository)).toBe(isAllowed);
  });

  const prod = { name: 'prod', server: 'https://prod.vcluster-prod.svc', namespace: 'chess-prod' };
  it.each([
    [[{ name: 'prod', namespace: 'chess-prod' }], true],
    [[{ name: 'prod', namespace: 'chess-*' }], true],
    [[{ server: 'https://prod.*', namespace: '*' }], true],
    [[{ name: 'staging', namespace: '*' }], false],
    [[{ name: 'prod', namespace: 'checkers-*' }], false],
    [[{ name: '*', namespace: '!kube-system' }], true],
    [
      [
        { name: '*', namespace: '*' },
        { name: '*', namespace: '!chess-prod' },
      ],
      false,
    ],
    [[{ name: '!prod', namespace: '*' }], false],
    [[{ namespace: '*' }], false],
    ['odd', false],
  ])('with destinations %j: %s', (destinations, isAllowed) => {
    expect(allowsDestination(limitedBy({ destinations }), prod)).toBe(isAllowed);
  });

  const any = { group: '*', kind: '*' };
  it.each([
    ['namespaced kinds by default', {}, true, true],
    ['no cluster-wide kinds by default', {}, false, false],
    ['nothing by an empty list', { namespaceResourceWhitelist: [] }, true, false],
    ['what is listed', { namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deploy*' }] }, true, true],
    ['nothing else', { namespaceResourceWhitelist: [{ group: 'batch', kind: '*' }] }, true, false],
    [
      'nothing on the black list',
      { namespaceResourceWhitelist: [any], namespaceResourceBlacklist: [any] },
      true,
      false,
    ],
    ['cluster-wide kinds that are listed', { clusterResourceWhitelist: [any] }, false, true],
    [
      'but for the black list',
      { clusterResourceWhitelist: [any], clusterResourceBlacklist: [any] },
      false,
      false,
    ],
  ])('of kinds: %s', (_, spec, isNamespaced, isAllowed) => {
    expect(allowsKind(limitedBy(spec), 'apps', 'Deployment', isNamespaced)).toBe(isAllowed);
  });
});

describe('project-allows', () => {
  it('names the repository, the namespace and the kind that are outside', () => {
    const other = application()
      .replace('Plateforme-Cedille.git', 'other')
      .replace('chess-prod }', 'checkers }');
    expect(found(projectAllows, yaml(project(), other))).toEqual([
      "project 'club-chess' does not allow repository 'https://github.com/ClubCedille/other', only https://github.com/ClubCedille/Plateforme-Cedille.git",
      "project 'club-chess' does not allow namespace 'checkers' of 'prod'",
    ]);
    const narrow = project('  namespaceResourceWhitelist: [{ group: apps, kind: Deployment }]');
    const held = [unitObject(), unitObject('Secret'), unitObject('Deployment', 'apps/v1')];
    expect(found(projectAllows, yaml(narrow, application(), ...held))).toEqual([
      "project 'club-chess' does not allow ConfigMap",
      "project 'club-chess' does not allow Secret",
    ]);
  });

  it('asks for the namespaces that objects name themselves', () => {
    const elsewhere = unitObject().replace('name: chess', 'name: chess, namespace: vault');
    expect(found(projectAllows, yaml(project(), application(), elsewhere))).toEqual([
      "project 'club-chess' does not allow namespace 'vault' of 'prod', the namespace of ConfigMap 'chess'",
    ]);
  });

  it('takes the address of a registered cluster for its name', () => {
    const byServer = application().replace('name: prod,', "server: 'https://prod.vcluster-prod.svc',");
    expect(found(projectAllows, yaml(project(), byServer, registration(), unitObject()))).toEqual([]);
  });
});

describe('Applications', () => {
  it('need a project that limits', () => {
    const none = application().replace('project: club-chess', 'project: default');
    expect(found(applicationProject, yaml(project(), none))).toEqual([
      "its project is 'default', which restricts nothing",
    ]);
    expect(found(applicationProject, application())).toEqual([]);
  });

  it('need a folder of their own', () => {
    expect(
      found(applicationFolder, yaml(application(), unitObject().replace('prod/chess/', 'prod/checkers/'))),
    ).toEqual([
      'its folder dist/prod/chess is empty',
      'no Application deploys its folder dist/prod/checkers',
    ]);
    const twin = application().replace('prod-chess', 'twin');
    expect(found(applicationFolder, yaml(application(), twin, unitObject()))).toEqual([
      "'prod-chess' deploys folder dist/prod/chess as well",
    ]);
    expect(
      found(
        applicationFolder,
        yaml(application(), unitObject(), unitObject().replace('prod/chess/', 'omni/x/')),
      ),
    ).toEqual([]);
    expect(found(applicationFolder, unitObject())).toEqual([]);
  });

  it('go to the cluster of their folder, one that is registered', () => {
    const host = application().replace('name: prod,', 'name: in-cluster,');
    expect(found(applicationCluster, yaml(host, registration()))).toEqual([
      "its folder dist/prod/chess does not belong to its cluster 'in-cluster'",
    ]);
    const none = application().replace(/ {2}destination.*\n/, '');
    expect(found(applicationCluster, none)).toEqual(['it has no destination']);
    const unknown = application().replaceAll('prod', 'staging');
    expect(found(applicationCluster, yaml(unknown, registration()))).toEqual([
      "its cluster 'staging' is not registered",
    ]);
  });

  it('sync by themselves', () => {
    const bare = application()
      .replace(/ {2}syncPolicy:\n[\s\S]*/, '')
      .replace(/ {2}finalizers.*\n/, '')
      .replace('paths: /dist/prod/chess', 'paths: /dist/prod');
    expect(found(applicationSync, bare)).toEqual([
      'syncPolicy.automated.prune is not true',
      'syncPolicy.automated.selfHeal is not true',
      'it has no syncPolicy.retry',
      "it has no finalizer 'resources-finalizer.argocd.argoproj.io'",
      'its annotation argocd.argoproj.io/manifest-generate-paths does not name /dist/prod/chess',
    ]);
  });
});

describe('the project of a club', () => {
  it.each([
    ["namespace: '*'", 2],
    ['namespace: argo*', 1],
    ['namespace: kube-system', 1],
    ['namespace: chess-*', 0],
  ])('with %s has %i faults', (namespace, count) => {
    const given = project().replace('namespace: chess-prod', namespace);
    expect(found(clubProject, given).length).toBe(Math.min(count, 1));
  });

  it('says what else is too wide', () => {
    const wide = project('  namespaceResourceWhitelist: [{ group: "*", kind: "*" }]')
      .replace('[]', "[{ group: '*', kind: '*' }]")
      .replace("'https://github.com/ClubCedille/Plateforme-Cedille.git'", "'*'")
      .replace('name: prod,', 'name: in-cluster,');
    expect(found(clubProject, wide)).toEqual([
      "it allows every repository, '*'",
      "it allows cluster 'in-cluster', which matches the host cluster",
      'it allows the cluster-wide kind * (*)',
      'it allows Application, AppProject, ApplicationSet (argoproj.io)',
    ]);
    expect(found(clubProject, wide.replace('club-chess', 'platform'))).toEqual([]);
  });

  it('names the club, accents and all', () => {
    const named = (name: string, description: string) =>
      found(owner, project().replace('club-chess', name).replace('Apps of Chess', description));
    expect(named('club-l-integrale', "Apps of L'Intégrale")).toEqual([]);
    expect(named('club-cedille', 'Apps of somebody')).toHaveLength(1);
  });
});

describe('operator-present', () => {
  const certificate = unitObject('Certificate', 'cert-manager.io/v1');
  const chart = application()
    .replace('prod-chess', 'chart')
    .replace(/source: .*/, 'source: { repoURL: "https://charts", chart: chess }');

  it('says nothing where a chart may bring the kind, but a club may not bring kinds', () => {
    expect(found(operatorPresent, yaml(project(), application(), certificate, chart))).toHaveLength(1);
    const wide = project().replace('[]', "[{ group: '*', kind: '*' }]");
    expect(found(operatorPresent, yaml(wide, application(), certificate, chart))).toEqual([]);
  });

  it('takes a chart at its word where it says what it brings', () => {
    const wide = project().replace('[]', "[{ group: '*', kind: '*' }]");
    const says = (kinds: string) =>
      chart.replace('annotations:', `annotations:\n    cedille.club/provides: ${kinds}`);
    const told = (kinds: string) =>
      found(operatorPresent, yaml(wide, application(), certificate, says(kinds)));
    expect(told('cert-manager.io/Issuer,cert-manager.io/Certificate')).toEqual([]);
    expect(told('argoproj.io/Rollout')).toHaveLength(1);
  });

  it('knows the kinds that files bring', () => {
    const crd = unitObject('CustomResourceDefinition', 'apiextensions.k8s.io/v1');
    const spec = 'spec: { group: cert-manager.io, names: { kind: Certificate } }\n';
    expect(found(operatorPresent, yaml(project(), application(), certificate, crd + spec))).toEqual([]);
  });
});
