import { containersOf, type Pod } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const noHostPath: PodRule = {
  id: 'no-host-path',
  title: "No pod mounts a folder of its node's disk",
  why: 'Through it a program reads the secrets of all pods of the node, or takes it over; and its data stay on one node.',
  fix: 'Use a volume claim, an emptyDir or a ConfigMap instead (in apps: volumes, scratch or files)',
  lists: [
    'kube-linter/docker-sock',
    'kube-linter/sensitive-host-mounts',
    'kube-linter/writable-host-mount',
    'polaris/hostPathSet',
    'pss/baseline/host-path-volumes',
    'kubescape/C-0045',
    'kubescape/C-0048',
  ],
  kinds: 'workloads',
  check: ({ pod }) =>
    listOf(pod.spec.volumes)
      .filter(({ hostPath }) => hostPath)
      .map(({ name, hostPath }) => {
        const path = `${hostPath?.path}`;
        const how = isWritable(pod, name) ? 'and may write there' : 'read-only';
        return `volume '${name}' mounts ${path} of the node, ${how}${meaning(path)}`;
      }),
  good: deployment({ pod: 'volumes: [{ name: cache, emptyDir: {} }]' }),
  bad: deployment({ pod: 'volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock } }]' }),
};

const isWritable = (pod: Pod, volume: string | undefined): boolean =>
  containersOf(pod).some(({ volumeMounts }) =>
    listOf(volumeMounts).some(({ name, readOnly }) => name === volume && !readOnly),
  );

/** What a few paths mean to those who can reach them. */
function meaning(path: string): string {
  if (/(docker|containerd|crio)\.sock$/.test(path)) return ': who calls that socket is root on the node';
  return /^\/(boot|dev|etc|lib|proc|root|sys|usr|var\/lib\/kubelet)?(\/|$)/.test(path)
    ? ': the system itself lies there'
    : '';
}
