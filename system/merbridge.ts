import { k8s } from 'cdk8s-plus-28';
import { exemptions, type Platform, resourceRequirements, SystemService } from '#constructs';
import { kuma } from './kuma.js';

// The newest release; `latest` moves.
const image = 'ghcr.io/merbridge/merbridge:0.8.1';

const kernel = [
  'drop-capabilities',
  'no-host-namespaces',
  'no-host-path',
  'no-privilege-escalation',
  'no-privileged',
  'read-only-root',
  'run-as-non-root',
  'seccomp',
].map((rule) => ({ rule, reason: "it loads eBPF programs into its node's kernel" }));

/** Leads the mesh's connections from socket to socket by eBPF, past the network stack that Kuma's iptables rules use. */
export const merbridge = (platform: Platform) => {
  // Kuma's namespace is privileged for its sake: it loads eBPF programs into its node's kernel.
  const service = new SystemService(platform, 'merbridge', {
    namespace: 'kuma-system',
    podSecurity: 'other',
    dependsOn: [kuma],
  });
  const name = 'merbridge';
  const labels = { 'app.kubernetes.io/name': name };
  new k8s.KubeServiceAccount(service, 'account', { metadata: { name, labels } });
  new k8s.KubeClusterRole(service, 'role', {
    metadata: { name, labels },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  });
  new k8s.KubeClusterRoleBinding(service, 'binding', {
    metadata: { name, labels },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace: service.destinationNamespace }],
  });
  new k8s.KubeDaemonSet(service, 'agent', {
    metadata: { name, labels, annotations: exemptions(...kernel) },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          serviceAccountName: name,
          priorityClassName: 'system-node-critical',
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ operator: 'Exists' }], // meshed pods may be on any node
          containers: [
            {
              name,
              image,
              imagePullPolicy: 'Always',
              args: ['/app/mbctl', '-m', 'kuma', '--use-reconnect=true', '--cni-mode=false'],
              resources: resourceRequirements({
                cpu: { request: '100m', limit: '300m' },
                memory: { request: '200Mi', limit: '200Mi' },
              }),
              securityContext: { privileged: true },
              // Else its programs would stay in the kernel.
              lifecycle: { preStop: { exec: { command: ['make', '-k', 'clean'] } } },
              volumeMounts: [{ name: 'cgroup', mountPath: '/sys/fs/cgroup' }],
            },
          ],
          // It has no more of its node's folders: those of the CNI are for its CNI mode.
          volumes: [{ name: 'cgroup', hostPath: { path: '/sys/fs/cgroup' } }],
        },
      },
    },
  });
  return service;
};
