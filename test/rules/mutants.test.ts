import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../constructs/kube/manifest.js';
import { Inventory } from '../../rules/engine/inventory.js';
import { check } from '../../rules/engine/run.js';
import { rules } from '../../rules/index.js';
import { placed, readFolder } from '../../rules/input/read-folder.js';

// biome-ignore lint/suspicious/noExplicitAny: mutants reach into whatever is there
type Any = any;
type Change = (object: Any) => void;

const { items } = readFolder(join(import.meta.dirname, '../../dist'));
const files = items.map(({ file, manifest }) => ({ file, manifest }));

const annotation = (key: string) => `metadata.annotations.${key}`;
const container = (object: Any) => pod(object).containers[0];
const pod = (object: Any) => (object.spec.template ?? object.spec.jobTemplate.spec.template).spec;
const moved =
  (key: string, to: (object: Any) => Record<string, unknown>): Change =>
  (object) => {
    const value = object.metadata.annotations[key];
    if (value === undefined) throw new Error(`there is no ${annotation(key)} to move`);
    delete object.metadata.annotations[key];
    to(object)[key] = value;
  };

const chess = {
  deployment: 'prod/hello/Deployment.nginx-cdn.yaml',
  withSecrets: 'prod/trema/Deployment.trema.yaml',
  service: 'prod/hello/Service.nginx-cdn.yaml',
  ingress: 'prod/planifets/Ingress.planifets.yaml',
  set: 'prod/hello/StatefulSet.postgres.yaml',
  claim: 'prod/hello/PersistentVolumeClaim.hello-volume.yaml',
  policy: 'host/hello-prod/NetworkPolicy.hello-prod-nginx-cdn.yaml',
  caller: 'host/hello-prod/NetworkPolicy.hello-prod.yaml',
  budget: 'prod/hello/PodDisruptionBudget.nginx-cdn.yaml',
  scaler: 'prod/patchets/HorizontalPodAutoscaler.patchets.yaml',
  application: 'argocd/Application.prod-hello.yaml',
  project: 'argocd/AppProject.club-applets.yaml',
  class: 'host/trema-prod/SecretProviderClass.trema-prod.yaml',
  role: 'host/trema-prod/KubernetesAuthEngineRole.trema-prod.yaml',
  vaultPolicy: 'host/trema-prod/Policy.trema-prod.yaml',
  random: 'host/trema-prod/RandomSecret.trema-prod-mongo.yaml',
  pull: 'host/crabe-prod/VaultSecret.crabe-prod-registry.yaml',
};

/** What no rule finds: `survivors` says why. */
const none = undefined;

/** One thing broken at a time: the rule that has to find it, the file, and what is done to its object. */
const mutants: Record<string, readonly [rule: string | undefined, file: string, change: Change]> = {
  'a label of the pods is renamed': [
    'selector-matches-template',
    chess.deployment,
    (o) => {
      o.spec.template.metadata.labels = { app: 'nginx-cdn' };
    },
  ],
  'a selector matches nothing': [
    'selector-matches-template',
    chess.deployment,
    (o) => {
      o.spec.selector.matchLabels['app.kubernetes.io/name'] = 'nginx';
    },
  ],
  'a Service selects nothing': [
    'service-selects-pods',
    chess.service,
    (o) => {
      o.spec.selector['app.kubernetes.io/name'] = 'ngnix-cdn';
    },
  ],
  'a Service leads to a port that nobody has': [
    'service-port',
    chess.service,
    (o) => {
      o.spec.ports[0].targetPort = 'web';
    },
  ],
  'a container drops its port': [
    'service-port',
    chess.deployment,
    (o) => {
      delete container(o).ports;
    },
  ],
  'a container renames its port': [
    'service-port',
    chess.deployment,
    (o) => {
      container(o).ports[0].name = 'web';
    },
  ],
  'an Ingress leads to a Service that is not there': [
    'ingress-service',
    chess.ingress,
    (o) => {
      o.spec.rules[0].http.paths[0].backend.service.name = 'planifet';
    },
  ],
  'an Ingress leads to a port that is not there': [
    'ingress-service',
    chess.ingress,
    (o) => {
      o.spec.rules[0].http.paths[0].backend.service.port.number = 80;
    },
  ],
  'an annotation becomes a label': [
    'annotation-place',
    chess.ingress,
    moved('cert-manager.io/cluster-issuer', (o) => {
      o.metadata.labels ??= {};
      return o.metadata.labels;
    }),
  ],
  'an annotation is one level too high': [
    'annotation-place',
    chess.ingress,
    moved('cert-manager.io/cluster-issuer', (o) => o.metadata),
  ],
  'an annotation is one level too low': [
    'annotation-place',
    chess.ingress,
    moved('ingress.kubernetes.io/force-ssl-redirect', (o) => o.spec),
  ],
  'an annotation is misspelt': [
    'annotation-name',
    chess.ingress,
    (o) => {
      o.metadata.annotations['cert-manager.io/cluster-isuer'] =
        o.metadata.annotations['cert-manager.io/cluster-issuer'];
      delete o.metadata.annotations['cert-manager.io/cluster-issuer'];
    },
  ],
  'an issuer is misspelt': [
    'issuer',
    chess.ingress,
    (o) => {
      o.metadata.annotations['cert-manager.io/cluster-issuer'] = 'letsencrypt-production';
    },
  ],
  'an Ingress has no TLS': [
    'ingress-tls',
    chess.ingress,
    (o) => {
      delete o.spec.tls;
    },
  ],
  'TLS is for another host': [
    'ingress-tls',
    chess.ingress,
    (o) => {
      o.spec.tls[0].hosts[0] = 'planifets.etsmtl.ca';
    },
  ],
  'an ingress class is misspelt': [
    'ingress-class',
    chess.ingress,
    (o) => {
      o.spec.ingressClassName = 'countour';
    },
  ],
  'two apps serve one host': [
    'unique-host',
    chess.ingress,
    (o) => {
      o.spec.rules[0].host = 'cedille.etsmtl.ca';
      o.spec.tls[0].hosts[0] = 'cedille.etsmtl.ca';
    },
  ],
  'a field is misspelt': [
    'schema',
    chess.deployment,
    (o) => {
      container(o).imagePullpolicy = container(o).imagePullPolicy;
      delete container(o).imagePullPolicy;
    },
  ],
  'a number is a text': [
    'schema',
    chess.deployment,
    (o) => {
      o.spec.replicas = '2';
    },
  ],
  'a field is at the wrong level': [
    'schema',
    chess.deployment,
    (o) => {
      o.spec.containers = pod(o).containers;
    },
  ],
  'an API version is gone': [
    'stable-api-version',
    chess.budget,
    (o) => {
      o.apiVersion = 'policy/v1beta1';
    },
  ],
  'an image is latest': [
    'image-tag',
    chess.deployment,
    (o) => {
      container(o).image = 'docker.io/library/nginx:latest';
    },
  ],
  'an image has no tag': [
    'image-tag',
    chess.deployment,
    (o) => {
      container(o).image = 'docker.io/library/nginx';
    },
  ],
  'an image comes from anywhere': [
    'image-registry',
    chess.deployment,
    (o) => {
      container(o).image = 'registry.example.com/nginx:1.0.0';
    },
  ],
  'limits are missing': [
    'requests-and-limits',
    chess.deployment,
    (o) => {
      delete container(o).resources.limits;
    },
  ],
  'a request is more than its limit': [
    'request-within-limit',
    chess.deployment,
    (o) => {
      container(o).resources.requests.memory = '4Gi';
    },
  ],
  'a probe is missing': [
    'readiness-probe',
    chess.deployment,
    (o) => {
      delete container(o).readinessProbe;
    },
  ],
  'a probe asks a port that is not there': [
    'probe-port',
    chess.deployment,
    (o) => {
      container(o).readinessProbe = { tcpSocket: { port: 'web' } };
    },
  ],
  'a container is privileged': [
    'no-privileged',
    chess.deployment,
    (o) => {
      container(o).securityContext.privileged = true;
    },
  ],
  'a container may gain privileges': [
    'no-privilege-escalation',
    chess.deployment,
    (o) => {
      delete container(o).securityContext.allowPrivilegeEscalation;
    },
  ],
  'a container keeps capabilities': [
    'drop-capabilities',
    chess.deployment,
    (o) => {
      delete container(o).securityContext.capabilities;
    },
  ],
  'a container can write anywhere': [
    'read-only-root',
    chess.deployment,
    (o) => {
      container(o).securityContext.readOnlyRootFilesystem = false;
    },
  ],
  'a container runs as root': [
    'run-as-non-root',
    chess.deployment,
    (o) => {
      pod(o).securityContext.runAsUser = 0;
    },
  ],
  'a pod has no seccomp profile': [
    'seccomp',
    chess.deployment,
    (o) => {
      delete pod(o).securityContext.seccompProfile;
    },
  ],
  'a pod is on the network of its node': [
    'no-host-namespaces',
    chess.deployment,
    (o) => {
      pod(o).hostNetwork = true;
    },
  ],
  'a pod mounts a folder of its node': [
    'no-host-path',
    chess.deployment,
    (o) => {
      pod(o).volumes[0] = { name: pod(o).volumes[0].name, hostPath: { path: '/var/run/docker.sock' } };
    },
  ],
  'a pod gets a token of the API': [
    'token-automount',
    chess.deployment,
    (o) => {
      pod(o).automountServiceAccountToken = true;
    },
  ],
  'a pod runs as nobody in particular': [
    'own-service-account',
    chess.deployment,
    (o) => {
      delete pod(o).serviceAccountName;
    },
  ],
  'an account is misspelt': [
    'service-account-ref',
    chess.deployment,
    (o) => {
      pod(o).serviceAccountName = 'nginx';
    },
  ],
  'production has one pod': [
    'highly-available',
    'prod/cedille/Deployment.cedille.yaml',
    (o) => {
      o.spec.replicas = 1;
    },
  ],
  'pods may all be on one node': [
    'spread-over-nodes',
    chess.deployment,
    (o) => {
      delete pod(o).topologySpreadConstraints;
      delete pod(o).affinity.podAntiAffinity;
    },
  ],
  'a volume is mounted that is not there': [
    'volume-mounts',
    chess.deployment,
    (o) => {
      container(o).volumeMounts[0].name = 'volumes';
    },
  ],
  'a volume is mounted nowhere': [
    'volume-mounts',
    chess.deployment,
    (o) => {
      container(o).volumeMounts.pop();
    },
  ],
  'a claim is misspelt': [
    'claim-ref',
    chess.deployment,
    (o) => {
      pod(o).volumes.find((v: Any) => v.persistentVolumeClaim).persistentVolumeClaim.claimName = 'volume';
    },
  ],
  'a ConfigMap is misspelt': [
    'config-map-ref',
    chess.deployment,
    (o) => {
      pod(o).volumes.find((v: Any) => v.configMap).configMap.name = 'nginx-cdn';
    },
  ],
  'a Secret is misspelt': [
    'secret-ref',
    chess.withSecrets,
    (o) => {
      container(o).env[0].valueFrom.secretKeyRef.name = 'trema-variable';
    },
  ],
  'a key of a Secret is misspelt': [
    'secret-ref',
    chess.withSecrets,
    (o) => {
      container(o).env[0].valueFrom.secretKeyRef.key = 'DISCORD_TOKENS';
    },
  ],
  'a pod mounts the secrets of another': [
    'vault-account',
    chess.withSecrets,
    (o) => {
      pod(o).volumes.find((v: Any) => v.csi).csi.volumeAttributes.secretProviderClass = 'hello-prod';
    },
  ],
  'a variable is there twice': [
    'duplicate-env',
    chess.withSecrets,
    (o) => {
      container(o).env.push({ name: 'API_PORT', value: '1' });
    },
  ],
  'a password is written down': [
    'env-var-secret',
    chess.withSecrets,
    (o) => {
      container(o).env.push({ name: 'SMTP_PASSWORD', value: 'montreal' });
    },
  ],
  'a token is in a ConfigMap': [
    'no-credentials',
    'prod/cedille/Deployment.cedille.yaml',
    (o) => {
      container(o).env = [{ name: 'URL', value: ['https://bot', 'hunter2@example.com/'].join(':') }];
    },
  ],
  'a storage class is misspelt': [
    'storage-class-ref',
    chess.claim,
    (o) => {
      o.spec.storageClassName = 'mayastore';
    },
  ],
  'a volume may be pruned': [
    'kept-volumes',
    chess.claim,
    (o) => {
      delete o.metadata.annotations['argocd.argoproj.io/sync-options'];
    },
  ],
  'a volume says nothing of personal data': [
    'personal-data',
    chess.claim,
    (o) => {
      delete o.metadata.annotations['cedille.club/personal-data'];
    },
  ],
  'a StatefulSet names no Service': [
    'stateful-set-service-name',
    chess.set,
    (o) => {
      o.spec.serviceName = 'postgre';
    },
  ],
  'a budget protects nothing': [
    'budget-target',
    chess.budget,
    (o) => {
      o.spec.selector.matchLabels = { app: 'nginx' };
    },
  ],
  'a budget lets no node be drained': [
    'budget-allows',
    chess.budget,
    (o) => {
      o.spec.maxUnavailable = 0;
    },
  ],
  'an autoscaler scales nothing': [
    'hpa-target',
    chess.scaler,
    (o) => {
      o.spec.scaleTargetRef.name = 'patchet';
    },
  ],
  'an autoscaler may go down to one': [
    'highly-available',
    chess.scaler,
    (o) => {
      o.spec.minReplicas = 1;
    },
  ],
  'an autoscaler and a number fight': [
    'hpa-replicas',
    'prod/patchets/Deployment.patchets.yaml',
    (o) => {
      o.spec.replicas = 2;
    },
  ],
  'a network policy selects nothing': [
    'network-policy-target',
    chess.policy,
    (o) => {
      o.spec.podSelector.matchLabels['app.kubernetes.io/name'] = 'nginx';
    },
  ],
  'a network policy lets in nobody that is there': [
    'network-policy-peers',
    chess.policy,
    (o) => {
      o.spec.ingress[0].from[0].podSelector.matchLabels['app.kubernetes.io/name'] = 'helo';
    },
  ],
  'a network policy allows a port that is not there': [
    'network-policy-peers',
    chess.caller,
    (o) => {
      o.spec.egress.find((e: Any) => e.ports?.[0]?.port === 8080).ports[0].port = 8081;
    },
  ],
  'a network policy is open to the outside': [
    'network-policy-narrow',
    chess.policy,
    (o) => {
      o.spec.egress.push({});
    },
  ],
  'a peer is in a namespace that is not there': [
    'network-policy-peers',
    'host/cedille-prod/NetworkPolicy.cedille-prod.yaml',
    (o) => {
      o.spec.ingress[0].from[0].namespaceSelector.matchLabels['kubernetes.io/metadata.name'] = 'contour';
    },
  ],
  'a namespace does not enforce anything': [
    'pod-security-labels',
    'prod/namespaces/Namespace.hello-prod.yaml',
    (o) => {
      delete o.metadata.labels['pod-security.kubernetes.io/enforce'];
    },
  ],
  'a namespace of a club is privileged': [
    'pod-security-labels',
    'prod/namespaces/Namespace.hello-prod.yaml',
    (o) => {
      o.metadata.labels['pod-security.kubernetes.io/enforce'] = 'privileged';
    },
  ],
  'an Application is in no project': [
    'application-project',
    chess.application,
    (o) => {
      o.spec.project = 'default';
    },
  ],
  'an Application is in the project of another club': [
    'project-allows',
    chess.application,
    (o) => {
      o.spec.project = 'club-crabe';
    },
  ],
  'an Application reads a folder that is not there': [
    'application-folder',
    chess.application,
    (o) => {
      o.spec.source.path = 'dist/prod/helo';
    },
  ],
  'an Application goes to another cluster': [
    'project-allows',
    chess.application,
    (o) => {
      o.spec.destination.name = 'staging';
    },
  ],
  'an Application goes to a cluster that is not there': [
    'application-cluster',
    chess.application,
    (o) => {
      o.spec.destination.name = 'production';
    },
  ],
  'an Application goes to the namespace of Argo CD': [
    'project-allows',
    chess.application,
    (o) => {
      o.spec.destination.namespace = 'argocd';
    },
  ],
  'a wave becomes a label': [
    'annotation-place',
    chess.application,
    moved('argocd.argoproj.io/sync-wave', (o) => o.metadata.labels),
  ],
  'a wave is misspelt': [
    'annotation-name',
    chess.application,
    (o) => {
      o.metadata.annotations['argocd.argoproj.io/syncwave'] = '3';
      delete o.metadata.annotations['argocd.argoproj.io/sync-wave'];
    },
  ],
  'an Application does not heal itself': [
    'application-sync',
    chess.application,
    (o) => {
      delete o.spec.syncPolicy.automated.selfHeal;
    },
  ],
  'a club may deploy anywhere': [
    'club-project',
    chess.project,
    (o) => {
      o.spec.destinations = [{ name: '*', namespace: '*' }];
    },
  ],
  'a club may hold cluster-wide kinds': [
    'club-project',
    chess.project,
    (o) => {
      o.spec.clusterResourceWhitelist = [{ group: '*', kind: '*' }];
    },
  ],
  'a project forbids what is in it': [
    'project-allows',
    chess.project,
    (o) => {
      o.spec.namespaceResourceWhitelist = [{ group: '', kind: 'Service' }];
    },
  ],
  'a class logs in by a role that is not there': [
    'vault-path',
    chess.class,
    (o) => {
      o.spec.parameters.roleName = 'trema';
    },
  ],
  'a class reads the secrets of another app': [
    'vault-path',
    chess.class,
    (o) => {
      o.spec.parameters.objects = o.spec.parameters.objects.replaceAll('apps/trema/', 'apps/hello/');
    },
  ],
  'a class reads the secrets of another environment': [
    'vault-path',
    chess.class,
    (o) => {
      o.spec.parameters.objects = o.spec.parameters.objects.replaceAll('/prod/', '/staging/');
    },
  ],
  'a role has a policy that is not there': [
    'vault-role',
    chess.role,
    (o) => {
      o.spec.policies = ['trema'];
    },
  ],
  'a role is bound to an account by its name inside': [
    'vault-account',
    chess.role,
    (o) => {
      o.spec.targetServiceAccounts = ['trema'];
    },
  ],
  'a policy allows the secrets of another app': [
    'vault-app-path',
    chess.vaultPolicy,
    (o) => {
      o.spec.policy = o.spec.policy.replaceAll('apps/trema/', 'apps/hello/');
    },
  ],
  'a secret is made up by a role that is not there': [
    'vault-path',
    chess.random,
    (o) => {
      o.spec.authentication.role = 'app-keepers';
    },
  ],
  'a secret is read by a role that is not there': [
    'vault-path',
    chess.pull,
    (o) => {
      o.spec.vaultSecretDefinitions[0].authentication.role = 'reader';
    },
  ],
  'a binding is to an administrator': [
    'no-cluster-admin',
    'host/merbridge/ClusterRoleBinding.merbridge.yaml',
    (o) => {
      o.roleRef.name = 'cluster-admin';
    },
  ],
  'a binding is to a role that is not there': [
    none,
    'host/merbridge/ClusterRoleBinding.merbridge.yaml',
    (o) => {
      o.roleRef.name = 'merbrige';
    },
  ],
  'a binding is of an account that is not there': [
    'token-automount',
    'host/merbridge/ClusterRoleBinding.merbridge.yaml',
    (o) => {
      o.subjects[0].name = 'merbrige';
    },
  ],
  'a role allows everything': [
    'no-wildcard-roles',
    'host/merbridge/ClusterRole.merbridge.yaml',
    (o) => {
      o.rules = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
    },
  ],
  'a reason for an exemption is gone': [
    'exemption',
    'prod/acets/Deployment.acets.yaml',
    (o) => {
      o.metadata.annotations['exempt.cedille.club/rolling-update'] = '';
    },
  ],
  'an exemption is unused': [
    'exemption',
    chess.deployment,
    (o) => {
      o.metadata.annotations = { 'exempt.cedille.club/readiness-probe': 'it was so once upon a time' };
    },
  ],
};

/** Files that are lost, each with the rule that has to find it. */
const lost: Record<string, readonly [rule: string | undefined, file: string]> = {
  'a Service is lost': ['ingress-service', 'prod/planifets/Service.backend.yaml'],
  'an account is lost': ['service-account-ref', 'prod/hello/ServiceAccount.hello.yaml'],
  'a ConfigMap is lost': ['config-map-ref', 'prod/hello/ConfigMap.nginx-cdn-954d44de.yaml'],
  'a claim is lost': ['claim-ref', chess.claim],
  'a network policy is lost': [none, chess.policy],
  'a budget is lost': ['budget-present', chess.budget],
  'a namespace is lost': ['namespace-exists', 'prod/namespaces/Namespace.hello-prod.yaml'],
  'an Application is lost': ['application-folder', chess.application],
  'a project is lost': ['application-project', chess.project],
  'a class is lost': ['secret-provider-class-ref', chess.class],
  'a role is lost': ['vault-path', chess.role],
  'a policy is lost': ['vault-role', chess.vaultPolicy],
  'an issuer is lost': ['issuer', 'host/cert-manager/ClusterIssuer.letsencrypt-prod.yaml'],
  'a storage class is lost': ['storage-class-ref', 'host/mayastor/StorageClass.mayastor.yaml'],
};

/** Broken on purpose, and not found: each with the reason. */
const survivors: Record<string, string> = {
  'a network policy is lost':
    "the virtual cluster's default-deny keeps the pod closed: what is lost is that others reach it",
  'a binding is to a role that is not there': 'a chart lands in the same namespace, and might bring the role',
};

const findings = (given: readonly { file: string; manifest: Manifest }[]) =>
  check(new Inventory(placed(given)), rules, { today: '2026-11-21' }).findings;
const told = (
  name: string,
  rule: string | undefined,
  given: readonly { file: string; manifest: Manifest }[],
) => {
  const found = findings(given);
  if (rule) expect(found.map((each) => each.rule)).toContain(rule);
  else {
    expect(survivors[name], 'a survivor has a reason').toBeDefined();
    expect(found, 'it is found after all: name the rule').toEqual([]);
  }
};

describe('dist/', () => {
  it('breaks no rule', () =>
    expect(findings(files).map(({ item, what }) => `${item.file}: ${what}`)).toEqual([]));
});

describe('is seen when', () => {
  it.each(Object.entries(mutants))('%s', (name, [rule, file, change]) => {
    const at = files.findIndex((each) => each.file === file);
    expect(at, `${file} is not there: fix the mutant`).toBeGreaterThanOrEqual(0);
    const manifest = structuredClone(files[at]?.manifest) as Manifest;
    change(manifest);
    expect(manifest, 'the mutant changes nothing').not.toEqual(files[at]?.manifest);
    told(name, rule, files.with(at, { file, manifest }));
  });

  it.each(Object.entries(lost))('%s', (name, [rule, file]) => {
    const rest = files.filter((each) => each.file !== file);
    expect(rest.length, `${file} is not there: fix the mutant`).toBe(files.length - 1);
    told(name, rule, rest);
  });

  it('nearly anything is: at most one mutant in twenty survives', () => {
    const all = Object.keys(mutants).length + Object.keys(lost).length;
    expect(all).toBeGreaterThanOrEqual(100);
    expect(Object.keys(survivors).length / all).toBeLessThanOrEqual(0.05);
  });
});
