import type { RuleId } from '../../../commands/diff/rules/table.js';
import { application } from './trees.js';

/** A pair of manifests that a rule minds, and one that it does not. */
export interface Case {
  readonly rule: RuleId;
  /** Where they lie. @default 'prod/chess/x.yaml' */
  readonly file?: string;
  readonly before?: string;
  readonly after?: string;
  /** What the rule finds. */
  readonly finds: string;
  /** A harmless change, before and after. */
  readonly not: readonly [before: string | undefined, after: string | undefined];
}

const named = (apiVersion: string, kind: string, name: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n${rest}\n`;
const keep = (yaml: string): string =>
  yaml.replace(
    /metadata: \{ (.*) \}/,
    "metadata: { $1, annotations: { argocd.argoproj.io/sync-options: 'Prune=false,Delete=false' } }",
  );

const namespace = (level?: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: chess-prod${level ? `, labels: { pod-security.kubernetes.io/enforce: ${level} }` : ''} }\n`;
const claim = (size: string, storageClass = 'files'): string =>
  named(
    'v1',
    'PersistentVolumeClaim',
    'data',
    `spec: { storageClassName: ${storageClass}, resources: { requests: { storage: ${size} } } }`,
  );
const set = (size: string, rest = 'serviceName: db'): string =>
  named(
    'apps/v1',
    'StatefulSet',
    'db',
    `spec: { ${rest}, template: {}, volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: ${size} } } } }] }`,
  );
const hardened = 'runAsNonRoot: true, seccompProfile: { type: RuntimeDefault }';
const locked = 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }';
const deployment = (
  props: { pod?: string; own?: string; shared?: string; spec?: string; image?: string } = {},
): string =>
  named(
    'apps/v1',
    'Deployment',
    'chess',
    `spec: { ${props.spec ?? 'replicas: 2'}, template: { spec: { ${props.pod ? `${props.pod}, ` : ''}securityContext: { ${props.shared ?? hardened} }, containers: [{ name: web, image: ${props.image ?? 'chess:1'}, securityContext: { ${props.own ?? locked} } }] } } }`,
  );
const ingress = (host: string, tls = host): string =>
  named(
    'networking.k8s.io/v1',
    'Ingress',
    'chess',
    `spec: { rules: [{ host: ${host} }], tls: [{ hosts: [${tls}], secretName: chess-tls }] }`,
  );
const service = (spec: string): string =>
  named('v1', 'Service', 'chess', `spec: { ports: [{ port: 80 }], ${spec} }`);
const role = (rules: string): string =>
  named('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader', `rules: [${rules}]`);
const pods = '{ apiGroups: [""], resources: [pods], verbs: [get] }';
const binding = (roleName: string, ...subjects: string[]): string =>
  named(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'reader',
    `roleRef: { kind: ClusterRole, name: ${roleName} }\nsubjects: [${subjects.map((name) => `{ kind: ServiceAccount, name: ${name}, namespace: x }`).join(', ')}]`,
  );
const policy = (...peers: string[]): string =>
  named(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    'chess',
    `spec: { podSelector: { matchLabels: { app: chess } }, policyTypes: [Ingress, Egress], egress: [${peers.map((peer) => `{ to: [${peer}], ports: [{ port: 443 }] }`).join(', ')}] }`,
  );
const db = '{ podSelector: { matchLabels: { app: db } } }';
const internet = '{ ipBlock: { cidr: 0.0.0.0/0 } }';
const vault = (...grants: [path: string, capability: string][]): string =>
  named(
    'redhatcop.redhat.io/v1alpha1',
    'Policy',
    'chess',
    `spec:\n  policy: |\n${grants.map(([path, capability]) => `    path "${path}" {\n      capabilities = ["${capability}"]\n    }`).join('\n')}`,
  );
const vaultRole = (account: string): string =>
  named(
    'redhatcop.redhat.io/v1alpha1',
    'KubernetesAuthEngineRole',
    'chess',
    `spec: { policies: [chess], targetServiceAccounts: [${account}] }`,
  );
const project = (...destinations: string[]): string =>
  named(
    'argoproj.io/v1alpha1',
    'AppProject',
    'club-chess',
    `spec: { sourceRepos: [https://example.com/platform.git], destinations: [${destinations.map((name) => `{ name: prod, namespace: '${name}' }`).join(', ')}] }`,
  );
const chart = (version: string): string =>
  application('prod/chess').replace(
    / {2}source: .*\n/,
    `  sources: [{ chart: web, repoURL: https://example.com/charts, targetRevision: ${version} }]\n`,
  );
const record = (address: string): string =>
  named(
    'dns.gcp.upbound.io/v1beta1',
    'RecordSet',
    'chess-example-com',
    `spec: { forProvider: { rrdatas: [${address}] } }`,
  );
const account = named('v1', 'ServiceAccount', 'chess', '');
const config = (text: string): string => named('v1', 'ConfigMap', 'chess', `data: { page: ${text} }`);
const kustomization = (...names: string[]): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [${names.join(', ')}]\n`;
const app = 'argocd/Application.prod-chess.yaml';
const job = (image: string, annotations = ''): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: { name: once, annotations: { ${annotations} } }\nspec: { template: { spec: { containers: [{ name: once, image: ${image} }] } } }\n`;
const hook = 'argocd.argoproj.io/hook: Sync';

/** For each rule at least one. */
export const cases: readonly Case[] = [
  {
    rule: 'namespace-deleted',
    before: namespace(),
    finds: 'namespace chess-prod is deleted',
    not: [keep(namespace()), undefined],
  },
  {
    rule: 'data-deleted',
    before: claim('1Gi'),
    finds: 'PersistentVolumeClaim data is deleted',
    not: [keep(claim('1Gi')), undefined],
  },
  {
    rule: 'data-deleted',
    before: set('1Gi', 'persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete }'),
    finds: 'the volumes data of StatefulSet db are deleted',
    not: [set('1Gi'), undefined],
  },
  {
    rule: 'application-removed',
    file: app,
    before: application('prod/chess'),
    finds: 'the unit prod/chess is taken off',
    not: [application('prod/chess'), application('prod/chess', { project: 'x' })],
  },
  {
    rule: 'workload-removed',
    before: deployment(),
    finds: 'Deployment chess is deleted',
    not: [account, undefined],
  },
  {
    rule: 'removed',
    before: account,
    finds: 'ServiceAccount chess is deleted',
    not: [deployment(), undefined],
  },
  {
    rule: 'kept',
    before: keep(claim('1Gi')),
    finds: 'PersistentVolumeClaim data is kept on cluster prod',
    not: [claim('1Gi'), undefined],
  },
  {
    rule: 'kept',
    before: set('1Gi'),
    finds: 'the volumes data of StatefulSet db are kept',
    not: [deployment(), undefined],
  },

  {
    rule: 'volume-shrunk',
    before: claim('10Gi'),
    after: claim('9000Mi'),
    finds: 'the volume of PersistentVolumeClaim data: 10Gi → 9000Mi',
    not: [claim('1Gi'), claim('1024Mi')],
  },
  {
    rule: 'volume-recreated',
    before: claim('1Gi', 'a'),
    after: claim('1Gi', 'b'),
    finds: 'PersistentVolumeClaim data asks for another volume',
    not: [claim('1Gi'), claim('2Gi')],
  },
  {
    rule: 'volume-recreated',
    before: set('1Gi'),
    after: set('2Gi'),
    finds: 'StatefulSet db asks for another volume',
    not: [set('1Gi'), set('1Gi', 'serviceName: db, replicas: 2')],
  },
  {
    rule: 'volume-swapped',
    before: deployment({ pod: 'volumes: [{ name: data, persistentVolumeClaim: { claimName: a } }]' }),
    after: deployment({ pod: 'volumes: [{ name: data, persistentVolumeClaim: { claimName: b } }]' }),
    finds: 'Deployment chess mounts volume b instead of a',
    not: [deployment(), deployment({ image: 'chess:2' })],
  },
  {
    rule: 'volume-grown',
    before: claim('1Gi'),
    after: claim('2Gi'),
    finds: 'the volume of PersistentVolumeClaim data: 1Gi → 2Gi',
    not: [claim('2Gi'), claim('1Gi')],
  },
  {
    rule: 'immutable',
    before: deployment({ spec: 'selector: { matchLabels: { app: a } }' }),
    after: deployment({ spec: 'selector: { matchLabels: { app: b } }' }),
    finds: 'spec.selector of Deployment chess changes',
    not: [deployment(), deployment({ spec: 'replicas: 3' })],
  },
  {
    rule: 'immutable',
    before: service('clusterIP: None'),
    after: service('type: ClusterIP'),
    finds: 'spec.clusterIP of Service chess changes',
    not: [service('selector: { app: a }'), service('selector: { app: b }')],
  },
  {
    rule: 'immutable',
    before: set('1Gi'),
    after: set('1Gi', 'serviceName: other'),
    finds: 'spec.serviceName of StatefulSet db changes',
    not: [set('1Gi'), set('1Gi', 'serviceName: db, minReadySeconds: 5')],
  },
  {
    rule: 'immutable',
    before: binding('reader', 'a'),
    after: binding('writer', 'a'),
    finds: 'roleRef of ClusterRoleBinding reader changes',
    not: [binding('reader', 'a'), binding('reader', 'b')],
  },
  {
    rule: 'immutable',
    before: job('a:1'),
    after: job('a:2'),
    finds: 'spec.template of Job once changes',
    not: [job('a:1', hook), job('a:2', hook)],
  },
  {
    rule: 'immutable',
    before: named('storage.k8s.io/v1', 'StorageClass', 'files', 'provisioner: a'),
    after: named('storage.k8s.io/v1', 'StorageClass', 'files', 'provisioner: b'),
    finds: 'provisioner of StorageClass files changes',
    not: [
      named('storage.k8s.io/v1', 'StorageClass', 'files', 'allowVolumeExpansion: false'),
      named('storage.k8s.io/v1', 'StorageClass', 'files', 'allowVolumeExpansion: true'),
    ],
  },
  {
    rule: 'recreated',
    before: job('a:1', hook),
    after: job('a:2', hook),
    finds: 'spec.template of Job once changes',
    not: [job('a:1'), job('a:2')],
  },

  {
    rule: 'host-new',
    after: ingress('chess.etsmtl.ca'),
    finds: 'Ingress chess makes chess.etsmtl.ca public',
    not: [ingress('a.ca'), ingress('a.ca', 'b.ca')],
  },
  {
    rule: 'host-new',
    before: ingress('a.ca'),
    after: ingress('b.ca'),
    finds: 'Ingress chess makes b.ca public',
    not: [ingress('a.ca'), undefined],
  },
  {
    rule: 'host-gone',
    before: ingress('a.ca'),
    after: ingress('b.ca'),
    finds: 'a.ca is no longer served',
    not: [undefined, ingress('a.ca')],
  },
  {
    rule: 'tls-removed',
    before: ingress('a.ca'),
    after: ingress('a.ca', 'b.ca'),
    finds: 'a.ca is served without TLS',
    not: [ingress('a.ca'), ingress('b.ca')],
  },
  {
    rule: 'service-exposed',
    before: service('type: ClusterIP'),
    after: service('type: LoadBalancer'),
    finds: 'Service chess is of type LoadBalancer',
    not: [service('type: LoadBalancer'), service('type: ClusterIP')],
  },
  {
    rule: 'service-exposed',
    after: service('type: NodePort'),
    finds: 'Service chess is of type NodePort',
    not: [undefined, service('type: ClusterIP')],
  },
  {
    rule: 'record-changed',
    before: record('192.0.2.1'),
    after: record('192.0.2.2'),
    finds: 'the record chess-example-com changes',
    not: [undefined, record('192.0.2.1')],
  },

  {
    rule: 'pod-security-lowered',
    before: namespace('restricted'),
    after: namespace('baseline'),
    finds: 'namespace chess-prod: Pod Security restricted → baseline',
    not: [namespace('baseline'), namespace('restricted')],
  },
  {
    rule: 'pod-security-lowered',
    before: namespace('baseline'),
    after: namespace(),
    finds: 'namespace chess-prod: Pod Security baseline → privileged',
    not: [namespace(), namespace('baseline')],
  },
  {
    rule: 'pod-security-low',
    after: namespace('privileged'),
    finds: 'namespace chess-prod has Pod Security privileged',
    not: [undefined, namespace('restricted')],
  },
  {
    rule: 'privileged',
    before: deployment(),
    after: deployment({ own: `${locked}, privileged: true` }),
    finds: 'Deployment chess is privileged in container web',
    not: [deployment({ own: `${locked}, privileged: true` }), deployment()],
  },
  {
    rule: 'host-access',
    before: deployment(),
    after: deployment({ pod: 'volumes: [{ name: logs, hostPath: { path: /var/log } }]' }),
    finds: 'Deployment chess mounts /var/log of the server',
    not: [deployment(), deployment({ pod: 'volumes: [{ name: logs, emptyDir: {} }]' })],
  },
  {
    rule: 'host-access',
    before: deployment(),
    after: deployment({ pod: 'hostNetwork: true' }),
    finds: 'Deployment chess has hostNetwork',
    not: [deployment({ pod: 'hostNetwork: true' }), deployment({ pod: 'hostNetwork: false' })],
  },
  {
    rule: 'capabilities',
    before: deployment(),
    after: deployment({
      own: 'allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_ADMIN] }',
    }),
    finds: 'Deployment chess has NET_ADMIN in container web',
    not: [deployment(), deployment({ image: 'chess:2' })],
  },
  {
    rule: 'root-user',
    before: deployment(),
    after: deployment({ shared: 'seccompProfile: { type: RuntimeDefault }' }),
    finds: 'Deployment chess may run as root in container web',
    not: [deployment({ shared: 'runAsUser: 0' }), deployment()],
  },
  {
    rule: 'escalation',
    before: deployment(),
    after: deployment({ own: 'capabilities: { drop: [ALL] }' }),
    finds: 'Deployment chess may gain privileges in container web',
    not: [deployment({ own: '' }), deployment()],
  },
  {
    rule: 'cluster-admin',
    after: binding('cluster-admin', 'a'),
    finds: 'ClusterRoleBinding reader binds ServiceAccount x/a as cluster-admin',
    not: [undefined, binding('reader', 'a')],
  },
  {
    rule: 'rbac-wildcard',
    before: role(pods),
    after: role(`${pods}, { apiGroups: [''], resources: [secrets], verbs: ['*'] }`),
    finds: 'ClusterRole reader may * secrets',
    not: [role(pods), role(`${pods}, { apiGroups: [apps], resources: [deployments], verbs: [get] }`)],
  },
  {
    rule: 'rbac-widened',
    before: role(pods),
    after: role('{ apiGroups: [""], resources: [pods], verbs: [get, delete] }'),
    finds: 'ClusterRole reader may delete pods',
    not: [role(pods), role('')],
  },
  {
    rule: 'binding-widened',
    before: binding('reader', 'a'),
    after: binding('reader', 'a', 'b'),
    finds: 'ClusterRoleBinding reader binds ServiceAccount x/b as reader',
    not: [binding('reader', 'a', 'b'), binding('reader', 'b')],
  },

  {
    rule: 'network-policy-removed',
    before: policy(db),
    finds: 'NetworkPolicy chess is deleted',
    not: [policy(db), policy()],
  },
  {
    rule: 'network-policy-widened',
    before: policy(db),
    after: policy(db, internet),
    finds: 'NetworkPolicy chess allows egress to the internet 0.0.0.0/0 on 443/TCP',
    not: [policy(db, internet), policy(internet)],
  },
  {
    rule: 'network-policy-widened',
    before: policy(db),
    after: policy(db).replace('[Ingress, Egress]', '[Egress]'),
    finds: 'NetworkPolicy chess allows ingress from anyone on any port',
    not: [policy(db).replace('[Ingress, Egress]', '[Egress]'), policy(db)],
  },
  {
    rule: 'network-policy-widened',
    before: policy(db),
    after: policy(db).replace('app: chess', 'app: other'),
    finds: 'NetworkPolicy chess selects other pods; those it leaves are open',
    not: [undefined, policy()],
  },
  {
    rule: 'network-policy-widened',
    after: policy(internet),
    finds: 'NetworkPolicy chess allows egress to the internet 0.0.0.0/0 on 443/TCP',
    not: [policy(internet), policy()],
  },
  {
    rule: 'network-policy-narrowed',
    before: policy(db, internet),
    after: policy(db),
    finds: 'NetworkPolicy chess no longer allows egress to the internet 0.0.0.0/0 on 443/TCP',
    not: [policy(db), policy(db, internet)],
  },

  {
    rule: 'vault-wildcard',
    after: vault(['kv/data/*', 'read']),
    finds: 'Policy chess: read kv/data/*',
    not: [undefined, vault(['kv/data/apps/chess', 'read'])],
  },
  {
    rule: 'vault-widened',
    before: vault(['kv/data/a', 'read']),
    after: vault(['kv/data/a', 'update']),
    finds: 'Policy chess: update kv/data/a',
    not: [vault(['kv/data/a', 'read'], ['kv/data/b', 'read']), vault(['kv/data/a', 'read'])],
  },
  {
    rule: 'vault-widened',
    before: vault(['kv/data/a', 'deny']),
    after: vault(['kv/data/b', 'deny']),
    finds: 'Policy chess: no longer denied kv/data/a',
    not: [vault(), vault(['kv/data/a', 'deny'])],
  },
  {
    rule: 'vault-role-wildcard',
    before: vaultRole('a'),
    after: vaultRole("'*'"),
    finds: 'KubernetesAuthEngineRole chess admits account *',
    not: [vaultRole('a'), vaultRole('b')],
  },
  {
    rule: 'vault-role-widened',
    before: vaultRole('a'),
    after: vaultRole('a, b'),
    finds: 'KubernetesAuthEngineRole chess admits account b',
    not: [undefined, vaultRole('a')],
  },
  {
    rule: 'secret-in-git',
    after: named('v1', 'Secret', 'chess', 'stringData: { key: placeholder }'),
    finds: 'Secret chess holds key',
    not: [undefined, named('v1', 'Secret', 'chess', 'type: Opaque')],
  },

  {
    rule: 'application-moved',
    file: app,
    before: application('prod/chess'),
    after: application('prod/chess', { namespace: 'elsewhere' }),
    finds: 'Application prod-chess: cluster prod, namespace chess-prod → cluster prod, namespace elsewhere',
    not: [application('prod/chess'), application('prod/chess', { project: 'x' })],
  },
  {
    rule: 'application-renamed',
    file: app,
    before: application('prod/chess', { name: 'old' }),
    after: application('prod/chess', { name: 'new' }),
    finds: 'Application old gives way to another Application of the same unit',
    not: [application('prod/chess'), undefined],
  },
  {
    rule: 'application-refenced',
    file: app,
    before: application('prod/chess'),
    after: application('prod/chess', { project: 'x' }),
    finds: 'Application prod-chess: project platform → x',
    not: [application('prod/chess'), application('prod/chess', { namespace: 'x' })],
  },
  {
    rule: 'sync-changed',
    file: app,
    before: application('prod/chess'),
    after: application('prod/chess').replace('selfHeal: true', 'selfHeal: false'),
    finds: 'Application prod-chess is synced in another way',
    not: [application('prod/chess'), application('prod/chess', { project: 'x' })],
  },
  {
    rule: 'project-opened',
    file: 'argocd/AppProject.club-chess.yaml',
    before: project('a'),
    after: project('a', '*'),
    finds: 'AppProject club-chess allows namespace * of cluster prod',
    not: [project('a'), project('a', 'b')],
  },
  {
    rule: 'project-widened',
    file: 'argocd/AppProject.club-chess.yaml',
    before: project('a'),
    after: project('a', 'b'),
    finds: 'AppProject club-chess allows namespace b of cluster prod',
    not: [project('a', 'b'), project('a')],
  },

  {
    rule: 'malformed',
    before: deployment(),
    after: deployment({ pod: 'volumes: 5' }),
    finds: 'Deployment chess has not the form of its kind',
    not: [deployment(), deployment({ pod: 'volumes: []' })],
  },
  {
    rule: 'malformed',
    after: policy(db).replace('egress: [', 'egress: 5, x: ['),
    finds: 'NetworkPolicy chess has not the form of its kind',
    not: [undefined, policy(db)],
  },
  {
    rule: 'chart-major',
    file: app,
    before: chart('1.9.0'),
    after: chart('2.0.0'),
    finds: 'chart web: 1.9.0 → 2.0.0',
    not: [chart('1.9.0'), chart('1.10.0')],
  },
  {
    rule: 'chart-changed',
    file: app,
    before: chart('1.9.0'),
    after: chart('1.10.0'),
    finds: 'chart web: 1.9.0 → 1.10.0',
    not: [chart('1.9.0'), chart('2.0.0')],
  },
  {
    rule: 'values-changed',
    file: app,
    before: chart('1.9.0').replace('targetRevision', 'helm: { valuesObject: { a: 1 } }, targetRevision'),
    after: chart('1.9.0').replace('targetRevision', 'helm: { valuesObject: { a: 2 } }, targetRevision'),
    finds: 'the values of Application prod-chess change',
    not: [chart('1.9.0'), chart('2.0.0')],
  },
  {
    rule: 'release-changed',
    before: kustomization('https://example.com/v1.yaml'),
    after: kustomization('https://example.com/v2.yaml', 'a.yaml'),
    finds: 'takes in https://example.com/v2.yaml',
    not: [kustomization('a.yaml'), kustomization('b.yaml')],
  },
  {
    rule: 'servers-changed',
    file: 'omni/patches/disk.yaml',
    before: 'machine: { sysctls: { a: "1" } }\n',
    after: 'machine: { sysctls: { a: "2" } }\n',
    finds: 'File disk.yaml of the servers is changed',
    not: ['machine: {}\n', 'machine: {} # why\n'],
  },
  {
    rule: 'by-hand',
    file: 'root.yaml',
    before: application('host/root'),
    after: application('host/root', { project: 'x' }),
    finds: 'Application host-root of root.yaml is changed',
    not: [application('host/root'), `${application('host/root')}# why\n`],
  },
  {
    rule: 'stopped',
    before: deployment(),
    after: deployment({ spec: 'replicas: 0' }),
    finds: 'Deployment chess is switched off',
    not: [deployment({ spec: 'replicas: 0' }), deployment()],
  },
  {
    rule: 'pods-replaced',
    before: deployment(),
    after: deployment({ image: 'chess:2' }),
    finds: 'Deployment chess rolls out',
    not: [deployment(), deployment({ spec: 'replicas: 3' })],
  },
  {
    rule: 'files-changed',
    before: config('a'),
    after: config('b'),
    finds: 'the files of ConfigMap chess change',
    not: [undefined, config('a')],
  },
];
