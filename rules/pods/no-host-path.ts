import { fill, type Text } from '../../constructs/refusals/text.js';
import { containersOf, type Pod } from '../engine/pod-view.js';
import type { PodRule } from '../engine/rule.js';
import { listOf } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';

export const noHostPath: PodRule = {
  id: 'no-host-path',
  title: { en: 'No pod mounts a folder of its node', fr: 'Aucun pod ne monte un dossier de son nœud' },
  why: {
    en: 'Through such a folder a program may read the secrets of all pods of the node, or take the node over; and its data stay on that one node.',
    fr: 'Par un tel dossier, un programme peut lire les secrets de tous les pods du nœud, ou en prendre le contrôle ; et ses données restent sur ce seul nœud.',
  },
  fix: {
    en: 'Use a volume claim, an emptyDir or a ConfigMap instead (in apps: volumes, scratch or files)',
    fr: 'Utilisez plutôt un PersistentVolumeClaim, un emptyDir ou une ConfigMap (dans apps : volumes, scratch ou files)',
  },
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
        const how = isWritable(pod, name) ? writable : readOnlyMount;
        return fill(
          {
            en: "volume '<name>' mounts <path> of the node <how><meaning>",
            fr: 'le volume « <name> » monte <path> du nœud <how><meaning>',
          },
          { name: `${name}`, path, how, meaning: meaning(path) },
        );
      }),
  good: deployment({ pod: 'volumes: [{ name: cache, emptyDir: {} }]' }),
  bad: deployment({ pod: 'volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock } }]' }),
  finds: [
    "volume 'docker' mounts /var/run/docker.sock of the node read-only: a program that uses this socket is root on the node",
  ],
};

const writable: Text = { en: 'for writing', fr: 'en écriture' };
const readOnlyMount: Text = { en: 'read-only', fr: 'en lecture seule' };

const isWritable = (pod: Pod, volume: string | undefined): boolean =>
  containersOf(pod).some(({ volumeMounts }) =>
    listOf(volumeMounts).some(({ name, readOnly }) => name === volume && !readOnly),
  );

/** What a program can do that reaches some paths. */
function meaning(path: string): Text {
  if (/(docker|containerd|crio)\.sock$/.test(path))
    return {
      en: ': a program that uses this socket is root on the node',
      fr: ' : un programme qui utilise ce socket est root sur le nœud',
    };
  return /^\/(boot|dev|etc|lib|proc|root|sys|usr|var\/lib\/kubelet)?(\/|$)/.test(path)
    ? { en: ': these are files of the system itself', fr: ' : ce sont des fichiers du système lui-même' }
    : { en: '', fr: '' };
}
