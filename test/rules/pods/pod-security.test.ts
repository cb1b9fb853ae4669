import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../rules/engine/rule.js';
import { deployment } from '../../../rules/examples/examples.js';
import { apparmor } from '../../../rules/pods/apparmor.js';
import { dropCapabilities } from '../../../rules/pods/drop-capabilities.js';
import { highUserId } from '../../../rules/pods/high-user-id.js';
import { noHostNamespaces } from '../../../rules/pods/no-host-namespaces.js';
import { noHostPath } from '../../../rules/pods/no-host-path.js';
import { noPrivileged } from '../../../rules/pods/no-privileged.js';
import { noProbeHost } from '../../../rules/pods/no-probe-host.js';
import { runAsNonRoot } from '../../../rules/pods/run-as-non-root.js';
import { safeSysctls } from '../../../rules/pods/safe-sysctls.js';
import { seccomp } from '../../../rules/pods/seccomp.js';
import { selinux } from '../../../rules/pods/selinux.js';
import { volumeTypes } from '../../../rules/pods/volume-types.js';
import { findings } from '../findings.js';

const pod = (text: string) => deployment({ pod: text });
const container = (text: string) => deployment({ container: text });

/** A Deployment of the platform itself. */
const ofPlatform = (yaml: string) => `# host/dns/Deployment.chess.yaml
${yaml}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: dns }
spec:
  project: platform
  destination: { namespace: dns }
  source: { repoURL: "https://example.org", path: dist/host/dns }
`;

const cases: [string, Rule, string, string[]][] = [
  [
    'an init container that is privileged',
    noPrivileged,
    pod('initContainers: [{ name: first, securityContext: { privileged: true } }]'),
    ["container 'first' is privileged"],
  ],
  [
    'a container that takes back what its pod says of root',
    runAsNonRoot,
    deployment({
      pod: 'securityContext: { runAsNonRoot: true }',
      container: 'securityContext: { runAsNonRoot: false }',
    }),
    ["container 'chess' may run as root"],
  ],
  [
    'a container that says it for itself',
    runAsNonRoot,
    container('securityContext: { runAsNonRoot: true }'),
    [],
  ],
  [
    'a container that is root in a pod that is not',
    runAsNonRoot,
    deployment({
      pod: 'securityContext: { runAsNonRoot: true, runAsUser: 10001 }',
      container: 'securityContext: { runAsUser: 0 }',
    }),
    ["container 'chess' runs as user 0, which is root"],
  ],
  [
    'a low group alone',
    highUserId,
    pod('securityContext: { runAsUser: 10001, runAsGroup: 33 }'),
    ["container 'chess' runs with group 33"],
  ],
  ['no user at all', highUserId, deployment({}), ["container 'chess' runs with no user and no group"]],
  [
    'the last number that is too low',
    highUserId,
    pod('securityContext: { runAsUser: 10000, runAsGroup: 10001 }'),
    ["container 'chess' runs with user 10000"],
  ],
  [
    'a low user of the platform itself',
    highUserId,
    ofPlatform(pod('securityContext: { runAsUser: 101 }')),
    [],
  ],
  [
    'a list of capabilities instead of all',
    dropCapabilities,
    container('securityContext: { capabilities: { drop: [NET_RAW, MKNOD] } }'),
    ["container 'chess' drops NET_RAW, MKNOD, not ALL"],
  ],
  [
    'a capability that the platform may have',
    dropCapabilities,
    ofPlatform(container('securityContext: { capabilities: { drop: [ALL], add: [CHOWN] } }')),
    [],
  ],
  [
    'the same, of a club',
    dropCapabilities,
    container('securityContext: { capabilities: { drop: [ALL], add: [CHOWN] } }'),
    ["container 'chess' adds the capability CHOWN"],
  ],
  [
    'a capability that nobody may have',
    dropCapabilities,
    ofPlatform(container('securityContext: { capabilities: { drop: [ALL], add: [SYS_ADMIN] } }')),
    ["container 'chess' adds the capability SYS_ADMIN"],
  ],
  [
    'a container without what its pod has',
    seccomp,
    deployment({
      pod: 'securityContext: { seccompProfile: { type: RuntimeDefault } }',
      container: 'securityContext: { seccompProfile: { type: Unconfined } }',
    }),
    ["container 'chess' has the seccomp profile Unconfined"],
  ],
  ['no seccomp profile', seccomp, deployment({}), ["container 'chess' has no seccomp profile"]],
  [
    'a profile of the node',
    seccomp,
    container('securityContext: { seccompProfile: { type: Localhost, localhostProfile: x } }'),
    [],
  ],
  [
    'all namespaces of the node',
    noHostNamespaces,
    pod('hostNetwork: true\nhostPID: true\nhostIPC: true'),
    [
      'the pod shares the network of its node: no NetworkPolicy applies to it',
      'the pod shares the processes of its node: it may read and stop any of them',
      'the pod shares the memory segments of its node: it may read those of other programs',
    ],
  ],
  [
    'a folder of the node, read-only',
    noHostPath,
    deployment({
      pod: 'volumes: [{ name: logs, hostPath: { path: /var/log } }]',
      container: 'volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }]',
    }),
    ["volume 'logs' mounts /var/log of the node read-only"],
  ],
  [
    'the whole disk, to write',
    noHostPath,
    deployment({
      pod: 'volumes: [{ name: all, hostPath: { path: / } }]',
      container: 'volumeMounts: [{ name: all, mountPath: /node }]',
    }),
    ["volume 'all' mounts / of the node for writing: these are files of the system itself"],
  ],
  [
    'a hostPath, which has a rule of its own',
    volumeTypes,
    pod('volumes: [{ name: x, hostPath: { path: /x } }]'),
    [],
  ],
  [
    'two types at once',
    volumeTypes,
    pod('volumes: [{ name: x, emptyDir: {}, gitRepo: { repository: y } }]'),
    ["volume 'x' is of the type gitRepo"],
  ],
  [
    'a hook that asks another host',
    noProbeHost,
    container('lifecycle: { preStop: { httpGet: { port: 80, host: 10.0.0.1 } } }'),
    ["the preStop of container 'chess' calls the host '10.0.0.1'"],
  ],
  ['an empty host', noProbeHost, container('livenessProbe: { tcpSocket: { port: 80, host: "" } }'), []],
  [
    'SELinux by user and role',
    selinux,
    pod('securityContext: { seLinuxOptions: { user: system_u, role: system_r, level: "s0:c1" } }'),
    ['the pod has the SELinux user system_u', 'the pod has the SELinux role system_r'],
  ],
  [
    'AppArmor turned off by the annotation of old',
    apparmor,
    deployment({}).replace(
      'metadata: { labels: { app: chess } }',
      'metadata: { labels: { app: chess }, annotations: { container.apparmor.security.beta.kubernetes.io/chess: unconfined } }',
    ),
    ["container 'chess' has the AppArmor profile unconfined"],
  ],
];

describe('what a pod may do', () => {
  it.each(cases)('%s', (_, rule, yaml, expected) => {
    expect(findings(rule, yaml).map(({ what }) => what)).toEqual(expected);
  });

  it.each([
    [
      dropCapabilities,
      container('securityContext: { capabilities: { drop: [all] } }'),
      'Write ALL instead of all',
    ],
    [
      dropCapabilities,
      container('securityContext: { capabilities: { drop: [ALL], add: [CAP_NET_BIND_SERVICE] } }'),
      'Write NET_BIND_SERVICE instead of CAP_NET_BIND_SERVICE',
    ],
    [
      safeSysctls,
      pod('securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookie, value: "1" }] }'),
      'Did you mean net.ipv4.tcp_syncookies? Otherwise remove it',
    ],
  ])('tells what was meant: %#', (rule, yaml, fix) => {
    expect(findings(rule, yaml).map((each) => each.fix)).toEqual([fix]);
  });
});
