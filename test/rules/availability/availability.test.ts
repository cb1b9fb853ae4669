import { describe, expect, it } from 'vitest';
import { cronjobDeadline } from '../../../rules/availability/cronjob-deadline.js';
import { highlyAvailable } from '../../../rules/availability/highly-available.js';
import { jobTtl } from '../../../rules/availability/job-ttl.js';
import { restartPolicy } from '../../../rules/availability/restart-policy.js';
import { rollingUpdate } from '../../../rules/availability/rolling-update.js';
import { spreadOverNodes } from '../../../rules/availability/spread-over-nodes.js';
import { statefulSetServiceName } from '../../../rules/availability/stateful-set-service-name.js';
import { volumeHandOver } from '../../../rules/availability/volume-hand-over.js';
import type { Rule } from '../../../rules/engine/rule.js';
import { cronJob, deployment } from '../../../rules/examples/examples.js';
import { ownServiceAccount } from '../../../rules/pods/own-service-account.js';
import { tokenAutomount } from '../../../rules/pods/token-automount.js';
import { findings } from '../findings.js';

/** The documents as a unit of a cluster, deployed by an Application. */
const rollout = (spec: string) =>
  deployment({ spec })
    .replace('kind: Deployment', 'kind: Rollout')
    .replace('apps/v1', 'argoproj.io/v1alpha1');

const unit = (project: string, namespace: string, ...documents: string[]) =>
  [
    ...documents.map((text, index) => `# prod/chess/${index}.yaml\n${text}`),
    `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: chess }
spec:
  project: ${project}
  destination: { namespace: ${namespace} }
  source: { repoURL: "https://example.org", path: dist/prod/chess }
`,
  ].join('\n---\n');

const autoscaler = (min: number, name = 'chess') => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec: { scaleTargetRef: { kind: Deployment, name: ${name} }, minReplicas: ${min}, maxReplicas: 5 }
`;
const affinity = (how: string) => `affinity:\n  podAntiAffinity:\n    ${how}`;
const term = '{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: chess } } }';
const job = (annotations: string, spec: string) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: { name: once, annotations: { ${annotations} } }\nspec: { ${spec} }`;
const account = (rest: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: chess }\n${rest}`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: chess }
roleRef: { kind: Role, name: chess, apiGroup: rbac.authorization.k8s.io }
subjects: [{ kind: ServiceAccount, name: chess }]
`;
const one = deployment({ spec: 'replicas: 1' });
const two = deployment({ spec: 'replicas: 2' });

const cases: [string, Rule, string, string[]][] = [
  ['an autoscaler that keeps two', highlyAvailable, [deployment({}), autoscaler(2)].join('\n---\n'), []],
  [
    'an autoscaler that goes down to one',
    highlyAvailable,
    [two, autoscaler(1)].join('\n---\n'),
    ['its autoscaler leaves it one pod when it is quiet'],
  ],
  ["another's autoscaler", highlyAvailable, [one, autoscaler(2, 'go')].join('\n---\n'), ['it has one pod']],
  ['no replicas at all', highlyAvailable, deployment({ spec: 'replicas: 0' }), ['it has 0 pods']],
  ['one pod in staging', highlyAvailable, unit('club-chess', 'chess-staging', one), []],
  ['one pod in production', highlyAvailable, unit('club-chess', 'chess-prod', one), ['it has one pod']],
  ['one pod of the platform', highlyAvailable, unit('platform', 'chess', one), []],

  ['one pod', spreadOverNodes, one, []],
  ['two pods', spreadOverNodes, two, ['nothing keeps its 2 pods from being on one node']],
  [
    'one pod that becomes five',
    spreadOverNodes,
    [deployment({}), autoscaler(1)].join('\n---\n'),
    ['nothing keeps its 5 pods from being on one node'],
  ],
  [
    'pods apart by rule',
    spreadOverNodes,
    deployment({
      spec: 'replicas: 2',
      pod: affinity(`requiredDuringSchedulingIgnoredDuringExecution: [${term}]`),
    }),
    [],
  ],
  [
    'pods apart by wish',
    spreadOverNodes,
    deployment({
      spec: 'replicas: 2',
      pod: affinity(
        `preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: ${term} }]`,
      ),
    }),
    [],
  ],
  [
    'pods apart by zone',
    spreadOverNodes,
    deployment({
      spec: 'replicas: 2',
      pod: 'topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: chess } } }]',
    }),
    ['nothing keeps its 2 pods from being on one node'],
  ],
  [
    'a constraint that selects nothing',
    spreadOverNodes,
    deployment({
      spec: 'replicas: 2',
      pod: 'topologySpreadConstraints: [{ topologyKey: kubernetes.io/hostname }]',
    }),
    ['it is spread over nodes by labels that its own pods do not have'],
  ],

  [
    'one pod stopped first for its volume',
    rollingUpdate,
    deployment({
      spec: 'strategy: { type: Recreate }',
      pod: 'volumes: [{ name: data, persistentVolumeClaim: { claimName: chess } }]',
    }),
    ['all its pods stop before the new version starts'],
  ],
  [
    'as many away as there are',
    rollingUpdate,
    deployment({ spec: 'replicas: 2\nstrategy: { rollingUpdate: { maxUnavailable: 2 } }' }),
    ['maxUnavailable 2 lets all its pods be away at once'],
  ],
  [
    'one of two away',
    rollingUpdate,
    deployment({ spec: 'replicas: 2\nstrategy: { rollingUpdate: { maxUnavailable: 1 } }' }),
    [],
  ],
  [
    'a DaemonSet that waits for people',
    rollingUpdate,
    deployment({ spec: 'updateStrategy: { type: OnDelete }' }).replace('Deployment', 'DaemonSet'),
    ['a new version waits until somebody deletes the old pods'],
  ],

  [
    'a Rollout with as many away as there are',
    rollingUpdate,
    rollout('replicas: 2\nstrategy: { canary: { maxUnavailable: 2 } }'),
    ['maxUnavailable 2 lets all its pods be away at once'],
  ],
  [
    'a Rollout with none away',
    rollingUpdate,
    rollout('replicas: 2\nstrategy: { canary: { maxUnavailable: 0 } }'),
    [],
  ],
  ['a Rollout with two sets of pods', rollingUpdate, rollout('strategy: { blueGreen: {} }'), []],
  [
    'a Rollout whose versions share a volume of one node',
    volumeHandOver,
    volumeHandOver.bad.replace('kind: Deployment', 'kind: Rollout'),
    ["its pods hand over volume 'data', which one node at a time can mount"],
  ],

  [
    'a volume of many nodes',
    volumeHandOver,
    volumeHandOver.bad.replace('ReadWriteOnce', 'ReadWriteMany'),
    [],
  ],
  [
    'a volume that is only read',
    volumeHandOver,
    volumeHandOver.bad.replace('/data }', '/data, readOnly: true }'),
    [],
  ],
  [
    'a claim that is not there',
    volumeHandOver,
    volumeHandOver.bad.replace('claimName: chess', 'claimName: go'),
    [],
  ],
  [
    'pods that go before others come',
    volumeHandOver,
    volumeHandOver.bad.replace('  selector:', '  strategy: { rollingUpdate: { maxSurge: 0 } }\n  selector:'),
    [],
  ],

  [
    'a Service that is not headless',
    statefulSetServiceName,
    statefulSetServiceName.good.replace('clusterIP: None, ', ''),
    ["its Service 'db' is not headless"],
  ],
  [
    "another's Service",
    statefulSetServiceName,
    statefulSetServiceName.good.replace('selector: { app: db }', 'selector: { app: cache }'),
    ["its Service 'db' does not select its pods"],
  ],
  [
    'no name',
    statefulSetServiceName,
    statefulSetServiceName.good.replace('serviceName: db', 'replicas: 1'),
    ['it has no serviceName'],
  ],

  ['a Job that stays', jobTtl, job('', 'backoffLimit: 1'), ['it stays for ever when it has ended']],
  ['a Job that goes', jobTtl, job('', 'ttlSecondsAfterFinished: 60'), []],
  [
    'a Job that goes, and that Argo CD brings back',
    jobTtl,
    unit('platform', 'chess', job('', 'ttlSecondsAfterFinished: 60')),
    ['it is cleared away 60 s after its end, and Argo CD makes it again: it never ends'],
  ],
  [
    'a hook that goes',
    jobTtl,
    unit('platform', 'chess', job('argocd.argoproj.io/hook: Sync', 'ttlSecondsAfterFinished: 60')),
    [],
  ],

  [
    'a deadline that is too near',
    cronjobDeadline,
    cronJob({ spec: 'startingDeadlineSeconds: 5' }),
    ['its startingDeadlineSeconds 5 is less than the 10 s in which Kubernetes looks: it may never run'],
  ],
  [
    'a Deployment that ends',
    restartPolicy,
    deployment({ pod: 'restartPolicy: Never' }),
    ['the restartPolicy of its pods is Never, and a Deployment has Always'],
  ],
  [
    'a bare pod',
    restartPolicy,
    'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\nspec: { restartPolicy: Never }',
    [],
  ],

  [
    'the field of old',
    ownServiceAccount,
    deployment({ pod: 'serviceAccount: chess' }),
    ['the field serviceAccount is deprecated'],
  ],
  [
    'no account, and no token, on the platform',
    ownServiceAccount,
    unit('platform', 'chess', deployment({ pod: 'automountServiceAccountToken: false' })),
    [],
  ],
  [
    'no account, and a token, on the platform',
    ownServiceAccount,
    unit('platform', 'chess', one),
    ["the pod runs as the service account 'default'"],
  ],
  [
    'no account of a club',
    ownServiceAccount,
    deployment({ pod: 'automountServiceAccountToken: false' }),
    ["the pod runs as the service account 'default'"],
  ],

  [
    'a token that the account refuses',
    tokenAutomount,
    [deployment({ pod: 'serviceAccountName: chess' }), account('automountServiceAccountToken: false')].join(
      '\n---\n',
    ),
    [],
  ],
  [
    'a token that the pod asks for all the same',
    tokenAutomount,
    [
      deployment({ pod: 'serviceAccountName: chess\nautomountServiceAccountToken: true' }),
      account('automountServiceAccountToken: false'),
    ].join('\n---\n'),
    ["the pod gets a token of the service account 'chess', which has no rights"],
  ],
  [
    'a token with rights',
    tokenAutomount,
    [deployment({ pod: 'serviceAccountName: chess' }), binding].join('\n---\n'),
    [],
  ],
];

describe('how something is kept running', () => {
  it.each(cases)('%s', (_, rule, yaml, expected) => {
    expect(findings(rule, yaml).map(({ what }) => what)).toEqual(expected);
  });

  it('tells which Service was meant', () => {
    const [finding] = findings(
      statefulSetServiceName,
      statefulSetServiceName.good.replace('serviceName: db', 'serviceName: bd'),
    );
    expect(finding).toMatchObject({ what: "there is no Service 'bd'", fix: 'Did you mean db?' });
  });
});
